import type { Locator, Page } from "@playwright/test";
import { CAPTIONS, film, wav } from "@/domain/testing/played";
import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  insert,
  newArticle,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

/** Chooses in a field that searches, by typing. */
async function choose(field: Locator, typed: string, option: RegExp | string): Promise<void> {
  await field.fill(typed);
  await field.page().getByRole("listbox").getByRole("option", { name: option }).first().click();
  await field.press("Escape");
}

/** Goes on writing below everything else. */
async function writeAtEnd(page: Page, text: string): Promise<void> {
  const body = page.getByRole("textbox", { name: "Body" });
  await body.locator("> p").last().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type(text);
}

test("Every block and field is filled in, published and seen by a reader; then corrected", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const n = info.project.name;
  const headline = `The long weir, reviewed (${n})`;
  await signIn(page, PEOPLE.editor);
  // What it will lead to.
  await writeStory(page, { headline: `Weir keepers of old ${n}`, text: "There were nine of them." });
  await publish(page);

  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("A book about water.");
  const body = page.getByRole("textbox", { name: "Body" });
  await body.click();
  await page.keyboard.type("It begins at the source.");

  await insert(page, "Footnote");
  const note = page.getByRole("dialog", { name: "Note 1" });
  await note.getByRole("textbox").fill("Page 9.");
  await note.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("button", { name: "Note 1" })).toBeVisible();

  await insert(page, "Key points");
  await page.getByRole("textbox", { name: "Point 1" }).fill("It is long");
  await page.keyboard.press("Enter");
  await page.keyboard.type("It is wet");
  await expect(page.getByRole("textbox", { name: "Point 2" })).toHaveValue("It is wet");

  await writeAtEnd(page, "In the middle.");
  await insert(page, "Fact box");
  const box = page.getByRole("group", { name: "Fact box", exact: true });
  await box.getByLabel("Fact box title").fill("The weir");
  await box.locator("p").last().click();
  await page.keyboard.type("Built in 1911.");

  await writeAtEnd(page, "");
  await insert(page, "Table");
  const size = page.getByRole("dialog", { name: "Table" });
  await expectAccessible(page);
  await size.getByLabel("Rows", { exact: true }).fill("2");
  await size.getByLabel("Columns", { exact: true }).fill("2");
  await size.getByRole("button", { name: "Insert table" }).click();
  await expect(size).toBeHidden();
  for (const cell of ["Day", "Water", "Monday"]) {
    await page.keyboard.type(cell);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("High");
  const table = page.getByRole("group", { name: "Table", exact: true });
  await table.getByRole("button", { name: "Rows and columns" }).click();
  await page.getByRole("menuitem", { name: "Add a row below" }).click();
  await expect(table.getByRole("row")).toHaveCount(3);
  await table.getByLabel("Table caption").fill("Water at the weir");

  await writeAtEnd(page, "");
  await insert(page, "Gallery");
  const picker = page.getByRole("dialog", { name: "Choose pictures" });
  await picker.locator("input[type=file]").setInputFiles(
    await Promise.all(
      ["#135", "#351"].map(async (colour, index) => ({
        name: `weir-${index + 1}-${n}.png`,
        mimeType: "image/png",
        buffer: await drawnPicture(page, n === "phone" ? colour : colour.replace("3", "4")),
      })),
    ),
  );
  await picker.getByRole("button", { name: "Add 2 pictures" }).click();
  const gallery = page.getByRole("group", { name: "Gallery", exact: true });
  await gallery.getByLabel("Gallery title").fill("At the weir");
  for (const [index, alt] of ["Water before", "Water after"].entries()) {
    const picture = gallery.getByRole("group", { name: `Gallery picture ${index + 1}` });
    await picture.getByLabel("Alt text").fill(alt);
    await picture.getByLabel("Credit").fill("Jo Prism");
  }
  await gallery.getByRole("button", { name: "Move picture 2 up" }).click();
  await expect(gallery.getByRole("group", { name: "Gallery picture 1" }).getByLabel("Alt text")).toHaveValue(
    "Water after",
  );

  await writeAtEnd(page, "");
  await insert(page, "Recording");
  const sounds = page.getByRole("dialog", { name: "Choose a recording" });
  const sound = { name: `weir-${n}.wav`, mimeType: "audio/wav", buffer: wav(n === "phone" ? 900 : 1000) };
  await sounds.locator("input[type=file]").setInputFiles(sound);
  await expectAccessible(page);
  await sounds.getByRole("button", { name: `Use this recording weir-${n}.wav` }).click();
  const recording = page.getByRole("group", { name: "Recording", exact: true });
  await recording.getByLabel("Title").fill("The sound of the weir");

  await writeAtEnd(page, "");
  await insert(page, "Film");
  const films = page.getByRole("dialog", { name: "Choose a film" });
  const moving = { name: `weir-${n}.mp4`, mimeType: "video/mp4", buffer: await film("mp4", { seconds: n.length }) };
  await films.locator("input[type=file]").setInputFiles(moving);
  await films.getByRole("button", { name: `Use this film weir-${n}.mp4` }).click();
  const shown = page.getByRole("group", { name: "Film", exact: true });
  await shown.getByLabel("Title").fill("A day at the weir");
  await shown.getByRole("button", { name: "Choose captions" }).click();
  const said = page.getByRole("dialog", { name: "Choose a captions file" });
  const captions = { name: `weir-${n}.vtt`, mimeType: "text/vtt", buffer: Buffer.from(`${CAPTIONS}\nNOTE ${n}\n`) };
  await said.locator("input[type=file]").setInputFiles(captions);
  await said.getByRole("button", { name: `Use this captions file weir-${n}.vtt` }).click();
  await shown.getByLabel("Language of the captions").fill("en");

  await writeAtEnd(page, "");
  await insert(page, "Embed from another site");
  const embed = page.getByRole("group", { name: "Embed", exact: true });
  await embed.getByLabel("Address").fill("https://youtu.be/dQw4w9WgXcQ");
  await expect(embed.getByText("From YouTube.")).toBeVisible();
  await embed.getByLabel("What it is").fill("A film of the source");

  await writeAtEnd(page, "The end is the sea.");
  await insert(page, "Related stories");
  const related = page.getByRole("group", { name: "Related stories", exact: true });
  await related.getByRole("button", { name: "Choose stories" }).click();
  const stories = page.getByRole("dialog", { name: "Related stories" });
  await choose(stories.getByRole("combobox"), `keepers of old ${n}`, new RegExp(`Weir keepers of old ${n}`));
  await expectAccessible(page);
  await stories.getByRole("button", { name: "Done" }).click();
  await expect(related.getByText(`Weir keepers of old ${n}`)).toBeVisible();
  await expectAccessible(page);

  const details = page.getByRole("complementary", { name: "Story details" });
  await details.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await details.getByRole("combobox", { name: "Label" }).selectOption("Review");
  await details.getByRole("textbox", { name: "Kicker" }).fill("Books");
  await choose(details.getByRole("combobox", { name: "Credits" }), "Ines", /Ines/);
  await details.getByRole("combobox", { name: /^Part of Ines/ }).selectOption("Photographs");
  await choose(details.getByRole("combobox", { name: "Series" }), `Water ${n}`, `New series “Water ${n}”`);
  await choose(details.getByRole("combobox", { name: "Related stories" }), `keepers of old ${n}`, /Weir keepers/);

  // What is missing is said, and leads to the field.
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Say what is reviewed." }).click();
  await expect(details.getByRole("textbox", { name: "Its name" })).toBeFocused();
  await page.keyboard.type("The Weir");
  await details.getByRole("combobox", { name: "Rating" }).selectOption("3.5 of 5");
  await untilSaved(page);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Point 2" })).toHaveValue("It is wet");
  await expect(page.getByRole("combobox", { name: "Label" })).toHaveValue("review");
  await expect(page.getByRole("group", { name: "Related stories", exact: true })).toContainText("Weir keepers");

  const address = await publish(page);
  const readers = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const site = new URL(page.url()).origin;
  await readers.goto(site + address);
  const story = readers.getByRole("main");
  await expect(story.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
  for (const words of [
    "Books",
    "It is long",
    "It is wet",
    "Built in 1911.",
    "Page 9.",
    "Water at the weir",
    "The sound of the weir",
    "A day at the weir",
    "A film of the source",
  ]) {
    await expect(story.getByText(words).first(), words).toBeVisible();
  }
  await expect(story.getByRole("columnheader", { name: "Water" })).toBeVisible();
  await expect(story.getByRole("cell", { name: "High" })).toBeVisible();
  await expect(story.getByRole("img", { name: "Water after" })).toBeVisible();
  await expect(story.getByRole("link", { name: /Ines/ }).first()).toBeVisible();
  await expect(story.getByRole("link", { name: new RegExp(`Weir keepers of old ${n}`) }).first()).toBeVisible();
  await expect(story.getByRole("link", { name: `Water ${n}` }).first()).toBeVisible();
  const file = await story
    .locator("audio")
    .first()
    .evaluate((audio) => (audio as HTMLAudioElement).currentSrc);
  expect((await readers.request.get(file)).headers()["content-type"]).toBe("audio/wav");
  expect(await story.locator("video track").getAttribute("src")).toMatch(/\.vtt$/);
  await expectAccessible(readers);

  await page.getByRole("button", { name: "Correct or retract" }).click();
  const form = page.getByRole("dialog", { name: "Correct or retract" });
  await form.getByRole("button", { name: "Tell readers" }).click();
  await expect(form.getByLabel("What was wrong, and what is right")).toHaveAttribute("aria-invalid", "true");
  await expect(form.getByLabel("What was wrong, and what is right")).toBeFocused();
  await form.getByLabel("What was wrong, and what is right").fill("The weir was built in 1912.");
  await expectAccessible(page);
  await form.getByRole("button", { name: "Tell readers" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByRole("region", { name: "Corrections" })).toContainText("The weir was built in 1912.");
  await readers.reload();
  await expect(story.getByText("The weir was built in 1912.")).toBeVisible();

  // Somebody who may read it, and not change it, sees what it says beside its text.
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await reporter.goto(page.url());
  const facts = reporter.getByRole("region", { name: "Story details" });
  await expect(facts).toContainText("Book: The Weir, 3.5 of 5");
  await expect(facts).toContainText(`Water ${n}`);
  await expectAccessible(reporter);
});

test("Blocks are put in, entered, moved and taken away by keyboard alone @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const body = page.getByRole("textbox", { name: "Body" });
  await body.click();
  await page.keyboard.type("Before it.");
  await page.keyboard.press("Enter");

  // The Insert menu is the first of the tools, and finds its items by their letters.
  await page.keyboard.press("Alt+F10");
  await expect(page.getByRole("button", { name: "Insert", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: "Picture" })).toBeFocused();
  await page.keyboard.type("pull");
  await expect(page.getByRole("menuitem", { name: "Pull quote" })).toBeFocused();
  await page.keyboard.press("Enter");
  const quote = page.getByRole("group", { name: "Pull quote", exact: true });
  await expect(quote.getByRole("textbox").first()).toBeFocused();
  await page.keyboard.type("Water remembers.");

  // Escape leads on to the text below it; the arrow chooses it, Enter goes into it.
  await page.keyboard.press("Escape");
  await page.keyboard.type("After it.");
  await expect(body.locator("> p").last()).toHaveText("After it.");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(quote.getByRole("textbox").first()).toBeFocused();

  // Back from its fields stand the ways to move it and to take it away.
  const button = (name: string) => quote.getByRole("button", { name });
  for (const name of ["Remove pull quote", "Move pull quote down", "Move pull quote up"]) {
    await page.keyboard.press("Shift+Tab");
    await expect(button(name)).toBeFocused();
  }
  const order = () =>
    body.evaluate((text) => [...text.children].map((each) => (each.matches("p") ? each.textContent : "block")));
  expect(await order()).toEqual(["Before it.", "block", "After it."]);
  await page.keyboard.press("Enter");
  await expect.poll(order).toEqual(["block", "Before it.", "After it."]);
  await expect(button("Move pull quote up")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(quote).toHaveCount(0);
  await expect(body).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(quote.getByRole("textbox").first()).toHaveValue("Water remembers.");
  await untilSaved(page);
});

test("The library holds sound, film and captions, and pickers offer what fits @once", async ({ page }, info) => {
  const n = info.project.name;
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const files = [
    { name: `talk-${n}.wav`, mimeType: "audio/wav", buffer: wav(66_000) },
    { name: `talk-${n}.vtt`, mimeType: "text/vtt", buffer: Buffer.from("WEBVTT\n\nno time") },
  ];
  await page.locator("input[type=file]").first().setInputFiles(files);
  const uploads = page.getByRole("region", { name: "Upload" });
  await expect(uploads.getByText(/no line that says when/)).toBeVisible();
  await expect(uploads.getByText("In the library.")).toBeVisible();
  await page.getByRole("navigation", { name: "Kinds" }).getByRole("link", { name: "Sound" }).click();
  const tile = page.getByRole("list", { name: "Sound" }).getByRole("link", { name: new RegExp(`talk-${n}`) });
  await expect(tile).toContainText("1:06");
  await expectAccessibleAtBothWidths(page);
  await tile.click();
  await expect(page.getByRole("heading", { name: `talk-${n}.wav`, level: 1 })).toBeVisible();
  await expect(page.locator(`audio[aria-label="talk-${n}.wav"]`)).toBeVisible();
  await expect(page.getByLabel("Alt text")).toHaveCount(0);
  await page.getByLabel("Caption").fill("The interview, whole.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});

test("Whoever paid for a story is named, and a translation is put beside its original @once", async ({
  page,
}, info) => {
  const n = info.project.name;
  await signIn(page, PEOPLE.editor);
  const original = `The ferry timetable ${n}`;
  await writeStory(page, { headline: original, text: "It sails at nine." });
  const originalAddress = await publish(page);

  await writeStory(page, { headline: `مواعيد العبّارة ${n}`, text: "تبحر في التاسعة." });
  const details = page.getByRole("complementary", { name: "Story details" });
  const language = details.getByRole("combobox", { name: "Language", exact: true });
  await language.fill("arabisch?");
  await page.keyboard.press("Tab");
  await expect(details.getByText("Enter a language tag, such as en, en-GB or ar.")).toBeVisible();
  await language.fill("ar");
  await page.keyboard.press("Tab");
  await expect(language).toHaveAccessibleDescription("Arabic");
  await choose(details.getByRole("combobox", { name: "Translation of" }), original, new RegExp(original));
  await details.getByRole("combobox", { name: "Label" }).selectOption("Sponsored");
  await untilSaved(page);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Say in the kicker who paid for this story." }).click();
  await expect(details.getByRole("textbox", { name: "Kicker" })).toBeFocused();
  await page.keyboard.type("Ostmere Ferries");
  const address = await publish(page);

  await page.goto(address);
  const story = page.getByRole("main");
  await expect(story.getByText("Paid for by Ostmere Ferries.")).toBeVisible();
  await expect(story.getByRole("heading", { level: 1 })).toHaveCSS("direction", "rtl");
  await expectAccessibleAtBothWidths(page);
  await story.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL(originalAddress);
  await expect(story.getByRole("link", { name: "العربية" })).toBeVisible();
});

test("A series is named and described, and a story that is taken down tells readers why @once", async ({
  page,
}, info) => {
  const n = info.project.name;
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/series");
  await page.getByRole("button", { name: "New series" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill(`The tides ${n}`);
  await page.getByRole("dialog").getByLabel("Description").fill("Four parts.");
  await page.getByRole("dialog").getByRole("button", { name: "Create series" }).click();
  await expect(page.getByText("Four parts.").first()).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  await writeStory(page, { headline: `Neap tide ${n}`, text: "It came late." });
  await choose(page.getByRole("combobox", { name: "Series" }), `The tides ${n}`, `The tides ${n}`);
  await untilSaved(page);
  const address = await publish(page);
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Tell readers why (optional)").fill("The measurements were wrong.");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "View on site" })).toHaveCount(0);
  const gone = await page.goto(address);
  expect(gone?.status()).toBe(410);
  await expect(page.getByText("The measurements were wrong.")).toBeVisible();
});
