"use client";

import { Extension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { memo, useEffect, useRef, useState } from "react";
import { SuggestingNote, useReviewExtensions } from "@/components/newsroom/review/review-tools";
import type { DraftBody } from "@/domain/articles/review";
import { focusBlock, insertBlock } from "./blocks";
import { openFootnote } from "./footnotes";
import { LinkDialog } from "./link-dialog";
import { extensionsWithViews } from "./node-views";
import { cleanPastedHtml, picturesIn } from "./paste";
import { usePicking } from "./picking";
import { bodyOf, documentOf } from "./schema";
import "./story.css";
import { TableDialog } from "./table-dialog";
import { Toolbar } from "./toolbar";
import { UploadTray } from "./upload-tray";
import { usePictureUploads } from "./use-picture-uploads";

const extensions = [...extensionsWithViews, Placeholder.configure({ placeholder: "Write the story…" })];

/**
 * The body of an article, being written. It begins with `initially` and is its own master from then on:
 * to put another text in its place, give it another key.
 */
export const StoryEditor = memo(function StoryEditor({
  initially,
  onChange,
}: {
  initially: DraftBody;
  onChange: (body: DraftBody) => void;
}) {
  const [asking, setAsking] = useState<"link" | "table" | null>(null);
  const pick = usePicking();
  const { uploads, upload, dismiss } = usePictureUploads();
  const editorRef = useRef<Editor>(null);
  const review = useReviewExtensions();
  const [withShortcuts] = useState(() => [...extensions, ...review.extensions, shortcuts(() => setAsking("link"))]);

  const editor = useEditor({
    immediatelyRender: false,
    extensions: withShortcuts,
    content: documentOf(initially),
    onUpdate: ({ editor }) => onChange(bodyOf(editor.getJSON())),
    editorProps: {
      // As the page's own scroll padding (story.css), in pixels.
      scrollThreshold: { top: 120, right: 0, bottom: 24, left: 0 },
      scrollMargin: { top: 128, right: 0, bottom: 32, left: 0 },
      attributes: {
        id: "article-body",
        class: "story-text",
        role: "textbox",
        "aria-label": "Body",
        "aria-multiline": "true",
        spellcheck: "true",
      },
      transformPastedHTML: cleanPastedHtml,
      handlePaste: (view, event) => take(event.clipboardData, view.state.selection.to),
      handleDrop: (view, event, _slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
        return !moved && take(event.dataTransfer, at ?? view.state.selection.to);
      },
    },
  });
  useEffect(() => {
    editorRef.current = editor;
    if (editor) review.attach?.(editor);
  }, [editor, review.attach]);

  function take(data: DataTransfer | null, at: number): boolean {
    const files = picturesIn(data);
    if (files.length === 0 || !editorRef.current) return false;
    void upload(editorRef.current, files, at);
    return true;
  }

  if (!editor) return <div className="story-text" aria-busy="true" />;
  return (
    <>
      <Toolbar
        editor={editor}
        onLink={() => setAsking("link")}
        onTable={() => setAsking("table")}
        onPicture={() => pick((attrs) => insertBlock(editor, { type: "picture", attrs }))}
      />
      <SuggestingNote editor={editor} />
      <EditorContent editor={editor} />
      <UploadTray
        uploads={uploads}
        onDismiss={(key) => {
          dismiss(key);
          editor.commands.focus();
        }}
      />
      <LinkDialog editor={editor} open={asking === "link"} onOpenChange={(open) => setAsking(open ? "link" : null)} />
      <TableDialog
        editor={editor}
        open={asking === "table"}
        onOpenChange={(open) => setAsking(open ? "table" : null)}
      />
    </>
  );
}, isSameEditor);

/** What the editor began with is read once: it is the editor that changes it. */
function isSameEditor(before: { onChange: unknown }, after: { onChange: unknown }): boolean {
  return before.onChange === after.onChange;
}

/** Keys beyond those that the marks and blocks bring themselves. */
function shortcuts(onLink: () => void) {
  return Extension.create({
    name: "storyShortcuts",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          onLink();
          return true;
        },
        "Alt-F10": () => {
          document.querySelector<HTMLElement>("[data-story-toolbar] [tabindex='0']")?.focus();
          return true;
        },
        // A block that is filled in by fields is chosen by the arrows and entered by Enter.
        Enter: ({ editor }) => {
          const { from, $from } = editor.state.selection;
          const chosen = "node" in editor.state.selection ? $from.nodeAfter : null;
          if (!chosen?.isAtom || chosen.type.name === "horizontalRule") return false;
          if (chosen.isInline) {
            openFootnote(editor, from);
            return true;
          }
          focusBlock(editor, from, "textarea, input");
          return true;
        },
      };
    },
  });
}
