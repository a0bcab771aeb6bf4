import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { EMPTY } from "./servers";
import { expect, expectAccessible, test } from "./test";

/** Which browser drew the pictures that are kept: another draws letters otherwise, and can't be held against it. */
const DRAWN_BY = path.join("e2e", "gallery", "drawn-by.txt");
const FACES = readFileSync("app/fonts.css", "utf8").replaceAll("optional", "block");
// What the test puts into the page is not the page’s.
test.use({ bypassCSP: true });

const PARTS = [
  "sizes",
  "kinds",
  "front",
  "list",
  "story",
  "openings",
  "search",
  "archive",
  "profile",
  "corrections",
  "history",
  "states",
];

for (const colorScheme of ["light", "dark"] as const) {
  test(`Every card, block and state looks as it did, in the ${colorScheme}`, async ({ page, browser }, { config }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/gallery");
    await expectAccessible(page);
    const version = browser.version();
    if (config.updateSnapshots === "all") {
      mkdirSync(path.dirname(DRAWN_BY), { recursive: true });
      writeFileSync(DRAWN_BY, `Chromium ${version}\n`);
    }
    const drawnBy = readFileSync(DRAWN_BY, "utf8").trim();
    const isDrawer = drawnBy === `Chromium ${version}`;
    const why = `Nothing was held against the pictures of /gallery: ${drawnBy} drew them, this is Chromium ${version}`;
    // No report but that of a browser shows why a test was skipped.
    if (!isDrawer) console.warn(why);
    test.skip(!isDrawer, why);
    // Dates go on by themselves.
    await page.addStyleTag({ content: "time { font-size: 0 !important }" });
    // On a slow machine the page may have been drawn before its type came, and stays so.
    await page.addStyleTag({ content: FACES });
    await page.evaluate(() => document.fonts.ready);
    for (const part of PARTS) {
      const region = page.getByRole("region", { name: part, exact: true });
      for (const image of await region.locator("img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect(image).toHaveJSProperty("complete", true);
      }
      await expect(region).toHaveScreenshot([colorScheme, `${part}.png`], { maxDiffPixelRatio: 0.01 });
    }
    const story = page.getByRole("region", { name: "story", exact: true });
    const sheet = page.locator("details[open] > .sheet-of-choices");
    for (const [name, opener] of [
      ["reading", page.locator("summary", { hasText: "Aa" })],
      ["share", story.locator("summary", { hasText: "Share" })],
    ] as const) {
      // Not by a mouse, which would lie upon it.
      await opener.press("Enter");
      await expect(sheet).toHaveScreenshot([colorScheme, `${name}.png`], { maxDiffPixelRatio: 0.01 });
    }
    await story.locator("[data-lightbox] a").first().click();
    await expect(page.getByRole("dialog")).toHaveScreenshot([colorScheme, "lightbox.png"], { maxDiffPixelRatio: 0.01 });
  });
}

test("Readers find no gallery @once", async ({ page }) => {
  expect((await page.goto(`${EMPTY.desktop.url}/gallery`))?.status()).toBe(404);
});
