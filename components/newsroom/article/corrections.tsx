"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { CORRECTION_KINDS, CORRECTION_PLACES, type CorrectionPlace } from "@/domain/articles/article";
import { formatInstant } from "@/lib/time";
import type { CorrectionOnScreen, Deeds } from "./desk";
import { CORRECTION_NAMES } from "./kinds";
import { useDeed } from "./use-deed";

const PLACE_NAMES: Record<CorrectionPlace, string> = {
  top: "Above the text, since it changes how the story is read",
  end: "At the end of the story",
};

/** What readers are told was wrong in this story. @param mayAdd whether the story is live and the actor may publish */
export function Corrections({
  id,
  corrections,
  mayAdd,
  deed,
  timeZone,
}: {
  id: string;
  corrections: CorrectionOnScreen[];
  mayAdd: boolean;
  deed: Deeds["correct"];
  timeZone: string;
}) {
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLElement>(null);
  const done = useRef(false);
  if (!mayAdd && corrections.length === 0) return null;
  return (
    <section
      ref={list}
      tabIndex={-1}
      aria-label="Corrections"
      className="grid grid-cols-1 gap-4 border-line border-t pt-5"
    >
      <h2 className="font-serif text-lg font-semibold">Corrections</h2>
      {corrections.length === 0 ? (
        <p className="text-sm text-muted">
          None. What was wrong is told to readers here; the text itself is mended by an update.
        </p>
      ) : (
        <ul className="grid gap-3">
          {corrections.map(({ id, kind, text, place, publishedAt, publishedBy }) => (
            <li key={id} className="grid gap-1 rounded-md bg-wash p-3">
              <p className="text-sm font-semibold">
                {CORRECTION_NAMES[kind]} · {place === "top" ? "above the text" : "at the end"}
              </p>
              <p className="[overflow-wrap:anywhere] whitespace-pre-line">{text}</p>
              <p className="text-xs text-muted">
                {formatInstant(publishedAt, "short", { timeZone, language: "en" })}, {publishedBy}
              </p>
            </li>
          ))}
        </ul>
      )}
      {mayAdd && (
        <div>
          <Button onClick={() => setOpen(true)}>Add a correction</Button>
        </div>
      )}
      <Dialog
        title="Add a correction"
        intro="Readers see it with the story at once, and for good."
        open={open}
        onOpenChange={setOpen}
        finalFocus={() => {
          const to = done.current ? list.current : null;
          done.current = false;
          return to ?? true;
        }}
      >
        <CorrectionForm
          id={id}
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

function CorrectionForm({ id, deed, onDone }: { id: string; deed: Deeds["correct"]; onDone: () => void }) {
  const { run, pending, refused } = useDeed(deed, onDone);
  const form = useRef<HTMLFormElement>(null);
  const fields = refused?.fields ?? {};
  useEffect(() => {
    if (refused) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refused]);
  return (
    <form
      ref={form}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const form = new FormData(event.currentTarget);
        const said = (name: string) => String(form.get(name) ?? "");
        if (!pending) run({ id, kind: said("kind"), text: said("text"), place: said("place") });
      }}
    >
      <SelectField label="Kind" name="kind" error={fields.kind}>
        {CORRECTION_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {CORRECTION_NAMES[kind]}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="What was wrong, and what is right"
        name="text"
        rows={4}
        maxLength={2000}
        error={fields.text}
        className="field-sizing-content"
      />
      <SelectField label="Where it stands" name="place" defaultValue="end" error={fields.place}>
        {CORRECTION_PLACES.map((place) => (
          <option key={place} value={place}>
            {PLACE_NAMES[place]}
          </option>
        ))}
      </SelectField>
      {refused && Object.keys(fields).length === 0 && (
        <Notice tone="bad" role="alert">
          {refused.message}
        </Notice>
      )}
      <div>
        <Button type="submit" look="primary" held={pending}>
          Publish the correction
        </Button>
      </div>
    </form>
  );
}
