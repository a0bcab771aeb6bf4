import { expect, test } from "vitest";
import { transact } from "@/db/client";
import { makeAsset, makePublishedArticle } from "@/db/factories";
import { articles, drafts, publications } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { tag, tagsFor } from "@/domain/events/tags";
import { newId } from "@/lib/id";
import { showing } from "./showing";
import { placesOf, standingOf, TOLD_ONE_BY_ONE } from "./standing";

/** Some more stories that show what one shows. */
async function more({ publication }: Awaited<ReturnType<typeof makePublishedArticle>>, count: number) {
  const ids = Array.from({ length: count }, newId);
  const { publishedBy: by, publishedAt: at } = publication;
  await transact(async (tx) => {
    await tx.insert(articles).values(ids.map((id) => ({ id, createdBy: by, createdAt: at })));
    const draft = { version: 1, content: EMPTY_ARTICLE, headline: "", savedBy: by, savedAt: at };
    await tx.insert(drafts).values(ids.map((articleId) => ({ ...draft, articleId })));
    await tx.insert(publications).values(ids.map((articleId) => ({ ...publication, id: newId(), articleId })));
  });
}

test("a picture that stands in more stories than can be told one by one is told of as the logo is: of every page", async () => {
  const { id } = await makeAsset();
  const use = { assetId: id, alt: null, caption: null, credit: null, crops: null, shape: "whole" } as const;
  const story = await makePublishedArticle({ lead: use });
  await more(story, TOLD_ONE_BY_ONE - 1);
  const told = await transact((tx) => showing(tx, id));
  expect([told.articleIds.length, told.isMark]).toEqual([TOLD_ONE_BY_ONE, false]);
  await more(story, 100);
  const all = await transact((tx) => showing(tx, id));
  expect(all).toEqual({ articleIds: [], bylineIds: [], isMark: true });
  expect(tagsFor({ verb: "asset.edited", subjectId: id, data: all })).toEqual([tag.asset(id), tag.frame]);
  expect(placesOf(await transact((tx) => standingOf(tx, id)))).toMatch(/; and hundreds more$/);
});
