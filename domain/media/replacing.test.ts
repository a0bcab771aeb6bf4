import { existsSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { assets, events, renditions } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { tag, tagsFor } from "@/domain/events/tags";
import { picture } from "@/domain/testing/pictures";
import { wav } from "@/domain/testing/played";
import { newId } from "@/lib/id";
import { editAsset } from "./editing";
import { originalFile, renditionFile } from "./files";
import { beginUpload, continueUpload, readUpload } from "./incoming";
import { readOriginal } from "./originals";
import { listFormerFiles, replaceFile } from "./replacing";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });
const editor = await makeStaff({ role: "editor" });
const other = await makeStaff({ role: "reporter" });

async function sent(bytes: Uint8Array, filename: string, by = reporter) {
  const id = newId();
  await beginUpload(by, { id, filename, size: bytes.byteLength });
  await continueUpload(by, { id, offset: 0, chunks: Readable.from([bytes]) });
  return id;
}
const jpeg = (width: number, height: number) => picture(width, height).jpeg().toBuffer();
async function rowOf(id: string) {
  const [row] = await db().select().from(assets).where(eq(assets.id, id));
  if (!row) throw new Error("There is no row");
  return row;
}

describe("replacing a file", () => {
  test("keeps what is said of it and its uses; stories that show it are made anew; the old original stays for staff", async () => {
    const old = await jpeg(800, 600);
    const { id } = await uploadAsset(reporter, { filename: "old.jpg", bytes: old });
    await editAsset(reporter, { id, alt: "A pier", decorative: false, caption: "The pier", credit: "Jane Roe" });
    const { article } = await makePublishedArticle({ lead: firstUseOf({ id }) });
    const before = await db().select({ key: renditions.key }).from(renditions).where(eq(renditions.assetId, id));
    const crops = { "1x1": { left: 0, top: 0, width: 7500, height: 10_000 } };
    await transact(async (tx) => {
      await tx.update(assets).set({ crops, focusX: 0.25, focusY: 0.5 }).where(eq(assets.id, id));
    });
    await transact(async (tx) => {
      await tx
        .update(assets)
        .set({ credentials: { signedBy: "An agency" } })
        .where(eq(assets.id, id));
    });
    const upload = await sent(await jpeg(1600, 1200), "new.jpg", editor);
    const event = await replaceFile(editor, { id, upload });
    expect(await rowOf(id)).toMatchObject({
      // What was signed was the file of before.
      credentials: null,
      filename: "new.jpg",
      width: 1600,
      height: 1200,
      alt: "A pier",
      caption: "The pier",
      credit: "Jane Roe",
      crops,
      focusX: 0.25,
    });
    const present = and(eq(renditions.assetId, id), isNull(renditions.replacedAt));
    const after = await db().select({ key: renditions.key }).from(renditions).where(present);
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ key }) => existsSync(renditionFile(key)))).toBe(true);
    expect(after.some(({ key }) => before.some((each) => each.key === key))).toBe(false);
    const [kept] = await db().select().from(events).where(eq(events.number, event.number));
    expect(tagsFor({ ...event, data: kept?.data as object })).toEqual(
      expect.arrayContaining([tag.asset(id), tag.article(article.id)]),
    );
    const [former] = await listFormerFiles(reporter, id);
    expect(former).toMatchObject({ filename: "old.jpg", bytes: old.length, by: editor.name });
    expect(readFileSync((await readOriginal(reporter, id, former?.id)).file).equals(old)).toBe(true);
  });

  test("forgets crops and focus where the picture has another shape", async () => {
    const { id } = await uploadAsset(reporter, { filename: "old.jpg", bytes: await jpeg(810, 600) });
    const crops = { "1x1": { left: 0, top: 0, width: 7500, height: 10_000 } };
    await transact(async (tx) => {
      await tx.update(assets).set({ crops, focusX: 0.25, focusY: 0.5 }).where(eq(assets.id, id));
    });
    await replaceFile(reporter, { id, upload: await sent(await jpeg(600, 810), "new.jpg") });
    expect(await rowOf(id)).toMatchObject({ crops: null, focusX: null, focusY: null });
  });

  test("a recording is replaced by a recording alone, and nothing is left of what was refused", async () => {
    const { id } = await uploadAsset(reporter, { filename: "a.wav", bytes: wav(600) });
    const wrong = await sent(await jpeg(300, 200), "a.jpg");
    await expect(replaceFile(reporter, { id, upload: wrong })).rejects.toMatchObject({ code: "unsupported" });
    await expect(replaceFile(reporter, { id, upload: wrong })).rejects.toMatchObject({ code: "not-found" });
    await replaceFile(reporter, { id, upload: await sent(wav(800), "b.wav") });
    const row = await rowOf(id);
    expect(row).toMatchObject({ filename: "b.wav", duration: 800 });
    expect(existsSync(originalFile(row.hash))).toBe(true);
  });

  test("is refused to those who may not edit it, of another's upload, and with what the library has", async () => {
    const bytes = await jpeg(820, 600);
    const { id } = await uploadAsset(reporter, { filename: "a.jpg", bytes });
    const known = await sent(bytes, "again.jpg");
    await expect(replaceFile(reporter, { id, upload: known })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("“a.jpg”"),
    });
    const theirs = await sent(await jpeg(830, 600), "b.jpg", other);
    await expect(replaceFile(other, { id, upload: theirs })).rejects.toMatchObject({ code: "forbidden" });
    await expect(replaceFile(reporter, { id, upload: theirs })).rejects.toMatchObject({ code: "not-found" });
    expect((await readUpload(other, theirs)).size).toBeGreaterThan(0);
  });
});
