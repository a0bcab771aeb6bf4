import { describe, expect, test } from "vitest";
import { firstUseOf } from "@/domain/articles/body";
import { EMPTY_ARTICLE } from "./article";
import { checklistOf } from "./checklist";

const words = (text: string) => ({
  version: 1 as const,
  blocks: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
});
const complete = {
  ...EMPTY_ARTICLE,
  headline: "The bridge is open",
  standfirst: "After nine years.",
  sectionId: "harbour",
  bylineIds: ["ines"],
  topicIds: ["bridges"],
  lead: { ...firstUseOf({ id: "bridge" }), alt: "A bridge", caption: "", credit: "R. Oyelaran" },
  body: words("It opened at noon. ".repeat(20)),
};
const quiet = { openThreads: 0 };

describe("the checklist", () => {
  test("of a story that lacks nothing is empty", () => {
    expect(checklistOf(complete, quiet)).toEqual({ blocking: [], advisory: [] });
  });

  test("keeps from readers what may not come before them, and only advises on the rest", () => {
    const { blocking, advisory } = checklistOf(EMPTY_ARTICLE, quiet);
    expect(blocking.map(({ field }) => field)).toEqual(["headline", "section", "bylines", "body"]);
    expect(advisory.map(({ field }) => field)).toEqual(["standfirst", "lead", "topics"]);
  });

  test("tells what is short, long, unsaid and still discussed", () => {
    const story = { ...complete, headline: "A".repeat(120), body: words("It opened.") };
    expect(checklistOf(story, { openThreads: 2 }).advisory.map(({ message }) => message)).toEqual([
      "The headline is long, and is cut in many places.",
      "The body has 2 words.",
      "2 discussions about it are still open.",
    ]);
  });
});
