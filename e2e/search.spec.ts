import type { Page } from "@playwright/test";
import { expect, expectAccessible, PEOPLE, pageOf, publish, test, writeStory } from "./test";

const PAGES = [
  "/search",
  "/search?q=harbour",
  "/search?q=harbour&section=city&order=newest",
  "/search?q=bridge+nonexistentword",
  "/search?q=%22",
  "/archive",
];

for (const path of PAGES) {
  test(`${path} is accessible in light and dark, with one main heading`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(path))?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
    }
  });
}

test.describe("With scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader searches, narrows, orders, and reads what was found", async ({ page }) => {
    await page.goto("/search");
    const form = page.getByRole("search").filter({ has: page.getByText("Section, dates and order") });
    await form.getByRole("searchbox", { name: "Search the paper" }).fill("bridges");
    await form.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveTitle(/bridges/);
    await expect(page.locator("main mark").first()).toHaveText(/bridge/i);
    const headlines = page.locator("main article").getByRole("heading", { level: 2 });
    const all = await headlines.count();
    expect(all).toBeGreaterThan(1);

    await form.getByText("Section, dates and order").click();
    await form.getByRole("combobox", { name: "Section" }).selectOption("Opinion");
    await form.getByRole("combobox", { name: "Order" }).selectOption("Newest first");
    await form.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/section=opinion/);
    await expect(form.getByRole("searchbox", { name: "Search the paper" })).toHaveValue("bridges");
    expect(await headlines.count()).toBeLessThan(all);
    await page.getByRole("link", { name: "A bridge is a promise" }).click();
    await expect(page.getByRole("heading", { name: "A bridge is a promise", level: 1 })).toBeVisible();
  });

  test("what is not found is said so, with the way on", async ({ page }) => {
    await page.goto("/search?q=bridge+nonexistentword&section=sport&from=2020-01-01");
    await expect(page.getByRole("heading", { name: "Nothing was found for “bridge nonexistentword”" })).toBeVisible();
    await page.getByRole("link", { name: "Search the whole paper" }).click();
    await expect(page.getByRole("heading", { name: "Stories with some of these words" })).toBeVisible();
    await expect(page.locator("main mark").first()).toHaveText(/bridge/i);
  });

  test("any page of the archive leads on to the others and to its stories", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: "Archive" }).click();
    await expect(page.getByRole("heading", { name: "Archive", level: 1 })).toBeVisible();
    await page.goto(await fullestMonth(page));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\w+ \d{4}$/);
    const days = page.getByRole("navigation", { name: "Days" }).getByRole("link");
    await days.nth(1).click();
    const heading = page.getByRole("heading", { level: 1 });
    await expect(heading).toHaveText(/^\w+, \d+ \w+ \d{4}$/);
    const day = await heading.textContent();
    await page.getByRole("link", { name: /^Earlier: / }).click();
    await expect(heading).not.toHaveText(day ?? "");
    await page.getByRole("link", { name: /^Later: / }).click();
    await expect(heading).toHaveText(day ?? "");
    await page.locator("main article a").first().click();
    await expect(page.locator("article time").first()).toBeVisible();
  });
});

/** The address of the month that has most stories, on the page of all years. */
async function fullestMonth(page: Page): Promise<string> {
  const months = await page
    .locator("main li a")
    .evaluateAll((links) => links.map((link) => [link.getAttribute("href"), link.textContent] as const));
  const countOf = (text: string | null) => Number(/(\d+) stor/.exec(text ?? "")?.[1] ?? 0);
  const [fullest] = months.sort(([, one], [, other]) => countOf(other) - countOf(one));
  return fullest?.[0] ?? "";
}

test("A month and a day of the archive are accessible in light and dark", async ({ page }) => {
  await page.goto("/archive");
  const month = await fullestMonth(page);
  await page.goto(month);
  const day = await page.getByRole("navigation", { name: "Days" }).getByRole("link").first().getAttribute("href");
  for (const path of [month, day ?? ""]) {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(path))?.status()).toBe(200);
      await expectAccessible(page);
    }
  }
});

test("Dates on which nothing came out, and what is no date, are not found @once", async ({ page }) => {
  for (const path of [
    "/archive/1999",
    "/archive/2026/13",
    "/archive/2026/02/30",
    "/archive/x",
    "/archive/2026/1",
    "/archive/2026/11/24/5",
  ]) {
    expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

test("A story is found as soon as it is published, and no more once it is taken down @once", async ({
  page,
  browser,
}) => {
  const word = `zanzibar${Date.now()}`;
  const headlines = async () => {
    await page.goto(`/search?q=${word}`);
    return page.locator("main article").getByRole("heading").allTextContents();
  };
  const editor = await pageOf(browser, PEOPLE.editor, page);
  await writeStory(editor, { headline: `A ship named ${word}`, text: "It came in with the tide." });
  expect(await headlines()).toEqual([]);
  await publish(editor);
  expect(await headlines()).toEqual([`A ship named ${word}`]);

  await editor.getByRole("button", { name: "Unpublish", exact: true }).click();
  const dialog = editor.getByRole("dialog");
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await headlines()).toEqual([]);
  await editor.context().close();
});

test("Browsers are told how to search the paper @once", async ({ page, baseURL }) => {
  await page.goto("/");
  const link = page.locator('head link[rel="search"]');
  await expect(link).toHaveAttribute("type", "application/opensearchdescription+xml");
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toContain("application/opensearchdescription+xml");
  const template = await page.evaluate(
    (xml) => new DOMParser().parseFromString(xml, "text/xml").querySelector("Url")?.getAttribute("template"),
    await answer.text(),
  );
  expect(template).toBe(`${baseURL}/search?q={searchTerms}`);
});
