import { readFileSync } from "node:fs";
import { and, eq, isNull } from "drizzle-orm";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { articles, assets, draftAssets, drafts, events, renditions } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { firstUseOf } from "@/domain/articles/body";
import { picture } from "@/domain/testing/pictures";
import { DAY, now } from "@/lib/clock";
import {
  framingOf,
  NAMED_CROPS,
  RATIOS,
  type Region,
  regionAround,
  regionFor,
  regionKey,
  renditionRegion,
} from "./crop";
import { cropAsset, prepareUse } from "./cropping";
import { renditionFile } from "./files";
import { isSpent, retireUnused } from "./retiring";
import { uploadAsset } from "./upload";

const reporter = await makeStaff({ role: "reporter" });

let height = 900;
/** A picture whose left third is red and the rest blue. Each is another. */
async function uploaded(width = 1500) {
  const bytes = await picture(width, height++).jpeg({ quality: 95 }).toBuffer();
  const { id } = await uploadAsset(reporter, { filename: "a.jpg", bytes });
  return rowOf(id);
}

async function rowOf(id: string) {
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  if (!asset) throw new Error("There is no row");
  return asset;
}

const rowsOf = (id: string) => db().select().from(renditions).where(eq(renditions.assetId, id));

/** What share of a file's lower edge is red. */
async function redShare(key: string): Promise<number> {
  const { data, info } = await sharp(readFileSync(renditionFile(key)))
    .raw()
    .toBuffer({ resolveWithObject: true });
  const from = (info.height - 1) * info.width * 3;
  let red = 0;
  for (let x = 0; x < info.width; x++) if ((data[from + x * 3] ?? 0) > 120) red++;
  return red / info.width;
}

test("every picture comes with a part suggested for each crop, as large as the picture allows and in its ratio", async () => {
  const asset = await uploaded();
  const framing = framingOf(asset);
  for (const crop of NAMED_CROPS) {
    const { left, top, width, height } = regionFor(framing, crop) as Region;
    expect((width * asset.width) / (height * asset.height)).toBeCloseTo(RATIOS[crop], 2);
    expect(Math.max(width, height)).toBe(10_000);
    expect(left + width).toBeLessThanOrEqual(10_000);
    expect(top + height).toBeLessThanOrEqual(10_000);
    expect(renditionRegion(framing, crop)).toBe("");
  }
});

test("what is shown is what was chosen by hand, else what stands around the focal point, else what was suggested", () => {
  const suggested = { "1x1": { left: 2000, top: 0, width: 5000, height: 10_000 } };
  const framing = { width: 2000, height: 1000, focus: null, crops: {}, suggested };
  expect(regionFor(framing, "1x1")).toEqual(suggested["1x1"]);
  const focused = { ...framing, focus: { x: 0.9, y: 0.2 } };
  expect(regionFor(focused, "1x1")).toEqual({ left: 5000, top: 0, width: 5000, height: 10_000 });
  const hand = { left: 100, top: 0, width: 500, height: 1000 };
  expect(regionFor({ ...focused, crops: { "1x1": hand } }, "1x1")).toEqual(hand);
  expect(renditionRegion({ ...focused, crops: { "1x1": hand } }, "1x1")).toBe("100,0,500,1000");
  expect(renditionRegion(framing, "1x1", suggested["1x1"])).toBe("");
  expect(renditionRegion(focused, "whole")).toBe("");
});

test.each([
  [
    { x: 0, y: 0 },
    { left: 0, top: 0 },
  ],
  [
    { x: 0.5, y: 0.5 },
    { left: 2500, top: 0 },
  ],
  [
    { x: 1, y: 1 },
    { left: 5000, top: 0 },
  ],
])("a part around %j never leaves the picture", (focus, expected) => {
  expect(regionAround({ width: 2000, height: 1000 }, "1x1", focus)).toMatchObject(expected);
});

describe("cropping", () => {
  test("makes the copies of the chosen part before anything says that they are there, and one event says so", async () => {
    const asset = await uploaded();
    const left: Region = {
      left: 0,
      top: 0,
      width: Math.round((asset.height / asset.width / 3) * 10_000),
      height: 3333,
    };
    await cropAsset(reporter, { id: asset.id, focus: null, crops: { "1x1": left } });
    const made = (await rowsOf(asset.id)).filter(({ region }) => region !== "");
    expect(new Set(made.map(({ crop, region }) => `${crop} ${region}`))).toEqual(new Set([`1x1 ${regionKey(left)}`]));
    for (const { key, width, height } of made) {
      expect(width).toBe(height);
      expect(await redShare(key)).toBe(1);
    }
    const trail = await db().select().from(events).where(eq(events.subjectId, asset.id));
    expect(trail.at(-1)).toMatchObject({ verb: "asset.cropped", actorId: reporter.id });
    expect(framingOf(await rowOf(asset.id)).crops).toEqual({ "1x1": left });
  });

  test("around a focal point moves every crop that there is room to move; undone it makes nothing anew", async () => {
    const asset = await uploaded();
    const before = await rowsOf(asset.id);
    await cropAsset(reporter, { id: asset.id, focus: { x: 1, y: 0.5 }, crops: {} });
    const focused = await rowsOf(asset.id);
    const squares = focused.filter(({ crop, region }) => crop === "1x1" && region !== "");
    expect(squares.length).toBeGreaterThan(3);
    for (const { key } of squares) expect(await redShare(key)).toBe(0);

    await cropAsset(reporter, { id: asset.id, focus: null, crops: {} });
    expect(await rowsOf(asset.id)).toEqual(focused);
    const row = await rowOf(asset.id);
    expect(row).toMatchObject({ focusX: null, focusY: null, crops: null });
    expect(renditionRegion(framingOf(row), "1x1")).toBe("");
    expect(before.every(({ id }) => focused.some((file) => file.id === id && !file.replacedAt))).toBe(true);
  });

  test("takes a small part from the file itself, where that is finer than what is served of the whole", async () => {
    const asset = await uploaded(5000);
    const part: Region = {
      left: 1000,
      top: 0,
      width: Math.round((asset.height / asset.width) * 10_000),
      height: 10_000,
    };
    await cropAsset(reporter, { id: asset.id, focus: null, crops: { "1x1": part } });
    const [jpeg] = (await rowsOf(asset.id)).filter(({ region, format }) => region !== "" && format === "jpeg");
    expect(jpeg?.width).toBe(asset.height);
  });

  test("is refused for a part of another ratio, for another's picture, and for what is no picture of the library", async () => {
    const asset = await uploaded();
    const wide: Region = { left: 0, top: 0, width: 10_000, height: 1000 };
    const choose = (id: string, actor = reporter, crops = {}) => cropAsset(actor, { id, focus: null, crops });
    await expect(choose(asset.id, reporter, { "4x3": wide })).rejects.toMatchObject({ code: "invalid" });
    const contributor = await makeStaff({ role: "contributor" });
    await expect(choose(asset.id, contributor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(choose("none")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a part for one story", () => {
  test("is made once, however often it is asked for, and is told with its files", async () => {
    const asset = await uploaded();
    const region = regionAround(asset, "4x5", { x: 0, y: 0 });
    const ask = () => prepareUse(reporter, { assetId: asset.id, crop: "4x5", region });
    const made = await ask();
    expect(made.jpeg).toHaveLength(1);
    expect(made.webp.map(({ width }) => width)).toEqual([320, 480, made.width]);
    expect(made.width / made.height).toBeCloseTo(4 / 5, 1);
    const rows = await rowsOf(asset.id);
    expect(await ask()).toEqual(made);
    expect(await rowsOf(asset.id)).toEqual(rows);
    expect(framingOf(await rowOf(asset.id)).crops).toEqual({});
  });

  test("may be what the library says of a crop of which there was none, and follows the library from then on", async () => {
    const asset = await uploaded();
    expect((await rowsOf(asset.id)).some(({ crop }) => crop === "3x2")).toBe(false);
    const suggested = await prepareUse(reporter, { assetId: asset.id, crop: "3x2" });
    expect(suggested.jpeg).toHaveLength(1);
    await cropAsset(reporter, { id: asset.id, focus: { x: 0.9, y: 0.1 }, crops: {} });
    const rows = await rowsOf(asset.id);
    expect(new Set(rows.filter(({ crop }) => crop === "3x2").map(({ region }) => region))).toEqual(
      new Set(["", renditionRegion(framingOf(await rowOf(asset.id)), "3x2")]),
    );
  });
});

test("copies of a part that nothing shows are retired after a day, and may go a month later; what a draft names stays", async () => {
  const asset = await uploaded();
  const [mine, other] = [0.4, 0.9].map((x) => regionAround(asset, "1x1", { x, y: 0.5 })) as [Region, Region];
  for (const region of [mine, other]) await prepareUse(reporter, { assetId: asset.id, crop: "1x1", region });
  const { article } = await makePublishedArticle({
    lead: { ...firstUseOf({ id: asset.id }), alt: "", caption: "", credit: "" },
  });
  await transact(async (tx) => {
    const content = { lead: { assetId: asset.id, crops: { "1x1": mine } } };
    await tx.update(drafts).set({ content }).where(eq(drafts.articleId, article.id));
    await tx.insert(draftAssets).values({ articleId: article.id, assetId: asset.id }).onConflictDoNothing();
    // Many show it, and come before the one that names a part.
    const ids = Array.from({ length: 450 }, (_, n) => `0000-${String(n).padStart(3, "0")}`);
    const by = { createdBy: reporter.id, createdAt: now() };
    const draft = { version: 1, content: EMPTY_ARTICLE, headline: "", savedBy: reporter.id, savedAt: now() };
    await tx.insert(articles).values(ids.map((id) => ({ ...by, id })));
    await tx.insert(drafts).values(ids.map((articleId) => ({ ...draft, articleId })));
    await tx.insert(draftAssets).values(ids.map((articleId) => ({ articleId, assetId: asset.id })));
  });
  const current = async () =>
    new Set(
      (
        await db()
          .select()
          .from(renditions)
          .where(and(eq(renditions.assetId, asset.id), isNull(renditions.replacedAt)))
      )
        .map(({ region }) => region)
        .filter(Boolean),
    );
  const spent = async () =>
    (
      await db()
        .select()
        .from(renditions)
        .where(and(eq(renditions.assetId, asset.id), isSpent()))
    ).length;
  await retireUnused();
  expect(await current()).toEqual(new Set([regionKey(mine), regionKey(other)]));
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + DAY + 1000 });
  try {
    await retireUnused();
    expect(await current()).toEqual(new Set([regionKey(mine)]));
    expect(await spent()).toBe(0);
    vi.setSystemTime(Date.now() + 30 * DAY + 1000);
    expect(await spent()).toBeGreaterThan(3);
    // A story names it again before it is gone.
    await transact(async (tx) => {
      const content = { lead: { assetId: asset.id, crops: { "1x1": other } } };
      await tx.update(drafts).set({ content }).where(eq(drafts.articleId, article.id));
    });
    await retireUnused();
    expect(await current()).toEqual(new Set([regionKey(other)]));
  } finally {
    vi.useRealTimers();
  }
});
