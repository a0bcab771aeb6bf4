"use client";

import { useEffect, useRef, useState } from "react";
import { unanchored } from "@/components/newsroom/editor/comment-anchors";
import type { Comment, Thread } from "@/domain/articles/comment";
import { newId } from "@/lib/id";
import { CommentField, kept } from "./comment-field";
import type { Review } from "./review-context";
import { Said } from "./said";
import { SmallButton } from "./small-button";

/** A thread with what may be done in it. @param onGo leads to its words; none if they are gone */
export function ThreadView({
  thread,
  review,
  onGo,
  onSettled,
}: {
  thread: Thread;
  review: Review;
  onGo: (() => void) | undefined;
  /** It was resolved or opened again, and will leave the list. */
  onSettled: (words: string) => void;
}) {
  const { articleId, perform } = review;
  const [replying, setReplying] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const replyButton = useRef<HTMLButtonElement>(null);
  const keptAs = `${articleId}-${thread.id}`;
  const isOpen = thread.resolvedAt === null;
  const [first, ...replies] = thread.comments;
  const about = thread.quote ? `“${thread.quote.slice(0, 60)}”` : `${first?.author.name}’s comment`;

  useEffect(() => {
    if (kept(keptAs)) setReplying(true);
  }, [keptAs]);

  const settle = async () => {
    const why = await perform({ deed: isOpen ? "resolve" : "reopen", id: thread.id });
    setRefused(why);
    if (why === null) onSettled(isOpen ? "Resolved" : "Opened again");
  };
  const closeReply = () => {
    setReplying(false);
    requestAnimationFrame(() => replyButton.current?.focus());
  };

  return (
    <div className="grid gap-3">
      {thread.quote && (
        <blockquote className="border-edge border-l-4 pl-3 font-serif text-sm [overflow-wrap:anywhere]">
          {thread.quote}
        </blockquote>
      )}
      {!onGo && <p className="text-sm text-muted">The words are gone.</p>}
      <ol className="grid gap-3">
        {[...(first ? [first] : []), ...replies].map((comment) => (
          <li
            key={comment.id}
            id={comment === first ? undefined : `comment-${comment.id}`}
            tabIndex={-1}
            className="grid gap-1"
          >
            <OneComment comment={comment} review={review} threadId={thread.id} onRefused={setRefused} />
          </li>
        ))}
      </ol>
      {thread.resolvedAt && <p className="text-sm text-muted">Resolved by {thread.resolvedBy}</p>}
      {refused && (
        <p role="alert" className="text-sm font-semibold text-bad">
          {refused}
        </p>
      )}
      {replying ? (
        <CommentField
          label="Reply"
          keptAs={keptAs}
          submit="Send reply"
          onCancel={closeReply}
          onSend={async (text, mentions) => {
            const why = await perform({
              deed: "comment",
              id: newId(),
              articleId,
              quote: "",
              threadId: thread.id,
              text,
              mentions,
            });
            if (why === null) closeReply();
            return why;
          }}
        />
      ) : (
        <div className="flex flex-wrap gap-1.5">
          {isOpen && (
            <SmallButton ref={replyButton} about={about} onClick={() => setReplying(true)}>
              Reply
            </SmallButton>
          )}
          <SmallButton about={about} onClick={() => void settle()}>
            {isOpen ? "Resolve" : "Open again"}
          </SmallButton>
          {onGo && (
            <SmallButton about={about} onClick={onGo}>
              Go to
            </SmallButton>
          )}
        </div>
      )}
    </div>
  );
}

function OneComment({
  comment,
  review,
  threadId,
  onRefused,
}: {
  comment: Comment;
  review: Review;
  threadId: string;
  onRefused: (why: string | null) => void;
}) {
  const { actor, articleId, timeZone, perform, editor } = review;
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState(false);
  const keptAs = `${articleId}-edit-${comment.id}`;
  useEffect(() => {
    if (kept(keptAs)) setEditing(true);
  }, [keptAs]);

  const remove = async () => {
    const why = await perform({ deed: "delete", id: comment.id });
    onRefused(why);
    // A thread that is gone leaves no words marked.
    if (why === null && comment.id === threadId && editor) editor.view.dispatch(unanchored(editor.state, threadId));
  };

  if (editing) {
    return (
      <CommentField
        label="Your comment"
        keptAs={keptAs}
        initially={comment.text}
        mentioned={comment.mentions}
        submit="Save comment"
        onCancel={() => setEditing(false)}
        onSend={async (text, mentions) => {
          const why = await perform({ deed: "edit", id: comment.id, text, mentions });
          if (why === null) setEditing(false);
          return why;
        }}
      />
    );
  }
  return (
    <>
      <Said comment={comment} timeZone={timeZone} />
      {comment.author.id === actor.id && !comment.isDeleted && (
        <div className="flex flex-wrap gap-1.5">
          <SmallButton about={`“${comment.text.slice(0, 40)}”`} onClick={() => setEditing(true)}>
            Edit
          </SmallButton>
          <SmallButton
            about={`“${comment.text.slice(0, 40)}”`}
            onBlur={() => setSure(false)}
            onClick={() => (sure ? void remove() : setSure(true))}
          >
            {sure ? "Really delete" : "Delete"}
          </SmallButton>
        </div>
      )}
    </>
  );
}
