"use client";

import type { Editor } from "@tiptap/react";
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { asked, askedUpon, threadAt } from "@/components/newsroom/editor/comment-anchors";
import { isSuggesting, switched } from "@/components/newsroom/editor/suggestions";
import type { Commenting, Conversation, Named } from "@/domain/articles/comment";
import { routes } from "@/lib/routes";

/** What the review of a story is done with: the text, what was said about it, and by whom it goes on. */
export type Review = {
  articleId: string;
  actor: Named;
  timeZone: string;
  conversation: Conversation;
  /** The editor of the body, once it is drawn. */
  editor: Editor | null;
  attach: (editor: Editor) => void;
  /** Turns suggesting on or off, for this story in this tab. */
  toggle: () => void;
  /** The words for which a comment is being written. */
  quote: string | null;
  /** Begins a comment on what is selected; where nothing is, goes to the thread about the words at the caret. */
  ask: () => void;
  /** Ends the asking, with the thread that came of it or without. */
  answer: (threadId: string | null) => void;
  /** The thread to be looked at, how often that was asked for, and whether one goes there. */
  shown: { id: string; times: number; goes: boolean } | null;
  show: (threadId: string, goes?: boolean) => void;
  /** @returns why it was not done; null if it was */
  perform: (deed: Commenting) => Promise<string | null>;
};

const Context = createContext<Review | null>(null);

/** The review of the story on the screen; null where none is done. */
export function useReview(): Review | null {
  return use(Context);
}

/** How often it is asked whether others said something, in milliseconds, while one looks at the story. */
const LOOK = 15_000;

export function ReviewProvider({
  articleId,
  actor,
  timeZone,
  initially,
  children,
}: {
  articleId: string;
  actor: Named;
  timeZone: string;
  initially: Conversation;
  children: ReactNode;
}) {
  const [conversation, look] = useConversation(articleId, initially);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [quote, setQuote] = useState<string | null>(null);
  const [shown, setShown] = useState<Review["shown"]>(null);
  const current = useRef<Editor>(null);

  const attach = useCallback(
    (next: Editor) => {
      current.current = next;
      setEditor(next);
      if (sessionStorage.getItem(keyOf(articleId)) && !isSuggesting(next.state)) {
        next.view.dispatch(switched(next.state, true));
      }
    },
    [articleId],
  );
  const toggle = useCallback(() => {
    const { current: editor } = current;
    if (!editor) return;
    const on = !isSuggesting(editor.state);
    editor.view.dispatch(switched(editor.state, on));
    if (on) sessionStorage.setItem(keyOf(articleId), "on");
    else sessionStorage.removeItem(keyOf(articleId));
  }, [articleId]);
  const answer = useCallback((threadId: string | null) => {
    const { current: editor } = current;
    if (editor && !editor.isDestroyed) editor.view.dispatch(asked(editor.state, threadId));
    setQuote(null);
  }, []);
  const show = useCallback((id: string, goes = false) => {
    setShown((before) => ({ id, times: (before?.times ?? 0) + 1, goes }));
  }, []);
  const ask = useCallback(() => {
    const { current: editor } = current;
    if (!editor) return;
    const upon = askedUpon(editor.state);
    const threadId = threadAt(editor.state.doc, editor.state.selection.from);
    if (upon) {
      editor.view.dispatch(upon.tr);
      setQuote(upon.quote);
    } else if (threadId) {
      show(threadId, true);
    }
  }, [show]);
  const perform = useCallback(
    async (deed: Commenting) => {
      const refused = await send(articleId, deed);
      if (refused === null) await look();
      return refused;
    },
    [articleId, look],
  );

  const review = useMemo(
    () => ({
      articleId,
      actor,
      timeZone,
      conversation,
      editor,
      attach,
      toggle,
      quote,
      ask,
      answer,
      shown,
      show,
      perform,
    }),
    [articleId, actor, timeZone, conversation, editor, attach, toggle, quote, ask, answer, shown, show, perform],
  );
  return <Context value={review}>{children}</Context>;
}

function keyOf(articleId: string): string {
  return `suggesting-${articleId}`;
}

/** What was said, as the server has it: asked for anew every few seconds, and when one comes back to the page. */
function useConversation(articleId: string, initially: Conversation): [Conversation, () => Promise<void>] {
  const [conversation, setConversation] = useState(initially);
  const asked = useRef(0);
  const look = useCallback(async () => {
    const number = ++asked.current;
    const response = await fetch(routes.newsroom.comments(articleId)).catch(() => null);
    const told: Conversation | null = response?.ok ? await response.json().catch(() => null) : null;
    // An answer that was overtaken by a later one says less.
    if (told && number === asked.current) {
      setConversation((before) => (JSON.stringify(before) === JSON.stringify(told) ? before : told));
    }
  }, [articleId]);
  useEffect(() => {
    const lookIfSeen = () => {
      if (document.visibilityState === "visible") void look();
    };
    const timer = setInterval(lookIfSeen, LOOK);
    window.addEventListener("focus", lookIfSeen);
    document.addEventListener("visibilitychange", lookIfSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", lookIfSeen);
      document.removeEventListener("visibilitychange", lookIfSeen);
    };
  }, [look]);
  return [conversation, look];
}

async function send(articleId: string, deed: Commenting): Promise<string | null> {
  const response = await fetch(routes.newsroom.comments(articleId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(deed),
  }).catch(() => null);
  if (response?.ok) return null;
  if (response?.status === 401) return "You are signed out. Sign in again, then send it once more.";
  const body = await response?.json().catch(() => null);
  return body?.message ?? "No answer came. Check the connection, then try again.";
}
