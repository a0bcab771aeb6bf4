import { getSchema } from "@tiptap/core";
import { expect, test } from "vitest";
import { Quote } from "@/components/newsroom/editor/nodes";
import { documentOf } from "@/components/newsroom/editor/schema";
import { ABOUT_BLOCKS, AboutBody } from "@/domain/settings/about";
import { aboutExtensions } from "./about-extensions";

const schema = getSchema([...aboutExtensions, Quote]);

test("what can be written is what a page about the paper may hold", () => {
  const blocks = Object.values(schema.nodes).filter((node) => node.isInGroup("block"));
  expect(blocks.map(({ name }) => name).sort()).toEqual([...ABOUT_BLOCKS].sort());
  expect(Object.keys(schema.nodes)).not.toContain("footnote");
});

test("a text is opened in the editor as it was kept", () => {
  const body = AboutBody.parse({
    version: 1,
    blocks: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Independence" }] },
      {
        type: "bulletList",
        content: [
          { type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "Nobody pays." }] }] },
        ],
      },
      { type: "quote", attrs: { attribution: "A notice" }, content: [{ type: "paragraph" }] },
    ],
  });
  expect(schema.nodeFromJSON(documentOf(body)).toJSON().content).toEqual(body.blocks);
});
