import type { Page } from "@playwright/test";
import { PASSWORD } from "./servers";
import { expect, expectAccessible, newArticle, PEOPLE, publish, signIn, tabTo, test, untilSaved } from "./test";

const bodyOf = (page: Page) => page.getByRole("textbox", { name: "Body" });

/** Begins a story with the caret in its body. */
async function beginBody(page: Page): Promise<void> {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await bodyOf(page).click();
}

/** The blocks of the body, each by its element and its text. */
function blocksOf(page: Page): Promise<string[]> {
  return bodyOf(page).evaluate((body) =>
    [...body.children].map((block) => `${block.tagName.toLowerCase()} ${block.textContent}`.trim()),
  );
}

async function more(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "More tools" }).click();
  await page.getByRole(/quotes|screen/.test(name) ? "menuitemcheckbox" : "menuitem", { name }).click();
}

test("A slash offers all that may be inserted, found by its letters and told to screen readers", async ({ page }) => {
  await beginBody(page);
  const menu = page.getByRole("listbox", { name: "Insert" });
  await page.keyboard.type("/");
  await expect(menu.getByRole("option")).toHaveCount(19);
  await expect(page.getByRole("status").filter({ hasText: "19 things to insert" })).toHaveCount(1);
  const active = async () => page.locator(`[id="${await bodyOf(page).getAttribute("aria-activedescendant")}"]`);
  await expect(await active()).toHaveText("Heading");
  await expect(menu).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
  await page.keyboard.press("ArrowDown");
  await expect(await active()).toHaveText("Subheading");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(await active()).toHaveText("Divider");

  // Escape leaves what was typed, and the menu stays away while one goes on.
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(bodyOf(page)).not.toHaveAttribute("aria-activedescendant");
  await page.keyboard.type("x");
  await expect(menu).toBeHidden();
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");

  await page.keyboard.type("/subh");
  await expect(menu.getByRole("option")).toHaveText(["Subheading"]);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Part one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Either/or, said she. /pull");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Pull quote text" })).toBeFocused();
  await page.keyboard.type("Water remembers.");
  await page.keyboard.press("Escape");
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.type("/nothing of that name");
  await expect(menu).toBeHidden();
  await page.keyboard.press("Enter");
  expect((await blocksOf(page)).slice(0, 2)).toEqual(["h3 Part one", "p Either/or, said she."]);
  await expect(bodyOf(page).getByText("/nothing of that name")).toBeVisible();

  // What opens a dialog does so, and mouse or finger choose as well.
  await page.keyboard.type("/");
  await menu.getByRole("option", { name: "Table" }).click();
  await expect(page.getByRole("dialog", { name: "Table" })).toBeVisible();
});

test("Tools stand beside words selected by mouse, and are neither a stop of Tab nor read twice @once", async ({
  page,
}) => {
  await beginBody(page);
  await page.keyboard.type("It begins at the source");
  const tools = page.locator("[data-selection-toolbar]");
  await expect(tools).toBeHidden();
  await bodyOf(page)
    .getByText("It begins")
    .dblclick({ position: { x: 5, y: 10 } });
  await expect(tools).toBeVisible();
  await expectAccessible(page);
  await tools.getByTitle(/^Bold/).click();
  await expect(bodyOf(page).locator("strong")).toHaveText("It");
  await tools.getByTitle(/^Link/).click();
  await page.getByRole("dialog", { name: "Link" }).getByLabel("Address").fill("https://example.com/");
  await page.keyboard.press("Enter");
  await expect(bodyOf(page).locator("a")).toHaveText("It");
  await expect(bodyOf(page)).toBeFocused();
  await expect(tools).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(tools).toBeHidden();
});

test("A finger that selects words meets the system's menu alone", async ({ page }, info) => {
  test.skip(info.project.name !== "phone", "There is no finger");
  await beginBody(page);
  await page.keyboard.type("It begins at the source");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(bodyOf(page).locator("strong")).toHaveCount(1);
  await expect(page.locator("[data-selection-toolbar]")).toBeHidden();
});

test("Blocks are moved by keys, by the toolbar and by dragging, and undone", async ({ page }, info) => {
  await beginBody(page);
  for (const words of ["One", "Two", "Three", "Four"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("Five");
  const order = async () => (await blocksOf(page)).map((block) => block.replace("p ", "")).join(" ");
  const told = (text: string) => expect(page.getByRole("status").filter({ hasText: text })).toHaveCount(1);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await told("Moved up, to place 4 of 5");
  await expect.poll(order).toBe("One Two Three Five Four");
  // The caret went along, and several go together.
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(order).toBe("One Three Five Two Four");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await told("Moved down, to place 3 of 5");
  await expect.poll(order).toBe("One Two Three Five Four");
  await more(page, "Move down");
  await expect.poll(order).toBe("One Two Four Three Five");
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await told("Already last");
  await page.keyboard.press("ControlOrMeta+z");

  if (info.project.name !== "desktop") return;
  await bodyOf(page).click();
  const before = await order();
  await bodyOf(page).getByText("One").hover();
  const grip = page.locator("[data-block-handle]");
  const from = await grip.boundingBox();
  const to = await bodyOf(page).locator("> p").nth(3).boundingBox();
  if (!from || !to) throw new Error("Nothing to drag");
  await page.mouse.move(from.x + 8, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, to.y, { steps: 5 });
  await page.mouse.move(from.x + 8, to.y + to.height - 2, { steps: 5 });
  await page.mouse.up();
  const [first, ...others] = before.split(" ");
  await expect.poll(order).toBe([...others.slice(0, 3), first, ...others.slice(3)].join(" "));
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(order).toBe(before);
});

test("A key that comes right after another is meant for what that one selected @once", async ({ page }) => {
  await beginBody(page);
  for (const words of ["One", "Two"]) {
    await page.keyboard.type(words);
    await page.keyboard.press("Enter");
  }
  await page.keyboard.type("Three");
  // On a busy machine the browser tells of a selection only after the next key.
  const selectAndPress = (from: number, to: number, key: { key: string; [held: string]: boolean | string }) =>
    bodyOf(page).evaluate(
      (body, [from, to, key]) => {
        const [first, last] = [body.children[from]?.firstChild, body.children[to]?.firstChild];
        if (!first || !last) throw new Error("Nothing to select");
        getSelection()?.setBaseAndExtent(first, 0, last, last.textContent?.length ?? 0);
        body.dispatchEvent(new KeyboardEvent("keydown", { ...key, bubbles: true, cancelable: true }));
      },
      [from, to, key] as const,
    );
  await selectAndPress(1, 2, { key: "ArrowUp", altKey: true, shiftKey: true });
  await expect(bodyOf(page).locator("> p")).toHaveText(["Two", "Three", "One"]);
  await selectAndPress(1, 1, { key: "b", ctrlKey: true });
  await expect(bodyOf(page).locator("strong")).toHaveText("Three");
});

test("Words are found and replaced, one or all, and all come back by one undo", async ({ page }) => {
  await beginBody(page);
  await page.keyboard.type("The Weir is a weir. Weirs aren't dams.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A weir it was.");
  await page.keyboard.press("ControlOrMeta+f");
  const panel = page.getByRole("search", { name: "Find and replace" });
  const field = panel.getByRole("textbox", { name: "Find", exact: true });
  const count = panel.getByRole("status");
  await expect(field).toBeFocused();
  await page.keyboard.type("weir");
  await expect(count).toHaveText("1 of 4");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("3 of 4");
  await page.keyboard.press("Shift+Enter");
  await expect(count).toHaveText("2 of 4");
  await panel.getByRole("button", { name: "Whole words" }).press("Enter");
  await expect(count).toHaveText("2 of 3");
  await panel.getByRole("button", { name: "Match case" }).press("Enter");
  await expect(count).toHaveText("1 of 2");
  await field.fill("aren't");
  await expect(count).toHaveText("1 of 1");
  await field.fill("sluice");
  await expect(count).toHaveText("No matches");
  await field.fill("weir");
  await expect(count).toHaveText("2 of 2");
  await page.keyboard.press("Enter");
  await expect(count).toHaveText("1 of 2");
  await panel.getByRole("textbox", { name: "Replace with" }).fill("dam ($1)");
  await page.keyboard.press("Enter");
  await expect(bodyOf(page).locator("p").first()).toHaveText(/is a dam \(\$1\)\. Weirs/);
  await expect(count).toHaveText("1 of 1");
  await panel.getByRole("button", { name: "Whole words" }).press("Enter");
  await panel.getByRole("button", { name: "Match case" }).press("Enter");
  await panel.getByRole("textbox", { name: "Replace with" }).fill("$& and $$");
  await panel.getByRole("button", { name: "Replace all" }).press("Enter");
  await expect(count).toHaveText("Replaced 3");
  await expect(bodyOf(page)).toContainText("The $& and $$ is a dam ($1). $& and $$s");
  await field.press("Escape");
  await expect(panel).toBeHidden();
  await expect(bodyOf(page)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bodyOf(page)).toContainText("The Weir is a dam ($1). Weirs aren");
  await expect(bodyOf(page)).toContainText("A weir it was.");

  // Escape leads to the match; what is selected is what is looked for; the menu leads here as well.
  await more(page, "Find and replace");
  await field.fill("it was");
  await expect(count).toHaveText("1 of 1");
  await page.keyboard.press("Escape");
  await page.keyboard.type("they were");
  await expect(bodyOf(page)).toContainText("A weir they were.");
});

test("On a phone the tools stand above the keyboard, large enough for a finger, and all within reach", async ({
  page,
}, info) => {
  test.skip(info.project.name !== "phone", "There is no finger");
  await beginBody(page);
  await page.keyboard.type("Written with a thumb.");
  const toolbar = page.getByRole("toolbar", { name: "Formatting" });
  const bottom = async () => {
    const box = await toolbar.boundingBox();
    return box && Math.round(box.y + box.height);
  };
  await expect.poll(bottom).toBeGreaterThan(840);
  // The keyboard comes up.
  await page.evaluate(() => {
    Object.defineProperty(window.visualViewport, "height", { value: 500, configurable: true });
    window.visualViewport?.dispatchEvent(new Event("resize"));
  });
  await expect.poll(bottom).toBeGreaterThan(490);
  await expect.poll(bottom).toBeLessThanOrEqual(500);
  await expectAccessible(page);
  const buttons = toolbar.getByRole("button");
  for (const button of await buttons.all()) {
    const box = await button.boundingBox();
    expect(
      Math.min(box?.width ?? 0, box?.height ?? 0),
      `${await button.getAttribute("aria-label")}`,
    ).toBeGreaterThanOrEqual(44);
    await button.scrollIntoViewIfNeeded();
    await expect(button).toBeInViewport({ ratio: 0.95 });
  }
  await toolbar.getByRole("button", { name: "Insert", exact: true }).tap();
  await page.getByRole("menuitem", { name: "Divider" }).tap();
  await expect(bodyOf(page).locator("hr")).toHaveCount(1);
  await expect.poll(bottom).toBeLessThanOrEqual(500);
  // Elsewhere they are where they were.
  await page.getByRole("textbox", { name: "Headline" }).tap();
  await expect.poll(bottom).not.toBe(500);
});

test("What is about to be touched in a menu stays there while the page moves", async ({ page }, info) => {
  test.skip(info.project.name !== "phone", "There is no finger");
  await beginBody(page);
  await page.keyboard.type("Written with a thumb.");
  await page.getByRole("button", { name: "Insert", exact: true }).tap();
  const item = page.getByRole("menuitem", { name: "Table", exact: true });
  await expect(item).toBeInViewport();
  // Told apart in one task: the next frame would have put it right.
  const moved = await item.evaluate((element) => {
    const top = () => element.getBoundingClientRect().top;
    const [before, at] = [top(), window.scrollY];
    window.scrollTo({ top: at > 40 ? at - 40 : at + 40, behavior: "instant" });
    return { page: Math.abs(window.scrollY - at), item: Math.abs(top() - before) };
  });
  expect(moved).toEqual({ page: 40, item: 0 });
  await item.tap();
  await expect(page.getByRole("dialog", { name: "Table" })).toBeVisible();
});

test("A story is written and formatted at the width of a phone, and published", async ({ page, browser }, info) => {
  test.skip(info.project.name !== "phone", "There is no finger");
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).tap();
  await page.keyboard.type("Written on a bus");
  await page.getByRole("textbox", { name: "Standfirst" }).tap();
  await page.keyboard.type("And sent before the stop.");
  await bodyOf(page).tap();
  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
  await page.keyboard.type("The driver said ");
  await tool("Bold").tap();
  await page.keyboard.type("nothing");
  await tool("Bold").tap();
  await page.keyboard.type(".");
  await page.keyboard.press("Enter");
  await tool("Heading").tap();
  await page.keyboard.type("The stop");
  await page.keyboard.press("Enter");
  await tool("Bulleted list").tap();
  await page.keyboard.type("Rain");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Wind");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("/pull");
  await page.getByRole("option", { name: "Pull quote" }).tap();
  await page.keyboard.type("Nobody got off.");
  await expect(page.getByRole("textbox", { name: "Pull quote text" })).toHaveValue("Nobody got off.");
  await bodyOf(page).locator("> p").last().tap();
  await page.keyboard.type("It stopped all the same.");
  await more(page, "Move up");
  await untilSaved(page);
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await untilSaved(page);
  const address = await publish(page);
  const reader = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await reader.goto(new URL(address, page.url()).href);
  await expect(reader.locator("strong").getByText("nothing")).toBeVisible();
  await expect(reader.getByRole("heading", { name: "The stop", level: 2 })).toBeVisible();
  await expect(reader.getByRole("listitem").filter({ hasText: "Wind" })).toBeVisible();
  const text = await reader.locator("article.story").innerText();
  expect(text.indexOf("It stopped all the same.")).toBeLessThan(text.indexOf("Nobody got off."));
});

test("Quotes, dashes and dots become those of the story's language, and go back by Backspace or undo @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const headline = page.getByRole("textbox", { name: "Headline" });
  await headline.click();
  await page.keyboard.type(`"It's" -- he said`);
  await expect(headline).toHaveValue("“It’s” – he said");
  await page.keyboard.type(` "`);
  await expect(headline).toHaveValue("“It’s” – he said “");
  await page.keyboard.press("Backspace");
  await expect(headline).toHaveValue(`“It’s” – he said "`);
  await page.getByRole("textbox", { name: "Standfirst" }).click();
  await page.keyboard.type("So...");
  await expect(page.getByRole("textbox", { name: "Standfirst" })).toHaveValue("So…");

  await bodyOf(page).click();
  await page.keyboard.type(`"It's 'on'," she said...`);
  await expect(bodyOf(page)).toHaveText("“It’s ‘on’,” she said…");
  await page.keyboard.type(` "`);
  await page.keyboard.press("Backspace");
  await expect(bodyOf(page)).toHaveText(`“It’s ‘on’,” she said… "`);
  await page.keyboard.type(` "`);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(bodyOf(page)).toHaveText(`“It’s ‘on’,” she said… " "`);

  await page.getByLabel("Language", { exact: true }).fill("de");
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.type(`"Ja", sagt sie.`);
  await expect(bodyOf(page)).toHaveText("„Ja“, sagt sie.");
  await more(page, "Smart quotes and dashes");
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(`"Ja" -- so...`);
  await expect(bodyOf(page)).toHaveText(`"Ja" -- so...`);
  await untilSaved(page);
  await page.reload();
  await bodyOf(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(`"`);
  await expect(bodyOf(page)).toHaveText(`"Ja" -- so..."`);
});

test("Full screen leaves the story and whether it is saved, and Escape leaves it", async ({ page }) => {
  await beginBody(page);
  await page.keyboard.type("In peace.");
  const details = page.getByRole("complementary", { name: "Story details" });
  await page.keyboard.press("ControlOrMeta+Shift+F");
  await expect(details).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Newsroom" })).toBeHidden();
  await expect(bodyOf(page)).toBeFocused();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeInViewport();
  await expectAccessible(page);
  // What is open is closed first.
  await page.keyboard.press("ControlOrMeta+f");
  await page.keyboard.press("Escape");
  await expect(bodyOf(page)).toBeFocused();
  await expect(details).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(details).toBeVisible();
  await more(page, "Full screen");
  await expect(details).toBeHidden();
  await page.keyboard.press("ControlOrMeta+Shift+F");
  await expect(details).toBeVisible();
});

test("All keys are told by a question mark, unless one is typing or has turned that off", async ({ page }) => {
  await beginBody(page);
  await page.keyboard.type("Why?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(bodyOf(page)).toHaveText("Why?");
  await expect(sheet).toBeHidden();
  await page.getByRole("link", { name: "All articles" }).focus();
  await page.keyboard.press("Shift+?");
  await expect(sheet).toContainText("Move up");
  await expect(sheet).toContainText("Alt+Shift+↑");
  await expectAccessible(page);
  await sheet.getByLabel(/Open this by/).uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("link", { name: "All articles" })).toBeFocused();
  await page.keyboard.press("Shift+?");
  await expect(sheet).toBeHidden();
  await more(page, "Keyboard shortcuts");
  await expect(sheet).toBeVisible();
});

test("Words, minutes and what is left of a headline are counted @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).click();
  await page.keyboard.type("Weir");
  await expect(page.getByText("4 of about 80 characters")).toBeVisible();
  await page.getByRole("textbox", { name: "Headline" }).fill("Weir ".repeat(17));
  await bodyOf(page).click();
  await expect(page.getByText("85 of about 80 characters: long for a headline")).toBeVisible();
  await page.keyboard.type("One two three");
  await expect(page.getByText("3 words · 1 min read")).toBeVisible();
  await page.evaluate(async () => {
    const data = new DataTransfer();
    data.setData("text/plain", "word ".repeat(460));
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
  });
  await expect(page.getByText(/^46\d words · 2 min read/)).toBeVisible();
});

test("What Markdown writers type becomes headings, lists, quotes, rules and emphasis @once", async ({ page }) => {
  await beginBody(page);
  const lines = ["## Heading", "### Subheading", "**bold** and *italic* words"];
  for (const line of lines) {
    await page.keyboard.type(line);
    await page.keyboard.press("Enter");
  }
  await expect(bodyOf(page).locator("h2")).toHaveText("Heading");
  await expect(bodyOf(page).locator("h3")).toHaveText("Subheading");
  await expect(bodyOf(page).locator("strong")).toHaveText("bold");
  await expect(bodyOf(page).locator("em")).toHaveText("italic");
  for (const [typed, list] of [
    ["- ", "ul"],
    ["1. ", "ol"],
  ] as const) {
    await page.keyboard.type(`${typed}first`);
    await page.keyboard.press("Enter");
    await page.keyboard.type("second");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect(bodyOf(page).locator(`> ${list} > li`)).toHaveText(["first", "second"]);
  }
  await page.keyboard.type("---");
  await expect(bodyOf(page).locator("hr")).toHaveCount(1);
  await page.keyboard.type("> said she");
  await expect(bodyOf(page).locator("blockquote")).toContainText("said she");
  await untilSaved(page);
});

test("What was typed before a save is undone after it, and done again @once", async ({ page }) => {
  await beginBody(page);
  await page.keyboard.type("First thought.");
  await untilSaved(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second thought.");
  // By itself, as while one thinks.
  await expect(page.getByText("Saving…")).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await expect(bodyOf(page)).toBeFocused();
  const undo = page.getByRole("button", { name: "Undo", exact: true });
  for (let step = 0; step < 10 && (await undo.isEnabled()); step++) await page.keyboard.press("ControlOrMeta+z");
  await expect(bodyOf(page)).toHaveText("");
  await untilSaved(page);
  for (let step = 0; step < 10; step++) await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(bodyOf(page)).toHaveText("First thought.Second thought.");
  await untilSaved(page);
  await page.reload();
  await expect(bodyOf(page)).toHaveText("First thought.Second thought.");
});

test("A story is written with every tool, and published, without a mouse @once", async ({ page }) => {
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const type = (text: string) => page.keyboard.type(text);
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await type(PEOPLE.editor);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await type(PASSWORD);
  await press("Enter");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "New article" }));
  await press("Enter");
  await expect(bodyOf(page)).toBeVisible();
  await tabTo(page, page.getByRole("textbox", { name: "Headline" }));
  await type("Keys alone");
  await press("Enter");
  await type("No mouse was moved.");
  await press("Enter");
  await expect(bodyOf(page)).toBeFocused();

  await type(`"It works," she said.`);
  await press("Enter");
  await type("/key");
  await press("Enter");
  await expect(page.getByRole("textbox", { name: "Point 1" })).toBeFocused();
  await type("It works");
  await press("Escape");
  await expect(bodyOf(page)).toBeFocused();
  await type("## Why");
  await press("Enter");
  await type("- one");
  await press("Enter");
  await type("two");
  await press("Enter", "Enter");
  // From the toolbar, by its arrows.
  await press("Alt+F10", "ArrowRight");
  await expect(page.getByRole("button", { name: "Bold", exact: true })).toBeFocused();
  await press("Enter");
  await type("Boldly");
  await press("ControlOrMeta+b");
  await type(" she went on. ");
  // A picture would be had in the same way: the slash leads to its dialog, Escape out of it.
  await type("/picture");
  await press("Enter");
  await expect(page.getByRole("dialog", { name: "Choose a picture" })).toBeVisible();
  await press("Escape");
  await expect(bodyOf(page)).toBeFocused();
  await press("Alt+Shift+ArrowUp");
  // The toolbar begins where it was left; beyond its first tool is its last.
  await press("Alt+F10", "ArrowLeft", "ArrowLeft");
  await expect(page.getByRole("button", { name: "More tools" })).toBeFocused();
  await press("Enter");
  await type("Find");
  await press("Enter");
  await expect(page.getByRole("textbox", { name: "Find", exact: true })).toBeFocused();
  await type("Why");
  await press("Tab", "Tab", "Tab", "Tab");
  await type("How");
  await press("Enter", "Escape");
  await expect(bodyOf(page).locator("h2")).toHaveText("How");
  await expect(bodyOf(page)).toBeFocused();

  await tabTo(page, page.getByRole("combobox", { name: "Section" }));
  await type("Harb");
  await press("Tab");
  await tabTo(page, page.getByRole("button", { name: "Publish", exact: true }), "Shift+Tab");
  await press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish this story?" });
  await tabTo(page, dialog.getByRole("button", { name: "Publish", exact: true }));
  await press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.locator(":focus")).toHaveText("Published");
  await press("Tab");
  const opened = page.waitForEvent("popup");
  await press("Enter");
  const reader = await opened;
  await expect(reader.getByText("“It works,” she said.")).toBeVisible();
  await expect(reader.getByRole("heading", { name: "How", level: 2 })).toBeVisible();
  await expect(reader.locator("strong").getByText("Boldly")).toBeVisible();
  const text = await reader.locator("article.story").innerText();
  expect(text.indexOf("Boldly")).toBeLessThan(text.indexOf("two"));
});
