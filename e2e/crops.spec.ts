import type { APIRequestContext, Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, expectAccessible, insert, PEOPLE, publish, signIn, tabTo, test, untilSaved, writeStory } from "./test";

const LEFT = { r: 178, g: 34, b: 52 };
const RIGHT = { r: 10, g: 88, b: 160 };

/** A picture whose left half is red and whose right half is blue, so that one sees which part of it is shown. */
async function halves(seed: number): Promise<Buffer> {
  // No two pictures look alike, for the library would ask about that: only their green differs, in large squares.
  const greens = Array.from({ length: 40 }, (_, cell) => ((seed * 7919 + cell * cell * 104_729) >> 3) % 120);
  const squares = greens.map((g, cell) => ({
    input: {
      create: { width: 200, height: 200, channels: 3 as const, background: { ...(cell % 8 < 4 ? LEFT : RIGHT), g } },
    },
    left: (cell % 8) * 200,
    top: Math.floor(cell / 8) * 200,
  }));
  const background = LEFT;
  return sharp({ create: { width: 1600, height: 1000, channels: 3, background } })
    .composite(squares)
    .png()
    .toBuffer();
}

/** The part of red in a file that readers get, from 0 to 1. */
async function redness(request: APIRequestContext, address: string): Promise<number> {
  const { data, info } = await sharp(await (await request.get(address)).body())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += 3) if ((data[at] ?? 0) > (data[at + 2] ?? 0)) red++;
  return red / (info.width * info.height);
}

/** A story with a lead picture of its own, described in the library; its screen is open. @returns the picture's page */
async function withLead(page: Page, { name, headline, seed }: { name: string; headline: string; seed: number }) {
  await writeStory(page, { headline, text: "Two colours met on the quay." });
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog");
  await picker
    .getByLabel("Upload pictures")
    .setInputFiles({ name: `${name}.png`, mimeType: "image/png", buffer: await halves(seed) });
  await picker.getByRole("button", { name: `Use this picture ${name}.png` }).click();
  await expect(picker).toBeHidden();
}

/** Opens the picture's own page, from the library. */
async function openAsset(page: Page, name: string): Promise<void> {
  await page.goto("/newsroom/media");
  await page
    .getByRole("link", { name: `${name}.png` })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: `${name}.png`, level: 1 })).toBeVisible();
}

/** The picture on the card of a story in a list of readers. */
function cardPicture(page: Page, headline: string): Locator {
  return page
    .getByRole("article")
    .filter({ has: page.getByRole("link", { name: headline, exact: true }) })
    .locator("img");
}

async function describe(
  page: Page,
  name: string,
  { alt, caption, credit }: { alt: string; caption: string; credit: string },
) {
  await openAsset(page, name);
  const about = page.getByRole("region", { name: "About this picture" });
  await about.getByLabel("Alt text", { exact: true }).fill(alt);
  await about.getByLabel("Caption", { exact: true }).fill(caption);
  await about.getByLabel("Credit", { exact: true }).fill(credit);
  await about.getByRole("button", { name: "Save", exact: true }).click();
  await expect(about.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
}

/** Makes one crop smaller and moves it as far to the left as it goes, by keyboard alone. @returns its frame */
async function cropToTheLeft(page: Page, crops: Locator, crop: string): Promise<Locator> {
  // Radio buttons are gone through by arrow keys, as everywhere.
  await crops.getByRole("radio", { name: new RegExp(`^${crop}`) }).focus();
  await page.keyboard.press("Space");
  const frame = crops.getByRole("slider", { name: `Crop ${crop}` });
  await tabTo(page, frame);
  for (let press = 0; press < 4; press++) await page.keyboard.press("PageDown");
  for (let press = 0; press < 12; press++) await page.keyboard.press("Shift+ArrowLeft");
  return frame;
}

const seedOf = (project: string, n: number) => (project === "phone" ? 100 : 0) + n;

test("a picture cropped by keyboard alone is shown so by the section at the very next request", async ({
  page,
}, info) => {
  const name = `keys-${info.project.name}`;
  const headline = `Red and blue, ${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await withLead(page, { name, headline, seed: seedOf(info.project.name, 1) });
  await untilSaved(page);
  const story = page.url();
  await describe(page, name, { alt: "Two colours.", caption: "Two colours on the quay.", credit: "Jo Prism" });
  await page.goto(story);
  await publish(page);
  await page.goto("/harbour");
  const before = (await cardPicture(page, headline).getAttribute("src")) ?? "";
  expect(await redness(page.request, before)).toBeLessThan(0.9);

  await openAsset(page, name);
  const crops = page.getByRole("region", { name: "Crops" });
  await expectAccessible(page);
  for (const crop of ["16:9", "4:3"]) {
    const frame = await cropToTheLeft(page, crops, crop);
    await expect(frame).toHaveAttribute("aria-valuetext", /^0 % from the left, .* by .* pixels$/);
    await page.keyboard.press("ArrowRight");
    await expect(frame).toHaveAttribute("aria-valuetext", /^1 % from the left/);
    await page.keyboard.press("ArrowLeft");
    await expect(crops.getByRole("radio", { name: new RegExp(`^${crop} By hand`) })).toBeChecked();
  }
  await expectAccessible(page);
  await tabTo(page, crops.getByRole("button", { name: "Save crops" }));
  await page.keyboard.press("Enter");
  await expect(crops.getByText("Saved. Readers see it at once.")).toBeVisible();

  const readers = await page
    .context()
    .browser()
    ?.newPage({ viewport: page.viewportSize() ?? undefined });
  if (!readers) throw new Error("There is no other browser");
  await readers.goto(new URL("/harbour", page.url()).href);
  const after = (await cardPicture(readers, headline).getAttribute("src")) ?? "";
  expect(after).not.toBe(before);
  expect(await redness(page.request, after)).toBeGreaterThan(0.99);
  await readers.close();

  // It is there when one comes back, and is given back to the suggestion.
  await page.reload();
  await crops.getByRole("radio", { name: /^4:3 By hand/ }).check({ force: true });
  await crops.getByRole("button", { name: "Back to the suggestion" }).click();
  await expect(crops.getByRole("radio", { name: /^4:3 Suggested/ })).toBeChecked();
  await crops.getByRole("button", { name: "Discard changes" }).click();
  await expect(crops.getByRole("radio", { name: /^4:3 By hand/ })).toBeChecked();
});

test("every card is drawn as the frame is dragged, and nothing is asked for meanwhile", async ({ page }, info) => {
  const name = `drag-${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await withLead(page, { name, headline: `Dragged, ${info.project.name}`, seed: seedOf(info.project.name, 2) });
  await untilSaved(page);
  await openAsset(page, name);
  const crops = page.getByRole("region", { name: "Crops" });
  const preview = crops.locator("[data-shape=Column] img");
  await crops.getByRole("radio", { name: /^4:3/ }).check({ force: true });
  const frame = crops.getByRole("slider", { name: "Crop 4:3" });
  await crops.getByRole("button", { name: "Smaller crop" }).click();
  await frame.scrollIntoViewIfNeeded();
  const place = () => preview.evaluate((image) => image.style.left);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));

  const before = await place();
  const box = await frame.boundingBox();
  if (!box) throw new Error("The frame is not there");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 12, box.y + box.height / 2);
  await expect.poll(place).not.toBe(before);
  const midway = await place();
  await page.mouse.move(0, box.y + box.height / 2);
  await expect.poll(place).not.toBe(midway);
  await expect(frame).toHaveAttribute("aria-valuetext", /^0 % from the left/);
  await page.mouse.up();

  // A corner makes it smaller and keeps its ratio.
  const wide = await frame.boundingBox();
  if (!wide) throw new Error("The frame is not there");
  await page.mouse.move(wide.x + wide.width, wide.y + wide.height);
  await page.mouse.down();
  await page.mouse.move(wide.x + wide.width * 0.7, wide.y + wide.height * 0.7);
  await page.mouse.up();
  const small = await frame.boundingBox();
  expect(small?.width).toBeLessThan(wide.width * 0.8);
  expect((small?.width ?? 0) / (small?.height ?? 1)).toBeCloseTo(4 / 3, 1);

  // The focal point moves what nobody chose by hand.
  await crops.getByRole("radio", { name: /^Focal point/ }).check({ force: true });
  const point = crops.getByRole("slider", { name: "Focal point" });
  await expect(point).toHaveAttribute("aria-valuetext", "Not set");
  await point.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(point).toHaveAttribute("aria-valuetext", "60 % from the left, 50 % from the top");
  await expect(crops.getByRole("radio", { name: /^1:1 From the focal point/ })).toBeVisible();
  await expect(crops.getByRole("radio", { name: /^4:3 By hand/ })).toBeVisible();
  await expectAccessible(page);
  expect(asked).toEqual([]);
});

test("found, cropped, used twice and overridden once: a corrected credit and the crop are seen in both stories, and the override is kept", async ({
  page,
}, info) => {
  test.slow();
  const n = info.project.name;
  const [name, word] = [`twice-${n}`, `stevedore${n}`];
  const [first, second] = [`Used once, ${n}`, `Used twice, ${n}`];
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/media");
  await page
    .getByLabel("Upload files")
    .setInputFiles({ name: `${name}.png`, mimeType: "image/png", buffer: await halves(seedOf(n, 3)) });
  await expect(page.getByRole("list", { name: "Uploads" }).getByText("In the library.")).toBeVisible();
  const caption = `The ${word} at work.`;
  await describe(page, name, { alt: "Two colours.", caption, credit: "Jo Prsm" });

  // It is found in the library by a word of its caption, and cropped there.
  await page.goto("/newsroom/media");
  await page.getByRole("searchbox", { name: "Search files" }).fill(word);
  const found = page.getByRole("list", { name: "Files" });
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await found.getByRole("link", { name: `${name}.png` }).click();
  const crops = page.getByRole("region", { name: "Crops" });
  for (const crop of ["16:9", "4:3"]) {
    const frame = await cropToTheLeft(page, crops, crop);
    await expect(frame).toHaveAttribute("aria-valuetext", /^0 % from the left/);
  }
  await crops.getByRole("button", { name: "Save crops" }).click();
  await expect(crops.getByText("Saved. Readers see it at once.")).toBeVisible();
  const asset = page.url();

  // Both stories have it from the library, where it is found again, and show it in a shape that is cropped there.
  const lead = page.getByRole("group", { name: "Lead image" });
  const use = async (headline: string) => {
    await writeStory(page, { headline, text: "Two colours met on the quay." });
    await page.getByRole("button", { name: "Lead image", exact: true }).click();
    const picker = page.getByRole("dialog", { name: "Choose a picture" });
    await picker.getByRole("searchbox", { name: "Search pictures" }).fill(word);
    const offered = picker.getByRole("list", { name: "Pictures" });
    await expect(offered.getByRole("listitem")).toHaveCount(1);
    await offered.getByRole("button", { name: `${name}.png` }).click();
    await expect(picker).toBeHidden();
    await lead.getByRole("button", { name: "Crop for this story" }).click();
    const dialog = page.getByRole("dialog", { name: "Crop for this story" });
    await dialog.getByRole("radio", { name: "4:3", exact: true }).check({ force: true });
    await dialog.getByRole("button", { name: "Use in this story" }).click();
    await expect(dialog).toBeHidden();
    await expect(lead.getByText("4:3 in the story", { exact: true })).toBeVisible();
  };
  await use(first);
  await expect(lead.getByRole("textbox", { name: "Caption" })).toHaveAttribute("placeholder", caption);
  await expect(lead.getByText("From the library").first()).toBeVisible();
  await expectAccessible(page);
  await untilSaved(page);
  const firstPath = await publish(page);
  await use(second);
  await lead.getByRole("textbox", { name: "Caption" }).fill("Our own caption.");
  await expect(lead.getByText("This story’s own")).toBeVisible();
  await untilSaved(page);
  const secondPath = await publish(page);

  await page.goto(asset);
  const uses = page.getByRole("region", { name: "Where it is used" });
  await expect(uses.getByRole("listitem").filter({ hasText: second })).toContainText("Own caption");
  await expect(uses.getByRole("listitem").filter({ hasText: first })).not.toContainText("Own caption");
  const about = page.getByRole("region", { name: "About this picture" });
  await expect(
    about.getByText("2 stories that readers see show it, and say this too. 1 keeps its own caption."),
  ).toBeVisible();
  await about.getByLabel("Credit", { exact: true }).fill("Jo Prism");
  await about.getByLabel("Caption", { exact: true }).fill("A better caption.");
  await about.getByRole("button", { name: "Save", exact: true }).click();
  await expect(about.getByText("Saved. Readers of 2 stories see it now. 1 keeps its own caption.")).toBeVisible();

  for (const [path, headline, says] of [
    [firstPath, first, "A better caption."],
    [secondPath, second, "Our own caption."],
  ] as const) {
    await page.goto(path);
    const figure = page.locator(".story-lead");
    await expect(figure.locator("figcaption")).toContainText(says);
    await expect(figure.locator("figcaption")).toContainText("Jo Prism");
    const shown = (await figure.getByRole("img", { name: "Two colours." }).getAttribute("src")) ?? "";
    expect(await redness(page.request, shown), path).toBeGreaterThan(0.99);
    await page.goto("/harbour");
    const card = (await cardPicture(page, headline).getAttribute("src")) ?? "";
    expect(await redness(page.request, card), headline).toBeGreaterThan(0.99);
  }
});

test("a picture stands in a story in the shape and the part that were chosen there, and opens whole", async ({
  page,
}, info) => {
  const n = info.project.name;
  const name = `shape-${n}`;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `A square of red, ${n}`, text: "Text." });
  await insert(page, "Picture");
  const picker = page.getByRole("dialog");
  await picker
    .getByLabel("Upload pictures")
    .setInputFiles({ name: `${name}.png`, mimeType: "image/png", buffer: await halves(seedOf(n, 4)) });
  await picker.getByRole("button", { name: `Use this picture ${name}.png` }).click();
  const picture = page.getByRole("group", { name: "Picture", exact: true });
  await picture.getByRole("textbox", { name: "Alt text" }).fill("Red.");
  await picture.getByRole("textbox", { name: "Credit" }).fill("Jo Prism");
  await picture.getByRole("button", { name: "Crop for this story" }).click();
  const dialog = page.getByRole("dialog", { name: "Crop for this story" });
  await dialog.getByRole("radio", { name: "1:1", exact: true }).check({ force: true });
  const frame = dialog.getByRole("slider", { name: "Crop 1:1" });
  await frame.focus();
  for (let press = 0; press < 2; press++) await page.keyboard.press("PageDown");
  for (let press = 0; press < 12; press++) await page.keyboard.press("Shift+ArrowLeft");
  await expect(frame).toHaveAttribute("aria-valuetext", /^0 % from the left/);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Use in this story" }).click();
  await expect(dialog).toBeHidden();
  await expect(picture.getByText("1:1 in the story, own crop")).toBeVisible();
  await untilSaved(page);
  const path = await publish(page);

  await page.goto(path);
  const figure = page.locator(".story-body figure");
  const shown = figure.getByRole("img", { name: "Red." });
  const [width, height] = await shown.evaluate((image: HTMLImageElement) => [image.width, image.height]);
  expect(width).toBe(height);
  expect(Number(await shown.getAttribute("width"))).toBe(Number(await shown.getAttribute("height")));
  expect(await redness(page.request, (await shown.getAttribute("src")) ?? "")).toBeGreaterThan(0.99);
  await shown.click();
  const large = page.getByRole("dialog").getByRole("img", { name: "Red." });
  await expect
    .poll(() => large.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight))
    .toBeCloseTo(1.6, 1);
  await expectAccessible(page);
});
