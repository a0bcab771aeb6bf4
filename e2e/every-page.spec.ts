import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import Database from "better-sqlite3";
import { storyPath } from "@/db/seed/edition/content";
import { processesOf } from "@/scripts/trials/tree";
import { copyEdition, startProgram } from "./program";
import { expect, expectAccessible, expectAccessibleAtBothWidths, test } from "./test";

// What other specs look at (fronts, stories, search, a month and a day of the archive) is not looked at again.

const THEMES = ["light", "dark"] as const;

async function expectAccessibleInBothThemes(page: Page, look = expectAccessible): Promise<void> {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme });
    await look(page);
  }
}

function kill(worker: number): void {
  try {
    process.kill(worker, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/** The addresses of this kind that search engines are told of. */
async function told(page: Page, kind: RegExp): Promise<string[]> {
  const sitemap = await (await page.request.get("/sitemaps/pages.xml")).text();
  const paths = [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, address = ""]) => new URL(address).pathname);
  return paths.filter((address) => kind.test(address));
}

for (const [name, kind, least] of [
  ["series", /^\/series\//, 1],
  ["page about the paper", /^\/about/, 9],
] as const) {
  test(`Every ${name} is accessible in light and dark`, async ({ page }) => {
    const addresses = await told(page, kind);
    expect(addresses.length).toBeGreaterThanOrEqual(least);
    for (const address of addresses) {
      expect((await page.goto(address))?.status(), address).toBe(200);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expectAccessibleInBothThemes(page);
    }
  });
}

test("Corrections, what was saved, a year of the archive, older stories and what is not there are accessible in light and dark", async ({
  page,
}) => {
  const [month = ""] = await told(page, /^\/archive\/\d+\//);
  for (const [address, status] of [
    ["/corrections", 200],
    ["/saved", 200],
    [path.dirname(month), 200],
    ["/?page=2", 200],
    ["/harbour/never-written", 404],
  ] as const) {
    expect((await page.goto(address))?.status(), address).toBe(status);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
    await expectAccessibleInBothThemes(page);
  }
});

test.describe("A page of what is gone, failed, or not to be had now", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-every-page-"));
  const data = path.join(folder, "data");
  let paper: Awaited<ReturnType<typeof startProgram>>;
  let database: Database.Database;

  test.beforeAll(async () => {
    await copyEdition(data);
    database = new Database(path.join(data, "masthead.db"));
    database
      .prepare(
        "update publications set ended_at = 1 where ended_at is null and article_id = (select article_id from permalinks where path = ?)",
      )
      .run(storyPath("herring"));
    paper = await startProgram(data, { SEARCHES_PER_MINUTE: "1" });
  });

  test.afterAll(async () => {
    await paper.end();
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is accessible in light and dark, at both widths @once", async ({ page }) => {
    const see = async (status: number, address: string) => {
      expect((await page.goto(paper.url + address))?.status(), address).toBe(status);
      await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
      await expectAccessibleInBothThemes(page, expectAccessibleAtBothWidths);
    };
    await see(410, storyPath("herring"));

    await page.goto(`${paper.url}/search?q=harbour`);
    await see(429, "/search?q=ferries");

    database.exec("alter table settings rename to mislaid");
    await see(500, "/culture");
    database.exec("alter table mislaid rename to settings");

    // Nothing was made of it before, and no worker lives long enough to.
    const killWorkers = () => {
      for (const { pid, part } of processesOf(paper.pid ?? 0)) if (part === "worker") kill(pid);
    };
    killWorkers();
    const killing = setInterval(killWorkers, 20);
    const answer = await page.goto(`${paper.url}/science`);
    clearInterval(killing);
    expect(answer?.status()).toBe(503);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expectAccessibleInBothThemes(page, expectAccessibleAtBothWidths);
  });
});
