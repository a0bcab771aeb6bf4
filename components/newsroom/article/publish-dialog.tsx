"use client";

import { useEffect, useRef, useState } from "react";
import { OpenSuggestions } from "@/components/newsroom/review/open-suggestions";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { missingForPublication } from "@/domain/articles/article";
import { ChangeKind, type ChangeKindName, changeFieldsOf } from "./change-kind";
import type { Deeds } from "./desk";
import { controlFor, FIELD_NAMES } from "./fields";
import { savingWords } from "./save-status";
import type { Saver, SaverSnapshot } from "./saver";
import { STANDING_ID } from "./standing";
import { useDeed } from "./use-deed";

const KINDS: readonly ChangeKindName[] = ["update", "minor", "correction", "clarification", "retraction"];
const NO_ERRORS: Record<string, string> = {};

/** Asks before readers see it: what is missing yet, and where it will stand. */
export function PublishDialog({
  open,
  onOpenChange,
  id,
  isUpdate,
  isRetracted,
  people,
  actorId,
  address,
  redirectsFrom,
  saver,
  draft,
  deed,
  timeZone,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  id: string;
  isUpdate: boolean;
  isRetracted: boolean;
  /** Who may have approved a correction. */
  people: readonly { id: string; name: string }[];
  actorId: string;
  /** Where it will stand. */
  address: string;
  /** The address it has now, if it will move. */
  redirectsFrom: string | null;
  saver: Saver;
  draft: SaverSnapshot;
  deed: Deeds["publish"];
  timeZone: string;
}) {
  const goTo = useRef<HTMLElement | null>(null);
  const close = (control: HTMLElement | null) => {
    goTo.current = control;
    onOpenChange(false);
  };
  const { run, pending, refused, clear } = useDeed(deed, () => close(document.getElementById(STANDING_ID)));
  const [unsaved, setUnsaved] = useState(false);
  const change = useRef<HTMLFormElement>(null);
  // Two films may lack the same.
  const missing = [...new Map(missingForPublication(draft.content).map((each) => [each.message, each])).values()];
  const name = isUpdate ? "Publish update" : "Publish";

  useEffect(() => {
    if (!open) return;
    goTo.current = null;
    setUnsaved(false);
    void saver.flush();
  }, [open, saver]);

  const publish = async () => {
    clear();
    const kept = await saver.flush();
    setUnsaved(!kept);
    if (kept) run({ id, version: String(saver.current().version), ...changeFieldsOf(change.current) });
  };

  return (
    <Dialog
      title={isUpdate ? "Publish this update?" : "Publish this story?"}
      open={open}
      onOpenChange={(next) => {
        if (!next) clear();
        onOpenChange(next);
      }}
      finalFocus={() => goTo.current ?? true}
    >
      <div className="grid gap-4">
        {missing.length > 0 ? (
          <div className="grid gap-2">
            <p>Before readers can see it:</p>
            <ul className="grid gap-1">
              {missing.map(({ field, message }) => (
                <li key={message}>
                  <button
                    type="button"
                    className="cursor-pointer py-1 text-left font-semibold text-link underline underline-offset-2"
                    onClick={() => close(controlFor(field, message))}
                  >
                    {message}
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p>
            {isUpdate ? "Readers will see the new text at once, at" : "Readers will see it at once, at"}{" "}
            <span className="font-semibold break-all">{address}</span>.
            {redirectsFrom && (
              <>
                {" "}
                Its old address, <span className="break-all">{redirectsFrom}</span>, will redirect there.
              </>
            )}
          </p>
        )}
        {isUpdate && missing.length === 0 && (
          <form ref={change} noValidate onSubmit={(event) => event.preventDefault()}>
            <ChangeKind
              kinds={KINDS}
              people={people}
              actorId={actorId}
              isRetracted={isRetracted}
              errors={refused?.fields ?? NO_ERRORS}
            />
          </form>
        )}
        <OpenSuggestions body={draft.content.body} />
        {unsaved && (
          <Notice tone="bad" role="alert">
            It was not published, because the latest text is not saved. {savingWords(draft, timeZone).words}.
          </Notice>
        )}
        {refused && (
          <Notice tone="bad" role="alert">
            {refused.message}
            {Object.entries(refused.fields).map(([field, message]) => {
              const control = controlFor(field, message);
              return control ? (
                <button
                  key={field}
                  type="button"
                  className="mt-2 block cursor-pointer font-semibold underline"
                  onClick={() => close(control)}
                >
                  Go to {FIELD_NAMES[field as keyof typeof FIELD_NAMES]}
                </button>
              ) : null;
            })}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" held={pending} disabled={missing.length > 0} onClick={() => void publish()}>
            {name}
          </Button>
          <Button onClick={() => onOpenChange(false)}>Not yet</Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Asks before a story is taken away from readers. */
export function UnpublishDialog({
  open,
  onOpenChange,
  id,
  address,
  deed,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  id: string;
  address: string;
  deed: Deeds["unpublish"];
}) {
  const done = useRef(false);
  const [note, setNote] = useState("");
  const { run, pending, refused } = useDeed(deed, () => {
    done.current = true;
    onOpenChange(false);
  });
  return (
    <Dialog
      title="Unpublish this story?"
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={() => {
        const standing = done.current && document.getElementById(STANDING_ID);
        done.current = false;
        return standing || true;
      }}
    >
      <div className="grid gap-4">
        <p>
          Readers will no longer find it at <span className="font-semibold break-all">{address}</span>, nor on any page
          or feed. The text and its address are kept, and it can be published again.
        </p>
        <TextArea
          label="Tell readers why (optional)"
          rows={2}
          maxLength={500}
          hint="Shown to whoever comes to its address. Left empty, they are told only that it was taken down."
          error={refused?.fields.note}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {refused && (
          <Notice tone="bad" role="alert">
            {refused.message}
          </Notice>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="danger" held={pending} onClick={() => run({ id, note })}>
            Unpublish
          </Button>
          <Button onClick={() => onOpenChange(false)}>Keep it</Button>
        </div>
      </div>
    </Dialog>
  );
}
