import { expect, test } from "vitest";
import { transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { settings } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { readArticle } from "@/domain/articles/desk";
import { saveDraft } from "@/domain/articles/editing";
import { publishArticle } from "@/domain/articles/publication";
import { bodyOf } from "@/domain/testing/content";
import { readAssetUse } from "./uses-desk";

const editor = await makeStaff({ role: "editor" });
const contributor = await makeStaff({ role: "contributor" });

/** Writes on in a story. */
async function write(id: string, change: object) {
  const { version, content } = await readArticle(editor, id);
  await saveDraft(editor, { id, version, content: { ...content, ...change } });
}

test("where a picture is used: live, only in a draft, as a portrait, as a mark; and not what the actor may not read", async () => {
  const asset = await makeAsset();
  const lead = { ...firstUseOf(asset), alt: "", credit: "Jane Roe" };
  const live = await makePublishedArticle({ headline: "Live", lead, by: contributor.id });
  const drafted = await makePublishedArticle({ headline: "Draft only", by: editor.id });
  await write(drafted.article.id, { lead });
  await makePublishedArticle({ headline: "Another picture", lead: firstUseOf(await makeAsset()) });
  const byline = await makeByline({ portraitAssetId: asset.id });
  await makeSettings();
  await transact((tx) => tx.update(settings).set({ iconAssetId: asset.id }));

  const seen = await readAssetUse(editor, asset.id);
  expect(new Map(seen.articles.map(({ headline, live, drafted }) => [headline, { live, drafted }]))).toEqual(
    new Map([
      ["Live", { live: true, drafted: true }],
      ["Draft only", { live: false, drafted: true }],
    ]),
  );
  expect(seen.portraits).toEqual([{ id: byline.id, name: byline.name }]);
  expect(seen.marks).toEqual(["icon"]);
  expect(seen.more).toBe(false);
  expect(seen.reach.stories).toBe(1);
  const limited = await readAssetUse(contributor, asset.id);
  expect(limited.articles.map(({ id }) => id)).toEqual([live.article.id]);
  expect(limited.more).toBe(true);
});

test("each story says what it has of its own, as readers see it; and what leaves with its draft is told", async () => {
  const asset = await makeAsset({ alt: "A quay", caption: "The quay", credit: "Jane Roe" });
  const plain = await makePublishedArticle({ headline: "As the library says", lead: firstUseOf(asset) });
  const crop = { left: 0, top: 0, width: 9000, height: 8100 };
  const own = await makePublishedArticle({
    headline: "Own words",
    lead: { ...firstUseOf(asset), caption: "", crops: { "16x9": crop } },
    body: {
      version: 1,
      blocks: [
        ...bodyOf("Text").blocks,
        { type: "gallery", attrs: { title: "", pictures: [{ ...firstUseOf(asset), credit: "Ada" }] } },
      ],
    },
  });
  // What is not published yet is not what readers see.
  await write(plain.article.id, { lead: { ...firstUseOf(asset), alt: "Not yet" } });
  await write(own.article.id, { lead: null, body: bodyOf("Text") });

  const { articles, reach } = await readAssetUse(editor, asset.id);
  const told = Object.fromEntries(articles.map(({ headline, own, drafted }) => [headline, { own, drafted }]));
  expect(told).toEqual({
    "As the library says": { own: [], drafted: true },
    "Own words": { own: ["caption", "credit", "crop"], drafted: false },
  });
  expect(reach).toEqual({ stories: 2, own: { alt: 0, caption: 1, credit: 1, crop: 1 } });

  const { version } = await readArticle(editor, plain.article.id);
  await publishArticle(editor, { id: plain.article.id, version, change: { kind: "minor" } });
  const after = await readAssetUse(editor, asset.id);
  expect(after.articles.find(({ id }) => id === plain.article.id)?.own).toEqual(["alt"]);
  expect(after.reach.own.alt).toBe(1);
});

test("whoever may not look into the library is told nothing", async () => {
  const asset = await makeAsset();
  await expect(readAssetUse({ ...editor, grants: {} }, asset.id)).rejects.toMatchObject({ code: "forbidden" });
});
