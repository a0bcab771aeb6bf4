import { expect, test } from "vitest";
import type { PictureSources } from "@/domain/media/asset";
import { type Card, eachPictureOnce } from "./card";
import { layOutFront } from "./front";

const picture = (assetId: string) => ({ sources: { assetId } as PictureSources, alt: "" });
const card = (articleId: string, illustrated = false): Card => ({
  publicationId: articleId,
  articleId,
  path: `/s/${articleId}`,
  headline: articleId,
  standfirst: "",
  label: "news",
  kicker: "",
  language: "",
  section: { name: "S", slug: "s", accent: "" },
  bylines: [],
  publishedAt: new Date(0),
  updatedAt: new Date(0),
  picture: illustrated ? picture(articleId) : null,
  portrait: null,
});
const ids = (cards: readonly Card[]) => cards.map(({ articleId }) => articleId);
const stories = (count: number) => Array.from({ length: count }, (_, n) => card(`n${n}`));

test("the newest story with a picture leads, if it is among the newest few", () => {
  expect(layOutFront([card("a"), card("b", true)], []).lead?.articleId).toBe("b");
  expect(layOutFront([...stories(6), card("old", true)], []).lead?.articleId).toBe("n0");
});

test("no story stands on the front twice, and a section that has no other stories is left out", () => {
  const latest = stories(10);
  const front = layOutFront(latest, [
    { section: "one", cards: [...latest.slice(0, 4), card("x"), card("y")] },
    { section: "two", cards: latest.slice(4, 9) },
  ]);
  const all = ids([
    ...(front.lead ? [front.lead] : []),
    ...front.second,
    ...front.briefs,
    ...front.sections.flatMap(({ cards }) => cards),
  ]);
  expect(new Set(all).size).toBe(all.length);
  expect(front.sections).toEqual([{ section: "one", cards: [card("x"), card("y")] }]);
});

test("a picture that two stories share stands with the first of them", () => {
  const front = layOutFront([card("a", true), { ...card("b"), picture: picture("a") }, card("c", true)], []);
  expect(front.second.map((story) => story.picture?.sources.assetId)).toEqual([undefined, "c"]);
});

test("a publication without stories has an empty front", () => {
  expect(layOutFront([], [{ section: "one", cards: [] }])).toEqual({
    lead: null,
    second: [],
    briefs: [],
    sections: [],
  });
});

test("in a row of cards no picture stands twice, nor one that was shown before", () => {
  const cards = [card("a", true), card("b", true), { ...card("c", true), picture: picture("b") }, card("d")];
  const shown = eachPictureOnce(cards, new Set(["a"]));
  expect(shown.map((story) => story.picture?.sources.assetId)).toEqual([undefined, "b", undefined, undefined]);
  expect(ids(shown)).toEqual(["a", "b", "c", "d"]);
});
