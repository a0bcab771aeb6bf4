"use client";

import type { Editor } from "@tiptap/react";
import {
  AudioLines,
  FileText,
  Film,
  GalleryHorizontalEnd,
  Image,
  ListChecks,
  type LucideIcon,
  MessageSquareQuote,
  Minus,
  Newspaper,
  PanelTop,
  SquarePlay,
  StickyNote,
  Superscript,
  Table2,
  TableOfContents,
} from "lucide-react";
import { firstUseOf } from "@/domain/articles/body";
import type { Snippet } from "@/domain/snippets/snippet";
import { focusBlock, insertBlock } from "./blocks";
import { insertFootnote } from "./footnotes";
import { useLibraryPicking } from "./picking";
import { firstPlayOf } from "./played-views";
import { useSnippets } from "./snippets";
import { FORMATS } from "./tools";

export type Insert = { name: string; icon: LucideIcon; run: () => void };
export type InsertGroup = { name: string; inserts: Insert[] };

/** Everything that may stand in a story besides its paragraphs. */
export function useInserts(editor: Editor, onTable: () => void): InsertGroup[] {
  const pick = useLibraryPicking();
  const snippets = useSnippets();
  const block = (type: string, attrs?: Record<string, unknown>, field = "input, textarea") =>
    focusBlock(editor, insertBlock(editor, { type, attrs }), field);
  return [
    {
      name: "Pictures, sound, film and files",
      inserts: [
        {
          name: "Picture",
          icon: Image,
          run: () => pick({ kind: "picture" }, ([asset]) => asset && block("picture", firstUseOf(asset), "textarea")),
        },
        {
          name: "Gallery",
          icon: GalleryHorizontalEnd,
          run: () =>
            pick({ kind: "picture", several: true }, (assets) =>
              block("gallery", { pictures: assets.map(firstUseOf).slice(0, 60) }),
            ),
        },
        {
          name: "Recording",
          icon: AudioLines,
          run: () => pick({ kind: "audio" }, ([asset]) => asset && block("audio", firstPlayOf(asset), "input")),
        },
        {
          name: "Film",
          icon: Film,
          run: () => pick({ kind: "video" }, ([asset]) => asset && block("video", firstPlayOf(asset), "input")),
        },
        {
          name: "Document",
          icon: FileText,
          run: () => pick({ kind: "document" }, ([asset]) => asset && block("document", firstPlayOf(asset), "input")),
        },
        { name: "Embed from another site", icon: SquarePlay, run: () => block("embed") },
      ],
    },
    {
      name: "Text",
      inserts: [
        { name: "Key points", icon: ListChecks, run: () => block("keyPoints", { points: [""] }) },
        { name: "Fact box", icon: PanelTop, run: () => insertFactBox(editor) },
        { name: "Table", icon: Table2, run: onTable },
        { name: "Pull quote", icon: MessageSquareQuote, run: () => insertPullQuote(editor) },
        { ...FORMATS.quote, run: () => FORMATS.quote.run(editor) },
        { name: "Footnote", icon: Superscript, run: () => insertFootnote(editor) },
      ],
    },
    {
      name: "Ways on",
      inserts: [
        { name: "Related stories", icon: Newspaper, run: () => block("relatedStories", undefined, "[data-begin]") },
        { name: "Quick links", icon: TableOfContents, run: () => block("quickLinks", undefined, "input") },
        {
          name: "Divider",
          icon: Minus,
          run: () => {
            insertBlock(editor, { type: "horizontalRule" });
            editor.commands.focus();
          },
        },
      ],
    },
    ...(snippets.length > 0 ? [snippetsGroup(editor, snippets)] : []),
  ];
}

/** With the words that are selected, which stay in the story too: a pull quote repeats them. */
function insertPullQuote(editor: Editor): void {
  const { from, to } = editor.state.selection;
  const text = editor.state.doc.textBetween(from, to, " ").slice(0, 1000);
  focusBlock(editor, insertBlock(editor, { type: "pullQuote", attrs: { text } }), "textarea");
}

function insertFactBox(editor: Editor): void {
  focusBlock(editor, insertBlock(editor, { type: "factBox", content: [{ type: "paragraph" }] }), "input");
}

/** A copy of the text, which the story then has for its own. */
function snippetsGroup(editor: Editor, snippets: readonly Snippet[]): InsertGroup {
  const inserts = snippets.map(({ name, blocks }) => ({
    name,
    icon: StickyNote,
    run: () => {
      insertBlock(editor, blocks);
      editor.commands.focus();
    },
  }));
  return { name: "Snippets", inserts };
}
