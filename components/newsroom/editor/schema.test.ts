// @vitest-environment happy-dom

import { Editor, type JSONContent } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { type Block, Body, firstUseOf } from "@/domain/articles/body";
import { bodyForReaders, DraftBody, ReviewMark } from "@/domain/articles/review";
import { insertBlock, moveBlock } from "./blocks";
import { insertFootnote } from "./footnotes";
import { bodyOf, documentOf, storyExtensions, storySchema } from "./schema";
import { newTable } from "./tables";

const schema = storySchema();

/** Every `type` that a Zod schema can hold, wherever it stands in it. */
function typesIn(schema: z.ZodType, seen = new Set<unknown>(), found = new Set<string>()): Set<string> {
  if (seen.has(schema)) return found;
  seen.add(schema);
  const def = schema.def as unknown as Record<string, unknown>;
  if (def.type === "object") {
    const shape = def.shape as Record<string, z.ZodType>;
    const type = shape.type?.def as unknown as { type: string; values?: string[]; entries?: object } | undefined;
    for (const name of type?.values ?? Object.values(type?.entries ?? {})) found.add(name);
  }
  const inner = [
    def.element,
    def.innerType,
    ...((def.options as unknown[]) ?? []),
    ...Object.values((def.shape as object) ?? {}),
    ...(typeof def.getter === "function" ? [def.getter()] : []),
  ];
  for (const each of inner)
    if (each && typeof each === "object" && "def" in each) typesIn(each as z.ZodType, seen, found);
  return found;
}

const text = (text: string, ...marks: NonNullable<Extract<JSONContent, object>["marks"]>) =>
  marks.length > 0 ? { type: "text", text, marks } : { type: "text", text };
const link = (href: string) => ({ type: "link", attrs: { href } });
const bold = { type: "bold" };
const italic = { type: "italic" };
const paragraph = (...content: JSONContent[]) =>
  content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
const item = (...content: JSONContent[]) => ({ type: "listItem", content });

const cell = (type: string, said: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text(said))],
});

const EVERYTHING: JSONContent[] = [
  paragraph(text("Plain, "), text("bold", bold), text(" and "), text("slanted", italic), { type: "hardBreak" }),
  paragraph(),
  paragraph(text("all", link("https://example.com/a?b=c#d"), bold, italic), text("site", link("/harbour/bridge"))),
  paragraph(text("mail", link("mailto:desk@example.com")), text("anchor", link("#part"))),
  { type: "heading", attrs: { level: 2 }, content: [text("Heading")] },
  { type: "heading", attrs: { level: 3 } },
  {
    type: "bulletList",
    content: [
      item(paragraph(text("one")), { type: "orderedList", content: [item(paragraph(text("deep")))] }),
      item({ type: "bulletList", content: [item(paragraph())] }),
      item(paragraph(), paragraph(text("two"))),
    ],
  },
  { type: "orderedList", content: [item(paragraph(text("first")))] },
  { type: "quote", attrs: { attribution: "" }, content: [paragraph(text("Said"))] },
  { type: "quote", attrs: { attribution: "Jane Roe" }, content: [paragraph(), paragraph(text("twice"))] },
  { type: "pullQuote", attrs: { text: "Large", attribution: "Jane Roe" } },
  { type: "horizontalRule" },
  { type: "picture", attrs: firstUseOf({ id: "a1" }) },
  {
    type: "picture",
    attrs: { ...firstUseOf({ id: "a2" }), alt: "", caption: "Told “apart”", credit: "Jane Roe/Agency" },
  },
  {
    type: "picture",
    attrs: {
      ...firstUseOf({ id: "a3" }),
      crops: { "1x1": { left: 0, top: 0, width: 5000, height: 5000 } },
      shape: "1x1",
    },
  },
  { type: "quickLinks", attrs: { subheads: true, links: [] } },
  { type: "quickLinks", attrs: { subheads: false, links: [{ label: "Tides", href: "/weather/tides" }] } },
  {
    type: "gallery",
    attrs: { title: "The day", pictures: [{ ...firstUseOf({ id: "a4" }), alt: "", credit: "J. Roe" }] },
  },
  { type: "keyPoints", attrs: { points: ["The bridge is shut", "Until “May”"] } },
  {
    type: "factBox",
    attrs: { title: "The bridge" },
    content: [paragraph(text("Built 1911")), { type: "bulletList", content: [item(paragraph(text("steel")))] }],
  },
  {
    type: "table",
    attrs: { caption: "Tides" },
    content: [
      { type: "tableRow", content: [cell("tableHeader", "Day"), cell("tableHeader", "High water")] },
      { type: "tableRow", content: [cell("tableCell", "Monday"), cell("tableCell", "14:05")] },
    ],
  },
  { type: "embed", attrs: { url: "https://example.com/watch", title: "A film", caption: "" } },
  { type: "audio", attrs: { assetId: "a5", title: "The interview", caption: "", credit: "" } },
  {
    type: "video",
    attrs: {
      assetId: "a6",
      title: "The launch",
      posterAssetId: "a7",
      captionsAssetId: null,
      captionsLanguage: "en",
      caption: "",
      credit: "Jane Roe",
    },
  },
  { type: "document", attrs: { assetId: "a8", title: "The report", caption: "", credit: "" } },
  { type: "relatedStories", attrs: { articleIds: ["s1", "s2"] } },
  paragraph(text("Said"), { type: "footnote", attrs: { text: "In a letter of 3 May." } }, text(" and done")),
  paragraph(text("The end")),
];

const suggested = { id: "s1", authorId: "ines", at: 1_795_839_900_000 };
const insertion = { type: "insertion", attrs: suggested };
const deletion = { type: "deletion", attrs: suggested };
const anchor = (id: string) => ({ type: "comment", attrs: { id } });

/** What a draft may hold besides. */
const REVIEWED: JSONContent[] = [
  paragraph(text("put in", bold, insertion), text("struck", link("/harbour"), deletion, anchor("t1"), anchor("t2"))),
  paragraph({ type: "hardBreak", marks: [insertion] }, { type: "footnote", attrs: { text: "A" }, marks: [deletion] }),
  ...EVERYTHING.map((block) => ({ ...block, marks: [insertion] })),
  ...EVERYTHING.map((block) => ({ ...block, marks: [deletion] })),
  {
    type: "heading",
    attrs: { level: 3 },
    content: [text("Was a paragraph")],
    marks: [deletion, { type: "modification", attrs: { ...suggested, before: { type: "paragraph" } } }],
  },
  {
    type: "paragraph",
    content: [text("Was a heading")],
    marks: [{ type: "modification", attrs: { ...suggested, before: { type: "heading", attrs: { level: 2 } } } }],
  },
  { type: "bulletList", content: [{ ...item(paragraph(text("new"))), marks: [insertion] }, item(paragraph())] },
  { type: "quote", attrs: { attribution: "" }, content: [{ ...paragraph(text("Said")), marks: [deletion] }] },
  { type: "factBox", attrs: { title: "" }, content: [{ ...paragraph(text("In")), marks: [insertion] }] },
  {
    type: "table",
    attrs: { caption: "" },
    content: [
      { type: "tableRow", content: [{ ...cell("tableCell", "a"), marks: [insertion] }], marks: [deletion] },
      { type: "tableRow", content: [cell("tableCell", "b")] },
    ],
  },
  paragraph(text("The end")),
];

function through(body: DraftBody): DraftBody {
  const document = Node.fromJSON(schema, documentOf(body));
  document.check();
  return bodyOf(document.toJSON());
}

describe("the editor's schema", () => {
  test("names the same nodes and marks as Body and the marks of a review", () => {
    const inEditor = [...Object.keys(schema.nodes), ...Object.keys(schema.marks)].filter((name) => name !== "doc");
    expect(inEditor.sort()).toEqual([...new Set([...typesIn(Body), ...typesIn(ReviewMark)])].sort());
  });

  test("keeps suggestions and the anchors of comments, on text and on every kind of block", () => {
    const body = DraftBody.parse({ version: 1, blocks: REVIEWED });
    expect(through(body)).toEqual(body);
    expect(Body.safeParse(body).success).toBe(false);
    expect(Body.parse(bodyForReaders(body))).not.toEqual(body);
  });

  test("keeps every kind of block unchanged", () => {
    const body = Body.parse({ version: 1, blocks: EVERYTHING });
    expect(through(body)).toEqual(body);
  });

  test("keeps bodies of any mixture unchanged", () => {
    const random = seeded(42);
    for (let round = 0; round < 200; round++) {
      const blocks = Array.from({ length: 1 + Math.floor(random() * 6) }, () => randomBlock(random));
      const body = Body.parse({ version: 1, blocks: [...blocks, paragraph(text("end"))] });
      expect(through(body)).toEqual(body);
    }
  });

  test("an empty body is an empty paragraph, and back", () => {
    expect(through({ version: 1, blocks: [] })).toEqual({ version: 1, blocks: [] });
  });

  test("the clipboard's HTML gives back every block", () => {
    const editor = editorWith(EVERYTHING);
    const html = editor.getHTML();
    editor.commands.setContent(html);
    expect(bodyOf(editor.getJSON()).blocks).toEqual(EVERYTHING);
    editor.destroy();
  });
});

describe("what an editor makes", () => {
  test("is a body, whatever was done to it", () => {
    const random = seeded(42);
    let editor = editorWith(EVERYTHING);
    const commands: (() => unknown)[] = [
      () => editor.commands.toggleBold(),
      () => editor.commands.toggleItalic(),
      () => editor.commands.setLink({ href: "https://example.com/" }),
      () => editor.commands.setLink({ href: "example.com" }),
      () => editor.commands.setLink({ href: "javascript:alert(1)" }),
      () => editor.commands.unsetLink(),
      () => editor.commands.toggleHeading({ level: 2 }),
      () => editor.commands.toggleHeading({ level: 3 }),
      () => editor.commands.toggleBulletList(),
      () => editor.commands.toggleOrderedList(),
      () => editor.commands.sinkListItem("listItem"),
      () => editor.commands.liftListItem("listItem"),
      () => editor.commands.toggleQuote(),
      () => insertBlock(editor, { type: "pullQuote" }),
      () => insertBlock(editor, { type: "picture", attrs: { assetId: "a9" } }),
      () => insertBlock(editor, { type: "quickLinks" }),
      () => insertBlock(editor, { type: "horizontalRule" }),
      () => insertBlock(editor, { type: "gallery", attrs: { pictures: [] } }),
      () => insertBlock(editor, { type: "keyPoints", attrs: { points: [""] } }),
      () => insertBlock(editor, { type: "factBox", content: [{ type: "paragraph" }] }),
      () => insertBlock(editor, newTable({ rows: 2, columns: 3, header: random() < 0.5 })),
      () => insertBlock(editor, { type: "embed" }),
      () => insertBlock(editor, { type: "audio", attrs: { assetId: "a5" } }),
      () => insertBlock(editor, { type: "video", attrs: { assetId: "a6" } }),
      () => insertBlock(editor, { type: "document", attrs: { assetId: "a8" } }),
      () => insertBlock(editor, { type: "relatedStories" }),
      () => insertFootnote(editor),
      () => editor.commands.addRowBefore(),
      () => editor.commands.addRowAfter(),
      () => editor.commands.deleteRow(),
      () => editor.commands.addColumnBefore(),
      () => editor.commands.addColumnAfter(),
      () => editor.commands.deleteColumn(),
      () => editor.commands.toggleHeaderRow(),
      () => editor.commands.toggleHeaderColumn(),
      () => editor.commands.goToNextCell(),
      () =>
        editor.commands.insertContent(
          "<table><tr><th colspan=2>A</th></tr><tr><td rowspan=2 colwidth=30>B</td><td>C</td></tr></table>",
        ),
      () => press(editor, "Tab"),
      () => moveBlock(editor, Math.floor(random() * editor.state.doc.content.size), random() < 0.5 ? "up" : "down"),
      () => editor.commands.setHardBreak(),
      () => press(editor, "Enter"),
      () => press(editor, "Backspace"),
      () => editor.commands.insertContent("word "),
      () =>
        editor.commands.insertContent("<h1>A</h1><h5>B</h5><blockquote>C<h2>D</h2></blockquote><ol start=4><li>E</ol>"),
      () => editor.commands.deleteSelection(),
      () => editor.commands.joinBackward(),
      () => editor.commands.undo(),
    ];
    for (let step = 1; step <= 1200; step++) {
      const size = editor.state.doc.content.size;
      const from = Math.floor(random() * size);
      const to = random() < 0.5 ? from : Math.min(size, from + Math.floor(random() * 30));
      const { doc, tr } = editor.state;
      editor.view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(from), doc.resolve(to))));
      try {
        commands[Math.floor(random() * commands.length)]?.();
      } catch (error) {
        // Some stock commands refuse by throwing where no caret can be put by hand; the document stays as it was.
        if ((error as Error).name !== "TransformError") throw error;
      }
      if (step % 10 === 0) {
        editor.state.doc.check();
        const made = Body.safeParse(bodyOf(editor.getJSON()));
        expect(made.error?.issues ?? []).toEqual([]);
      }
      // A document only grows, and each step takes the longer: so it begins anew.
      if (step % 200 === 0) {
        editor.destroy();
        editor = editorWith(EVERYTHING);
      }
    }
    editor.destroy();
  }, 30_000);

  test("a link that may not stand is left out, with its words kept", () => {
    const document = { type: "doc", content: [paragraph(text("words", link("javascript:alert(1)"), bold))] };
    expect(bodyOf(document).blocks).toEqual([paragraph(text("words", bold))]);
  });
});

/** What a key does, as the browser would ask for it. */
function press(editor: Editor, key: string): void {
  const event = new KeyboardEvent("keydown", { key });
  editor.view.someProp("handleKeyDown", (handle) => handle(editor.view, event));
}

function editorWith(blocks: JSONContent[]): Editor {
  return new Editor({ extensions: storyExtensions, content: { type: "doc", content: blocks } });
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

function randomBlock(random: () => number): Block | JSONContent {
  const pick = EVERYTHING[Math.floor(random() * EVERYTHING.length)] ?? paragraph();
  return random() < 0.3
    ? {
        type: random() < 0.5 ? "bulletList" : "orderedList",
        content: [item(paragraph(text(`n${random()}`)), pickList(random))],
      }
    : pick;
}

function pickList(random: () => number): JSONContent {
  const lists = EVERYTHING.filter((block) => block.type === "bulletList" || block.type === "orderedList");
  return lists[Math.floor(random() * lists.length)] ?? paragraph();
}
