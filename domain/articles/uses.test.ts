import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { events } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { findByPath } from "@/domain/articles/published";
import { tag, tagsFor } from "@/domain/events/tags";
import { editAsset } from "@/domain/media/editing";
import { search } from "@/domain/search/published";

const said = { alt: "A pier at dusk", decorative: false, caption: "The old pier", credit: "Jane Roe" };

async function twoStories() {
  const editor = await makeStaff({ role: "editor" });
  const asset = await makeAsset({ caption: "A peer", credit: "Jan Roe", alt: "A pier" });
  const lead = { ...firstUseOf(asset), caption: "As one story says it" };
  const own = await makePublishedArticle({ lead });
  const block = { type: "picture" as const, attrs: firstUseOf(asset) };
  const plain = await makePublishedArticle({ lead: firstUseOf(asset), body: { version: 1, blocks: [block] } });
  return { editor, asset, own, plain };
}

async function storyAt({ path }: { path: string }) {
  const found = await findByPath(path);
  return found && "story" in found ? found.story : null;
}

test("a correction in the library reaches every story that shows the picture, but for what a story says itself", async () => {
  const { editor, asset, own, plain } = await twoStories();
  await editAsset(editor, { id: asset.id, ...said });
  const [one, other] = await Promise.all([own, plain].map(storyAt));
  expect(one?.lead).toMatchObject({ alt: "A pier at dusk", caption: "As one story says it", credit: "Jane Roe" });
  expect(other?.lead).toMatchObject({ alt: "A pier at dusk", caption: "The old pier", credit: "Jane Roe" });
  expect(other?.blocks[0]).toMatchObject({ figure: { caption: "The old pier", credit: "Jane Roe" } });
});

test("its event touches every page that shows it: stories, profiles, the frame", async () => {
  const { editor, asset, own, plain } = await twoStories();
  const byline = await makeByline({ portraitAssetId: asset.id });
  await makeSettings({ logoAssetId: asset.id });
  const event = await editAsset(editor, { id: asset.id, ...said });
  const [kept] = await db().select().from(events).where(eq(events.number, event.number));
  const touched = tagsFor({ verb: "asset.edited", subjectId: asset.id, data: kept?.data });
  const stories = [own, plain].map(({ article }) => tag.article(article.id));
  expect(new Set(touched)).toEqual(new Set([tag.asset(asset.id), ...stories, tag.profile(byline.id), tag.frame]));
});

test("a story is found by what the library says below its picture now", async () => {
  const { editor, asset } = await twoStories();
  await editAsset(editor, { id: asset.id, ...said, caption: "Zwischenhafen" });
  const found = await search({ typed: "zwischenhafen", order: "best", page: 1 }, "UTC");
  expect(JSON.stringify(found)).toContain("Zwischenhafen");
});
