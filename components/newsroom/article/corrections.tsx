"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { formatInstant } from "@/lib/time";
import { ChangeKind, type ChangeKindName } from "./change-kind";
import type { CorrectionOnScreen, Deeds, Retraction } from "./desk";
import { CORRECTION_NAMES } from "./kinds";
import { fieldsOf, type Refused, useDeed } from "./use-deed";

/** What may be told upon the text that readers see. A retracted story can be put back without any other change. */
const KINDS: readonly ChangeKindName[] = ["correction", "clarification", "retraction"];
const RETRACTED_KINDS: readonly ChangeKindName[] = ["correction", "clarification", "update", "retraction"];

/** What readers are told was wrong in this story. @param mayAdd whether the story is live and the actor may correct it */
export function Corrections({
  id,
  corrections,
  retraction,
  people,
  actorId,
  mayAdd,
  mayRetract,
  deed,
  timeZone,
}: {
  id: string;
  corrections: CorrectionOnScreen[];
  retraction: Retraction | null;
  /** Who may have approved one. */
  people: readonly { id: string; name: string }[];
  actorId: string;
  mayAdd: boolean;
  mayRetract: boolean;
  deed: Deeds["amend"];
  timeZone: string;
}) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const done = useRef(false);
  if (!mayAdd && corrections.length === 0 && !retraction) return null;
  const at = (instant: Date) => formatInstant(instant, "short", { timeZone, language: "en" });
  return (
    <section
      ref={list}
      tabIndex={-1}
      aria-label="Corrections"
      className="grid grid-cols-1 gap-4 border-line border-t pt-5"
    >
      <h2 className="font-serif text-lg font-semibold">Corrections</h2>
      {retraction && (
        <Notice tone="bad">
          <p className="font-semibold">Retracted since {at(retraction.at)}</p>
          <p className="[overflow-wrap:anywhere] whitespace-pre-line">{retraction.reason}</p>
        </Notice>
      )}
      {corrections.length === 0 ? (
        <p className="text-sm text-muted">None. What was wrong, or could be misread, is told to readers here.</p>
      ) : (
        <ul className="grid gap-3">
          {corrections.map(({ id, kind, text, place, publishedAt, publishedBy, approvedBy }) => (
            <li key={id} className="grid gap-1 rounded-md bg-wash p-3">
              <p className="text-sm font-semibold">
                {CORRECTION_NAMES[kind]} · {place === "top" ? "above the text" : "at the end"}
              </p>
              <p className="[overflow-wrap:anywhere] whitespace-pre-line">{text}</p>
              <p className="text-xs text-muted">
                {at(publishedAt)}, {publishedBy}
                {approvedBy && `; approved by ${approvedBy}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <div>
          <Button onClick={() => setOpen(true)}>{mayRetract ? "Correct or retract" : "Correct"}</Button>
        </div>
      )}
      <Dialog
        title={mayRetract ? "Correct or retract" : "Correct"}
        intro="This is told at once with the text that readers see now. Nothing of the draft is published with it; to mend the text too, publish an update and choose “Correction” there."
        open={open}
        onOpenChange={setOpen}
        finalFocus={() => {
          const to = done.current ? list.current : null;
          done.current = false;
          return to ?? true;
        }}
      >
        <AmendForm
          id={id}
          people={people}
          actorId={actorId}
          isRetracted={retraction !== null}
          mayRetract={mayRetract}
          deed={deed}
          onDone={() => {
            done.current = true;
            setOpen(false);
          }}
        />
      </Dialog>
    </section>
  );
}

function AmendForm({
  id,
  people,
  actorId,
  isRetracted,
  mayRetract,
  deed,
  onDone,
}: {
  id: string;
  people: readonly { id: string; name: string }[];
  actorId: string;
  isRetracted: boolean;
  mayRetract: boolean;
  deed: Deeds["amend"];
  onDone: () => void;
}) {
  const { run, pending, refused } = useDeed(deed, onDone);
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!pending) run({ id, ...fieldsOf(event.currentTarget) });
      }}
    >
      <ChangeKind
        kinds={isRetracted && mayRetract ? RETRACTED_KINDS : KINDS}
        people={people}
        actorId={actorId}
        isRetracted={isRetracted}
        mayRetract={mayRetract}
        errors={refused?.fields ?? NO_ERRORS}
      />
      <RefusedNotice refused={refused} />
      <div>
        <Button type="submit" look="primary" held={pending}>
          Tell readers
        </Button>
      </div>
    </form>
  );
}

const NO_ERRORS: Record<string, string> = {};

/** Why it was refused, where no field says so. */
function RefusedNotice({ refused }: { refused: Refused | null }) {
  if (!refused || Object.keys(refused.fields).length > 0) return null;
  return (
    <Notice tone="bad" role="alert">
      {refused.message}
    </Notice>
  );
}
