import type { Page } from "@playwright/test";
import { storyPath } from "@/db/seed/edition/content";
import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  PEOPLE,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

/** A browser of a reader, who is not signed in. */
async function readerOf(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error("There is no browser");
  const context = await browser.newContext({ viewport: page.viewportSize(), baseURL: new URL(page.url()).origin });
  return context.newPage();
}

async function statusOf(reader: Page, address: string): Promise<number> {
  return (await reader.request.get(address)).status();
}

/** Rewrites the standfirst, so that there is something to publish. */
async function rewrite(page: Page, standfirst: string): Promise<void> {
  await page.getByRole("textbox", { name: "Standfirst" }).fill(standfirst);
  await untilSaved(page);
}

/** Publishes the draft as a change of a kind, with what it says. */
async function publishAs(page: Page, kind: string, fields: Record<string, string> = {}, ends = false): Promise<void> {
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: kind, exact: true }).check();
  for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label).fill(value);
  if (ends) await dialog.getByLabel("End the retraction").check();
  await dialog.getByRole("button", { name: "Publish update", exact: true }).click();
  await expect(dialog).toBeHidden();
}

let n = 0;
const headlineOf = (about: string, page: Page) => `${about} ${page.viewportSize()?.width} ${Date.now()}${n++}`;

test("The ledger of the edition's story reads as it should, and is told in print, in the dark and to screen readers", async ({
  page,
}) => {
  await page.goto(storyPath("herring"));
  await page.getByRole("link", { name: "What changed", exact: true }).click();
  await expect(page.getByRole("heading", { name: "What changed", level: 1 })).toBeVisible();
  const kinds = page.locator("main").getByRole("heading", { level: 2 });
  await expect(kinds).toHaveText(["Clarification", "Update", "Correction", "2 minor updates", "First published"]);
  const correction = page.getByRole("listitem").filter({ hasText: "It is 18,400 tonnes." });
  await expect(correction.locator("del")).toHaveText("[Removed: boxes]");
  await expect(correction.locator("ins")).toHaveText("[Added: tonnes]");
  await page.getByText("What changed", { exact: true }).last().click();
  await expect(page.getByText("for twenty years", { exact: false })).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("ins").first()).toHaveCSS("text-decoration-line", "underline");
  await expect(page.locator("del").first()).toHaveCSS("text-decoration-line", "line-through");
  expect(await page.locator('meta[name="robots"]').getAttribute("content")).toContain("noindex");
  expect(await page.locator('link[rel="canonical"]').getAttribute("href")).toContain(`${storyPath("herring")}/history`);
});

test("A correction is published upon what readers see while the draft holds other work; its story's history and the paper's corrections both tell it @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  const headline = headlineOf("The weir", page);
  await writeStory(page, { headline, text: "The weir was built in 1911." });
  const path = await publish(page);
  const reader = await readerOf(page);
  await reader.goto(path);
  await expect(reader.getByRole("link", { name: "What changed", exact: true })).toHaveCount(0);

  await rewrite(page, "Work that is not done.");
  await page.getByRole("button", { name: "Correct or retract" }).click();
  const dialog = page.getByRole("dialog", { name: "Correct or retract" });
  await dialog.getByRole("button", { name: "Tell readers" }).click();
  await expect(dialog.getByLabel("What was wrong, and what is right")).toBeFocused();
  await dialog.getByLabel("What was wrong, and what is right").fill(`It was built in 1912, ${headline} had it wrong.`);
  await dialog.getByLabel("Approved by").selectOption({ index: 1 });
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Tell readers" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("region", { name: "Corrections" })).toContainText("approved by");

  await reader.reload();
  await expect(reader.getByRole("region", { name: /^Correction/ })).toContainText("It was built in 1912");
  await expect(reader.getByText("Work that is not done.")).toHaveCount(0);
  await reader.getByRole("link", { name: "All changes to this story" }).click();
  await expect(reader.getByText("The text itself stayed as it was.")).toBeVisible();
  await expectAccessibleAtBothWidths(reader);
  await reader.goto("/corrections");
  const entry = reader.getByRole("listitem").filter({ hasText: "It was built in 1912" }).filter({ hasText: headline });
  await expect(entry).toContainText("Correction");
  await expectAccessibleAtBothWidths(reader);
  await entry.getByRole("link", { name: headline, exact: true }).click();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(headline);
  const feed = await (await reader.request.get("/corrections/rss.xml")).text();
  expect(feed).toContain(`Correction: ${headline}`);
});

test("A minor update moves no time and stands folded in the history; an update says what changed @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: headlineOf("The lock", page), text: "The lock opens at eight." });
  const path = await publish(page);
  const reader = await readerOf(page);
  await rewrite(page, "A slip was mended.");
  await publishAs(page, "Minor update");
  await reader.goto(path);
  await expect(reader.getByText("A slip was mended.")).toBeVisible();
  await expect(reader.getByText("Updated", { exact: true })).toHaveCount(0);

  await rewrite(page, "It opens at seven now.");
  await page.getByRole("button", { name: "Publish update", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Publish update", exact: true }).click();
  await expect(dialog.getByLabel("What changed")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("What changed").fill("The lock opens an hour earlier.");
  await dialog.getByRole("button", { name: "Publish update", exact: true }).click();
  await expect(dialog).toBeHidden();
  await reader.reload();
  await expect(reader.getByText("Updated", { exact: true })).toBeVisible();
  await reader.getByRole("link", { name: "What changed", exact: true }).click();
  await expect(reader.locator("main").getByRole("heading", { level: 2 })).toHaveText([
    "Update",
    "1 minor update",
    "First published",
  ]);
  await expect(reader.getByText("The lock opens an hour earlier.")).toBeVisible();
});

test("A retracted story stays where it is, marked, leaves the lists, and comes back only by an explicit act @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  const headline = headlineOf("The eel", page);
  await writeStory(page, { headline, text: "An eel of nine metres was seen." });
  const path = await publish(page);
  const reader = await readerOf(page);
  await reader.goto("/harbour");
  await expect(reader.getByRole("link", { name: headline })).toHaveCount(1);

  await page.getByRole("button", { name: "Correct or retract" }).click();
  const dialog = page.getByRole("dialog", { name: "Correct or retract" });
  await dialog.getByRole("radio", { name: "Retraction", exact: true }).check();
  await dialog.getByLabel("Why it is retracted").fill("Nobody saw an eel.");
  await dialog.getByRole("button", { name: "Tell readers" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status", { name: "Where the story is" })).toContainText("Retracted");

  expect(await statusOf(reader, path)).toBe(200);
  await reader.goto(path);
  await expect(reader).toHaveTitle(new RegExp(`^Retracted: ${headline}`));
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(`Retracted ${headline}`);
  await expect(reader.getByRole("region", { name: /^This story was retracted/ })).toContainText("Nobody saw an eel.");
  const data = await reader.locator('script[type="application/ld+json"]').allTextContents();
  expect(data.join()).toContain('"creativeWorkStatus":"Retracted"');
  await expectAccessibleAtBothWidths(reader);
  for (const list of ["/", "/harbour", `/search?q=${encodeURIComponent(headline)}`]) {
    await reader.goto(list);
    await expect(reader.getByRole("link", { name: headline }), list).toHaveCount(0);
  }
  for (const file of ["/rss.xml", "/news-sitemap.xml"]) {
    expect(await (await reader.request.get(file)).text(), file).not.toContain(headline);
  }
  await reader.goto("/corrections");
  await expect(reader.getByRole("listitem").filter({ hasText: headline })).toContainText("Nobody saw an eel.");

  await rewrite(page, "We asked again.");
  await publishAs(page, "Update", { "What changed": "We asked again." });
  await reader.goto(path);
  await expect(reader.getByRole("region", { name: /^This story was retracted/ })).toBeVisible();
  await rewrite(page, "There was an eel.");
  await publishAs(page, "Update", { "What changed": "There was an eel after all." }, true);
  await reader.reload();
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(headline);
  await reader.goto("/harbour");
  await expect(reader.getByRole("link", { name: headline })).toHaveCount(1);
});

test("What is taken down is gone from every page of the paper, and can be published again only once that is lifted @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  const headline = headlineOf("The witness", page);
  await writeStory(page, { headline, text: "A witness spoke." });
  const path = await publish(page);
  const reader = await readerOf(page);
  expect(await statusOf(reader, `${path}/history`)).toBe(200);

  await page.getByRole("button", { name: "Take down", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Reason").selectOption("privacy");
  await dialog.getByRole("button", { name: "Take down", exact: true }).click();
  await expect(dialog.getByLabel("What readers are told")).toBeFocused();
  await dialog.getByLabel("What readers are told").fill("It could have led to somebody who must not be found.");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Take down", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("status", { name: "Where the story is" })).toContainText("Taken down");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();

  for (const address of [path, `${path}/history`]) {
    expect(await statusOf(reader, address), address).toBe(410);
    await reader.goto(address);
    await expect(reader.getByText("to protect somebody’s privacy")).toBeVisible();
    await expect(reader.getByText("It could have led to somebody who must not be found.")).toBeVisible();
    await expect(reader.getByText(headline)).toHaveCount(0);
    await expectAccessible(reader);
  }
  for (const file of ["/rss.xml", "/news-sitemap.xml", `/search?q=${encodeURIComponent(headline)}`, "/harbour"]) {
    expect((await (await reader.request.get(file)).text()).includes(`>${headline}<`), file).toBe(false);
  }
  await page.getByRole("button", { name: "Lift the take-down" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Lift it" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("status", { name: "Where the story is" })).toContainText("Unpublished");
  expect(await publish(page)).toBe(path);
  expect(await statusOf(reader, path)).toBe(200);
});

test("An old text is looked at beside the draft, and restored @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  const headline = headlineOf("The tide", page);
  await writeStory(page, { headline, text: "The tide turns at six." });
  await publish(page);
  await rewrite(page, "Nobody likes this standfirst.");
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("heading", { name: "History", level: 1 })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page
    .getByRole("link", { name: /^Against the draft/ })
    .first()
    .click();
  const compared = page.getByRole("heading", { name: "Standfirst" }).locator("..");
  await expect(compared.locator("ins").first()).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await expect(page.getByRole("list", { name: "Events" })).toContainText("published this story");
  await page
    .getByRole("button", { name: /^Restore/ })
    .first()
    .click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore it" }).click();
  await expect(page.getByRole("textbox", { name: "Standfirst" })).toHaveValue("What happened, in a sentence.");
  await page.getByRole("link", { name: "History", exact: true }).click();
  await expect(page.getByRole("list", { name: "Events" })).toContainText("restored an earlier text of this story");
  await expect(page.getByRole("list", { name: "Versions" })).toContainText("End of a sitting");
});

test("Any two texts are chosen and compared, with the picture that took the place of another @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: headlineOf("The gauge", page), text: "The gauge was read at six." });
  const name = (at: number) => `gauge-${at}-${page.viewportSize()?.width}.png`;
  const choose = async (at: number, colour: string, button: string) => {
    await page.getByRole("button", { name: button, exact: true }).click();
    const picker = page.getByRole("dialog", { name: "Choose a picture" });
    const buffer = await drawnPicture(page, colour);
    await picker.locator("input[type=file]").setInputFiles({ name: name(at), mimeType: "image/png", buffer });
    await picker.getByRole("button", { name: `Use this picture ${name(at)}` }).click();
    await expect(picker).toBeHidden();
    const lead = page.getByRole("group", { name: "Lead image" });
    await lead.getByLabel("Alt text").fill(`The gauge, picture ${at}`);
    await lead.getByLabel("Credit").fill("Drawn for a test");
    await untilSaved(page);
  };
  await choose(1, "#135", "Lead image");
  await publish(page);
  await choose(2, "#531", "Replace lead image");
  await publish(page, "Publish update");
  await rewrite(page, "It is the third text.");

  await page.getByRole("link", { name: "History", exact: true }).click();
  const versions = page.getByRole("list", { name: "Versions" });
  await versions.getByRole("radio", { name: /^From Published: first published/ }).check();
  await versions.getByRole("radio", { name: /^To Published: update/ }).check();
  await page.getByRole("button", { name: "Compare the chosen two" }).click();
  await expect(page.getByRole("heading", { name: "Compared", level: 2 })).toBeVisible();
  await expect(versions.getByRole("radio", { name: /^From Published: first published/ })).toBeChecked();
  await expect(versions.getByRole("radio", { name: /^To Published: update/ })).toBeChecked();
  const lead = page.getByRole("heading", { name: "Lead image", level: 3 }).locator("..");
  await expect(lead.locator("del").first()).toBeVisible();
  await expect(lead.locator("ins").first()).toBeVisible();
  const shown = lead.locator("img");
  await expect(shown).toHaveCount(2);
  const files = new Set<string>();
  for (const picture of await shown.all()) {
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    files.add(await picture.evaluate((img: HTMLImageElement) => img.currentSrc));
  }
  expect(files.size).toBe(2);
  // What was written since is in neither.
  await expect(page.getByRole("heading", { name: "Standfirst", level: 3 })).toHaveCount(0);
  await expectAccessibleAtBothWidths(page);
});

test("Redirects are made by hand, imported with a report, searched, edited and removed; a story's old address is listed @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  const word = `old-${page.viewportSize()?.width}-${Date.now()}`;
  await page.goto("/newsroom/redirects");
  await expectAccessibleAtBothWidths(page);
  const make = async (from: string, to: string) => {
    await page.getByRole("button", { name: "New redirect" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("From").fill(from);
    await dialog.getByLabel("To", { exact: true }).fill(to);
    await dialog.getByRole("button", { name: "Keep redirect" }).click();
    return dialog;
  };
  const refused = await make("/search", "/archive");
  await expect(refused.getByRole("alert")).toContainText("A page of the paper stands at /search.");
  await expect(refused.getByLabel("From")).toBeFocused();
  await expectAccessibleAtBothWidths(page);
  await page.keyboard.press("Escape");
  await expect(await make(`/${word}/page`, storyPath("herring"))).toBeHidden();

  const reader = await readerOf(page);
  await reader.goto(`/${word}/page`);
  await expect(reader).toHaveURL(new RegExp(`${storyPath("herring")}$`));

  await page.getByRole("button", { name: "Import CSV" }).click();
  const importing = page.getByRole("dialog");
  await importing
    .getByLabel("Lines")
    .fill(`from,to\n/${word}/gone,gone\n/${word}/bad,/nothing/here\n/harbour,/archive`);
  await importing.getByRole("button", { name: "Import", exact: true }).click();
  await expect(importing.getByRole("status")).toContainText("1 redirect was kept. 2 lines were refused.");
  await expect(importing.getByRole("table")).toContainText("Nothing of ours stands at /nothing/here.");
  await expectAccessibleAtBothWidths(page);
  await page.keyboard.press("Escape");
  expect(await statusOf(reader, `/${word}/gone`)).toBe(410);
  await reader.goto(`/${word}/gone`);
  await expect(reader.getByRole("heading", { name: "What stood here is gone" })).toBeVisible();
  await expectAccessibleAtBothWidths(reader);

  await page.getByRole("searchbox", { name: "Search addresses" }).fill(word);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const made = page.getByRole("list", { name: "Made by hand" });
  await expect(made.getByRole("listitem")).toHaveCount(2);
  await page.getByRole("button", { name: `Edit /${word}/page` }).click();
  await page.getByRole("dialog").getByLabel("To", { exact: true }).fill("/corrections");
  await page.getByRole("dialog").getByRole("button", { name: "Save redirect" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await reader.goto(`/${word}/page`);
  await expect(reader).toHaveURL(/\/corrections$/);
  await page.getByRole("button", { name: `Remove /${word}/page` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove redirect" }).click();
  await expect(made.getByRole("listitem")).toHaveCount(1);
  expect(await statusOf(reader, `/${word}/page`)).toBe(404);

  // Many are removed together, and had back.
  for (const at of [1, 2]) await expect(await make(`/${word}/many-${at}`, "/corrections")).toBeHidden();
  await expect(made.getByRole("listitem")).toHaveCount(3);
  for (const at of [1, 2]) await page.getByRole("checkbox", { name: `Choose /${word}/many-${at}` }).check();
  const bar = page.getByRole("region", { name: "Chosen redirects" });
  await expect(bar).toContainText("2 redirects chosen");
  await expectAccessibleAtBothWidths(page);
  await bar.getByRole("button", { name: "Remove them" }).click();
  await expect(page.getByText("Removed: 2 redirects.")).toBeVisible();
  await expect(made.getByRole("listitem")).toHaveCount(1);
  expect(await statusOf(reader, `/${word}/many-1`)).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Put back: 2 redirects.")).toBeVisible();
  await expect(made.getByRole("listitem")).toHaveCount(3);
  await reader.goto(`/${word}/many-1`);
  await expect(reader).toHaveURL(/\/corrections$/);
  // All that is listed goes too, and is had back from the empty list.
  await page.getByRole("checkbox", { name: "Choose all on this page" }).check();
  await bar.getByRole("button", { name: "Remove them" }).click();
  await expect(page.getByText(`None fits “${word}”`).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Put back: 3 redirects.")).toBeVisible();
  expect(await statusOf(reader, `/${word}/gone`)).toBe(410);

  // A story that moves leaves one by itself.
  await writeStory(page, { headline: headlineOf("The quay", page), text: "The quay is long." });
  const first = await publish(page);
  await page.getByRole("textbox", { name: "Permalink" }).fill(`${word}-moved`);
  await untilSaved(page);
  const second = await publish(page, "Publish update");
  expect(second).toBe(`/harbour/${word}-moved`);
  await reader.goto(`${first}/history`);
  await expect(reader).toHaveURL(new RegExp(`${second}/history$`));
  await expect(reader.getByRole("heading", { name: "Address" })).toBeVisible();
  await page.goto(`/newsroom/redirects?search=${word}-moved`);
  await expect(page.getByRole("list", { name: "Left by stories" })).toContainText(first);
});
