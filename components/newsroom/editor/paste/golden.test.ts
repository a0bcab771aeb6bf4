// @vitest-environment happy-dom
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Editor } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import { bodyOf, storyExtensions } from "@/components/newsroom/editor/schema";
import { Body } from "@/domain/articles/body";
import { cleanPaste } from "./paste";
import { sliceOfText } from "./text";

/**
 * What programs put on the clipboard, and the body that comes of it: golden/NAME.html or .txt, and golden/NAME.json.
 * With GOLDEN=write the bodies are written anew; read them before they are kept.
 */
const FOLDER = path.join(import.meta.dirname, "..", "golden");
const names = readdirSync(FOLDER).filter((name) => /\.(html|txt)$/.test(name));

/** What stands in an empty story after this is pasted into it, as the editor itself pastes. */
function pasted(given: string, kind: "html" | "txt"): Body {
  let pictures: ReturnType<typeof cleanPaste>["pictures"] = [];
  const editor = new Editor({
    extensions: storyExtensions,
    editorProps: {
      transformPastedHTML: (html) => {
        const cleaned = cleanPaste(html);
        pictures = cleaned.pictures;
        return cleaned.html;
      },
      clipboardTextParser: (text, $context) => sliceOfText(text, $context.doc.type.schema, $context.marks()),
    },
  });
  const paste = new ClipboardEvent("paste");
  if (kind === "html") editor.view.pasteHTML(given, paste);
  else editor.view.pasteText(given, paste);
  editor.state.doc.check();
  const body = JSON.stringify(bodyOf(editor.getJSON()));
  editor.destroy();
  const named = pictures.reduce((text, { mark, name }) => text.replace(mark, `[Picture: ${name}]`), body);
  return Body.parse(JSON.parse(named));
}

describe("what is pasted becomes clean blocks", () => {
  test.each(names)("%s", (name) => {
    const kind = name.endsWith(".html") ? "html" : "txt";
    const expected = path.join(FOLDER, name.replace(/\.(html|txt)$/, ".json"));
    const body = pasted(readFileSync(path.join(FOLDER, name), "utf8"), kind);
    if (process.env.GOLDEN === "write") writeFileSync(expected, `${JSON.stringify(body, null, 2)}\n`);
    expect(existsSync(expected), `${expected} is missing`).toBe(true);
    expect(body).toEqual(JSON.parse(readFileSync(expected, "utf8")));
  });
});
