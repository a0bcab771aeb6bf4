// @vitest-environment happy-dom
import { Editor, type JSONContent } from "@tiptap/core";
import { afterEach, describe, expect, test } from "vitest";
import { bodyOf, storyExtensions } from "@/components/newsroom/editor/schema";
import { checkStyle } from "@/domain/style/checking";
import type { StyleRule } from "@/domain/style/style";
import { mend } from "./mending";
import { markFindings, rangeOf, StyleMarks } from "./style-marks";

const RULE: StyleRule = { id: "r", avoid: "utilise", preferred: "use", reason: "", wholeWord: true, matchCase: false };
const text = (text: string, ...marks: string[]) =>
  marks.length > 0 ? { type: "text", text, marks: marks.map((type) => ({ type })) } : { type: "text", text };
const paragraph = (...content: JSONContent[]) => ({ type: "paragraph", content });
const cell = (said: string) => ({
  type: "tableCell",
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text(said))],
});
const BLOCKS: JSONContent[] = [
  paragraph(text("We "), text("util", "bold"), text("ise it"), { type: "hardBreak" }, text("to utilise")),
  {
    type: "bulletList",
    content: [{ type: "listItem", content: [paragraph(text("one")), paragraph(text("Utilise"))] }],
  },
  {
    type: "table",
    attrs: { caption: "utilise" },
    content: [{ type: "tableRow", content: [cell("a"), cell("utilise")] }],
  },
  { type: "keyPoints", attrs: { points: ["one", "utilise two"] } },
  { type: "gallery", attrs: { title: "", pictures: [{ assetId: "a", alt: null, caption: "utilise", credit: "" }] } },
  paragraph(text("a"), { type: "footnote", attrs: { text: "utilise" } }, text(" utilise")),
];

let editor: Editor;
afterEach(() => editor.destroy());

function write(blocks = BLOCKS): Editor {
  editor = new Editor({ extensions: [...storyExtensions, StyleMarks], content: { type: "doc", content: blocks } });
  return editor;
}
const head = { headline: "They utilise", standfirst: "" };
const findingsIn = (rules = [RULE]) => checkStyle({ ...head, body: bodyOf(editor.getJSON()) }, rules, "en");

describe("findings in the editor", () => {
  test("are where the editor has their words", () => {
    const { doc } = write().state;
    const words = findingsIn().flatMap((finding) => {
      const range = rangeOf(doc, finding);
      return range ? [doc.textBetween(range.from, range.to)] : [];
    });
    expect(words).toEqual(["utilise", "utilise", "Utilise", "utilise", "utilise"]);
  });

  test("are marked, and the marks move with the text and are no part of it", () => {
    write();
    markFindings(editor, findingsIn());
    const marked = () =>
      [...editor.view.dom.querySelectorAll(".style-finding")].map((each) => each.textContent).join("");
    const before = editor.getJSON();
    expect(marked()).toBe("utiliseutiliseUtiliseutiliseutilise");
    editor.commands.insertContentAt(1, "So: ");
    expect(marked()).toBe("utiliseutiliseUtiliseutiliseutilise");
    editor.commands.undo();
    expect(editor.getJSON()).toEqual(before);
    markFindings(editor, []);
    expect(marked()).toBe("");
  });

  test("are mended wherever they stand, in one step that can be undone", () => {
    write();
    const before = editor.getJSON();
    expect(mend(editor, findingsIn(), head)).toEqual({ headline: "They use" });
    const told = JSON.stringify(editor.getJSON());
    expect(told).not.toMatch(/utilise/i);
    expect(told.match(/\b[Uu]se\b/g)).toHaveLength(9);
    editor.state.doc.check();
    editor.commands.undo();
    expect(editor.getJSON()).toEqual(before);
  });

  test("that were changed meanwhile are left alone", () => {
    write();
    const findings = findingsIn();
    editor.commands.insertContentAt(1, "Now ");
    mend(editor, findings.slice(0, 2), { ...head, headline: "Others" });
    expect(editor.state.doc.firstChild?.textContent).toBe("Now We utilise itto utilise");
  });

  test("spaces and stops go", () => {
    write([paragraph(text("a  b  c"))]);
    expect(mend(editor, findingsIn([]), { headline: "They utilise", standfirst: "" })).toEqual({});
    expect(editor.state.doc.textContent).toBe("a b c");
    const told = { headline: "Over.", standfirst: "", body: bodyOf(editor.getJSON()) };
    expect(mend(editor, checkStyle(told, [], "en"), told)).toEqual({ headline: "Over" });
  });
});
