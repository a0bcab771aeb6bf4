import { describe, expect, test } from "vitest";
import { EMPTY_ARTICLE } from "./article";
import { fieldsThatDiffer, mergeFields } from "./merging";

const at = (version: number, change: Partial<typeof EMPTY_ARTICLE>, changed: (keyof typeof EMPTY_ARTICLE)[]) => ({
  version,
  content: { ...EMPTY_ARTICLE, ...change },
  changed,
});

describe("two texts of one story", () => {
  const standing = {
    content: { ...EMPTY_ARTICLE, headline: "Theirs", kicker: "Old" },
    fieldVersions: { headline: 5, kicker: 2 },
  };

  test("are joined where each changed other fields", () => {
    const { merged, contested } = mergeFields(standing, at(4, { headline: "", kicker: "Mine" }, ["kicker"]));
    expect(merged).toMatchObject({ headline: "Theirs", kicker: "Mine" });
    expect(contested).toEqual([]);
  });

  test("contest a field that both changed, and the one that stands stays", () => {
    const { merged, contested } = mergeFields(
      standing,
      at(4, { headline: "Mine", kicker: "Mine" }, ["headline", "kicker"]),
    );
    expect(contested).toEqual(["headline"]);
    expect(merged).toMatchObject({ headline: "Theirs", kicker: "Mine" });
  });

  test("contest nothing where both came to the same words", () => {
    expect(mergeFields(standing, at(1, { headline: "Theirs" }, ["headline"])).contested).toEqual([]);
  });

  test("contest whatever differs in a draft from before fields were counted", () => {
    const old = { content: standing.content, fieldVersions: { "*": 5 } };
    expect(mergeFields(old, at(4, { headline: "Mine" }, ["headline"])).contested).toEqual(["headline"]);
    expect(mergeFields(old, at(5, { headline: "Mine" }, ["headline"])).contested).toEqual([]);
  });

  test("differ by field", () => {
    expect(fieldsThatDiffer(EMPTY_ARTICLE, standing.content)).toEqual(["headline", "kicker"]);
  });
});
