"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { ArticleContent, ContentField, DraftConflict } from "@/domain/articles/article";
import { namesOf, Sides } from "./comparison";
import type { Surroundings } from "./desk";
import { differences } from "./differences";
import { bothOf } from "./joining";
import type { Choices, Saver, SaverSnapshot } from "./saver";
import { timeToday } from "./time-today";

/** Which text is to stand in a field. */
type Choice = "mine" | "theirs" | "both";

/** Fields of one line of words: both are put into one by hand. */
const WORDS: ReadonlySet<ContentField> = new Set(["headline", "standfirst", "kicker"]);

/**
 * Shows both texts of the fields that two wrote in at once, and lets the second choose which is to stand in each, or put
 * both into one. None is lost, whatever they choose.
 */
export function ConflictDialog({
  open,
  onOpenChange,
  conflict,
  draft,
  saver,
  around,
  onSettled,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  conflict: DraftConflict;
  draft: SaverSnapshot;
  saver: Saver;
  around: Surroundings;
  /** All is chosen and kept. */
  onSettled: () => void;
}) {
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState<Partial<Record<ContentField, Choice>>>({});
  const [words, setWords] = useState<Partial<Record<ContentField, string>>>({});
  const own = conflict.savedBy === around.actor.name;
  const who = own ? "you, in another window" : conflict.savedBy;
  const titles = { mine: "Yours", theirs: own ? "Saved in the other window" : conflict.savedBy };
  const rows = differences(draft.content, conflict.current, namesOf(around));
  const undecided = conflict.fields.filter((field) => !chosen[field]);

  const settle = async (all?: Choice) => {
    setBusy(true);
    setFailed(false);
    const choices: Choices = {};
    for (const field of conflict.fields) {
      const choice = all ?? chosen[field] ?? "mine";
      choices[field] = choice === "both" ? { text: joined(field) } : choice;
    }
    const settled = await saver.settle(choices);
    setBusy(false);
    if (!settled) return setFailed(saver.current().state.kind === "conflict");
    onOpenChange(false);
    onSettled();
  };
  const joined = (field: ContentField) =>
    WORDS.has(field)
      ? (words[field] ?? bothWords(field, draft.content, conflict.current))
      : bothOf(field, draft.content, conflict.current);

  return (
    <Dialog
      wide
      title="Two texts of this story"
      intro={`While you were writing, ${who} saved other words in the same place at ${timeToday(conflict.savedAt, around.timeZone)}. Nothing is overwritten: both texts are kept in the story’s history. Choose what to go on with.`}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="grid gap-6">
        {failed && (
          <Notice tone="warn" role="alert">
            The choice could not be kept: check the connection, and look again, since somebody may have saved once more.
          </Notice>
        )}
        {conflict.fields.map((field) => {
          const shown = rows.filter(({ key }) => key === field);
          const name = shown[0]?.field ?? "Text";
          const hasBoth = WORDS.has(field) || bothOf(field, draft.content, conflict.current) !== undefined;
          return (
            <fieldset key={field} className="grid gap-3">
              <legend className="mb-2 font-semibold">{name}</legend>
              {shown.length === 0 && <p>Both texts say the same by now.</p>}
              {shown.map((row) => (
                <Sides key={row.field} mine={row.mine} theirs={row.theirs} titles={titles} />
              ))}
              <div className="flex flex-wrap gap-x-6 gap-y-1">
                <Radio field={field} choice="mine" label="Mine" chosen={chosen} onChoose={setChosen} />
                <Radio field={field} choice="theirs" label="Theirs" chosen={chosen} onChoose={setChosen} />
                {hasBoth && <Radio field={field} choice="both" label="Both" chosen={chosen} onChoose={setChosen} />}
              </div>
              {chosen[field] === "both" &&
                (WORDS.has(field) ? (
                  <TextArea
                    label={`${name}, made of both`}
                    rows={2}
                    value={String(joined(field))}
                    onChange={(event) => setWords({ ...words, [field]: event.currentTarget.value })}
                  />
                ) : (
                  <p className="text-sm text-muted">
                    {field === "body"
                      ? "Where they differ your paragraphs stand first, then theirs: take out what is too much."
                      : "What either has in it."}
                  </p>
                ))}
            </fieldset>
          );
        })}
        <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap gap-2 border-line border-t bg-raised px-6 py-4">
          <Button look="primary" held={busy} disabled={undecided.length > 0} onClick={() => void settle()}>
            Go on with these
          </Button>
          <Button held={busy} onClick={() => void settle("mine")}>
            Use all of mine
          </Button>
          <Button held={busy} onClick={() => void settle("theirs")}>
            Use all of theirs
          </Button>
          <Button look="quiet" onClick={() => onOpenChange(false)}>
            Decide later
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function bothWords(field: ContentField, mine: ArticleContent, theirs: ArticleContent): string {
  return [mine[field], theirs[field]].join(" ");
}

function Radio({
  field,
  choice,
  label,
  chosen,
  onChoose,
}: {
  field: ContentField;
  choice: Choice;
  label: string;
  chosen: Partial<Record<ContentField, Choice>>;
  onChoose: (chosen: Partial<Record<ContentField, Choice>>) => void;
}) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-2">
      <input
        type="radio"
        name={`choice-${field}`}
        className="size-5 accent-link"
        checked={chosen[field] === choice}
        onChange={() => onChoose({ ...chosen, [field]: choice })}
      />
      {label}
    </label>
  );
}
