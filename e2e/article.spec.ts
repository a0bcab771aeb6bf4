import type { Page } from "@playwright/test";
import { storyPath } from "@/db/seed/edition/content";
import type { StoryKey } from "@/db/seed/edition/edition";
import { EDITION } from "./servers";
import { expect, expectAccessible, test } from "./test";

/** One story for each thing that a story may be or have. */
const STORIES = {
  "a long investigation": "dredger",
  "a part of a series": "bakersTwo",
  "a story corrected above": "cableShips",
  "a story corrected below": "herring",
  "a translation": "leadStripArabic",
  "an old story": "sugarBarge",
  "a paid story": "paidPicnic",
  "a review": "rain",
  "an interview": "forecaster",
  "an analysis": "nightBusSums",
  "an opinion": "wrongAboutTrams",
} as const satisfies Record<string, StoryKey>;

const LONG = storyPath("dredger");
const ARABIC = storyPath("leadStripArabic");

for (const [kind, key] of Object.entries(STORIES)) {
  test(`The page of ${kind} is accessible in light and dark, with one main heading`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(storyPath(key)))?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
    }
  });
}

test("Nothing is wider than a screen of 320 pixels, or one on which everything is twice as large @once", async ({
  page,
}) => {
  for (const width of [320, 640]) {
    await page.setViewportSize({ width, height: 720 });
    for (const key of Object.values(STORIES)) {
      await page.goto(storyPath(key));
      expect(await tooWide(page), `${storyPath(key)} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test("A reader is told what kind of story it is, who worked on it, who paid, and how old it is @once", async ({
  page,
}) => {
  const story = page.getByRole("article").first();
  const head = story.locator("header");
  const open = (key: StoryKey) => page.goto(storyPath(key));

  await open("dredger");
  await expect(head).toContainText("Investigation");
  const credits = story.locator("dl", { hasText: "Fact-checking" });
  await expect(credits.getByRole("link", { name: "Tomasz Wieliczko" })).toBeVisible();
  await expect(credits.getByRole("link", { name: "Halldóra Quist" })).toBeVisible();
  const contents = page.getByRole("navigation", { name: "In this story" });
  await contents.getByRole("link", { name: "Paid for twice" }).click();
  await expect(page.getByRole("heading", { name: "Paid for twice" })).toBeInViewport();

  for (const [key, label] of [
    ["forecaster", "Interview"],
    ["nightBusSums", "Analysis"],
    ["rain", "Review"],
  ] as const) {
    await open(key);
    await expect(head).toContainText(label);
  }
  await open("rain");
  await expect(head).toContainText("Rated 4.5 out of 5");
  await open("wrongAboutTrams");
  await expect(head.getByRole("img", { name: /Tomasz Wieliczko/ })).toBeVisible();
  await open("sugarBarge");
  await expect(head).toContainText("This story is more than 3 years old.");
  await open("seagrass");
  await expect(head).not.toContainText("years old");
  await open("paidPicnic");
  await expect(head).toContainText("Paid for by Marram & Daughters");
  await expect(story.getByRole("link", { name: "our site" })).toHaveAttribute("rel", "sponsored");
});

test("A correction stands above the text where it changes how that is read, else below it @once", async ({ page }) => {
  const follows = (correction: string) =>
    page
      .getByRole("region", { name: correction })
      .evaluate((region) =>
        Boolean(
          document.querySelector(".story-body")?.compareDocumentPosition(region) === Node.DOCUMENT_POSITION_FOLLOWING,
        ),
      );
  await page.goto(storyPath("cableShips"));
  await expect(page.getByRole("region", { name: /^Correction, \d/ })).toContainText("It is worth 640 million.");
  expect(await follows("Correction,")).toBe(false);
  await page.goto(storyPath("herring"));
  await expect(page.getByRole("region", { name: /^Correction, \d/ })).toContainText("It is 18,400 tonnes.");
  expect(await follows("Correction,")).toBe(true);
  await page.goto(storyPath("nightBusSums"));
  await expect(page.getByRole("region", { name: /^Clarification, \d/ })).toBeVisible();
});

test("A reader goes through a series, part after part, and back", async ({ page }) => {
  await page.goto(storyPath("midnightSwitchboard"));
  const series = page.getByRole("navigation", { name: /^Series Night shift/ });
  await expect(series).toContainText("Part 1 of 3");
  await expect(series.getByRole("link", { name: /^Previous part/ })).toHaveCount(0);
  for (const [at, key] of (["bakersTwo", "sluiceFive"] as const).entries()) {
    await series.getByRole("link", { name: /^Next part/ }).click();
    await expect(page).toHaveURL(EDITION.url + storyPath(key));
    await expect(series).toContainText(`Part ${at + 2} of 3`);
  }
  await expect(series.getByRole("link", { name: /^Next part/ })).toHaveCount(0);
  await series.getByRole("link", { name: /^Previous part/ }).click();
  await expect(page).toHaveURL(EDITION.url + storyPath("bakersTwo"));
  await page.getByRole("article").locator("header").getByRole("link", { name: "Night shift" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Night shift" })).toBeVisible();
});

test("Pictures open large, go on by arrow keys, and Escape leads back to where one was", async ({ page }) => {
  await page.goto(LONG);
  const gallery = page.getByRole("region", { name: "The evidence" });
  const first = gallery.getByRole("link").first();
  await first.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Pictures" });
  await expect(dialog).toContainText("1 of 3");
  await expect(dialog).toContainText("Five of the 22 cores.");
  await expectAccessible(page);
  await page.keyboard.press("ArrowRight");
  await expect(dialog).toContainText("2 of 3");
  await expect(dialog.getByRole("img")).toHaveAttribute("alt", /notebook/);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(dialog).toContainText("3 of 3");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(first).toBeFocused();
});

test("A table that is wider than a phone scrolls by itself, by keys too @once", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(LONG);
  const table = page.getByRole("region", { name: /^Loads paid for/ });
  await table.focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(0);
  await expect(table.getByRole("rowheader", { name: "April to June" })).toBeInViewport();
  await expect(table.getByRole("columnheader", { name: "Share inside" })).toHaveCount(1);
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});

test("What comes from elsewhere is not asked for until the reader wants it, and then only what was wanted @once", async ({
  page,
}) => {
  const asked: string[] = [];
  await page.context().route(/^https?:\/\/(?!localhost)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.goto(LONG, { waitUntil: "networkidle" });
  const load = page.getByRole("button", { name: "Load from YouTube" });
  await load.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await expect(page.locator("iframe")).toHaveCount(0);
  await load.click();
  const frame = page.locator("iframe");
  await expect(frame).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/Ostmere-Bar");
  await expect(frame).toHaveAttribute("title", "Film: two divers on the Hards, with a mallet (YouTube)");
  await expect.poll(() => asked).toEqual(["https://www.youtube-nocookie.com/embed/Ostmere-Bar"]);

  // Once is once: the next time it is asked again, unless the reader said otherwise, and may take that back.
  await page.reload();
  await expect(load).toBeVisible();
  await expect(frame).toHaveCount(0);
  await page.getByRole("button", { name: "Always load YouTube on this device" }).click();
  await page.reload();
  await expect(frame).toHaveCount(1);
  await page.getByRole("button", { name: "Do not load YouTube unasked any more" }).click();
  await page.reload();
  await expect(load).toBeVisible();
  await expect(frame).toHaveCount(0);
});

test("Sound and film are fetched when they are played, and the film has captions @once", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "media") fetched.push(request.url());
  });
  await page.goto(LONG, { waitUntil: "networkidle" });
  const film = page.locator("video");
  await film.scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  expect(fetched).toEqual([]);
  for (const played of [page.locator("audio"), film]) {
    await played.evaluate((element: HTMLMediaElement) => {
      element.muted = true;
      return element.play();
    });
    await expect(played).toHaveJSProperty("duration", 12);
  }
  await expect
    .poll(() => film.evaluate((element: HTMLVideoElement) => element.textTracks[0]?.activeCues?.length))
    .toBe(1);
  await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.videoWidth)).toBe(640);
});

test("A note is a step from its number, and a step back", async ({ page }) => {
  await page.goto(LONG);
  const number = page.getByRole("link", { name: "Note 3", exact: true });
  await number.click();
  const note = page.getByRole("listitem").filter({ hasText: "He asked us not to print his name" });
  await expect(note).toBeInViewport();
  await note.getByRole("link", { name: "Back to where note 3 stands" }).click();
  await expect(page).toHaveURL(/#noteRef_3$/);
  await expect(number).toBeInViewport();
});

test("A translation is laid out in its own direction, and each leads to the other", async ({ page }) => {
  await page.goto(storyPath("leadStrip"));
  await page.getByRole("link", { name: "العربية" }).click();
  await expect(page).toHaveURL(EDITION.url + ARABIC);
  const story = page.locator("article[data-article]");
  await expect(story).toHaveAttribute("lang", "ar");
  await expect(story).toHaveAttribute("dir", "rtl");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(story.locator(".story-body p").first()).toHaveCSS("text-align", "start");
  const [text, box] = await Promise.all([
    story.locator(".story-body li").first().boundingBox(),
    story.locator(".story-body ol").boundingBox(),
  ]);
  // The numbers stand at the right.
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
  // What the paper says around it is told in the paper's own tongue.
  await expect(story.getByText("Reading time")).toHaveCount(1);
  expect(
    await story.getByText("Reading time").evaluate((said) => said.closest("[lang]")?.getAttribute("lang")),
  ).toContain("en");
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL(EDITION.url + storyPath("leadStrip"));
});

test("On paper there are headline, bylines, date, text, captions, notes and address, and nothing to press @once", async ({
  page,
}) => {
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.goto(LONG);
  await page.emulateMedia({ media: "print" });
  const story = page.locator("article[data-article]");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  for (const kept of [
    "By Inês Carvalhal and Siobhán Achterberg",
    "How it’s done: 14 doors",
    "The Port Authority’s own estimate",
    "Of these, wind over the limit",
    EDITION.url + LONG,
  ]) {
    await expect(story.getByText(kept).first()).toBeVisible();
  }
  for (const name of ["Sections", "In this story", "Topics", "Quick links"]) {
    await expect(page.getByRole("navigation", { name })).toHaveCount(0);
  }
  await expect(page.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("complementary", { name: "Read also" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Related stories" })).toBeHidden();
  for (const played of ["audio", "video", "iframe"])
    await expect(page.locator(played)).toHaveCount(await page.locator(played).filter({ visible: false }).count());
  expect(await tooWide(page)).toBeLessThanOrEqual(0);
});

test.describe("With scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("A long story is whole: what needs scripts is not there, and every other way leads on", async ({ page }) => {
    await page.goto(LONG);
    const story = page.locator("article[data-article]");
    for (const gone of ["Listen", "Save for later", "Load from YouTube", "Copy link"]) {
      await expect(story.getByRole("button", { name: gone })).toHaveCount(0);
    }
    await expect(story.getByRole("link", { name: "Open on YouTube" })).toHaveAttribute("href", /Ostmere-Bar$/);
    await story.getByText("Share", { exact: true }).click();
    await expect(story.getByRole("link", { name: /^Share on / }).first()).toBeVisible();
    for (const block of ["Key points", "The evidence", "Notes"]) {
      await expect(story.getByRole("region", { name: block })).toBeVisible();
    }
    await expect(story.getByRole("table")).toBeVisible();
    await expect(story.getByRole("complementary", { name: "Sedulous" })).toBeVisible();
    const picture = story.getByRole("region", { name: "The evidence" }).getByRole("link").first();
    const file = await page.request.get((await picture.getAttribute("href")) ?? "");
    expect(file.headers()["content-type"]).toBe("image/jpeg");
    await story.getByRole("link", { name: "Note 1", exact: true }).click();
    await expect(page).toHaveURL(/#note_1$/);
  });
});

test("A link to the story is copied, and one to a passage of it @once", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.goto(LONG);
  await page.getByText("Share", { exact: true }).click();
  await page.getByRole("button", { name: "Copy link", exact: true }).click();
  await expect(page.getByText("The link was copied.")).toBeVisible();
  expect(await copied()).toBe(EDITION.url + LONG);

  const paragraph = page.getByText("We thought it was only the anchor");
  await paragraph.scrollIntoViewIfNeeded();
  await paragraph.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  await page.getByRole("button", { name: "Copy link to this passage" }).click();
  await expect(page.getByText("A link to the passage was copied.")).toBeVisible();
  expect(await copied()).toContain(`${EDITION.url}${LONG}#:~:text=`);
});

test("A story is read out, its quotations too, with pause, speed and stop @once", async ({ page }) => {
  await page.addInitScript(() => {
    const said: string[] = [];
    class Utterance {
      voice = null;
      lang = "";
      rate = 1;
      onend?: () => void;
      constructor(readonly text: string) {}
    }
    let current: Utterance | undefined;
    const voices = [{ lang: "en-GB", localService: true, default: true }];
    const speech = Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak(utterance: Utterance) {
        said.push(`${utterance.rate} ${utterance.text}`);
        current = utterance;
      },
      cancel() {
        current = undefined;
      },
    });
    Object.defineProperty(window, "speechSynthesis", { value: speech });
    Object.assign(window, { said, SpeechSynthesisUtterance: Utterance, goOn: () => current?.onend?.() });
  });
  const said = () => page.evaluate(() => (window as unknown as { said: string[] }).said);
  const goOn = () => page.evaluate(() => (window as unknown as { goOn: () => void }).goOn());

  await page.goto(LONG);
  const spoken = page.locator("[data-spoken]");
  await page.getByRole("button", { name: "Listen" }).click();
  await expect.poll(said).toEqual(["1 The mud that came back"]);
  await expect(spoken).toHaveText("The mud that came back");
  await goOn();
  await expect(spoken).toContainText("Ostmere pays");
  await page.getByRole("button", { name: "Pause" }).click();
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("1.5");
  await expect
    .poll(async () => (await said()).at(-1))
    .toBe("1.5 Ostmere pays to have its harbour mud carried 22 miles out to sea.");
  for (let count = 0; count < 400 && (await page.getByRole("button", { name: "Pause" }).count()) > 0; count++)
    await goOn();
  await expect(page.getByText("That was the whole story.")).toBeVisible();
  const all = (await said()).join("\n");
  expect(all).toContain("Nobody gave an order.");
  expect(all).not.toContain("A former deckhand of the Sedulous");
  expect(all).not.toContain("October to December");
  await page.getByRole("button", { name: "Listen" }).click();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(spoken).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Listen" })).toBeFocused();
});

test("A story is saved on this device, listed, removed and put back @once", async ({ page }) => {
  await page.goto(LONG);
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByText("Saved on this device.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save for later", pressed: true })).toBeVisible();
  await page.getByRole("article").getByRole("link", { name: "Saved stories" }).click();
  const saved = page.getByRole("main").getByRole("link", { name: "The mud that came back" });
  await expect(saved).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remove “The mud that came back”" }).click();
  await expect(saved).toHaveCount(0);
  await page.getByRole("button", { name: "Put “The mud that came back” back" }).click();
  await expect(saved).toBeVisible();
});

test("Without a network what was saved is listed and opens, and what was not leads to the list @once", async ({
  page,
  context,
}) => {
  await page.goto(LONG);
  await page.getByRole("button", { name: "Save for later" }).click();
  await expect(page.getByText("Saved on this device.")).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);
  await page.goto("/saved");
  const noNetwork = page.getByText("There is no network just now.");
  await expect(noNetwork).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "The mud that came back" }).click();
  await expect(page.getByRole("heading", { name: "The mud that came back", level: 1 })).toBeVisible();
  const lead = page.getByRole("article").getByRole("img").first();
  await expect.poll(() => lead.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBeGreaterThan(0);
  await page.goto("/harbour");
  await expect(noNetwork).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "The mud that came back" })).toBeVisible();
  await context.setOffline(false);
  await page.goto("/harbour");
  await expect(page.getByRole("heading", { name: "Harbour", level: 1 })).toBeVisible();
});
