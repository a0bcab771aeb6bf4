"use client";

import { Extension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { EditorContent, ReactNodeViewRenderer, useEditor } from "@tiptap/react";
import { useState } from "react";
import { inControls } from "@/components/newsroom/editor/block-frame";
import { LinkDialog } from "@/components/newsroom/editor/link-dialog";
import { Quote } from "@/components/newsroom/editor/nodes";
import { cleanPastedHtml } from "@/components/newsroom/editor/paste/paste";
import { sliceOfText } from "@/components/newsroom/editor/paste/text";
import { bodyOf, documentOf } from "@/components/newsroom/editor/schema";
import { QuoteView } from "@/components/newsroom/editor/views";
import type { Body } from "@/domain/articles/body";
import { bodyForReaders } from "@/domain/articles/review";
import { aboutExtensions } from "./about-extensions";
import { AboutToolbar } from "./about-toolbar";
import "@/components/newsroom/editor/prose-mirror.css";
import "./about-text.css";

const extensions = [
  ...aboutExtensions,
  Quote.extend({ addNodeView: () => ReactNodeViewRenderer(QuoteView, { stopEvent: inControls }) }),
  Placeholder.configure({ placeholder: "Write what readers should know…" }),
];

/**
 * The text of a page about the paper, being written. It begins with `initially` and is its own master from then on.
 * @param errorId where it is said what is wrong with it; undefined while nothing is.
 */
export function AboutText({
  id,
  label,
  initially,
  errorId,
  onChange,
}: {
  id: string;
  label: string;
  initially: Body;
  errorId: string | undefined;
  onChange: (body: Body) => void;
}) {
  const [linking, setLinking] = useState(false);
  const [withLink] = useState(() => [
    ...extensions,
    Extension.create({
      name: "aboutShortcuts",
      addKeyboardShortcuts: () => ({
        "Mod-k": () => {
          setLinking(true);
          return true;
        },
      }),
    }),
  ]);
  const editor = useEditor({
    immediatelyRender: false,
    // The policy allows no element of style: what the editor needs of it stands in prose-mirror.css.
    injectCSS: false,
    extensions: withLink,
    content: documentOf(initially),
    onUpdate: ({ editor }) => onChange(bodyForReaders(bodyOf(editor.getJSON()))),
    editorProps: {
      attributes: {
        id,
        class: "about-text",
        role: "textbox",
        "aria-label": label,
        "aria-multiline": "true",
        spellcheck: "true",
        ...(errorId && { "aria-invalid": "true", "aria-describedby": errorId }),
      },
      transformPastedHTML: cleanPastedHtml,
      clipboardTextParser: (text, $context) => sliceOfText(text, $context.doc.type.schema, $context.marks()),
    },
  });
  return (
    <div className="rounded-md border border-edge bg-raised focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-link">
      {editor ? (
        <>
          <AboutToolbar editor={editor} controls={id} onLink={() => setLinking(true)} />
          <EditorContent editor={editor} />
          <LinkDialog editor={editor} open={linking} onOpenChange={setLinking} />
        </>
      ) : (
        <div className="about-text" aria-busy="true" />
      )}
    </div>
  );
}
