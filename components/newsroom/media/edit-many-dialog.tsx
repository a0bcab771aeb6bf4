"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { PlannedTimeField } from "@/components/newsroom/article/planned-time";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { MAX_CREDIT, MAX_NAME, MAX_TERMS } from "@/domain/media/asset";
import { KeywordField } from "./keyword-field";

type Line = { name: string; label: string; hint?: string; longest?: number; type?: "text" | "area" | "time" };

const SAID: Line[] = [
  { name: "credit", label: "Credit", hint: "As readers see it, such as Jane Roe/Agency", longest: MAX_CREDIT },
  { name: "creator", label: "Creator" },
  { name: "agency", label: "Agency" },
  { name: "source", label: "Source", hint: "Its address, or where it came from" },
  { name: "place", label: "Place" },
  { name: "people", label: "People", hint: "Names, parted by commas", longest: 5000 },
  { name: "language", label: "Language of what is said", hint: "Such as Suomi; empty for the paper’s own" },
];
const RIGHTS: Line[] = [
  { name: "copyrightNotice", label: "Copyright notice", longest: MAX_CREDIT },
  { name: "licence", label: "Licence", hint: "Its name, or its address" },
  { name: "usageTerms", label: "Usage terms", type: "area", longest: MAX_TERMS },
  { name: "restrictions", label: "Restrictions", type: "area", longest: MAX_TERMS },
  { name: "territory", label: "Territory", hint: "Where it may be shown; empty for everywhere" },
  { name: "validFrom", label: "Usable from", type: "time" },
  { name: "validUntil", label: "Usable until", type: "time" },
];

/** Asks what is to be said of all that are chosen: what is ticked, and nothing else, is said anew. */
export function EditManyDialog({
  open,
  many,
  pending,
  failed,
  timeZone,
  onClose,
  onSave,
}: {
  open: boolean;
  /** Such as "3 files". */
  many: string;
  pending: boolean;
  /** Why it was refused. */
  failed: string | null;
  timeZone: string;
  onClose: () => void;
  onSave: (fields: Record<string, string>) => void;
}) {
  return (
    <Dialog
      title={`Edit ${many}`}
      intro="Only what is ticked is changed. A ticked field that is empty is emptied in all of them."
      open={open}
      onOpenChange={(isOpen) => isOpen || onClose()}
      wide
    >
      <Fields pending={pending} failed={failed} timeZone={timeZone} onSave={onSave} />
    </Dialog>
  );
}

function Fields({
  pending,
  failed,
  timeZone,
  onSave,
}: {
  pending: boolean;
  failed: string | null;
  timeZone: string;
  onSave: (fields: Record<string, string>) => void;
}) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const tick = (name: string, on: boolean) =>
    setTicked((before) => new Set(on ? [...before, name] : [...before].filter((each) => each !== name)));
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A time has parts, such as "validFrom.at".
    const said = [...new FormData(event.currentTarget)].filter(([name]) => ticked.has(name.split(".")[0] ?? ""));
    if (!pending) onSave(Object.fromEntries(said.map(([name, value]) => [name, String(value)])));
  };
  const lines = (all: Line[]) =>
    all.map((line) => (
      <Ticked key={line.name} label={line.label} on={ticked.has(line.name)} onTick={(on) => tick(line.name, on)}>
        <Control line={line} timeZone={timeZone} onTyped={() => tick(line.name, true)} />
      </Ticked>
    ));
  return (
    <form onSubmit={save} className="grid gap-6">
      <div className="grid gap-6 md:grid-cols-2">
        <fieldset className="grid content-start gap-4">
          <legend className="mb-3 font-serif text-lg font-semibold">What is said</legend>
          {lines(SAID)}
          <KeywordField
            label="Keywords to add"
            name="addKeywords"
            onChange={(words) => tick("addKeywords", words.length > 0)}
          />
          <KeywordField
            label="Keywords to take away"
            name="removeKeywords"
            making={false}
            onChange={(words) => tick("removeKeywords", words.length > 0)}
          />
        </fieldset>
        <fieldset className="grid content-start gap-4">
          <legend className="mb-3 font-serif text-lg font-semibold">Rights</legend>
          {lines(RIGHTS)}
        </fieldset>
      </div>
      {failed && (
        <Notice tone="bad" role="alert">
          {failed}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary" held={pending || ticked.size === 0}>
          Save the changes
        </Button>
      </div>
    </form>
  );
}

/** A field with a box that says whether it is changed. */
function Ticked({
  label,
  on,
  onTick,
  children,
}: {
  label: string;
  on: boolean;
  onTick: (on: boolean) => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        aria-label={`Change ${label.toLowerCase()}`}
        checked={on}
        onChange={(event) => onTick(event.target.checked)}
        className="mt-8 size-6 shrink-0 accent-ink"
      />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}

function Control({
  line: { name, label, hint, longest = MAX_NAME, type },
  timeZone,
  onTyped,
}: {
  line: Line;
  timeZone: string;
  onTyped: () => void;
}) {
  const given = { label, name, hint, maxLength: longest, onChange: onTyped };
  if (type === "area") return <TextArea {...given} rows={2} />;
  if (type === "time") {
    return <PlannedTimeField label={label} name={name} past timeZone={timeZone} errors={{}} onChosen={onTyped} />;
  }
  return <TextField {...given} autoComplete="off" />;
}
