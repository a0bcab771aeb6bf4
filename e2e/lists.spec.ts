import type { Page } from "@playwright/test";
import { expect, expectAccessibleAtBothWidths, newArticle, PEOPLE, pageOf, signIn, test } from "./test";

const choose = (page: Page, name: string) => page.getByRole("checkbox", { name: `Choose ${name}`, exact: true });
const chosen = (page: Page, what: string) => page.getByRole("region", { name: `Chosen ${what}` });

test("Topics that are set aside together are offered to no writer, until that is undone @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/topics");
  for (const name of ["Regatta of the year", "Regatta of last year"]) {
    await page.getByRole("button", { name: "New topic" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await page.getByRole("dialog").getByRole("button", { name: "Create topic" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await page.getByLabel("Search topics").fill("Regatta");
  await page.getByRole("button", { name: "Filter" }).click();
  const rows = page.getByRole("list", { name: "Topics" }).getByRole("listitem");
  await expect(rows).toHaveCount(2);
  await choose(page, "Regatta of last year").check();
  await expect(chosen(page, "topics")).toContainText("1 topic chosen");
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await expectAccessibleAtBothWidths(page);
  await chosen(page, "topics").getByRole("button", { name: "Set aside" }).click();
  await expect(page.getByText("Set aside: 2 topics.")).toBeVisible();
  await expect(rows.filter({ hasText: "Set aside" })).toHaveCount(2);

  const offered = async () => {
    const writer = await page.context().newPage();
    await newArticle(writer);
    await writer.getByRole("combobox", { name: "Topics" }).focus();
    const answered = writer.waitForResponse(/\/articles\/topics\?q=Regatta$/);
    await writer.keyboard.type("Regatta");
    const found = await (await answered).json();
    await writer.close();
    return JSON.stringify(found);
  };
  expect(await offered()).not.toContain("Regatta of");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Offered to writers again: 2 topics.")).toBeVisible();
  await expect(rows.filter({ hasText: "Set aside" })).toHaveCount(0);
  expect(await offered()).toContain("Regatta of last year");

  // What is set aside is found by its filter, which is kept as a view.
  await choose(page, "Regatta of last year").check();
  await chosen(page, "topics").getByRole("button", { name: "Set aside" }).click();
  await expect(page.getByText("Set aside: 1 topic.")).toBeVisible();
  await page.getByRole("combobox", { name: "Show" }).selectOption("Set aside");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Past regattas");
  await page.getByRole("dialog").getByRole("button", { name: "Save the view" }).click();
  await page.goto("/newsroom/topics");
  await page.getByRole("link", { name: "Past regattas" }).click();
  await expect(rows).toHaveCount(1);
  await choose(page, "Regatta of last year").check();
  await chosen(page, "topics").getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByText("Brought back: 1 topic.")).toBeVisible();
  await expect(page.getByText("No topic fits")).toBeVisible();
});

test("A byline and a series are set aside, and brought back @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/series");
  await page.getByRole("button", { name: "New series" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("A winter of ferries");
  await page.getByRole("dialog").getByRole("button", { name: "Create series" }).click();
  await choose(page, "A winter of ferries").check();
  await expectAccessibleAtBothWidths(page);
  await chosen(page, "series").getByRole("button", { name: "Set aside" }).click();
  await expect(page.getByText("Set aside: 1 series.")).toBeVisible();
  await page.goto("/newsroom/series?show=aside");
  await expect(page.getByRole("list", { name: "Series" }).getByRole("listitem")).toHaveText([/A winter of ferries/]);

  await page.goto("/newsroom/bylines");
  await page.getByRole("button", { name: "New guest byline" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("A guest of winter");
  await page.getByRole("dialog").getByRole("button", { name: "Create byline" }).click();
  await expect(page.getByRole("heading", { name: "A guest of winter" })).toBeVisible();
  await page.goto("/newsroom/bylines?search=winter");
  await choose(page, "A guest of winter").check();
  await expectAccessibleAtBothWidths(page);
  await chosen(page, "bylines").getByRole("button", { name: "Set aside" }).click();
  await expect(page.getByText("Set aside: 1 byline.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Offered to writers again: 1 byline.")).toBeVisible();
});

test("Notices are narrowed by their matter, marked together, and made new again @once", async ({ page, browser }) => {
  const contributor = await pageOf(browser, PEOPLE.contributor, page);
  await signIn(page, PEOPLE.editor);
  for (const headline of ["Buoys, one", "Buoys, two"]) {
    await page.goto("/newsroom/board?new=idea");
    const dialog = page.getByRole("dialog", { name: "New idea" });
    await dialog.getByLabel("What is it about?").fill(headline);
    await dialog.getByRole("combobox", { name: "Assigned to" }).selectOption({ label: "Samira El-Toukhy" });
    await dialog.getByRole("button", { name: "Propose" }).click();
    await expect(dialog).toBeHidden();
  }
  await contributor.goto("/newsroom/notices?show=comments");
  await expect(contributor.getByText("Buoys, one")).toHaveCount(0);
  await contributor.goto("/newsroom/notices?show=work");
  const rows = contributor.getByRole("list", { name: "Notices" }).getByRole("listitem").filter({ hasText: "Buoys" });
  await expect(rows.filter({ hasText: "New" })).toHaveCount(2);
  for (const box of await rows.getByRole("checkbox").all()) await box.check();
  await expectAccessibleAtBothWidths(contributor);
  await chosen(contributor, "notices").getByRole("button", { name: "Mark as read" }).click();
  await expect(contributor.getByText("Read: 2 notices.")).toBeVisible();
  await expect(rows.filter({ hasText: "New" })).toHaveCount(0);
  await contributor.getByRole("button", { name: "Undo" }).click();
  await expect(rows.filter({ hasText: "New" })).toHaveCount(2);
});

test("The calendar is narrowed to a section and a person from month to month, and so kept as a view @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/calendar");
  await page.getByRole("search", { name: "Calendar" }).getByLabel("Section").selectOption("Harbour");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/section=/);
  await page.getByRole("link", { name: "Later" }).click();
  await expect(page).toHaveURL(/month=.*section=/);
  await expect(page.getByRole("search", { name: "Calendar" }).getByLabel("Section")).toHaveValue(/./);
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Harbour days");
  await page.getByRole("dialog").getByRole("button", { name: "Save the view" }).click();
  await expect(page.getByRole("link", { name: "Harbour days" })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test("Snippets, keywords and collections are searched by their addresses @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  for (const [address, label, nothing] of [
    ["/newsroom/snippets", "Search snippets", "No snippet fits “zzz”"],
    ["/newsroom/media/keywords", "Search keywords", "No keyword fits “zzz”"],
    ["/newsroom/media/collections", "Search collections", "No collection fits “zzz”"],
  ] as const) {
    await page.goto(address);
    await page.getByLabel(label).fill("zzz");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByText(nothing)).toBeVisible();
    await expectAccessibleAtBothWidths(page);
    await page.getByRole("link", { name: "Clear" }).click();
    await expect(page).toHaveURL(new RegExp(`${address}$`));
  }
});
