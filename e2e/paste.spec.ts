import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import {
  drawnPicture,
  expect,
  expectAccessibleAtBothWidths,
  newArticle,
  PEOPLE,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

const golden = (name: string) => readFileSync(path.join("components/newsroom/editor/golden", name), "utf8");

/** Puts this on the clipboard as another program would, and pastes it by the keys. */
async function paste(page: Page, given: Record<string, string>, keys = "ControlOrMeta+v"): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((data) => {
    const copy = (event: ClipboardEvent) => {
      for (const [type, text] of Object.entries(data)) event.clipboardData?.setData(type, text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener("copy", copy, { capture: true, once: true });
    document.execCommand("copy");
  }, given);
  await page.keyboard.press(keys);
}

/** The blocks of the body as the writer sees them: what each is, and its words. */
function blocksOf(page: Page): Promise<string[]> {
  return page
    .getByRole("textbox", { name: "Body" })
    .evaluate((body) =>
      [...body.querySelectorAll<HTMLElement>(":is(h2, h3, p, li, td, th, blockquote)")]
        .filter((each) => each.innerText.trim() && !each.querySelector("p") && !each.closest("[data-controls]"))
        .map((each) => `${(each.closest("li, td, th, blockquote") ?? each).localName}: ${each.innerText.trim()}`),
    );
}

const NAMES = readdirSync(path.join("components/newsroom/editor/golden")).filter((name) => /\.(html|txt)$/.test(name));

type Part = { type?: string; text?: string; content?: Part[] };

/** Blocks without pictures and the places of those, which have journeys of their own. */
function withoutPictures(blocks: Part[]): Part[] {
  return blocks.flatMap((part) => {
    if (part.type === "picture") return [];
    const text = part.text?.replace(/\[Picture: [^\]]*\]/, "");
    if (text === "") return [];
    const content = part.content && withoutPictures(part.content);
    const isEmpty = part.type === "paragraph" && (content ?? []).length === 0;
    return isEmpty ? [] : [{ ...part, ...(text === undefined ? {} : { text }), ...(content ? { content } : {}) }];
  });
}

for (const name of NAMES) {
  test(`What programs put on the clipboard is saved as clean blocks: ${name} @once`, async ({ page }) => {
    await signIn(page, PEOPLE.reporter);
    await newArticle(page);
    await page.getByRole("textbox", { name: "Body" }).click();
    const type = name.endsWith(".html") ? "text/html" : "text/plain";
    await paste(page, { [type]: golden(name) });
    await untilSaved(page);
    const draft = await (await page.request.get(`${new URL(page.url()).pathname}/draft`)).json();
    const expected = JSON.parse(golden(name.replace(/\.\w+$/, ".json")));
    expect(withoutPictures(draft.content.body.blocks)).toEqual(withoutPictures(expected.blocks));
  });
}

test("What comes from Word is clean, and its picture is uploaded to its place @once", async ({ page }) => {
  test.slow();
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Body" }).click();
  await paste(page, { "text/html": golden("word-report.html"), "text/plain": "Weir keepers" });
  // Word only names its pictures here.
  const tray = page.getByRole("status", { name: "Uploads" });
  await expect(tray).toContainText("1 picture could not be taken");
  await expect(tray).toContainText("clip_image001.png");
  const blocks = await blocksOf(page);
  expect(blocks.slice(0, 4)).toEqual([
    "h2: Weir keepers ask for a second gate",
    "h2: What the report says",
    expect.stringMatching(/^p: The keepers of Ormsund counted forty floods in nine years\.1? ?They want a second gate/),
    "p: Nobody was hurt, see the list and my copy.",
  ]);
  expect(blocks).toEqual(
    expect.arrayContaining([
      "li: with a ladder for fish",
      "li: Survey",
      "blockquote: We are tired of buckets.",
      "td: 2024",
    ]),
  );
  await expect(page.getByRole("link", { name: "the list" })).toHaveAttribute(
    "href",
    "https://weirs.example/floods?id=7#table",
  );
  await expect(page.getByRole("button", { name: "Note 1" })).toBeVisible();

  // As RTF they are there, which no page may put on the clipboard: Word's paste is told to the editor as the browser does.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  const picture = await drawnPicture(page, "#5a0");
  await page.getByRole("textbox", { name: "Body" }).evaluate(
    (body, { html, rtf }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/html", html);
      clipboardData.setData("text/rtf", rtf);
      body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    {
      html: golden("word-report.html"),
      rtf: `{\\rtf1 {\\*\\shppict{\\pict\\pngblip\n${picture.toString("hex")}}}}`,
    },
  );
  const shown = page.getByRole("group", { name: "Picture", exact: true });
  await expect(shown.locator("img")).toBeVisible();
  const order = () =>
    page.getByRole("textbox", { name: "Body" }).evaluate((body) =>
      [...body.children].flatMap((block) => {
        if (block.querySelector("table")) return ["table"];
        if (block.querySelector("[aria-label=Picture]")) return ["picture"];
        return block.textContent?.startsWith("The council") ? ["text"] : [];
      }),
    );
  await expect.poll(order).toEqual(["table", "picture", "text"]);
  await untilSaved(page);
  await page.reload();
  await expect(page.getByRole("group", { name: "Picture", exact: true }).locator("img")).toBeVisible();
  // Where the page was scrolled to is kept: a button half under the bar above would be called too small.
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessibleAtBothWidths(page);
});

test("What comes from Google Docs is clean; a picture of another site is offered, and one that comes with the text is taken @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Body" }).click();
  await paste(page, { "text/html": golden("google-docs.html"), "text/plain": "Lamp rooms of the coast" });
  const tray = page.getByRole("status", { name: "Uploads" });
  await expect(tray).toContainText("1 picture stands on another site");
  await expect(tray).toContainText("AD_4nXexample");
  expect((await blocksOf(page)).slice(0, 4)).toEqual([
    "h2: Lamp rooms of the coast",
    "p: The lamp at Skarholm is 112 steps above the sea, says the keepers’ list.",
    "li: Oil",
    "li: from whales",
  ]);
  await expectAccessibleAtBothWidths(page);
  // There is no such site: the reason is said beside it.
  await tray.getByRole("button", { name: "Bring in" }).click();
  await expect(tray).toContainText("It could not be fetched from there.");
  await tray.getByRole("button", { name: "Dismiss" }).click();
  await expect(tray).toBeHidden();

  const picture = (await drawnPicture(page, "#a05")).toString("base64");
  await page.keyboard.press("ControlOrMeta+End");
  await paste(page, {
    "text/html": `<p>Before</p><figure><img src="data:image/png;base64,${picture}" alt="A red wall"><figcaption>The wall</figcaption></figure><p>After</p>`,
  });
  const shown = page.getByRole("group", { name: "Picture", exact: true });
  await expect(shown.locator("img")).toBeVisible();
  await expect(shown.getByLabel("Alt text")).toHaveValue("A red wall");
  await expect(shown.getByLabel("Caption")).toHaveValue("The wall");
  await page.getByRole("textbox", { name: "Body" }).getByText("After", { exact: true }).click();
  await untilSaved(page);
});

test("Text is pasted plainly by a button and by keys, and where the browser refuses it is said @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await page.getByRole("textbox", { name: "Body" }).click();
  const given = { "text/html": "<h1>Loud</h1><p><b>bold</b></p>", "text/plain": "Loud\n\nbold\n\n- one\n- two" };
  await paste(page, given, "ControlOrMeta+Shift+v");
  const plain = ["p: Loud", "p: bold", "li: one", "li: two"];
  await expect.poll(() => blocksOf(page)).toEqual(plain);
  await expect(page.getByRole("textbox", { name: "Body" }).locator("strong")).toHaveCount(0);

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.getByRole("button", { name: "Paste as plain text" }).click();
  await expect.poll(() => blocksOf(page)).toEqual(plain);
  await expect(page.getByRole("textbox", { name: "Body" })).toBeFocused();

  await page.context().clearPermissions();
  await page.evaluate(() => {
    navigator.clipboard.readText = () => Promise.reject(new DOMException("Refused", "NotAllowedError"));
  });
  await page.getByRole("button", { name: "Paste as plain text" }).click();
  await expect(page.getByRole("status", { name: "Uploads" })).toContainText("did not let this page read the clipboard");
});

test("A link to a story of ours leads readers to its present address, however that changes @once", async ({
  page,
}, info) => {
  test.slow();
  const n = info.project.name;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Buoy tender sails ${n}`, text: "It left at six." });
  const target = page.url();
  await writeStory(page, { headline: `Harbour year ${n}`, text: "As we told" });
  const source = page.url();
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+k");
  const dialog = page.getByRole("dialog", { name: "Link" });
  await dialog.getByRole("combobox", { name: "Or a story of ours" }).fill(`tender sails ${n}`);
  await page
    .getByRole("listbox")
    .getByRole("option", { name: `Buoy tender sails ${n}` })
    .click();
  await expect(dialog.getByRole("textbox", { name: "Address" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Add link" }).click();
  await expect(dialog).toBeHidden();
  await untilSaved(page);
  const address = await publish(page);

  const readers = await page.context().browser()?.newPage();
  if (!readers) throw new Error("There is no browser");
  const site = new URL(source).origin;
  await readers.goto(site + address);
  await expect(readers.getByText("As we told", { exact: true })).toBeVisible();
  await expect(readers.getByRole("link", { name: "As we told" })).toHaveCount(0);

  await page.goto(target);
  const first = await publish(page);
  await readers.reload();
  await expect(readers.getByRole("link", { name: "As we told" })).toHaveAttribute("href", first);

  await page.getByRole("textbox", { name: "Permalink" }).fill(`tender-at-sea-${n}`);
  await untilSaved(page);
  const second = await publish(page, "Publish update");
  expect(second).not.toBe(first);
  await readers.reload();
  await readers.getByRole("link", { name: "As we told" }).click();
  await expect(readers).toHaveURL(site + second);
  await expect(readers.getByRole("heading", { level: 1 })).toHaveText(`Buoy tender sails ${n}`);
  await readers.close();

  // The writer is told which story it is.
  await page.goto(source);
  await page.getByRole("textbox", { name: "Body" }).getByText("As we told").click();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(dialog.getByRole("button", { name: `Remove Buoy tender sails ${n}` })).toBeVisible();
});
