import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeRendition, makeSettings, makeStaff } from "@/db/factories";
import { assets, renditions, settings } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { findHistory } from "@/domain/articles/history";
import { findByPath, latest } from "@/domain/articles/published";
import { instantIn } from "@/domain/events/tags";
import { siteFeed } from "@/domain/feeds/published";
import { findByline } from "@/domain/taxonomy/published";
import { HOUR } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";
import { describeAsset } from "./describing";
import { DescribeAsset } from "./description";
import { publicRendition } from "./serving";

const start = new Date("2026-03-10T09:00:00.000Z");
const end = new Date(start.getTime() + HOUR);
const zone = "Europe/Helsinki";
const named = (name: string) => name;
const KINDS = { label: named, role: named, review: () => "", language: named };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
});
afterEach(() => vi.useRealTimers());

const choose = async (whenLapsed: "warn" | "placeholder") => {
  await transact((tx) => tx.delete(settings));
  await makeSettings({ timeZone: zone, pictureDesk: { whenLapsed } });
};

test("a story's picture says for machines whose it is, and nothing of what staff keep for themselves", async () => {
  const asset = await makeAsset({
    ...{ creator: "Aino Quay", copyrightNotice: "© Aino Quay", licence: "CC BY 4.0", usageTerms: "Secret one" },
    ...{ notes: "Secret two", restrictions: "Secret three", cost: "Secret four", source: "Secret five" },
  });
  const { path } = await makePublishedArticle({ lead: firstUseOf(asset) });
  const found = await findByPath(path);
  if (!found || !("story" in found)) throw new Error("It is live");
  expect(found.story.lead?.sources.owned).toEqual({
    ...{ creator: "Aino Quay", copyrightNotice: "© Aino Quay", licence: "CC BY 4.0" },
  });
  expect(JSON.stringify(found)).not.toContain("Secret");
  const bare = await makePublishedArticle({ lead: firstUseOf(await makeAsset()) });
  const other = await findByPath(bare.path);
  expect(other && "story" in other && other.story.lead?.sources).not.toHaveProperty("owned");
});

/** A live story whose lead, a picture in its text, a gallery, a film and its writer's face are all under rights that end. */
async function story() {
  const editor = await makeStaff();
  const asset = await makeAsset({ validUntil: end, caption: "The old pier", credit: "Jane Roe", alt: "A pier" });
  const film = await makeAsset({ kind: "video", validUntil: end });
  const filmFile = await makeRendition({ assetId: film.id, format: "mp4" });
  const writer = await makeByline({ portraitAssetId: asset.id });
  const use = firstUseOf(asset);
  const { path, article } = await makePublishedArticle({
    lead: use,
    label: "opinion",
    bylineIds: [writer.id],
    body: {
      version: 1,
      blocks: [
        { type: "paragraph", content: [{ type: "text", text: "The story." }] },
        { type: "picture", attrs: use },
        { type: "gallery", attrs: { title: "More", pictures: [use] } },
        {
          type: "video",
          attrs: {
            ...{ assetId: film.id, title: "The pier", caption: "", credit: "" },
            ...{ posterAssetId: asset.id, captionsAssetId: null, captionsLanguage: "" },
          },
        },
      ],
    },
  });
  const files = await db().select().from(renditions).where(eq(renditions.assetId, asset.id));
  return { editor, asset, film, keys: [...files, filmFile].map(({ key }) => key), path, article, writer };
}

/** What readers get of the picture, everywhere. */
async function seen({ path, article, keys, writer }: Awaited<ReturnType<typeof story>>) {
  const found = await findByPath(path);
  if (!found || !("story" in found)) throw new Error("The story is not there");
  const { lead, isLeadWithheld, sharePicture, blocks, bylines } = found.story;
  const card = (await latest(1))?.cards.find(({ articleId }) => articleId === article.id);
  const entry = (await siteFeed())?.feed.entries.find(({ id }) => id === article.id);
  const history = await findHistory(path, 1, KINDS);
  const profile = await findByline(writer.slug);
  return {
    lead: lead !== null,
    isLeadWithheld,
    shared: sharePicture !== null,
    blocks: blocks.map(({ type }) => type),
    face: Boolean(bylines[0]?.portrait?.crops["1x1"].jpeg.length),
    card: card?.picture !== null,
    cardFace: card?.portrait !== null,
    feed: entry?.picture !== null,
    feedText: entry?.html.includes("<img") || entry?.html.includes(".mp4"),
    history: history && "history" in history ? history.history.pictures.size > 0 : null,
    profile: profile?.portrait !== null,
    files: (await Promise.all(keys.map(publicRendition))).filter(Boolean).length,
  };
}

const ALL = {
  ...{ lead: true, isLeadWithheld: false, shared: true, face: true, card: true, cardFace: true, feed: true },
  blocks: ["paragraph", "picture", "gallery", "video"],
  ...{ feedText: true, history: true, profile: true, files: 6 },
};
const NOTHING = {
  ...{ lead: false, isLeadWithheld: true, shared: false, face: false, card: false, cardFace: false, feed: false },
  blocks: ["paragraph", "withheld", "withheld", "withheld"],
  ...{ feedText: false, history: false, profile: false, files: 0 },
};

describe("with the placeholder", () => {
  beforeEach(() => choose("placeholder"));

  test("readers see it to the last millisecond, then nothing of it anywhere, and all of it once it is extended", async () => {
    const told = await story();
    vi.setSystemTime(end.getTime() - 1);
    expect(await seen(told)).toEqual(ALL);
    vi.setSystemTime(end);
    expect(await seen(told)).toEqual(NOTHING);
    for (const { id } of [told.asset, told.film]) {
      const until = { at: wallTimeOf(new Date(end.getTime() + HOUR), zone) };
      await describeAsset(
        told.editor,
        DescribeAsset.parse({ id, alt: "A pier", credit: "Jane Roe", validUntil: until }),
      );
    }
    expect(await seen(told)).toEqual(ALL);
  });

  test("every page says until when it is right, and no longer than that", async () => {
    const told = await story();
    const ends = async () => {
      const pages = [
        await findByPath(told.path),
        await latest(1),
        await siteFeed(),
        await findHistory(told.path, 1, KINDS),
        await findByline(told.writer.slug),
      ];
      // The earliest counts: a list may show others' pictures too.
      return pages.map((page) => Math.min(...(page?.tags ?? []).flatMap((one) => instantIn(one)?.getTime() ?? [])));
    };
    expect(await ends()).toEqual(Array(5).fill(end.getTime()));
  });

  test("what may not be shown yet comes at its time", async () => {
    const told = await story();
    const later = { validFrom: end, validUntil: null };
    await transact((tx) => tx.update(assets).set(later));
    expect(await seen(told)).toEqual(NOTHING);
    const found = await findByPath(told.path);
    expect(found?.tags.map(instantIn)).toContainEqual(end);
    vi.setSystemTime(end);
    expect(await seen(told)).toEqual(ALL);
  });

  test("another of a gallery's pictures stays", async () => {
    const [gone, free] = [await makeAsset({ validUntil: start }), await makeAsset()];
    const pictures = [firstUseOf(gone), firstUseOf(free)];
    const { path } = await makePublishedArticle({
      body: { version: 1, blocks: [{ type: "gallery", attrs: { title: "", pictures } }] },
    });
    const found = await findByPath(path);
    const [gallery] = found && "story" in found ? found.story.blocks : [];
    expect(gallery?.type === "gallery" && gallery.figures.map(({ sources }) => sources.assetId)).toEqual([free.id]);
  });

  test("the paper's own logo is no picture of a story", async () => {
    const logo = await makeAsset({ validUntil: start });
    const { key } = await makeRendition({ assetId: logo.id, format: "png" });
    await transact((tx) => tx.update(settings).set({ logoAssetId: logo.id }));
    expect(await publicRendition(key)).not.toBeNull();
  });
});

test("where the desk is only warned, readers see all of it on, and no page ends by it", async () => {
  await choose("warn");
  const told = await story();
  vi.setSystemTime(end);
  expect(await seen(told)).toEqual(ALL);
  const found = await findByPath(told.path);
  expect(found?.tags.map(instantIn).filter(Boolean)).toEqual([]);
});
