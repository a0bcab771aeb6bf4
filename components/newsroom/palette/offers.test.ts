import { expect, test } from "vitest";
import { below, type Offer, offersFor, storyAt } from "./offers";

const places = [
  { name: "House style", href: "/newsroom/settings/style" },
  { name: "Media", href: "/newsroom/media" },
];
const commands: Offer[] = [{ id: "new", name: "New article", to: { deed: "new-article" } }];
const found = {
  stories: [
    { id: "abc", headline: "The media law", stage: "drafting" as const, readers: "never" as const, writer: "Ada" },
  ],
  people: [{ id: "p", name: "Medina", kind: "stories" as const, about: "reporter" }],
};
const names = (typed: string, looking = false) =>
  offersFor(typed, { places, commands, found, looking }).map(({ name, items }) => [
    name,
    ...items.map((item) => item.name),
  ]);

test("where nothing is typed, the stories one worked on come before all there is", () => {
  expect(names("")).toEqual(
    [
      ["Recent stories", "The media law"],
      ["Commands", "New article"],
      ["Go to", "House style", "Media"],
      ["People", "Medina"],
    ].slice(0, 3),
  );
});

test("what begins with every word typed is offered, and what was found after it, so that nothing moves", () => {
  expect(names("med")).toEqual([
    ["Go to", "Media"],
    ["Stories", "The media law"],
    ["People", "Medina"],
  ]);
  expect(names("sty hou")[0]).toEqual(["Go to", "House style"]);
});

test("what was found of other words is not offered while the server is asked anew", () => {
  expect(names("law")).toEqual([["Stories", "The media law"]]);
  expect(names("laws")).toEqual([]);
});

test("where nothing is typed nothing is offered until the stories that come first are there", () => {
  expect(names("", true)).toEqual([]);
  expect(names("med", true)[0]).toEqual(["Go to", "Media"]);
});

test("what is found late comes below what is shown, so that what somebody is choosing stays where it is", () => {
  const group = (name: string, ...ids: string[]) => ({
    name,
    items: ids.map((id) => ({ id, name: id, to: { href: id } })),
  });
  expect(below([], [group("Stories", "a")])).toEqual([group("Stories", "a")]);
  expect(below([group("Go to", "m")], [group("Go to", "m"), group("Stories", "a")])).toEqual([
    group("Go to", "m"),
    group("Stories", "a"),
  ]);
  expect(below([group("Stories", "b")], [group("Stories", "a", "b"), group("People", "p")])).toEqual([
    group("Stories", "b", "a"),
    group("People", "p"),
  ]);
  const shown = [group("Stories", "b"), group("People", "p")];
  const all = below(shown, [group("Stories", "a"), group("People", "p", "q")]);
  expect(all).toEqual([group("Stories", "b"), group("People", "p", "q"), group("More stories", "a")]);
  expect(below(all, [group("Stories", "a"), group("People", "p", "q")])).toEqual(all);
});

test("somebody whose account one does not manage leads to their stories", () => {
  const people = offersFor("med", { places, commands, found, looking: false }).at(-1)?.items[0];
  expect(people?.to).toEqual({ href: "/newsroom/articles?person=p" });
});

test("a story's screen is told from its list and from what is below it", () => {
  expect(storyAt("/newsroom/articles/0123456789abcdef")).toBe("0123456789abcdef");
  for (const path of [
    "/newsroom/articles",
    "/newsroom/articles/0123456789abcdef/preview",
    "/newsroom/media/0123456789abcdef",
  ])
    expect(storyAt(path)).toBeUndefined();
});
