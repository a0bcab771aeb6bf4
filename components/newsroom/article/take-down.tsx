"use client";

import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SelectField, TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TAKEDOWN_REASONS, type TakedownReason } from "@/domain/articles/article";
import { formatInstant } from "@/lib/time";
import type { ArticleOnScreen, Deeds } from "./desk";
import { STANDING_ID } from "./standing";
import { useDeed } from "./use-deed";

const REASON_NAMES: Record<TakedownReason, string> = {
  legal: "Legal: a court, a claim, a right",
  privacy: "Privacy: somebody must not be found through it",
  safety: "Safety: somebody could be harmed by it",
  other: "Another reason",
};

/** Takes a story down that readers see or saw, or lifts that. */
export function TakeDown({
  article,
  may,
  deeds,
  timeZone,
}: {
  article: ArticleOnScreen;
  may: boolean;
  deeds: Pick<Deeds, "takeDown" | "liftTakedown">;
  timeZone: string;
}) {
  // What is asked stays on the screen until it is closed, whatever has become of the story by then.
  const [asked, setAsked] = useState<{ takedown: ArticleOnScreen["takedown"] } | null>(null);
  const [open, setOpen] = useState(false);
  const done = useRef(false);
  const close = () => {
    done.current = true;
    setOpen(false);
  };
  const ask = () => {
    setAsked({ takedown: article.takedown });
    setOpen(true);
  };
  const takedown = asked?.takedown ?? null;
  const wasPublished = article.path !== null;
  if (!may || !wasPublished) return null;
  return (
    <>
      <Button look={article.takedown ? "secondary" : "danger"} onClick={ask}>
        {article.takedown ? "Lift the take-down" : "Take down"}
      </Button>
      <Dialog
        title={takedown ? "Lift the take-down?" : "Take this story down?"}
        intro={
          takedown
            ? "The story stays unpublished. It can then be published again."
            : "Nothing of it can be read any more: not the story, its history, nor its pictures. Nothing is deleted, and nobody can publish it until this is lifted. To take it away for a while, unpublish it instead."
        }
        open={open}
        onOpenChange={setOpen}
        finalFocus={() => {
          const standing = done.current && document.getElementById(STANDING_ID);
          done.current = false;
          return standing || true;
        }}
      >
        {takedown ? (
          <Lift id={article.id} takedown={takedown} deed={deeds.liftTakedown} onDone={close} timeZone={timeZone} />
        ) : (
          <TakeDownForm id={article.id} deed={deeds.takeDown} onDone={close} />
        )}
      </Dialog>
    </>
  );
}

function TakeDownForm({ id, deed, onDone }: { id: string; deed: Deeds["takeDown"]; onDone: () => void }) {
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
        const said = new FormData(event.currentTarget);
        const text = (name: string) => String(said.get(name) ?? "");
        if (!pending) run({ id, reason: text("reason"), note: text("note") });
      }}
    >
      <SelectField label="Reason" name="reason" defaultValue="legal" error={fields.reason}>
        {TAKEDOWN_REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {REASON_NAMES[reason]}
          </option>
        ))}
      </SelectField>
      <TextArea
        label="What readers are told"
        name="note"
        rows={3}
        maxLength={500}
        hint="Shown at its address, with the reason. Say nothing here that must not be read."
        error={fields.note}
        className="field-sizing-content"
      />
      {refused && Object.keys(fields).length === 0 && (
        <Notice tone="bad" role="alert">
          {refused.message}
        </Notice>
      )}
      <div>
        <Button type="submit" look="danger" held={pending}>
          Take down
        </Button>
      </div>
    </form>
  );
}

function Lift({
  id,
  takedown,
  deed,
  onDone,
  timeZone,
}: {
  id: string;
  takedown: NonNullable<ArticleOnScreen["takedown"]>;
  deed: Deeds["liftTakedown"];
  onDone: () => void;
  timeZone: string;
}) {
  const { run, pending, refused } = useDeed(deed, onDone);
  return (
    <div className="grid gap-4">
      <p>
        Taken down {formatInstant(takedown.at, "stamp", { timeZone, language: "en" })}. {REASON_NAMES[takedown.reason]}.
        Readers are told: “{takedown.note}”
      </p>
      {refused && (
        <Notice tone="bad" role="alert">
          {refused.message}
        </Notice>
      )}
      <div>
        <Button look="primary" held={pending} onClick={() => run({ id })}>
          Lift it
        </Button>
      </div>
    </div>
  );
}
