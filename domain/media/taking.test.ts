import { existsSync, globSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import sharp from "sharp";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { assets, events } from "@/db/schema";
import { picture } from "@/domain/testing/pictures";
import { newId } from "@/lib/id";
import { deleteAsset } from "./deleting";
import { incomingFolder, originalFile } from "./files";
import { beginUpload, continueUpload, type Outcome, wholeUpload } from "./incoming";
import { alikeTo } from "./likeness";
import { likenessOf as likenessOfFile } from "./pictures";
import { takeUpload } from "./taking";

const reporter = await makeStaff({ role: "reporter" });
const editor = await makeStaff({ role: "editor" });
beforeEach(() => rmSync(incomingFolder(), { recursive: true, force: true }));

async function uploaded(bytes: Uint8Array, filename = "picture.jpg", by = reporter) {
  const id = newId();
  await beginUpload(by, { id, filename, size: bytes.byteLength });
  await continueUpload(by, { id, offset: 0, chunks: Readable.from([bytes]) });
  return id;
}
async function taken(bytes: Uint8Array, filename?: string): Promise<Outcome> {
  const outcome = await takeUpload(reporter, { upload: await uploaded(bytes, filename), keep: false });
  if ("alike" in outcome) throw new Error("It looks like another");
  return outcome;
}
const bytesLeft = () => globSync(`${incomingFolder()}/*/bytes`);

describe("taking", () => {
  test("asked twice, also at the same moment, takes once and answers the same", async () => {
    const bytes = await picture(410, 200).jpeg().toBuffer();
    const upload = await uploaded(bytes);
    const both = await Promise.all([1, 2].map(() => takeUpload(reporter, { upload, keep: false })));
    expect(both[0]).toEqual(both[1]);
    expect(await takeUpload(reporter, { upload, keep: false })).toEqual(both[0]);
    const { assetId } = both[0] as Outcome;
    expect(await db().select().from(events).where(eq(events.subjectId, assetId))).toHaveLength(1);
    const [asset] = await db().select().from(assets).where(eq(assets.id, assetId));
    expect(readFileSync(originalFile(asset?.hash ?? "")).equals(bytes)).toBe(true);
    expect(bytesLeft()).toEqual([]);
  });

  test("is the uploader's alone, and only of what is whole", async () => {
    const upload = await uploaded(await picture(420, 200).jpeg().toBuffer());
    await expect(takeUpload(editor, { upload, keep: false })).rejects.toMatchObject({ code: "not-found" });
    const id = newId();
    await beginUpload(reporter, { id, filename: "a.jpg", size: 10 });
    await expect(takeUpload(reporter, { upload: id, keep: false })).rejects.toMatchObject({ code: "conflict" });
  });

  test("the same file from two uploads at once is one asset", async () => {
    const bytes = await picture(430, 200).jpeg().toBuffer();
    const uploads = await Promise.all([uploaded(bytes, "tab 1.jpg"), uploaded(bytes, "tab 2.jpg")]);
    const both = await Promise.all(uploads.map((upload) => takeUpload(reporter, { upload, keep: false })));
    expect(new Set(both.map((outcome) => (outcome as Outcome).assetId)).size).toBe(1);
  });

  test("the very file is had back from the bin", async () => {
    const bytes = await picture(440, 200).jpeg().toBuffer();
    const { assetId } = await taken(bytes);
    await deleteAsset(editor, { id: assetId });
    expect(await taken(bytes)).toEqual({ assetId, existed: true, restored: true });
    expect(await taken(bytes)).toEqual({ assetId, existed: true, restored: false });
    const [asset] = await db().select({ deletedAt: assets.deletedAt }).from(assets).where(eq(assets.id, assetId));
    expect(asset?.deletedAt).toBeNull();
  });

  test("what is refused for what it is leaves nothing", async () => {
    const whole = await picture(900, 700).jpeg().toBuffer();
    for (const bytes of [Buffer.from("not a picture"), whole.subarray(0, whole.length / 2)]) {
      await expect(taken(bytes)).rejects.toMatchObject({ code: expect.stringMatching(/unsupported|invalid/) });
    }
    expect(existsSync(incomingFolder()) ? readdirSync(incomingFolder()) : []).toEqual([]);
  });
});

describe("what looks alike", () => {
  test("is offered first, and taken only if it is wanted besides", async () => {
    const bytes = await noisy(1);
    const { assetId } = await taken(bytes);
    const small = await sharp(bytes).resize(500).jpeg({ quality: 60 }).toBuffer();
    const upload = await uploaded(small, "again.jpg");
    expect(await takeUpload(reporter, { upload, keep: false })).toEqual({ alike: [assetId] });
    // It waits meanwhile.
    expect((await wholeUpload(reporter, upload)).size).toBe(small.length);
    const kept = await takeUpload(reporter, { upload, keep: true });
    expect(kept).toMatchObject({ existed: false });
    expect((await alikeTo((await likenessOf(bytes)) ?? "")).length).toBe(2);
    await deleteAsset(editor, { id: (kept as Outcome).assetId });
    expect(await alikeTo((await likenessOf(bytes)) ?? "")).toEqual([assetId]);
  });

  test("others are not", async () => {
    await taken(await noisy(2));
    expect(await alikeTo((await likenessOf(await noisy(3))) ?? "")).toEqual([]);
  });

  test("a picture of flat colours looks like none", async () => {
    expect(await likenessOf(await picture(600, 400).jpeg().toBuffer())).toBeNull();
  });

  test("a picture on its side looks like the same one upright", async () => {
    const bytes = await noisy(4);
    const onSide = await sharp(await sharp(bytes).rotate(270).toBuffer())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await likenessOf(onSide)).toBe(await likenessOf(bytes));
  });
});

async function likenessOf(bytes: Buffer): Promise<string | null> {
  const file = path.join(process.env.DATA_DIR ?? "", `${newId()}.tmp`);
  writeFileSync(file, bytes);
  return likenessOfFile(file);
}

/** A picture of a few large patches that no other seed gives. */
function noisy(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 17;
  const cells = Buffer.from(
    Array.from({ length: 12 * 8 * 3 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return (state >> 8) % 256;
    }),
  );
  return sharp(cells, { raw: { width: 12, height: 8, channels: 3 } })
    .resize(900, 600, { kernel: "cubic" })
    .jpeg()
    .toBuffer();
}
