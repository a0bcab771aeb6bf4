import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import type { Locator, Page, Request } from "@playwright/test";
import sharp from "sharp";
import { pdf } from "@/db/seed/recordings/pdf";
import { makeSigner, signedPicture } from "@/domain/testing/credentials";
import { wav } from "@/domain/testing/played";
import {
  expect,
  expectAccessible,
  insert,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

/** A small picture of one colour, which no other has. */
function plain(width = 40): Promise<Buffer> {
  const [r = 0, g = 0, b = 0] = crypto.getRandomValues(new Uint8Array(3));
  return sharp({ create: { width, height: 30, channels: 3, background: { r, g, b } } })
    .png()
    .toBuffer();
}

/** A picture with a pattern that no other has; the same one for the same seed. */
function patterned(seed: string = crypto.randomUUID()): Promise<Buffer> {
  const cells = createHash("shake256", { outputLength: 12 * 8 * 3 })
    .update(seed)
    .digest();
  return sharp(cells, { raw: { width: 12, height: 8, channels: 3 } })
    .resize(900, 600, { kernel: "cubic" })
    .jpeg()
    .toBuffer();
}

type Given = { name: string; buffer: Buffer };

/** Files as a drag or a clipboard carries them. */
function carried(page: Page, files: Given[]) {
  const given = files.map(({ name, buffer }) => ({ name, data: buffer.toString("base64") }));
  return page.evaluateHandle((all) => {
    const carried = new DataTransfer();
    for (const { name, data } of all) {
      carried.items.add(new File([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], name));
    }
    return carried;
  }, given);
}

/** Drops files anywhere on the page. */
async function drop(page: Page, files: Given[]): Promise<void> {
  await page.dispatchEvent("main", "drop", { dataTransfer: await carried(page, files) });
}

/** Pastes files where one is, as the browser tells the page of it. @returns whether the page took them for itself */
async function paste(page: Page, where: Locator, files: Given[]): Promise<boolean> {
  const clipboardData = await carried(page, files);
  return where.evaluate(
    (target, data) =>
      !target.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }),
      ),
    clipboardData,
  );
}

function uploadsOf(page: Page): Locator {
  return page.getByRole("list", { name: "Uploads" });
}

async function choose(page: Page, files: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.getByLabel("Upload files").setInputFiles(files);
}

/** Uploads one file to the library and opens its page. */
async function openUploaded(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto("/newsroom/media");
  await choose(page, file);
  await expect(uploadsOf(page).getByText("In the library.")).toBeVisible();
  await page.goto(`/newsroom/media?q=${encodeURIComponent(file.name)}`);
  await page.getByRole("link", { name: file.name }).first().click();
  await expect(page.getByRole("heading", { name: file.name, level: 1 })).toBeVisible();
}

/** Says of the picture whose page is open what a story needs to come before readers with it. */
async function describeShown(page: Page, { alt, credit }: { alt: string; credit: string }): Promise<void> {
  await page.getByLabel("Alt text", { exact: true }).fill(alt);
  await page.getByLabel("Credit", { exact: true }).fill(credit);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
}

/** Finds a picture in the library for the story that is open, and has it lead it. */
async function chooseLead(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  await picker.getByRole("searchbox", { name: "Search pictures" }).fill(name);
  await picker.getByRole("list", { name: "Pictures" }).getByRole("button", { name }).first().click();
  await expect(picker).toBeHidden();
  await untilSaved(page);
}

test("A hundred files dropped at once: the good ones are taken, and three bad ones say why @once", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/media");
  const good = await Promise.all(
    Array.from({ length: 97 }, async (_, at) => ({ name: `heap-${at}.png`, buffer: await plain(40 + at) })),
  );
  const whole = await sharp(await patterned())
    .png()
    .toBuffer();
  const bad = [
    { name: "cut.png", buffer: whole.subarray(0, whole.length / 2) },
    { name: "letter.png", buffer: Buffer.from("Dear editor") },
    { name: "nothing \u202egpj.png", buffer: Buffer.alloc(0) },
  ];
  await drop(page, [...good.slice(0, 50), ...bad, ...good.slice(50)]);
  const zone = page.getByRole("region", { name: "Upload" });
  await expect(zone.getByRole("status").first()).toHaveText("97 of 100 files done, 3 refused", { timeout: 200_000 });
  const row = (name: string) => uploadsOf(page).getByRole("listitem").filter({ hasText: name });
  await expect(row("cut.png").getByRole("alert")).toContainText("damaged");
  await expect(row("letter.png").getByRole("alert")).toContainText("not a picture");
  await expect(row("nothing").getByRole("alert")).toContainText("empty");
  await zone.getByRole("button", { name: "Dismiss those that are done" }).click();
  await expect(uploadsOf(page).getByRole("listitem")).toHaveCount(3);
  await expectAccessible(page);
});

test("Pasted pictures come into the library, but not what is pasted into a text field", async ({ page }) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const files = await Promise.all(["one", "two"].map(async (name) => ({ name: `${name}.png`, buffer: await plain() })));
  const field = page.getByRole("searchbox", { name: "Search files" });
  expect(await paste(page, field, [{ name: "typed.png", buffer: await plain() }])).toBe(false);
  expect(await paste(page, page.locator("body"), files)).toBe(true);
  const rows = uploadsOf(page).getByRole("listitem");
  await expect(rows.getByText("In the library.")).toHaveCount(2);
  await expect(rows).toHaveCount(2);
  for (const { name } of files) await expect(rows.filter({ hasText: name })).toHaveCount(1);
  await expectAccessible(page);
});

test("A folder is uploaded with the folders in it, without what the system put there", async ({ page }, info) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const folder = info.outputPath("evening");
  mkdirSync(path.join(folder, "raw", "best"), { recursive: true });
  for (const name of ["quay.png", "raw/tide.png", "raw/best/crane.png"]) {
    writeFileSync(path.join(folder, name), await plain());
  }
  for (const name of [".DS_Store", "raw/Thumbs.db"]) writeFileSync(path.join(folder, name), "of the system");
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Upload a folder" }).click();
  await (await choosing).setFiles(folder);
  const rows = uploadsOf(page).getByRole("listitem");
  await expect(rows.getByText("In the library.")).toHaveCount(3);
  await expect(rows).toHaveCount(3);
  for (const name of ["quay.png", "tide.png", "crane.png"]) await expect(rows.filter({ hasText: name })).toHaveCount(1);
  await expectAccessible(page);
});

test("An upload that is cut goes on where it was, by itself and after the page was loaded anew", async ({
  page,
}, info) => {
  test.slow();
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const sent: string[] = [];
  page.on("request", (request: Request) => {
    if (!request.url().includes("/media/upload")) return;
    if (request.method() === "POST") sent.push("begun");
    if (request.method() === "PATCH") sent.push(request.headers()["upload-offset"] ?? "");
  });
  const file = info.outputPath("long.wav");
  // A second upload in the same suite is another file.
  writeFileSync(file, wav(2_500_000 + Math.floor(Math.random() * 10_000)));
  const pieces = "**/newsroom/media/upload/*";
  const breaks = (method: string) =>
    page.route(pieces, (route) =>
      route.request().method() === method ? route.abort("connectionreset") : route.continue(),
    );
  await breaks("PATCH");
  await choose(page, file);
  const row = uploadsOf(page).getByRole("listitem");
  await expect(row).toContainText("Connection lost at");
  await expectAccessible(page);

  // The tab is lost, and the same file chosen again.
  await page.reload();
  sent.length = 0;
  await choose(page, file);
  await expect(row).toContainText("Connection lost at");
  expect(new Set(sent)).toEqual(new Set([String(8 * 1024 * 1024)]));
  await expect(row.getByRole("button", { name: "Try now" })).toBeVisible();
  await page.unroute(pieces);
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await expect(row.getByText("In the library.")).toBeVisible({ timeout: 60_000 });
  expect(sent).not.toContain("begun");
});

test("An upload is paused, goes on, and is given up", async ({ page }, info) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const pieces = "**/newsroom/media/upload/*";
  await page.route(pieces, (route) => (route.request().method() === "PATCH" ? undefined : route.continue()));
  const file = info.outputPath("paused.wav");
  writeFileSync(file, wav(1_500_000 + Math.floor(Math.random() * 10_000)));
  await choose(page, file);
  const row = uploadsOf(page).getByRole("listitem");
  await expect(row).toContainText(/\d\d %/);
  await row.getByRole("button", { name: "Pause paused.wav" }).click();
  await expect(row).toContainText("Paused at");
  await page.unroute(pieces, undefined);
  await row.getByRole("button", { name: "Resume paused.wav" }).click();
  await expect(row.getByText("In the library.")).toBeVisible({ timeout: 30_000 });

  await page.route(pieces, (route) => (route.request().method() === "PATCH" ? undefined : route.continue()));
  const cancel = uploadsOf(page).getByRole("button", { name: "Cancel paused.wav" });
  const given = () => page.waitForRequest((request) => request.method() === "DELETE");
  const chooseAnother = () => {
    writeFileSync(file, wav(1_600_000 + Math.floor(Math.random() * 10_000)));
    return choose(page, file);
  };

  const first = given();
  const begun = page.waitForResponse((response) => response.request().method() === "POST" && response.status() === 201);
  await chooseAnother();
  await begun;
  await cancel.click();
  await first;

  // Also while the server has not answered yet: it is told once it has.
  const second = given();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/newsroom/media/upload", async (route) => {
    await held;
    await route.continue();
  });
  await chooseAnother();
  await cancel.click();
  answer();
  await second;
  await expect(uploadsOf(page).getByRole("listitem")).toHaveCount(1);
});

test("A picture's content credentials are told on its page, and to readers while the paper trusts whoever vouches for them @once", async ({
  page,
  browser,
}) => {
  test.slow();
  await signIn(page, PEOPLE.editor);
  const signer = await makeSigner("Nordpress");
  await openUploaded(page, {
    name: "signed.jpg",
    mimeType: "image/jpeg",
    buffer: await signedPicture(await patterned(), signer),
  });
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("region", { name: "Content credentials" })).toContainText("Nordpress", { timeout: 1 });
  }).toPass();
  await expectAccessible(page);
  await describeShown(page, { alt: "A signed quay", credit: "Nordpress" });
  await writeStory(page, { headline: "The quay is signed for", text: "By whoever took its picture." });
  await chooseLead(page, "signed.jpg");
  const reader = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await reader.goto(new URL(await publish(page), page.url()).href);
  const caption = reader.locator(".story-lead figcaption");
  await expect(caption).toContainText("Nordpress");
  await expect(caption).not.toContainText("Content credentials");

  const owner = await pageOf(browser, PEOPLE.owner, page);
  const trust = async (certificates: string) => {
    await owner.goto("/newsroom/settings/pictures");
    await owner.getByLabel("Trusted signers of content credentials").fill(certificates);
    await owner.getByRole("button", { name: "Save", exact: true }).click();
    await expect(owner.getByText("Saved.", { exact: true })).toBeVisible();
  };
  const said = "Content credentials: signed by Nordpress Desk.";
  await trust(signer.pem);
  await expect(async () => {
    await reader.reload();
    await expect(caption).toContainText(said, { timeout: 1 });
  }).toPass();
  await expectAccessible(reader);
  await trust("");
  await expect(async () => {
    await reader.reload();
    await expect(caption).not.toContainText(said, { timeout: 1 });
  }).toPass();
  await expect(caption).toContainText("Nordpress");
});

test("A picture that looks like another is asked about, and used or kept besides", async ({ page }, info) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  // Of each of these a smaller one looks the same; of one in ten that are drawn by chance it does not.
  const original = await patterned(info.project.name === "phone" ? "ferry" : "crane");
  await choose(page, { name: "first.jpg", mimeType: "image/jpeg", buffer: original });
  await expect(uploadsOf(page).getByText("In the library.")).toBeVisible();
  const small = (width: number) => sharp(original).resize(width).jpeg({ quality: 90 }).toBuffer();
  await choose(page, { name: "smaller.jpg", mimeType: "image/jpeg", buffer: await small(800) });
  const row = uploadsOf(page).getByRole("listitem").filter({ hasText: "smaller.jpg" });
  await expect(row).toContainText("It looks like a picture of the library.");
  await expectAccessible(page);
  await row.getByRole("button", { name: "Use that one first.jpg" }).click();
  await expect(uploadsOf(page).getByText("The one in the library is used.")).toBeVisible();
  await choose(page, { name: "smallest.jpg", mimeType: "image/jpeg", buffer: await small(700) });
  await page.getByRole("button", { name: "Keep both" }).click();
  await expect(uploadsOf(page).getByText("In the library.")).toHaveCount(2);
  // The very file is known without a question.
  await choose(page, { name: "again.jpg", mimeType: "image/jpeg", buffer: original });
  await expect(uploadsOf(page).getByText("This very file was in the library before.")).toBeVisible();
});

test("A file is brought from an address, and what cannot be had from there says why", async ({ page }) => {
  const bytes = await plain(77);
  const site = createServer((request, response) => {
    if (request.url === "/inside") response.writeHead(302, { location: "http://10.0.0.1/a.png" }).end();
    else response.writeHead(200, { "content-type": "image/png", "content-length": bytes.length }).end(bytes);
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const { port } = site.address() as AddressInfo;
  try {
    await signIn(page, PEOPLE.reporter);
    await page.goto("/newsroom/media");
    const from = page.getByLabel("From an address");
    await from.fill("harbour.png");
    await from.press("Enter");
    await expect(page.getByText("This is no address of the web")).toBeVisible();
    await from.fill(`http://127.0.0.1:${port}/harbour%20wall.png`);
    await page.getByRole("button", { name: "Bring in" }).click();
    await expect(uploadsOf(page).getByText("In the library.")).toBeVisible();
    for (const inside of [`http://127.0.0.1:${port}/inside`, "http://169.254.169.254/latest"]) {
      await from.fill(inside);
      await from.press("Enter");
      await expect(uploadsOf(page).getByRole("listitem").filter({ hasText: inside }).getByRole("alert")).toContainText(
        "could not be fetched",
      );
    }
  } finally {
    site.close();
  }
});

test("A file that readers see is not deleted; once they do not it is, and had back", async ({ page }, info) => {
  test.slow();
  const n = info.project.name;
  await signIn(page, PEOPLE.editor);
  const name = `tide-table-${n}.pdf`;
  const bytes = pdf(["Tides", crypto.randomUUID()]);
  await writeStory(page, { headline: `High water twice a day (${n})`, text: "The tables are out." });
  await insert(page, "Document");
  const picker = page.getByRole("dialog", { name: "Choose a document" });
  await picker.locator("input[type=file]").setInputFiles({ name, mimeType: "application/pdf", buffer: bytes });
  await picker.getByRole("button", { name: `Use this document ${name}` }).click();
  const block = page.getByRole("group", { name: "Document", exact: true });
  await block.getByLabel("Title").fill("Tide tables");
  await expectAccessible(page);
  await untilSaved(page);
  const story = page.url();
  const address = await publish(page);

  await page.goto(address);
  const link = page.getByRole("main").getByRole("link", { name: "Tide tables" });
  await expect(page.getByText(/PDF, \d/)).toBeVisible();
  await expectAccessible(page);
  const href = (await link.getAttribute("href")) ?? "";
  const reader = await page.context().browser()?.newContext();
  const answer = await reader?.request.get(new URL(href, page.url()).href);
  expect(answer?.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${name}"; filename*=UTF-8''${name}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
  });
  expect((await answer?.body())?.equals(bytes)).toBe(true);
  const part = await reader?.request.get(new URL(href, page.url()).href, { headers: { range: "bytes=0-4" } });
  expect([part?.status(), await part?.text()]).toEqual([206, "%PDF-"]);

  await page.goto(`/newsroom/media?q=${name}`);
  await page.getByRole("link", { name }).first().click();
  const file = page.getByRole("region", { name: "The file" });
  await expect(file).toContainText("It cannot be deleted");
  await expect(file.getByRole("link", { name: `High water twice a day (${n})` })).toBeVisible();
  await expect(file.getByRole("button", { name: /^Delete/ })).toHaveCount(0);
  await expectAccessible(page);
  const asset = page.url();

  await page.goto(story);
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  expect((await reader?.request.get(new URL(href, page.url()).href))?.status()).toBe(404);

  await page.goto(asset);
  await file.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Put it into the bin" }).click();
  await expect(file).toContainText("It is in the bin");
  await expectAccessible(page);
  await page.goto(story);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText("in the bin of the library");

  await page.goto(asset);
  await file.getByRole("button", { name: /^Undo/ }).click();
  await expect(file.getByRole("button", { name: /^Delete/ })).toBeVisible();
  await page.goto(story);
  await publish(page);
});

/** How far two pictures are apart, of 255: one and the same by a few, whatever their sizes and formats. */
async function distance(one: Buffer, other: Buffer): Promise<number> {
  const [a, b] = await Promise.all(
    [one, other].map((file) => sharp(file).resize(24, 16, { fit: "fill" }).removeAlpha().raw().toBuffer()),
  );
  if (!a || !b) throw new Error("There is nothing to compare");
  return a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
}

/** The addresses of all files of pictures that a part of a page names. */
async function filesIn(part: Locator): Promise<string[]> {
  const found = (await part.innerHTML()).match(/\/media\/[\w/.-]+/g) ?? [];
  expect(found.length).toBeGreaterThan(0);
  return [...new Set(found)];
}

test("A file is replaced wherever it is used, and staff alone save originals", async ({ page, browser }, info) => {
  test.slow();
  const n = info.project.name;
  await signIn(page, PEOPLE.editor);
  const before = await patterned();
  await openUploaded(page, { name: `before-${n}.jpg`, mimeType: "image/jpeg", buffer: before });
  const asset = page.url();
  await describeShown(page, { alt: "A painted wall", credit: "Jo Prism" });

  // A story shows it to readers, and the section's card of that story.
  const headline = `The wall is painted over (${n})`;
  await writeStory(page, { headline, text: "It was another one in the morning." });
  await chooseLead(page, `before-${n}.jpg`);
  const address = new URL(await publish(page), page.url()).href;
  const section = new URL("/harbour", address).href;
  const reader = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const fileOf = async (href: string) => (await reader.request.get(new URL(href, address).href)).body();
  const shown = reader.getByRole("img", { name: "A painted wall" });
  const card = reader.getByRole("article").filter({ has: reader.getByRole("link", { name: headline, exact: true }) });
  const source = () => shown.evaluate((image: HTMLImageElement) => image.currentSrc);
  await reader.goto(section);
  const old = await filesIn(card);
  await reader.goto(address);
  old.push(...(await filesIn(reader.locator(".story-lead"))));
  expect(await distance(await fileOf(await source()), before)).toBeLessThan(15);

  await page.goto(asset);
  const file = page.getByRole("region", { name: "The file" });
  await file.getByLabel("Replace the file").setInputFiles({
    name: "sound.wav",
    mimeType: "audio/wav",
    buffer: wav(700),
  });
  await expect(file.getByRole("alert")).toContainText("This is a recording");
  const after = await patterned();
  expect(await distance(before, after)).toBeGreaterThan(30);
  await file.getByLabel("Replace the file").setInputFiles({
    name: `after-${n}.jpg`,
    mimeType: "image/jpeg",
    buffer: after,
  });
  await expect(file.getByText("Replaced, wherever it is used.")).toBeVisible();

  // At their very next request readers have the new picture, and nobody has any file of the old one.
  await reader.goto(address);
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await distance(await fileOf(await source()), after)).toBeLessThan(15);
  const [story, list] = [await reader.content(), await (await reader.request.get(section)).text()];
  for (const href of old) {
    expect(story, href).not.toContain(href);
    expect(list, href).not.toContain(href);
    expect((await reader.request.get(new URL(href, address).href)).status(), href).toBe(404);
  }
  await reader.goto(section);
  for (const href of await filesIn(card)) {
    const cut = await fileOf(href);
    expect(await distance(cut, after), href).toBeLessThan(await distance(cut, before));
  }
  await reader.context().close();

  await expect(page.getByRole("heading", { name: `after-${n}.jpg`, level: 1 })).toBeVisible();
  await expect(page.getByLabel("Credit", { exact: true })).toHaveValue("Jo Prism");
  await expectAccessible(page);
  for (const [link, bytes] of [
    ["Save the original", after],
    [`before-${n}.jpg`, before],
  ] as const) {
    const href = (await file.getByRole("link", { name: link }).getAttribute("href")) ?? "";
    const saved = await page.request.get(href);
    expect((await saved.body()).equals(bytes), link).toBe(true);
    expect(saved.headers()["cache-control"]).toBe("private, no-store");
    expect(saved.headers()["content-disposition"]).toMatch(/^attachment/);
    const anybody = await (await page.context().browser()?.newContext())?.request.get(new URL(href, page.url()).href);
    expect(anybody?.status()).toBe(401);
  }
});

test("Operations says what was swept @once", async ({ page }) => {
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/operations");
  await expect(page.getByRole("list", { name: "Sweeps" }).getByRole("listitem").first()).toContainText(
    /left behind|Removed/,
  );
  await expectAccessible(page);
});
