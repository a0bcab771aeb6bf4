"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { CaseSensitive, ChevronDown, ChevronUp, type LucideIcon, WholeWord, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { chosenAmong, goTo, matchesIn, replaceAll, replaceOne, seek } from "./find";

/** Finds words in the text of the body and replaces them. Captions and other fields of blocks are not searched. */
export function FindPanel({ editor, asked, onClose }: { editor: Editor; asked: number; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState("");
  const [replacement, setReplacement] = useState("");
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [done, setDone] = useState("");
  const { chosen, count } = useEditorState({
    editor,
    selector: ({ editor }) => {
      const matches = matchesIn(editor);
      return { chosen: chosenAmong(editor, matches), count: matches.length };
    },
  });

  const look = (sought: { words: string; matchCase: boolean; wholeWords: boolean }) => {
    setDone("");
    seek(editor, sought.words ? sought : null);
    if (sought.words) goTo(editor, "here");
  };
  const begin = useEffectEvent(() => {
    const { from, to } = editor.state.selection;
    const selected = editor.state.doc.textBetween(from, to, "\n");
    const begun = selected && !selected.includes("\n") && selected.length <= 100 ? selected : words;
    setWords(begun);
    look({ words: begun, matchCase, wholeWords });
    field.current?.focus();
    requestAnimationFrame(() => field.current?.select());
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, it begins again with what is selected
  useEffect(() => begin(), [asked]);
  useEffect(() => () => void (editor.isDestroyed || seek(editor, null)), [editor]);

  const go = (which: "next" | "previous") => {
    setDone("");
    goTo(editor, which);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
      editor.commands.focus();
    }
  };
  const told =
    done || (words === "" ? "" : count === 0 ? "No matches" : `${chosen < 0 ? "–" : chosen + 1} of ${count}`);

  return (
    <search
      aria-label="Find and replace"
      data-find-panel=""
      onKeyDown={press}
      className="grid gap-2 border-line border-t bg-paper px-3 py-2 font-sans sm:px-0"
    >
      <div className="flex items-center gap-1">
        <input
          ref={field}
          aria-label="Find"
          placeholder="Find"
          value={words}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            look({ words: event.currentTarget.value, matchCase, wholeWords });
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            go(event.shiftKey ? "previous" : "next");
          }}
          className={controlClass("min-w-0 flex-1")}
        />
        <p role="status" className="min-w-14 px-1 text-sm text-muted tabular-nums">
          {told}
        </p>
        <IconButton label="Previous match" icon={ChevronUp} disabled={count === 0} onClick={() => go("previous")} />
        <IconButton label="Next match" icon={ChevronDown} disabled={count === 0} onClick={() => go("next")} />
        <IconButton
          label="Close find and replace"
          icon={X}
          onClick={() => {
            onClose();
            editor.commands.focus();
          }}
        />
      </div>
      <div className="flex items-center gap-1">
        <input
          aria-label="Replace with"
          placeholder="Replace with"
          value={replacement}
          maxLength={1000}
          autoComplete="off"
          onChange={(event) => setReplacement(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            replaceOne(editor, replacement);
          }}
          className={controlClass("min-w-0 flex-1")}
        />
        <Button className="px-3" disabled={count === 0} onClick={() => replaceOne(editor, replacement)}>
          Replace
        </Button>
        <Button
          className="px-3"
          aria-label="Replace all"
          disabled={count === 0}
          onClick={() => setDone(`Replaced ${replaceAll(editor, replacement)}`)}
        >
          All
        </Button>
        <IconButton
          label="Match case"
          icon={CaseSensitive}
          pressed={matchCase}
          onClick={() => {
            setMatchCase(!matchCase);
            look({ words, matchCase: !matchCase, wholeWords });
          }}
        />
        <IconButton
          label="Whole words"
          icon={WholeWord}
          pressed={wholeWords}
          onClick={() => {
            setWholeWords(!wholeWords);
            look({ words, matchCase, wholeWords: !wholeWords });
          }}
        />
      </div>
      {words !== "" && count === 0 && !done && (
        <p className="text-sm text-muted">The text of the body is searched, not captions and other fields.</p>
      )}
    </search>
  );
}

function IconButton({
  label,
  icon: Icon,
  pressed,
  disabled,
  onClick,
}: {
  label: string;
  icon: LucideIcon;
  pressed?: boolean;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
      className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-md text-ink hover:bg-wash disabled:cursor-not-allowed disabled:opacity-40 aria-pressed:bg-ink aria-pressed:text-paper pointer-coarse:size-11"
    >
      <Icon size={19} aria-hidden />
    </button>
  );
}
