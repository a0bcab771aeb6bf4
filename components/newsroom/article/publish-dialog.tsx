"use client";

import { useEffect, useRef, useState } from "react";
import { usePictures } from "@/components/newsroom/editor/pictures";
import { Moment } from "@/components/newsroom/moment";
import { useReview } from "@/components/newsroom/review/review-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { filledIn } from "@/domain/articles/article";
import { type Checklist, checklistOf } from "@/domain/articles/checklist";
import type { Embargo } from "@/domain/articles/schedule";
import { ChangeKind, type ChangeKindName } from "./change-kind";
import { Checks } from "./checks";
import type { Deeds } from "./desk";
import { controlFor, FIELD_NAMES } from "./fields";
import { PlannedTimeField } from "./planned-time";
import { savingWords } from "./save-status";
import type { Saver, SaverSnapshot } from "./saver";
import { STANDING_ID } from "./standing";
import { fieldsOf, type Refused, useDeed } from "./use-deed";
import { usePictureRights } from "./use-picture-rights";

const KINDS: readonly ChangeKindName[] = ["update", "minor", "correction", "clarification", "retraction"];
const NO_ERRORS: Record<string, string> = {};

type Asked = {
  id: string;
  isUpdate: boolean;
  isRetracted: boolean;
  /** Whether the actor may retract it, and end that. */
  mayRetract: boolean;
  /** Who may have approved a correction. */
  people: readonly { id: string; name: string }[];
  actorId: string;
  /** Where it will stand. */
  address: string;
  /** The address it has now, if it will move. */
  redirectsFrom: string | null;
  embargo: Embargo | null;
  saver: Saver;
  draft: SaverSnapshot;
  deeds: Pick<Deeds, "publish" | "schedulePublication">;
  timeZone: string;
};

/** Asks before readers see it: what is missing yet, when they will see it, where, and what kind of change it is. */
export function PublishDialog({
  open,
  onOpenChange,
  ...asked
}: Asked & { open: boolean; onOpenChange: (open: boolean) => void }) {
  const goTo = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (open) goTo.current = null;
  }, [open]);
  return (
    <Dialog
      title={asked.isUpdate ? "Publish this update?" : "Publish this story?"}
      open={open}
      onOpenChange={onOpenChange}
      finalFocus={() => goTo.current ?? true}
    >
      <Question
        {...asked}
        close={(control) => {
          goTo.current = control;
          onOpenChange(false);
        }}
      />
    </Dialog>
  );
}

function Question({
  id,
  isUpdate,
  isRetracted,
  mayRetract,
  people,
  actorId,
  address,
  redirectsFrom,
  embargo,
  saver,
  draft,
  deeds,
  timeZone,
  close,
}: Asked & { close: (control: HTMLElement | null) => void }) {
  const done = () => close(document.getElementById(STANDING_ID));
  const publishing = useDeed(deeds.publish, done);
  const scheduling = useDeed(deeds.schedulePublication, done);
  const [unsaved, setUnsaved] = useState(false);
  const [later, setLater] = useState(embargo !== null);
  const form = useRef<HTMLFormElement>(null);
  const review = useReview();
  const pictures = usePictures();
  const openThreads = review?.conversation.threads.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0;
  const rights = usePictureRights(id, draft.version, draft.clean);
  const content = filledIn(draft.content, { get: pictures.find });
  // What may be shown now may lapse by then, and the other way about: then the server looks at the time that is chosen.
  const checklist = checklistOf(content, { openThreads, rights: rights && later ? advised(rights) : rights });
  const isReady = checklist.blocking.length === 0;
  // Where nothing but rights is in the way, a later time may be the answer.
  const isComplete = checklistOf(content, { openThreads }).blocking.length === 0;
  const deed = later ? scheduling : publishing;
  const { refused } = deed;
  const errors = refused?.fields ?? NO_ERRORS;

  useEffect(() => {
    void saver.flush();
  }, [saver]);

  const run = async () => {
    publishing.clear();
    scheduling.clear();
    const kept = await saver.flush();
    setUnsaved(!kept);
    if (kept) deed.run({ id, version: String(saver.current().version), ...(form.current && fieldsOf(form.current)) });
  };

  return (
    <div className="grid gap-4">
      <Checks checklist={checklist} goTo={close} />
      {isComplete && (
        <>
          <p>
            {isUpdate ? "Readers will see the new text at" : "Readers will see it at"}{" "}
            <span className="font-semibold break-all">{address}</span>.
            {redirectsFrom && (
              <>
                {" "}
                Its old address, <span className="break-all">{redirectsFrom}</span>, will redirect there.
              </>
            )}
          </p>
          <form ref={form} noValidate onSubmit={(event) => event.preventDefault()} className="grid gap-4">
            {isUpdate && (
              <ChangeKind
                kinds={KINDS}
                people={people}
                actorId={actorId}
                isRetracted={isRetracted}
                mayRetract={mayRetract}
                errors={errors}
              />
            )}
            <When later={later} setLater={setLater} embargo={embargo} errors={errors} timeZone={timeZone} />
          </form>
        </>
      )}
      {unsaved && (
        <Notice tone="bad" role="alert">
          Nothing was {later ? "scheduled" : "published"}, because the latest text is not saved.{" "}
          {savingWords(draft, timeZone).words}.
        </Notice>
      )}
      {refused && <Refusal refused={refused} goTo={close} />}
      <div className="flex flex-wrap gap-2">
        <Button look="primary" held={deed.pending} disabled={!isReady} onClick={() => void run()}>
          {later ? "Schedule" : isUpdate ? "Publish update" : "Publish"}
        </Button>
        <Button onClick={() => close(null)}>Not yet</Button>
      </div>
    </div>
  );
}

function advised({ blocking, advisory }: Checklist): Checklist {
  return { blocking: [], advisory: [...blocking, ...advisory] };
}

function When({
  later,
  setLater,
  embargo,
  errors,
  timeZone,
}: {
  later: boolean;
  setLater: (later: boolean) => void;
  embargo: Embargo | null;
  errors: Record<string, string>;
  timeZone: string;
}) {
  return (
    <fieldset className="grid gap-2">
      <legend className="text-sm font-semibold">When?</legend>
      <div className="flex flex-wrap gap-x-6">
        {[false, true].map((each) => (
          <label key={String(each)} className="flex items-center gap-2.5 py-1">
            <input
              type="radio"
              name="when"
              checked={later === each}
              disabled={!each && embargo !== null}
              onChange={() => setLater(each)}
              className="size-5 accent-ink"
            />
            {each ? "At a time" : "Now"}
          </label>
        ))}
      </div>
      {embargo && (
        <p className="text-sm text-muted">
          An embargo holds it back until <Moment at={embargo.until} timeZone={timeZone} />.
        </p>
      )}
      {later && (
        <PlannedTimeField label="Day and time" timeZone={timeZone} initially={embargo?.until} errors={errors} />
      )}
    </fieldset>
  );
}

function Refusal({ refused, goTo }: { refused: Refused; goTo: (control: HTMLElement | null) => void }) {
  return (
    <Notice tone="bad" role="alert">
      {refused.message}
      {Object.entries(refused.fields).map(([field, message]) => {
        const control = controlFor(field, message);
        return control ? (
          <button
            key={field}
            type="button"
            className="mt-2 block cursor-pointer font-semibold underline"
            onClick={() => goTo(control)}
          >
            Go to {FIELD_NAMES[field as keyof typeof FIELD_NAMES]}
          </button>
        ) : null;
      })}
    </Notice>
  );
}
