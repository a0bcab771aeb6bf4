import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { assets, formerFiles, renditions, sweeps } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { unpublishArticle } from "@/domain/articles/publication";
import { DAY, HOUR } from "@/lib/clock";
import { newId } from "@/lib/id";
import { deleteAsset } from "./deleting";
import { incomingFolder, keepRendition, originalFile, renditionFile } from "./files";
import { beginUpload, continueUpload, readUpload } from "./incoming";
import { readKeeping } from "./keeping";
import { listSweeps, sweepFiles } from "./sweeping";
import { uploadAsset } from "./upload";

const editor = await makeStaff({ role: "editor" });
const owner = await makeStaff({ role: "owner" });

beforeEach(async () => {
  await transact(async (tx) => tx.delete(sweeps));
});
afterEach(() => vi.useRealTimers());

/** Later, by so many milliseconds: files do not age in tests, the clock does. */
const later = (by: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + by });

function put(file: string, bytes = 100): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, Buffer.alloc(bytes));
  return file;
}
async function swept() {
  await sweepFiles();
  return (await listSweeps(owner))[0]?.removed;
}
/** Of a pattern that no other picture has: equal parts of pictures share a file. */
async function upload() {
  const cells = Buffer.from(crypto.getRandomValues(new Uint8Array(12 * 8 * 3)));
  const image = sharp(cells, { raw: { width: 12, height: 8, channels: 3 } }).resize(600, 400);
  return uploadAsset(editor, { filename: "a.jpg", bytes: await image.jpeg().toBuffer() });
}
async function filesOf(id: string): Promise<string[]> {
  const [asset] = await db().select({ hash: assets.hash }).from(assets).where(eq(assets.id, id));
  const rows = await db().select({ key: renditions.key }).from(renditions).where(eq(renditions.assetId, id));
  return [originalFile(asset?.hash ?? ""), ...rows.map(({ key }) => renditionFile(key))];
}
const allThere = (files: string[]) => files.map((file) => existsSync(file));

test("what a crash left behind goes after a day, an original after thirty, what is needed stays, and it is told how much that was", async () => {
  const { id } = await upload();
  const needed = await filesOf(id);
  const left = [
    put(renditionFile(`${"a".repeat(32)}.webp`), 10),
    put(path.join(path.dirname(renditionFile(`${"a".repeat(32)}.webp`)), ".x.tmp"), 20),
    put(originalFile("b".repeat(64)), 30),
    put(path.join(incomingFolder(), "c.tmp"), 40),
  ];
  const given = newId();
  await beginUpload(editor, { id: given, filename: "a.jpg", size: 100 });
  await continueUpload(editor, { id: given, offset: 0, chunks: Readable.from([Buffer.alloc(50)]) });
  later(23 * HOUR);
  expect(await swept()).toMatchObject({ copies: { count: 0 }, uploads: { count: 0 }, temporary: { count: 0 } });
  expect(allThere(left)).toEqual([true, true, true, true]);
  expect((await readUpload(editor, given)).offset).toBe(50);
  later(2 * HOUR);
  expect(await swept()).toMatchObject({
    copies: { count: 1, bytes: 10 },
    originals: { count: 0 },
    temporary: { count: 2, bytes: 60 },
    uploads: { count: 1 },
  });
  expect(allThere(left)).toEqual([false, false, true, false]);
  await expect(readUpload(editor, given)).rejects.toMatchObject({ code: "not-found" });
  expect(allThere(needed).every(Boolean)).toBe(true);
  later(30 * 24 * HOUR);
  expect(await swept()).toMatchObject({ copies: { count: 0, bytes: 0 }, originals: { count: 1, bytes: 30 } });
  expect(allThere(needed).every(Boolean)).toBe(true);
});

test("a file that lay there and is about to be named by an upload is young again", async () => {
  const key = `${"d".repeat(32)}.webp`;
  put(renditionFile(key));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 2 * DAY });
  // Its time is set by the clock, as it would be then.
  await keepRendition(key, Buffer.alloc(100));
  await sweepFiles();
  expect(existsSync(renditionFile(key))).toBe(true);
});

test("what has been in the bin for thirty days goes for good, and may come in anew", async () => {
  const { id } = await upload();
  const files = await filesOf(id);
  await deleteAsset(editor, { id });
  later(29 * DAY);
  expect(await swept()).toMatchObject({ bin: { count: 0 } });
  expect((await readKeeping(editor, id)).bin).not.toBeNull();
  later(31 * DAY);
  expect(await swept()).toMatchObject({ bin: { count: 1 } });
  expect(allThere(files).some(Boolean)).toBe(false);
  await expect(readKeeping(editor, id)).rejects.toMatchObject({ code: "not-found" });
  expect(await db().select().from(assets).where(eq(assets.id, id))).toEqual([]);
});

test("its row stays where a story's history names it, and its files go", async () => {
  const { id } = await upload();
  const files = await filesOf(id);
  const { article } = await makePublishedArticle({ lead: firstUseOf({ id }) });
  await unpublishArticle(editor, { id: article.id });
  await deleteAsset(editor, { id });
  later(31 * DAY);
  expect(await swept()).toMatchObject({ bin: { count: 1 } });
  expect(allThere(files).some(Boolean)).toBe(false);
  const [row] = await db().select().from(assets).where(eq(assets.id, id));
  expect(row).toMatchObject({ purgedAt: expect.any(Date), hash: `purged-${id}` });
});

test("the original that another took the place of is kept for thirty days", async () => {
  const { id } = await upload();
  const hash = "e".repeat(64);
  const file = put(originalFile(hash));
  const former = { assetId: id, hash, filename: "b.jpg", type: "image/jpeg", bytes: 100, replacedBy: editor.id };
  await transact(async (tx) => {
    await tx.insert(formerFiles).values({ ...former, replacedAt: new Date() });
  });
  later(29 * DAY);
  await sweepFiles();
  expect(existsSync(file)).toBe(true);
  later(2 * DAY);
  await sweepFiles();
  expect(existsSync(file)).toBe(false);
});

test("only who runs the paper learns what was swept", async () => {
  await expect(listSweeps(editor)).rejects.toMatchObject({ code: "forbidden" });
});
