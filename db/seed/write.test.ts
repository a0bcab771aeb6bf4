import { describe, expect, it } from "vitest";
import { Body } from "@/domain/articles/body";
import {
  bullets,
  factBox,
  gallery,
  h2,
  inlines,
  pic,
  quickLinks,
  quote,
  relatedStories,
  resolved,
  table,
  written,
} from "./write";

describe("inlines", () => {
  it("leaves a plain text whole", () => {
    expect(inlines("The 6.40 sails.")).toEqual([{ type: "text", text: "The 6.40 sails." }]);
  });

  it("answers nothing for an empty text", () => {
    expect(inlines("")).toEqual([]);
  });

  it("marks bold, italic and links where they stand", () => {
    expect(inlines("A **b** *c* [d](/e).")).toEqual([
      { type: "text", text: "A " },
      { type: "text", text: "b", marks: [{ type: "bold" }] },
      { type: "text", text: " " },
      { type: "text", text: "c", marks: [{ type: "italic" }] },
      { type: "text", text: " " },
      { type: "text", text: "d", marks: [{ type: "link", attrs: { href: "/e" } }] },
      { type: "text", text: "." },
    ]);
  });

  it("nests marks and keeps them in the editor's order", () => {
    const link = { type: "link", attrs: { href: "/x" } };
    expect(inlines("**a [b](/x)** [*c*](/x)")).toEqual([
      { type: "text", text: "a ", marks: [{ type: "bold" }] },
      { type: "text", text: "b", marks: [link, { type: "bold" }] },
      { type: "text", text: " " },
      { type: "text", text: "c", marks: [link, { type: "italic" }] },
    ]);
  });

  it("takes a line break as one", () => {
    expect(inlines("a\nb")).toEqual([{ type: "text", text: "a" }, { type: "hardBreak" }, { type: "text", text: "b" }]);
  });

  it("sets a note where it is referred to", () => {
    expect(inlines("A^[From the log, p. 4.] b")).toEqual([
      { type: "text", text: "A" },
      { type: "footnote", attrs: { text: "From the log, p. 4." } },
      { type: "text", text: " b" },
    ]);
  });

  it("keeps brackets and asterisks that mark nothing", () => {
    expect(inlines("[note] 2 * 3")).toEqual([{ type: "text", text: "[note] 2 * 3" }]);
  });
});

it("resolves addresses, pictures and stories wherever they stand", () => {
  const body = resolved(
    written([
      "[a](story:a)",
      h2("[b](story:b)"),
      bullets(["[c](story:c)", bullets("[d](story:d)")]),
      quote("[e](story:e)"),
      quickLinks(false, ["f", "story:f"]),
      factBox("Facts", "[g](story:g)", bullets("[h](story:h)")),
      table("Sums", ["Of", "[i](story:i)"], ["1", "2"]),
      pic("bridge"),
      gallery("Ships", "ferry"),
      relatedStories("pilots"),
    ]),
    {
      path: (href) => href.replace("story:", "/city/"),
      assetId: (key) => `asset-${key}`,
      articleId: (key) => `article-${key}`,
    },
  );
  expect(Body.parse(body)).toEqual(body);
  const text = JSON.stringify(body);
  expect(text.match(/\/city\/[a-i]/g)?.sort()).toEqual([..."abcdefghi"].map((name) => `/city/${name}`));
  expect(text).not.toContain("story:");
  for (const id of ["asset-bridge", "asset-ferry", "article-pilots"]) expect(text).toContain(`"${id}"`);
});
