import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { copyEdition, startProgram } from "./program";
import { expect, expectAccessible, test } from "./test";

let paper: Awaited<ReturnType<typeof startProgram>>;
const folder = mkdtempSync(path.join(tmpdir(), "masthead-rtl-"));
const data = path.join(folder, "data");

/** The demonstration edition as a paper that is set in Arabic. */
test.beforeAll(async () => {
  await copyEdition(data);
  const database = new Database(path.join(data, "masthead.db"));
  database.prepare("update settings set language = 'ar'").run();
  database.close();
  paper = await startProgram(data);
});

test.afterAll(async () => {
  await paper.end();
  rmSync(folder, { recursive: true, force: true });
});

test("A paper in a script from right to left is laid out from right to left, in its own words, on every kind of page, in the light and in the dark", async ({
  page,
}) => {
  for (const address of [
    "/",
    "/harbour",
    "/topics/ferries",
    "/bylines/ines-carvalhal",
    "/series/night-shift",
    "/corrections",
    "/science/the-tide-gauge-in-the-cellar",
    "/search?q=harbour",
    "/archive",
    "/about",
    "/saved",
    "/never-written",
  ]) {
    await page.goto(paper.url + address);
    await expect(page.locator("html"), address).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html"), address).toHaveAttribute("lang", "ar");
    const sections = page.getByRole("navigation", { name: "الأقسام" });
    await expect(sections, address).toBeVisible();
    const [first, second] = await Promise.all(
      [0, 1].map(async (at) => (await sections.getByRole("link").nth(at).boundingBox())?.x ?? 0),
    );
    expect(first, `${address}: the first section stands to the right of the second`).toBeGreaterThan(second ?? 0);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
  }
});
