import { describe, expect, test } from "vitest";
import { type ArticleContent, EMPTY_ARTICLE } from "@/domain/articles/article";
import { firstUseOf } from "@/domain/articles/body";
import { bodyLines, differences } from "./differences";

const names = {
  section: (id: string) => `S ${id}`,
  topic: (id: string) => `T ${id}`,
  byline: (id: string) => `B ${id}`,
  series: (id: string) => `R ${id}`,
  story: (id: string) => `A ${id}`,
  said: () => undefined,
};
const paragraph = (text: string, ...marks: { type: "bold" }[]) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text, ...(marks.length > 0 ? { marks } : {}) }],
});
const content = (change: Partial<ArticleContent>): ArticleContent => ({ ...EMPTY_ARTICLE, ...change });

describe("differences", () => {
  test("names only the fields that differ, both texts in words", () => {
    const mine = content({ headline: "Mine", standfirst: "Same", sectionId: "a", bylineIds: ["1", "2"] });
    const theirs = content({ headline: "Theirs", standfirst: "Same", sectionId: "b", bylineIds: ["2"] });
    expect(differences(mine, theirs, names)).toEqual([
      {
        key: "headline",
        field: "Headline",
        mine: [{ text: "Mine", changed: true }],
        theirs: [{ text: "Theirs", changed: true }],
      },
      {
        key: "sectionId",
        field: "Section",
        mine: [{ text: "S a", changed: true }],
        theirs: [{ text: "S b", changed: true }],
      },
      {
        key: "bylineIds",
        field: "Bylines",
        mine: [
          { text: "B 1", changed: true },
          { text: "B 2", changed: false },
        ],
        theirs: [{ text: "B 2", changed: false }],
      },
    ]);
  });

  test("marks the lines of the body that the other lacks", () => {
    const mine = content({ body: { version: 1, blocks: [paragraph("Kept"), paragraph("Old end")] } });
    const theirs = content({ body: { version: 1, blocks: [paragraph("Kept"), paragraph("New end")] } });
    expect(differences(mine, theirs, names)).toEqual([
      {
        key: "body",
        field: "Body",
        mine: [
          { text: "Kept", changed: false },
          { text: "Old end", changed: true },
        ],
        theirs: [
          { text: "Kept", changed: false },
          { text: "New end", changed: true },
        ],
      },
    ]);
  });

  test("says so when only the look of the words differs", () => {
    const mine = content({ body: { version: 1, blocks: [paragraph("Word", { type: "bold" })] } });
    const theirs = content({ body: { version: 1, blocks: [paragraph("Word")] } });
    expect(differences(mine, theirs, names)[0]?.mine[0]?.text).toMatch(/words are the same/);
  });

  test("tells every field of the details in words", () => {
    const mine = content({
      label: "review",
      review: { kind: "book", item: "The Weir", rating: 3.5 },
      kicker: "Books",
      language: "ar",
      credits: [{ role: "photographer", bylineId: "1" }],
      seriesId: "s",
      relatedIds: ["x", "y"],
      translationOf: "z",
    });
    const told = differences(mine, content({}), names).map(({ field, mine }) => [
      field,
      ...mine.map(({ text }) => text),
    ]);
    expect(told).toEqual([
      ["Label", "Review"],
      ["Review", "Book: The Weir", "3.5 of 5"],
      ["Kicker", "Books"],
      ["Language", "ar"],
      ["Credits", "Photographs: B 1"],
      ["Series", "R s"],
      ["Related stories", "A x", "A y"],
      ["Translation of", "A z"],
    ]);
  });

  test("tells what a picture says and shows of its own from what it leaves to the library", () => {
    const said = () => ({ alt: "A bridge", caption: "The bridge", credit: "Roe" });
    const use = firstUseOf({ id: "x" });
    const crop = { left: 0, top: 10, width: 9000, height: 8000 };
    const mine = content({ lead: use });
    const theirs = content({ lead: { ...use, caption: "", credit: "Ada", shape: "4x3", crops: { "4x3": crop } } });
    const [lead] = differences(mine, theirs, { ...names, said });
    expect(lead?.mine[0]?.text).toBe(
      "Picture: The bridge (from the library) · Credit: Roe (from the library) · Alt text: A bridge (from the library)",
    );
    expect(lead?.theirs[0]?.text).toBe(
      "Picture: Credit: Ada · Alt text: A bridge (from the library) · Shown as 4:3 · Own 4:3 crop 0,10,9000,8000",
    );
  });

  test("gives every block a line", () => {
    expect(
      bodyLines(
        {
          version: 1,
          blocks: [
            { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
            { type: "bulletList", content: [{ type: "listItem", content: [paragraph("one")] }] },
            { type: "quote", attrs: { attribution: "Ada" }, content: [paragraph("Said")] },
            { type: "pullQuote", attrs: { text: "Large", attribution: "" } },
            { type: "horizontalRule" },
            { type: "picture", attrs: { ...firstUseOf({ id: "x" }), alt: "", caption: "Bridge", credit: "Roe" } },
            { type: "quickLinks", attrs: { subheads: false, links: [{ label: "Tides", href: "/t" }] } },
            {
              type: "paragraph",
              content: [{ type: "text", text: "told", marks: [{ type: "link", attrs: { href: "article:z" } }] }],
            },
            { type: "keyPoints", attrs: { points: ["One"] } },
            { type: "audio", attrs: { assetId: "s", title: "Talk", caption: "", credit: "Roe" } },
            { type: "relatedStories", attrs: { articleIds: ["x"] } },
            { type: "paragraph", content: [{ type: "footnote", attrs: { text: "In a letter." } }] },
          ],
        },
        names,
      ),
    ).toEqual([
      "Heading: Head",
      "• one",
      "“Said”",
      "— Ada",
      "Pull quote: Large",
      "Divider",
      "Picture: Bridge · Credit: Roe · Decorative",
      "Quick links",
      "• Tides (/t)",
      "told",
      "Key points",
      "• One",
      "Recording: Talk · Credit: Roe",
      "Related stories",
      "• A x",
      "",
      "“told” leads to: A z",
      "Note 1: In a letter.",
    ]);
  });
});
