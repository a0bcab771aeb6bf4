"use client";

import { Toolbar } from "@base-ui/react/toolbar";
import { Extension } from "@tiptap/core";
import { type Editor, useEditorState } from "@tiptap/react";
import { MessageSquarePlus, PencilLine } from "lucide-react";
import { useRef, useState } from "react";
import { commentAnchors } from "@/components/newsroom/editor/comment-anchors";
import { isSuggesting, suggesting } from "@/components/newsroom/editor/suggestions";
import { type Review, useReview } from "./review-context";
import "./review.css";

const TOOL =
  "grid size-10 shrink-0 cursor-pointer sm:h-9 sm:w-8.5 pointer-coarse:size-11 place-items-center rounded-md text-ink hover:bg-wash aria-pressed:bg-ink aria-pressed:text-paper data-disabled:cursor-not-allowed data-disabled:opacity-40";

/** The tools of a review, in the toolbar of the body. */
export function ReviewTools({ editor }: { editor: Editor }) {
  const review = useReview();
  const on = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) });
  const nothing = useEditorState({ editor, selector: ({ editor }) => editor.state.selection.empty });
  if (!review) return null;
  return (
    <>
      <Toolbar.Separator className="mx-0.5 h-6 w-px shrink-0 bg-line" />
      <Toolbar.Button
        aria-label="Suggest"
        title="Suggest (Ctrl+Shift+E)"
        aria-keyshortcuts="Control+Shift+E"
        aria-pressed={on}
        onMouseDown={(event) => event.preventDefault()}
        onClick={review.toggle}
        className={TOOL}
      >
        <PencilLine size={19} aria-hidden />
      </Toolbar.Button>
      <Toolbar.Button
        aria-label="Comment"
        title="Comment (Ctrl+Alt+M)"
        aria-keyshortcuts="Control+Alt+M"
        disabled={nothing}
        onMouseDown={(event) => event.preventDefault()}
        onClick={review.ask}
        className={TOOL}
      >
        <MessageSquarePlus size={19} aria-hidden />
      </Toolbar.Button>
    </>
  );
}

/** Says below the toolbar that one suggests, and what is no suggestion. */
export function SuggestingNote({ editor }: { editor: Editor }) {
  const on = useEditorState({ editor, selector: ({ editor }) => isSuggesting(editor.state) });
  return (
    <p role="status" className={on ? "border-warn border-l-4 bg-warn-wash px-3 py-2 text-sm text-warn" : "sr-only"}>
      {on &&
        "Suggesting: what you change in the text waits to be accepted. Captions, credits and other fields change at once."}
    </p>
  );
}

/** What an editor of a body needs, where the story is reviewed. Read once, when the editor is made. */
export function useReviewExtensions() {
  const review = useReview();
  const latest = useRef<Review>(null);
  latest.current = review;
  const [extensions] = useState(() =>
    review
      ? [
          suggesting(review.actor.id),
          commentAnchors({
            onAsk: review.ask,
            onOpen: (id) => review.show(id),
            isKnown: (id) => latest.current?.conversation.threads.some((thread) => thread.id === id) ?? false,
          }),
          Extension.create({
            name: "reviewShortcuts",
            addKeyboardShortcuts: () => ({
              "Mod-Shift-e": () => {
                review.toggle();
                return true;
              },
            }),
          }),
        ]
      : [],
  );
  return { extensions, attach: review?.attach };
}
