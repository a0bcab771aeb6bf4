import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeStaff } from "@/db/factories";
import { bylines, publications, renditions } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { firstUseOf } from "@/domain/articles/body";
import { publicRendition, staffRendition } from "./serving";

const keysOf = async (assetId: string) =>
  (await db().select({ key: renditions.key }).from(renditions).where(eq(renditions.assetId, assetId))).map(
    ({ key }) => key,
  );
const keyOf = async (assetId: string) => (await keysOf(assetId))[0] ?? "";
const use = (assetId: string) => ({ ...firstUseOf({ id: assetId }), alt: "", caption: "", credit: "Jane Roe" });
const end = (id: string) =>
  transact((tx) => tx.update(publications).set({ endedAt: new Date() }).where(eq(publications.id, id)));

test("a picture that no live story shows is there for staff alone", async () => {
  const asset = await makeAsset();
  for (const key of await keysOf(asset.id)) {
    expect(await publicRendition(key)).toBeNull();
    for (const role of ["contributor", "reporter", "editor", "owner"] as const) {
      expect(await staffRendition(await makeStaff({ role }), key)).toMatchObject({ key });
    }
  }
});

test("every file of a lead, body or share picture is public while its story is live, and not after", async () => {
  const [lead, body, share] = [await makeAsset(), await makeAsset(), await makeAsset()];
  const { publication } = await makePublishedArticle({
    lead: use(lead.id),
    body: { version: 1, blocks: [{ type: "picture", attrs: use(body.id) }] },
    share: { ...EMPTY_ARTICLE.share, assetId: share.id },
  });
  const keys = (await Promise.all([lead, body, share].map(({ id }) => keysOf(id)))).flat();
  for (const key of keys) expect(await publicRendition(key)).toMatchObject({ key });
  await end(publication.id);
  for (const key of keys) expect(await publicRendition(key)).toBeNull();
});

test("a picture that two stories show stays until both are gone", async () => {
  const asset = await makeAsset();
  const one = await makePublishedArticle({ lead: use(asset.id) });
  const two = await makePublishedArticle({ lead: use(asset.id) });
  await end(one.publication.id);
  expect(await publicRendition(await keyOf(asset.id))).not.toBeNull();
  await end(two.publication.id);
  expect(await publicRendition(await keyOf(asset.id))).toBeNull();
});

test("a portrait is public while somebody is credited in a live story", async () => {
  const portrait = await makeAsset();
  const byline = await makeByline({ portraitAssetId: portrait.id });
  const key = await keyOf(portrait.id);
  expect(await publicRendition(key)).toBeNull();
  const { publication } = await makePublishedArticle({ bylineIds: [byline.id] });
  expect(await publicRendition(key)).not.toBeNull();
  await transact((tx) => tx.update(bylines).set({ portraitAssetId: null }).where(eq(bylines.id, byline.id)));
  expect(await publicRendition(key)).toBeNull();
  await end(publication.id);
});

test.each(["", "../masthead.db", "..%2fmasthead.db", "ab/cd.jpg", `${"a".repeat(32)}.svg`, `${"A".repeat(32)}.jpg`])(
  "no file is found for the key %j",
  async (key) => {
    expect(await publicRendition(key)).toBeNull();
    expect(await staffRendition(await makeStaff(), key)).toBeNull();
  },
);
