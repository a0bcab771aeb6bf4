"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { useRef, useState } from "react";
import { timeToday } from "@/components/newsroom/article/time-today";
import { type Suggestion, settling, showing, suggestionsIn } from "@/components/newsroom/editor/settle";
import type { Review } from "./review-context";
import { SmallButton } from "./small-button";

/** What is suggested in the body, to be accepted or rejected one by one or all at once. All of it can be undone. */
export function SuggestionGroup({ review, editor }: { review: Review; editor: Editor }) {
  const suggestions = useEditorState({ editor, selector: ({ editor }) => suggestionsIn(editor.state.doc) });
  const caret = useEditorState({ editor, selector: ({ editor }) => editor.state.selection.from });
  const [told, setTold] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const nameOf = (id: string) => review.conversation.people.find((each) => each.id === id)?.name ?? "Somebody";

  const settle = (verdict: "accept" | "reject", ids: string[], place: number) => {
    const tr = settling(editor.state, (id) => (ids.includes(id) ? verdict : "keep"));
    if (!tr) return;
    editor.view.dispatch(tr);
    const left = suggestions.length - ids.length;
    setTold(`${verdict === "accept" ? "Accepted" : "Rejected"}. ${left === 0 ? "None is left" : `${left} left`}.`);
    // The button that did it is gone: the same one of the next takes its place.
    requestAnimationFrame(() => {
      const buttons = [...(list.current?.querySelectorAll<HTMLElement>(`[data-verdict="${verdict}"]`) ?? [])];
      (buttons[place] ?? buttons.at(-1) ?? heading.current)?.focus();
    });
  };
  const go = ({ from, to }: Suggestion) => {
    editor.view.dispatch(showing(editor.state, from, to));
    editor.view.focus();
  };
  const next = suggestions.find(({ from }) => from > caret) ?? suggestions[0];
  const previous = suggestions.findLast(({ from }) => from < caret) ?? suggestions.at(-1);
  const ids = suggestions.map(({ id }) => id);

  return (
    <section aria-label="Suggestions" className="grid grid-cols-1 gap-3">
      <h3 ref={heading} tabIndex={-1} className="font-semibold">
        Suggestions ({suggestions.length})
      </h3>
      <p role="status" className="sr-only">
        {told}
      </p>
      {suggestions.length === 0 ? (
        <p className="text-sm text-muted">None. With “Suggest” on, what is changed in the body waits here.</p>
      ) : (
        <>
          <div className="flex flex-wrap gap-1.5">
            <SmallButton onClick={() => previous && go(previous)}>
              Previous<span className="sr-only"> suggestion</span>
            </SmallButton>
            <SmallButton onClick={() => next && go(next)}>
              Next<span className="sr-only"> suggestion</span>
            </SmallButton>
            <SmallButton onClick={() => settle("accept", ids, 0)}>Accept all</SmallButton>
            <SmallButton onClick={() => settle("reject", ids, 0)}>Reject all</SmallButton>
          </div>
          <ul ref={list} className="grid max-h-[40vh] gap-3 overflow-y-auto">
            {suggestions.map((suggestion, index) => (
              <li key={suggestion.id} className="grid gap-2 rounded-md border border-line p-3">
                <p className="text-sm">
                  <span className="font-semibold">{suggestion.authorIds.map(nameOf).join(", ")}</span>{" "}
                  <time className="text-muted" suppressHydrationWarning>
                    {timeToday(new Date(suggestion.at), review.timeZone)}
                  </time>
                </p>
                <Words suggestion={suggestion} />
                <div className="flex flex-wrap gap-1.5">
                  <SmallButton
                    about={aboutOf(suggestion)}
                    data-verdict="accept"
                    onClick={() => settle("accept", [suggestion.id], index)}
                  >
                    Accept
                  </SmallButton>
                  <SmallButton
                    about={aboutOf(suggestion)}
                    data-verdict="reject"
                    onClick={() => settle("reject", [suggestion.id], index)}
                  >
                    Reject
                  </SmallButton>
                  <SmallButton about={aboutOf(suggestion)} onClick={() => go(suggestion)}>
                    Go to
                  </SmallButton>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** How much of the words is shown. */
const SHOWN = 200;

function Words({ suggestion: { inserted, deleted, isFormat, kinds } }: { suggestion: Suggestion }) {
  if (kinds) {
    return (
      <p className="text-sm">
        {kinds.before} becomes {kinds.after.toLowerCase()}
      </p>
    );
  }
  if (isFormat) return <p className="text-sm [overflow-wrap:anywhere]">The look of “{cut(inserted)}”</p>;
  if (!inserted && !deleted) return <p className="text-sm">A break between paragraphs</p>;
  return (
    <p className="review-words text-sm [overflow-wrap:anywhere]">
      {deleted && (
        <>
          Delete: <del>{cut(deleted)}</del>
        </>
      )}
      {deleted && inserted && <br />}
      {inserted && (
        <>
          Insert: <ins>{cut(inserted)}</ins>
        </>
      )}
    </p>
  );
}

function cut(words: string): string {
  return words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
}

function aboutOf({ inserted, deleted, kinds }: Suggestion): string {
  const words = inserted || deleted || kinds?.after || "the break";
  return `“${words.trim().slice(0, 40)}”`;
}
