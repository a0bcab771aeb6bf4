import { describe, expect, test } from "vitest";
import { type ArticleContent, EMPTY_ARTICLE } from "@/domain/articles/article";
import { bothOf } from "./joining";

const paragraph = (text: string) => ({ type: "paragraph" as const, content: [{ type: "text" as const, text }] });
const body = (...texts: string[]): Partial<ArticleContent> => ({ body: { version: 1, blocks: texts.map(paragraph) } });
const content = (change: Partial<ArticleContent>): ArticleContent => ({ ...EMPTY_ARTICLE, ...change });

describe("both texts of a field", () => {
  test("a body has each paragraph once, and where they differ mine and then theirs", () => {
    const mine = content(body("Opening", "My middle", "End"));
    const theirs = content(body("Opening", "Their middle", "End", "A line more"));
    expect(bothOf("body", mine, theirs)).toEqual(
      body("Opening", "My middle", "Their middle", "End", "A line more").body,
    );
  });

  test("a list has the entries of both, each once", () => {
    const [mine, theirs] = [content({ topicIds: ["a", "b"] }), content({ topicIds: ["b", "c"] })];
    expect(bothOf("topicIds", mine, theirs)).toEqual(["a", "b", "c"]);
  });

  test("of what is one thing there are no two", () => {
    expect(bothOf("sectionId", content({ sectionId: "a" }), content({ sectionId: "b" }))).toBeUndefined();
  });
});
