import type { Locator, Page, Request } from "@playwright/test";
import {
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  newArticle,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

const body = (page: Page) => page.getByRole("textbox", { name: "Body" });
const suggestions = (page: Page) => page.getByRole("region", { name: "Suggestions" });
const comments = (page: Page) => page.getByRole("region", { name: "Comments" });
const suggest = (page: Page) => page.getByRole("button", { name: "Suggest", exact: true });

/** Selects words of the body, as a drag over them does. */
async function selectWords(page: Page, words: string): Promise<void> {
  await body(page).focus();
  await body(page).evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error(`“${wanted}” stand nowhere`);
  }, words);
  await expect(page.getByRole("button", { name: "Comment", exact: true })).toBeEnabled();
}

/** While one writes in the body it is theirs: others get no tools to change it with. */
async function leaveBody(page: Page): Promise<void> {
  const told = page.waitForResponse((answer) => answer.url().endsWith("/company") && isElsewhere(answer.request()));
  await page.getByRole("textbox", { name: "Headline" }).focus();
  await told;
}

function isElsewhere(request: Request): boolean {
  return request.method() === "PUT" && request.postDataJSON().field !== "body";
}

async function pressUntilFocused(page: Page, key: string, control: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${control} cannot be reached by ${key}`);
}

test("One suggests an insertion and a deletion, the other accepts the one and rejects the other @once", async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).fill("Ferry timetable changes");
  await body(page).click();
  await page.keyboard.type("The first ferry leaves at six in the grey morning.");
  await untilSaved(page);
  await leaveBody(page);

  const editor = await pageOf(browser, PEOPLE.editor, page);
  await editor.goto(page.url());
  await suggest(editor).click();
  await expect(suggest(editor)).toHaveAttribute("aria-pressed", "true");
  await expect(editor.getByText(/^Suggesting:/)).toBeVisible();
  await selectWords(editor, "grey ");
  await editor.keyboard.press("Delete");
  await selectWords(editor, " ferry");
  await editor.keyboard.press("ArrowLeft");
  await editor.keyboard.type(" northern");
  await expect(suggestions(editor).getByRole("listitem")).toHaveCount(2);
  await expect(body(editor).locator("ins")).toHaveText(" northern");
  await expect(body(editor).locator("del")).toHaveText("grey ");
  await untilSaved(editor);
  await expectAccessibleAtBothWidths(editor);
  // It is kept for this story in this tab.
  await editor.reload();
  await expect(suggest(editor)).toHaveAttribute("aria-pressed", "true");

  await page.reload();
  const [inserted, deleted] = [
    suggestions(page).getByRole("listitem").filter({ hasText: "northern" }),
    suggestions(page).getByRole("listitem").filter({ hasText: "grey" }),
  ];
  await expect(inserted).toContainText("Mirjam Tveitt");
  await expect(suggest(page)).toHaveAttribute("aria-pressed", "false");
  await inserted.getByRole("button", { name: "Accept" }).click();
  await deleted.getByRole("button", { name: "Reject" }).click();
  await expect(suggestions(page).getByRole("listitem")).toHaveCount(0);
  await expect(body(page)).toHaveText("The first northern ferry leaves at six in the grey morning.");
  await expect(body(page).locator("ins, del")).toHaveCount(0);

  // Both can be undone, and done again.
  await body(page).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(suggestions(page).getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(suggestions(page).getByRole("listitem")).toHaveCount(2);
  await suggestions(page).getByRole("button", { name: "Reject all" }).click();
  await expect(body(page)).toHaveText("The first ferry leaves at six in the grey morning.");
  await untilSaved(page);
});

test("A comment names somebody, who finds it, answers it and resolves it", async ({ page, browser }, info) => {
  const headline = `Ferry fares rise ${info.project.name}`;
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await body(page).click();
  await page.keyboard.type("Fares rise by nine per cent in May.");
  await untilSaved(page);
  await leaveBody(page);

  const editor = await pageOf(browser, PEOPLE.editor, page);
  await editor.goto(page.url());
  await selectWords(editor, "nine per cent");
  await editor.keyboard.press("ControlOrMeta+Alt+m");
  const field = comments(editor).getByRole("textbox", { name: "Comment" });
  await expect(field).toBeFocused();
  await editor.keyboard.type("Says who, @Ines");
  await expect(editor.getByRole("option", { name: /^Inês / })).toHaveAttribute("aria-selected", "true");
  await expectAccessible(editor);
  await editor.keyboard.press("Enter");
  await editor.keyboard.type("?");
  await comments(editor).getByRole("button", { name: "Post comment" }).click();
  await expect(
    comments(editor)
      .getByRole("listitem")
      .getByText(/^Says who, /),
  ).toBeVisible();
  await expect(body(editor).locator("[data-comment]")).toHaveText("nine per cent");
  await untilSaved(editor);

  await page.goto("/newsroom/work");
  await expectAccessible(page);
  await page
    .getByRole("region", { name: "For you" })
    .getByRole("link", { name: `Mirjam Tveitt in “${headline}”` })
    .click();
  const thread = comments(page).getByRole("listitem").filter({ hasText: "Says who" }).first();
  await expect(thread).toBeInViewport();
  await expect(thread).toContainText("nine per cent");
  await thread.getByRole("button", { name: "Reply" }).click();
  await page.keyboard.type("The harbour board, in its letter.");
  // What is typed outlives the page.
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveValue("The harbour board, in its letter.");
  await page.getByRole("textbox", { name: "Reply" }).press("ControlOrMeta+Enter");
  await expect(thread).toContainText("The harbour board, in its letter.");
  await thread.getByRole("button", { name: "Resolve" }).click();
  await expect(comments(page).getByText("None is open.")).toBeVisible();

  // The other sees it on coming back to the page.
  await editor.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(comments(editor).getByText("None is open.")).toBeVisible();
  await comments(editor).getByRole("button", { name: "Resolved", exact: true }).click();
  await expect(comments(editor).getByText("The harbour board, in its letter.")).toBeVisible();
  await body(editor).locator("[data-comment]").click();
  const opened = comments(editor).getByRole("listitem").first();
  await expect(opened).toHaveAttribute("aria-current", "true");
  await expect(opened).toBeInViewport();
  await editor.keyboard.press("ControlOrMeta+Alt+m");
  await expect(opened).toBeFocused();
  await page.goto("/newsroom/work");
  await expect(page.getByRole("link", { name: `Mirjam Tveitt in “${headline}”` })).toHaveCount(0);

  // Where the words are gone, what was said of them stays.
  await selectWords(editor, "nine per cent");
  await editor.keyboard.press("Delete");
  await expect(comments(editor).getByText("The words are gone.")).toBeVisible();
});

test("Readers, feeds, search and previews get nothing of what is only suggested or said @once", async ({
  page,
  request,
}, info) => {
  const name = info.project.name;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Quay lamps ${name}`, text: "The lamps burn all night long. They are old." });
  await suggest(page).click();
  await selectWords(page, "all night ");
  await page.keyboard.press("Delete");
  await selectWords(page, "They are old.");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type(" Zanzibarine mutterings.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("A quixotic paragraph.");
  await selectWords(page, "lamps burn");
  await page.getByRole("button", { name: "Comment", exact: true }).click();
  await page.keyboard.type("Xylophonic gossip about the lamps.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(body(page).locator("[data-comment]")).toHaveText("lamps burn");
  await untilSaved(page);
  await expect(page.getByText(/^9 words · /)).toBeVisible();

  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(
    page.getByRole("dialog").getByText(/^Readers see the story without \d open suggestions?\.$/),
  ).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.keyboard.press("Escape");
  const address = await publish(page);

  const section = address.split("/")[1];
  const places = [
    address,
    "/",
    "/rss.xml",
    "/feed.json",
    `/${section}/atom.xml`,
    `/search?q=${encodeURIComponent(`Quay lamps ${name}`)}`,
  ];
  for (const place of places) {
    const html = await (await request.get(place)).text();
    expect(html, place).toContain(`Quay lamps ${name}`);
    expect(html, place).not.toMatch(/Zanzibarine|quixotic|Xylophonic|data-suggestion|data-comment|<ins|<del|\u200B/);
  }
  expect(await (await request.get(address)).text()).toContain("The lamps burn all night long. They are old.");
  for (const word of ["Zanzibarine", "quixotic", "Xylophonic"]) {
    expect(await (await request.get(`/search?q=${word}`)).text()).not.toContain(`Quay lamps ${name}`);
  }
  await page.goto(`${page.url().split("#")[0]}/preview`);
  await expect(page.getByText("The lamps burn all night long. They are old.")).toBeVisible();
  expect(await page.content()).not.toMatch(/Zanzibarine|quixotic|Xylophonic|data-suggestion/);
});

test("While one suggests, a slash in a new paragraph offers blocks as ever @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await body(page).click();
  await page.keyboard.type("Tides turn at noon.");
  await suggest(page).click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("/divid");
  await expect(page.getByRole("listbox", { name: "Insert" }).getByRole("option", { name: "Divider" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(suggestions(page).getByRole("listitem").first()).toBeVisible();
  await page.getByRole("button", { name: "Accept all" }).click();
  await expect(body(page).locator("hr")).toHaveCount(1);
  await expect(body(page)).toHaveText("Tides turn at noon.");
});

test("By keyboard alone one suggests, accepts, comments and resolves @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await body(page).focus();
  await page.keyboard.type("Tides turn at noon.");
  await page.keyboard.press("ControlOrMeta+Shift+e");
  await expect(suggest(page)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.type(" And at midnight.");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(comments(page).getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("Check the almanac.");
  await page.keyboard.press("ControlOrMeta+Enter");
  const thread = comments(page).getByRole("listitem").filter({ hasText: "Check the almanac." }).first();
  await expect(thread).toBeFocused();
  await pressUntilFocused(page, "Shift+Tab", suggestions(page).getByRole("button", { name: /^Accept “/ }));
  await page.keyboard.press("Enter");
  await expect(body(page)).toHaveText("Tides turn at noon. And at midnight.");
  await expect(page.getByText("Accepted. None is left.")).toBeAttached();
  await expect(suggestions(page).getByRole("heading")).toBeFocused();
  await pressUntilFocused(page, "Tab", thread.getByRole("button", { name: /^Resolve/ }));
  await page.keyboard.press("Enter");
  await expect(comments(page).getByRole("heading")).toBeFocused();
  await expect(comments(page).getByText("None is open.")).toBeVisible();
});

test("Who may not change a story reads it without suggestions, and what was said of it @once", async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: "Cranes move", text: "The cranes move east." });
  await suggest(page).click();
  await page.keyboard.type(" Slowly.");
  await selectWords(page, "cranes");
  await page.keyboard.press("ControlOrMeta+Alt+m");
  await expect(comments(page).getByRole("textbox", { name: "Comment" })).toBeFocused();
  await page.keyboard.type("Which ones?");
  await page.keyboard.press("ControlOrMeta+Enter");
  // In the list, and not only in the field where it was written.
  await expect(comments(page).getByRole("listitem").getByText("Which ones?", { exact: true })).toBeVisible();
  await untilSaved(page);
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await reporter.goto(page.url());
  await expect(reporter.getByText("The cranes move east.", { exact: true })).toBeVisible();
  await expect(reporter.getByText("Slowly")).toHaveCount(0);
  await expect(suggest(reporter)).toHaveCount(0);
  await expect(comments(reporter).getByRole("listitem").getByText("Which ones?", { exact: true })).toBeVisible();
  await expectAccessible(reporter);
});
