"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useEffect, useRef, useState } from "react";
import { anchorsOf } from "@/components/newsroom/editor/comment-anchors";
import { showing } from "@/components/newsroom/editor/settle";
import { newId } from "@/lib/id";
import { CommentField } from "./comment-field";
import type { Review } from "./review-context";
import { SmallButton } from "./small-button";
import { ThreadView } from "./thread-view";

/** What the staff said about the story, thread by thread, in the order of the words; and where one begins another. */
export function CommentGroup({ review, editor }: { review: Review; editor: Editor | null }) {
  const { articleId, conversation, quote, answer, shown, perform } = review;
  const [resolved, setResolved] = useState(false);
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const anchors = useEditorState({ editor, selector: ({ editor }) => (editor ? anchorsOf(editor.state.doc) : null) });
  const place = (id: string) => anchors?.get(id)?.from ?? Number.POSITIVE_INFINITY;
  const open = conversation.threads.filter(({ resolvedAt }) => resolvedAt === null).length;
  const threads = conversation.threads
    .filter(({ resolvedAt }) => (resolvedAt !== null) === resolved)
    .sort((one, other) => place(one.id) - place(other.id) || 0);

  const reveal = (id: string, goes: boolean) => {
    const thread = conversation.threads.find((each) => each.id === id || each.comments.some((said) => said.id === id));
    if (!thread) return;
    setResolved(thread.resolvedAt !== null);
    requestAnimationFrame(() => {
      const element = document.getElementById(`comment-${id}`);
      if (goes) element?.focus({ preventScroll: true });
      element?.scrollIntoView({ block: goes ? "center" : "nearest" });
    });
  };
  // Who was named comes here by a link.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => {
    const id = window.location.hash.match(/^#comment-(\w+)$/)?.[1];
    if (id) reveal(id, true);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is asked for
  useEffect(() => {
    if (shown) reveal(shown.id, shown.goes);
  }, [shown]);

  const goTo = (id: string) => {
    const range = anchors?.get(id);
    if (!range || !editor) return undefined;
    return () => {
      editor.view.dispatch(showing(editor.state, range.from, range.to));
      editor.view.focus();
    };
  };

  return (
    <section aria-label="Comments" className="grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 ref={heading} tabIndex={-1} className="font-semibold">
          Comments ({open} open)
        </h3>
        <div className="flex gap-1.5">
          <SmallButton aria-pressed={!resolved} onClick={() => setResolved(false)} className={PRESSED}>
            Open
          </SmallButton>
          <SmallButton aria-pressed={resolved} onClick={() => setResolved(true)} className={PRESSED}>
            Resolved
          </SmallButton>
        </div>
      </div>
      <p role="status" className="sr-only">
        {told}
      </p>
      {quote !== null && (
        <div className="grid gap-2 rounded-md border border-link p-3">
          <blockquote className="border-edge border-l-4 pl-3 font-serif text-sm [overflow-wrap:anywhere]">
            {quote}
          </blockquote>
          <CommentField
            label="Comment"
            keptAs={`${articleId}-new`}
            submit="Post comment"
            onCancel={() => {
              answer(null);
              editor?.commands.focus();
            }}
            onSend={async (text, mentions) => {
              const id = newId();
              const why = await perform({ deed: "comment", id, articleId, quote, threadId: null, text, mentions });
              if (why !== null) return why;
              answer(id);
              review.show(id, true);
              return null;
            }}
          />
        </div>
      )}
      {threads.length === 0 && quote === null && (
        <p className="text-sm text-muted">
          {resolved ? "None is resolved." : "None is open. Select words in the body, then “Comment”."}
        </p>
      )}
      <ul className="grid gap-3">
        {threads.map((thread) => (
          <li
            key={thread.id}
            id={`comment-${thread.id}`}
            tabIndex={-1}
            aria-current={shown?.id === thread.id || undefined}
            className="scroll-mt-32 rounded-md border border-line p-3 focus:border-link aria-current:border-link aria-current:bg-raised"
          >
            <ThreadView
              thread={thread}
              review={review}
              onGo={goTo(thread.id)}
              onSettled={(words) => {
                setTold(words);
                heading.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const PRESSED = "aria-pressed:bg-ink aria-pressed:text-paper";
