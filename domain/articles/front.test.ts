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
  isRetracted: false,
  portrait: null,
  pictureTags: [],
});
const choice = <Section>(
  latest: Card[],
  shelves: { section: Section; cards: Card[] }[] = [],
  { opinions = [], mostRead = [] }: { opinions?: Card[]; mostRead?: Card[] } = {},
) => ({ latest, shelves, opinions, mostRead });
const opinion = (articleId: string): Card => ({ ...card(articleId, true), label: "opinion" });
const ids = (cards: readonly Card[]) => cards.map(({ articleId }) => articleId);
const stories = (count: number) => Array.from({ length: count }, (_, n) => card(`n${n}`));

test("the newest story with a picture leads, if it is among the newest few", () => {
  expect(layOutFront(choice([card("a"), card("b", true)])).lead?.articleId).toBe("b");
  expect(layOutFront(choice([...stories(6), card("old", true)])).lead?.articleId).toBe("n0");
});

test("no story stands on the front twice, and a section that has no other stories is left out", () => {
  const latest = stories(20);
  const front = layOutFront(
    choice(
      latest,
      [
        { section: "one", cards: [...latest.slice(0, 4), card("x"), card("y"), opinion("o1")] },
        { section: "two", cards: latest.slice(4, 9) },
        { section: "three", cards: [card("m2"), card("z")] },
      ],
      {
        opinions: [opinion("o1"), opinion("o2")],
        mostRead: [...latest.slice(0, 3), card("m1"), card("m2"), opinion("o1"), card("m3")],
      },
    ),
  );
  const all = ids([
    ...(front.lead ? [front.lead] : []),
    ...front.second,
    ...front.briefs,
    ...front.opinion.cards,
    ...front.mostRead,
    ...front.sections.flatMap(({ cards }) => cards),
  ]);
  expect(new Set(all).size).toBe(all.length);
  expect(ids(front.mostRead)).toEqual(["m1", "m2", "m3"]);
  expect(front.sections.map(({ section, cards }) => [section, ids(cards)])).toEqual([
    ["one", ["x", "y"]],
    ["three", ["z"]],
  ]);
});

test("opinions stand in a strip of their own, which is the section's that holds nothing else", () => {
  const opinions = ["o1", "o2", "o3", "o4", "o5"].map(opinion);
  const shelves = [
    { section: "news", cards: [card("n0"), opinion("o1")] },
    { section: "opinion", cards: opinions },
  ];
  const front = layOutFront(choice([card("n0")], shelves, { opinions }));
  expect(front.opinion.section).toBe("opinion");
  expect(ids(front.opinion.cards)).toEqual(["o1", "o2", "o3", "o4"]);
  expect(front.sections).toEqual([]);
});

test("one opinion alone stands in its section", () => {
  const shelves = [{ section: "opinion", cards: [opinion("o1")] }];
  const front = layOutFront(choice([card("n0")], shelves, { opinions: [opinion("o1")] }));
  expect(front.opinion.cards).toEqual([]);
  expect(ids(front.sections[0]?.cards ?? [])).toEqual(["o1"]);
});

test("what is read most is no list where all but a few of it stands above", () => {
  const latest = stories(8);
  expect(layOutFront(choice(latest, [], { mostRead: [...latest, card("m")] })).mostRead).toEqual([]);
});

test("a picture that two stories share stands with the first of them", () => {
  const front = layOutFront(choice([card("a", true), { ...card("b"), picture: picture("a") }, card("c", true)]));
  expect(front.second.map((story) => story.picture?.sources.assetId)).toEqual([undefined, "c"]);
});

test("a publication without stories has an empty front", () => {
  expect(layOutFront(choice([], [{ section: "one", cards: [] }]))).toEqual({
    lead: null,
    second: [],
    briefs: [],
    opinion: { section: null, cards: [] },
    mostRead: [],
    sections: [],
  });
});

test("in a row of cards no picture stands twice, nor one that was shown before", () => {
  const cards = [card("a", true), card("b", true), { ...card("c", true), picture: picture("b") }, card("d")];
  const shown = eachPictureOnce(cards, new Set(["a"]));
  expect(shown.map((story) => story.picture?.sources.assetId)).toEqual([undefined, "b", undefined, undefined]);
  expect(ids(shown)).toEqual(["a", "b", "c", "d"]);
});
