"use client";

import { Extension } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import { type Editor, useEditor } from "@tiptap/react";
import { memo, useEffect, useRef, useState } from "react";
import { useReviewExtensions } from "@/components/newsroom/review/review-tools";
import { useOpening } from "@/components/newsroom/style/open-editor";
import { StyleMarks } from "@/components/newsroom/style/style-marks";
import type { DraftBody } from "@/domain/articles/review";
import { focusBlock, moveSelected } from "./blocks";
import { Find } from "./find";
import { openFootnote } from "./footnotes";
import { FreshSelection } from "./fresh-selection";
import { extensionsWithViews } from "./node-views";
import { bodyOf, documentOf } from "./schema";
import { smartTyping } from "./smart-typing";
import "./prose-mirror.css";
import "./story.css";
import { UploadTray } from "./upload-tray";
import { usePasting } from "./use-pasting";
import { usePictureUploads } from "./use-picture-uploads";
import { type Asking, WritingSurface } from "./writing-surface";

const extensions = [
  ...extensionsWithViews,
  FreshSelection,
  Find,
  Placeholder.configure({ placeholder: "Write the story…" }),
  StyleMarks,
];

/**
 * The body of an article, being written. It begins with `initially` and is its own master from then on:
 * to put another text in its place, give it another key.
 */
export const StoryEditor = memo(function StoryEditor({
  initially,
  language,
  readOnly,
  onChange,
}: {
  initially: DraftBody;
  /** The story's. */
  language: string;
  /** Somebody else is writing in it. */
  readOnly: boolean;
  onChange: (body: DraftBody) => void;
}) {
  const [asking, setAsking] = useState<Asking>(null);
  const [said, say] = useState("");
  const { uploads, upload, offer, refuse, dismiss } = usePictureUploads();
  const editorRef = useRef<Editor>(null);
  const pasting = usePasting({ editor: editorRef, upload, offer, refuse });
  const languageRef = useRef(language);
  const review = useReviewExtensions();
  const [ownExtensions] = useState(() => [
    ...extensions,
    ...review.extensions,
    shortcuts({ link: () => setAsking("link"), say }),
    smartTyping(() => languageRef.current),
  ]);

  const editor = useEditor({
    immediatelyRender: false,
    // The policy allows no element of style: what the editor needs of it stands in prose-mirror.css.
    injectCSS: false,
    extensions: ownExtensions,
    content: documentOf(initially),
    onUpdate: ({ editor }) => onChange(bodyOf(editor.getJSON())),
    editorProps: {
      // As the page's own scroll padding (story.css), in pixels.
      scrollThreshold: { top: 120, right: 0, bottom: byFinger() ? 72 : 24, left: 0 },
      scrollMargin: { top: 128, right: 0, bottom: byFinger() ? 80 : 32, left: 0 },
      attributes: {
        id: "article-body",
        class: "story-text",
        role: "textbox",
        "aria-label": "Body",
        "aria-multiline": "true",
        spellcheck: "true",
      },
      ...pasting.props,
    },
  });
  useEffect(() => {
    editorRef.current = editor;
    languageRef.current = language;
    if (editor) review.attach?.(editor);
  }, [editor, language, review.attach]);
  useEffect(() => {
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly]);

  useOpening(editor);

  if (!editor) return <div className="story-text" aria-busy="true" />;
  return (
    // The fields of blocks are not to be used either.
    <fieldset disabled={readOnly} className="contents">
      <WritingSurface
        editor={editor}
        readOnly={readOnly}
        asking={asking}
        onAsk={setAsking}
        onPastePlain={() => void pasting.pastePlain()}
        say={say}
      >
        <p role="status" className="sr-only">
          {said}
        </p>
        <UploadTray
          uploads={uploads}
          onDismiss={(key) => {
            dismiss(key);
            editor.commands.focus();
          }}
        />
      </WritingSurface>
    </fieldset>
  );
}, isSameEditor);

type Changing = { onChange: unknown; readOnly: boolean; language: string };

/** What the editor began with is read once: it is the editor that changes it. */
function isSameEditor(before: Changing, after: Changing): boolean {
  return before.onChange === after.onChange && before.readOnly === after.readOnly && before.language === after.language;
}

function byFinger(): boolean {
  return typeof window !== "undefined" && matchMedia("(pointer: coarse)").matches;
}

/** Keys beyond those that the marks and blocks bring themselves. */
function shortcuts({ link, say }: { link: () => void; say: (text: string) => void }) {
  return Extension.create({
    name: "storyShortcuts",
    addKeyboardShortcuts() {
      return {
        "Mod-k": () => {
          link();
          return true;
        },
        "Alt-Shift-ArrowUp": ({ editor }) => {
          say(moveSelected(editor, "up"));
          return true;
        },
        "Alt-Shift-ArrowDown": ({ editor }) => {
          say(moveSelected(editor, "down"));
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
