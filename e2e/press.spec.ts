import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request as ask } from "undici";
import { tag } from "@/domain/events/tags";
import { startProgram } from "./program";
import { EDITION, PASSWORD } from "./servers";
import { expect, expectAccessible, PEOPLE, publish, signIn, test, writeStory } from "./test";

const STORY = "/science/the-tide-gauge-in-the-cellar";
const PAGES = ["/", "/harbour", "/topics/shipping", "/bylines/mirjam-tveitt", STORY, "/nothing-here", "/?page=2"];

/** One answer with its body, in the encoding that was asked for. */
async function answer(address: string, headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") {
  const { statusCode, headers: said, body } = await ask(EDITION.url + address, { headers, method });
  return { status: statusCode, headers: said, bytes: Buffer.from(await body.arrayBuffer()) };
}

const outcome = ({ headers }: Awaited<ReturnType<typeof answer>>) => headers["server-timing"];

test("Readers' pages hold nothing of the framework, and no script that their policy does not name @once", async () => {
  for (const address of PAGES) {
    const { headers, bytes } = await answer(address);
    const html = bytes.toString();
    expect(html, address).not.toMatch(/__next_f|_next\/static\/chunks\/[^"]*\.js|<!--|data-precedence/);
    const policy = String(headers["content-security-policy"]);
    expect(policy, address).toMatch(/script-src 'self'(?: 'sha256-[^']+')*;/);
    for (const [, attributes = "", content = ""] of html.matchAll(/<script([^>]*)>(.*?)<\/script>/gs)) {
      if (attributes.includes("application/ld+json")) continue;
      if (attributes.includes("src=")) expect(attributes, address).toContain('src="/reader/');
      else expect(policy, address).toContain(createHash("sha256").update(content).digest("base64"));
    }
  }
});

test("Whatever an event can touch is said by a page that depends on it @once", async () => {
  const said = new Set<string>();
  const shared = "/city/cordwain-bridge-stays-shut-what-we-know-and-how-to-get-across";
  for (const address of [...PAGES, "/search?q=harbour", "/about/masthead", "/series/night-shift", shared]) {
    for (const tag of String((await answer(address)).headers["surrogate-key"] ?? "").split(" ")) said.add(tag);
  }
  const { all: _, ...kinds } = tag;
  const carried = Object.entries(kinds).map(([kind, of]): [string, boolean] => [
    kind,
    [...said].some((tag) => (typeof of === "string" ? tag === of : tag.startsWith(of("")))),
  ]);
  expect(carried).toEqual(Object.keys(kinds).map((kind) => [kind, true]));
});

test("Readers' pages are shown whole by a browser, which stops nothing", async ({ page }) => {
  // The fixture `faultless` fails on a violation of the policy.
  for (const address of PAGES) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily), address).not.toBe("");
  }
});

test("Answers come in the encoding asked for, with 304 for who has them, and HEAD says what GET does @once", async () => {
  const whole = (await answer(STORY)).bytes;
  const read = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const encoding of ["br", "gzip"] as const) {
    const asked = { "accept-encoding": encoding };
    const { headers, bytes } = await answer(STORY, asked);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(read[encoding](bytes)).toEqual(whole);
    expect(headers.vary).toBe("accept-encoding");
    expect(headers["cache-control"]).toBe("no-cache");
    const held = await answer(STORY, { ...asked, "if-none-match": String(headers.etag) });
    expect([held.status, held.bytes.length]).toEqual([304, 0]);
    const head = await answer(STORY, asked, "HEAD");
    expect([head.status, head.headers["content-encoding"], head.bytes.length]).toEqual([200, encoding, 0]);
  }
});

test("What is published and unpublished is so at the very next request, on every page that was kept @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: "Lantern found at low water", text: "It still burns." });
  // The edition keeps London's time.
  const thisMonth = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date()).slice(0, 7);
  const lists = ["/", "/harbour", "/rss.xml", "/harbour/rss.xml", `/sitemaps/${thisMonth}.xml`];
  // Others publish in the same paper meanwhile, and read it: a list may be touched between two requests, or asked for before.
  const untilKept = (address: string) =>
    expect(async () => {
      await answer(address);
      expect(outcome(await answer(address)), address).toBe("press;desc=hit");
    }).toPass({ timeout: 15_000 });
  for (const address of lists) await untilKept(address);
  const story = await publish(page);
  for (const address of [...lists, story]) {
    const found = await answer(address);
    if (address === story) expect(outcome(found)).toBe("press;desc=miss");
    expect(found.bytes.toString().includes(address === story ? "Lantern found" : story), address).toBe(true);
    await untilKept(address);
  }
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  // What lies behind it is hidden as long as it is open.
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("link", { name: "View on site" })).toHaveCount(0);
  expect((await answer(story)).status).not.toBe(200);
  for (const address of lists) expect((await answer(address)).bytes.toString(), address).not.toContain(story);
});

test("Somebody who is signed in gets readers' pages as everybody does @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  const own = await page.request.get(STORY);
  expect(own.headers()["server-timing"]).toMatch(/hit|miss/);
  expect(own.headers()).not.toHaveProperty("set-cookie");
  expect(await own.text()).toBe((await answer(STORY)).bytes.toString());
});

test("Owners see how the paper is served", async ({ page }) => {
  await signIn(page, PEOPLE.owner);
  // On a phone the way there is folded away: staff.spec.ts opens it.
  await page.goto("/newsroom/operations");
  await expect(page.getByRole("heading", { name: "Operations", level: 1 })).toBeVisible();
  await expect(page.getByText("From memory")).toBeVisible();
  await expect(page.getByText(/^[1-9]\d* of [1-9]\d*$/)).toBeVisible();
  await expectAccessible(page);
});

test("Readers are served on while a worker that was killed is replaced @once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-press-"));
  const { url, pid, end } = await startProgram(folder, { OWNER_EMAIL: PEOPLE.owner, OWNER_PASSWORD: PASSWORD });
  const status = async (address: string) => (await fetch(url + address)).status;
  expect(await status("/")).toBe(200);
  // Next names its process so once it is up.
  const children = ["-P", String(pid), "-f", "next-server"];
  const find = () => spawnSync("pgrep", children, { encoding: "utf8" }).stdout.trim();
  const worker = find();
  expect(worker).toMatch(/^\d+$/);
  process.kill(Number(worker), "SIGKILL");
  await expect.poll(find).not.toBe(worker);
  expect(await status("/")).toBe(200);
  expect([200, 503]).toContain(await status("/sign-in"));
  await expect.poll(() => status("/sign-in"), { timeout: 30_000 }).toBe(200);
  expect(await end()).toBe(143);
  rmSync(folder, { recursive: true, force: true });
});
