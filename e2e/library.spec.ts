import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { drawnPicture, expect, expectAccessible, newArticle, PEOPLE, signIn, tabTo, test, untilAlive } from "./test";

/** Uploads pictures in the library, each of its own colour. */
async function upload(page: Page, names: string[], hue: number): Promise<void> {
  await page.goto("/newsroom/media");
  const files = [];
  for (const [at, name] of names.entries()) {
    const buffer = await drawnPicture(page, `hsl(${hue + at * 9} 60% 45%)`);
    files.push({ name, mimeType: "image/png", buffer });
  }
  await page.locator("input[type=file]").first().setInputFiles(files);
  const uploads = page.getByRole("list", { name: "Uploads" });
  await expect(uploads.getByText("In the library.")).toHaveCount(names.length, { timeout: 60_000 });
}

/** What is kept of files that are called so, of what their tiles do not show. */
function saidOf(word: string): { source: string; language: string; notice: string }[] {
  return inDatabase((database) =>
    database
      .prepare("select source, language, copyright_notice as notice from assets where filename like ?")
      .all(`${word}-%`),
  ) as { source: string; language: string; notice: string }[];
}

const grid = (page: Page) => page.getByRole("list", { name: "Files" });
const search = (page: Page) => page.getByRole("searchbox", { name: "Search files" });

test("Pictures are found by words and filters, which stand in the address and are taken away one by one", async ({
  page,
}, info) => {
  const word = `quokka${info.project.name}`;
  await signIn(page, PEOPLE.reporter);
  await upload(page, [`${word}-1.png`, `${word}-2.png`], info.project.name === "phone" ? 10 : 200);
  await page.goto("/newsroom/media");
  await search(page).pressSequentially(word.slice(0, -1));
  await expect(page.getByText("2 files", { exact: true })).toBeVisible();
  await expect(grid(page).getByRole("listitem")).toHaveCount(2);
  await expect(page).toHaveURL(new RegExp(`q=${word.slice(0, -1)}`));
  await expectAccessible(page);

  const filters = page.getByRole("region", { name: "Filters" });
  const sheet = page.getByRole("button", { name: /^Filters/ });
  if (await sheet.isVisible()) {
    await sheet.click();
    await expectAccessible(page);
  }
  await filters.getByLabel("What is missing").selectOption("Without a credit");
  await filters.getByLabel("In use").selectOption("Unused");
  const held = page.getByRole("list", { name: "Filters that hold" });
  if (await sheet.isVisible()) await page.keyboard.press("Escape");
  await expect(held.getByRole("link", { name: /Unused/ })).toBeVisible();
  await expect(page).toHaveURL(/used=no/);
  await page.reload();
  await expect(grid(page).getByRole("listitem")).toHaveCount(2);
  await held.getByRole("link", { name: /Unused/ }).click();
  await expect(page).not.toHaveURL(/used=no/);
  await expect(page).toHaveURL(/lacks=credit/);

  await search(page).fill("nothing-is-called-so");
  await expect(page.getByText("No file says “nothing-is-called-so”")).toBeVisible();
  await expectAccessible(page);
  await held.getByRole("link", { name: "Clear all" }).click();
  await expect(page).toHaveURL(/\/newsroom\/media$/);
  await expect(search(page)).toHaveValue("");
});

test("Many are chosen by keyboard and get one credit, a collection is made of them, and the picker offers it", async ({
  page,
}, info) => {
  test.slow();
  const word = `wombat${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await upload(
    page,
    [1, 2, 3].map((n) => `${word}-${n}.png`),
    info.project.name === "phone" ? 60 : 260,
  );
  await page.goto(`/newsroom/media?q=${word}&sort=name`);
  await expect(grid(page).getByRole("listitem")).toHaveCount(3);

  // Down leads from the words into the grid; Shift with arrows chooses on the way.
  await search(page).focus();
  await page.keyboard.press("ArrowDown");
  const tile = (n: number) => grid(page).getByRole("link", { name: new RegExp(`${word}-${n}`) });
  await expect(tile(1)).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(tile(3)).toBeFocused();
  const bar = page.getByRole("region", { name: "Chosen files" });
  await expect(bar).toContainText("3 files chosen");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(bar).toBeHidden();
  await page.keyboard.press("ControlOrMeta+a");
  await expect(bar).toContainText("3 files chosen");

  await bar.getByRole("button", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog", { name: "Edit 3 files" });
  await dialog.getByRole("textbox", { name: "Credit" }).fill("Kay Marsupial/The Test");
  await expect(dialog.getByRole("checkbox", { name: "Change credit" })).toBeChecked();
  await dialog.getByRole("textbox", { name: "Source" }).fill("A drawer of slides");
  await dialog.getByRole("textbox", { name: "Language of what is said" }).fill("Suomi");
  await dialog.getByRole("textbox", { name: "Copyright notice" }).fill("© The Test");
  await dialog.getByRole("combobox", { name: "Keywords to add" }).fill(`burrow ${info.project.name}`);
  await page.getByRole("option", { name: /^Add “burrow/ }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Changed: 3 files.")).toBeVisible();
  await expect(grid(page).getByText("Kay Marsupial/The Test")).toHaveCount(3);
  const said = { source: "A drawer of slides", language: "fi", notice: "© The Test" };
  expect(saidOf(word)).toEqual([said, said, said]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back: 3 files.")).toBeVisible();
  expect(saidOf(word).map(({ notice }) => notice)).toEqual(["", "", ""]);
  await expect(grid(page).getByText("Kay Marsupial/The Test")).toHaveCount(0);

  // By mouse: one, and with Shift all between.
  await grid(page)
    .getByRole("checkbox", { name: `Choose ${word}-1.png` })
    .click();
  await grid(page)
    .getByRole("checkbox", { name: `Choose ${word}-3.png` })
    .click({ modifiers: ["Shift"] });
  await expect(bar).toContainText("3 files chosen");
  await bar.getByRole("button", { name: "Collect" }).click();
  await page.getByRole("menuitem", { name: "Put into a collection…" }).click();
  const collect = page.getByRole("dialog", { name: "Put 3 files into a collection" });
  const which = collect.getByRole("combobox", { name: "Collection" });
  if (await which.isVisible()) await which.selectOption("A new collection …");
  await collect.getByRole("textbox", { name: "Name of the new collection" }).fill(`Wombats ${info.project.name}`);
  await expectAccessible(page);
  await collect.getByRole("button", { name: "Make it" }).click();
  await expect(page.getByText(`Put into “Wombats ${info.project.name}”: 3 files.`)).toBeVisible();
  await page.goto("/newsroom/media/collections");
  await expect(page.getByRole("listitem").filter({ hasText: `Wombats ${info.project.name}` })).toContainText("3 files");
  await expectAccessible(page);

  await newArticle(page);
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  const sheet = picker.getByRole("button", { name: /^Filters/ });
  if (await sheet.isVisible()) await sheet.click();
  await picker.getByLabel("Collection", { exact: true }).selectOption(`Wombats ${info.project.name} (3)`);
  // Escape closes the sheet alone.
  if (await picker.getByRole("button", { name: /^Show \d/ }).isVisible()) await page.keyboard.press("Escape");
  await expect(picker.getByRole("list", { name: "Pictures" }).getByRole("listitem")).toHaveCount(3);
  await expectAccessible(page);
  await picker.getByRole("button", { name: new RegExp(`${word}-2`) }).click();
  await expect(picker).toBeHidden();
  await expect(page.getByRole("group", { name: "Lead image" })).toBeVisible();
});

test("A picture is found and picked by keyboard alone, and a library that cannot be reached is asked again", async ({
  page,
}, info) => {
  const word = `numbat${info.project.name}`;
  await signIn(page, PEOPLE.reporter);
  await upload(
    page,
    [1, 2].map((n) => `${word}-${n}.png`),
    info.project.name === "phone" ? 120 : 320,
  );
  await newArticle(page);
  await tabTo(page, page.getByRole("button", { name: "Lead image", exact: true }));
  await page.route("**/newsroom/media/library?*", (route) => route.abort());
  await page.keyboard.press("Enter");
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  await expect(picker.getByRole("alert")).toContainText("cannot be reached");
  await expectAccessible(page);
  await page.unroute("**/newsroom/media/library?*");
  await expect(picker.getByRole("searchbox", { name: "Search pictures" })).toBeFocused();
  await tabTo(page, picker.getByRole("button", { name: "Try again" }));
  await page.keyboard.press("Enter");
  await expect(picker.getByRole("alert")).toBeHidden();

  await tabTo(page, picker.getByRole("searchbox", { name: "Search pictures" }), "Shift+Tab");
  await page.keyboard.type(word);
  const found = picker.getByRole("list", { name: "Pictures" });
  await expect(found.getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(found.getByRole("button").nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(picker).toBeHidden();
  await expect(page.getByRole("group", { name: "Lead image" })).toBeVisible();
});

test("A keyword is renamed on all that carry it, by who may @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await upload(page, ["bilby-1.png"], 90);
  await page.goto("/newsroom/media?q=bilby");
  await grid(page).getByRole("checkbox").first().click();
  await page.getByRole("region", { name: "Chosen files" }).getByRole("button", { name: "Edit…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Keywords to add" }).fill("desert night");
  await page.getByRole("option", { name: "Add “desert night”" }).click();
  await dialog.getByRole("button", { name: "Save the changes" }).click();
  await expect(page.getByText("Changed: 1 file.")).toBeVisible();
  await page.goto("/newsroom/media/keywords");
  await page.getByRole("button", { name: "Rename desert night" }).click();
  await page.getByRole("textbox", { name: "New name" }).fill("Outback");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Rename", exact: true }).last().click();
  await page.getByRole("link", { name: "Outback" }).click();
  await untilAlive(page);
  await expect(grid(page).getByRole("listitem")).toHaveCount(1);
  await expect(page.getByRole("link", { name: /Keyword Outback/ })).toBeVisible();
});
