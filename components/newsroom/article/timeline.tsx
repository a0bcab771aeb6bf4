"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { FormDialog } from "@/components/newsroom/form-dialog";
import { Moment } from "@/components/newsroom/moment";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { ActionForm } from "@/components/ui/form";
import { Badge, Notice } from "@/components/ui/notice";
import type { Past, Schedule, Timeline } from "@/domain/articles/schedule";
import { formatInstant } from "@/lib/time";
import type { Deeds } from "./desk";
import { CHANGE_NAMES } from "./kinds";
import { PlannedTimeField } from "./planned-time";
import type { Saver } from "./saver";
import { useDeed } from "./use-deed";

type Planning = Pick<
  Deeds,
  "scheduleUnpublication" | "moveSchedule" | "renewSchedule" | "cancelSchedule" | "setEmbargo" | "liftEmbargo"
>;

/** All that is planned for the story, and what happened to it before readers. */
export function TimelinePanel({
  id,
  timeline,
  version,
  saver,
  deeds,
  timeZone,
  isLive,
  may,
}: {
  id: string;
  timeline: Timeline;
  /** The draft's, as it is on the screen. */
  version: number;
  saver: Saver;
  deeds: Planning;
  timeZone: string;
  isLive: boolean;
  may: { publish: boolean; unpublish: boolean; embargo: boolean };
}) {
  const { embargo, pending, past } = timeline;
  const heading = useRef<HTMLHeadingElement>(null);
  const planned = pending.map(({ id, version }) => `${id} ${version}`).join();
  const before = useRef(planned);
  useEffect(() => {
    // What was pressed may be gone by its doing.
    if (planned !== before.current && document.activeElement === document.body) heading.current?.focus();
    before.current = planned;
  }, [planned]);
  const at = (instant: Date) => formatInstant(instant, "stamp", { timeZone, language: "en" });
  const mayUnpublish = may.unpublish && (isLive || pending.some(({ act }) => act === "publish"));
  return (
    <section aria-labelledby="timeline-heading" className="grid grid-cols-1 gap-4 border-line border-t pt-5">
      <h2 id="timeline-heading" ref={heading} tabIndex={-1} className="font-serif text-lg font-semibold outline-none">
        Timeline
      </h2>
      {embargo && (
        <Notice tone="warn">
          <p className="font-semibold">
            Under embargo until <Moment at={embargo.until} timeZone={timeZone} />
          </p>
          <p>Nobody can publish anything new of it before.</p>
          {embargo.note && <p className="[overflow-wrap:anywhere] whitespace-pre-line">“{embargo.note}”</p>}
          <p className="text-xs">Set by {embargo.setBy}</p>
        </Notice>
      )}
      {pending.length > 0 ? (
        <ol aria-label="Planned" className="grid gap-3">
          {pending.map((each) => (
            <Planned
              key={each.id}
              schedule={each}
              waits={each.act === "publish" && embargo !== null && embargo.until > each.at ? embargo.until : null}
              isOlder={each.version !== null && each.version < version}
              saver={saver}
              deeds={deeds}
              timeZone={timeZone}
              mayChange={each.act === "publish" ? may.publish : may.unpublish}
            />
          ))}
        </ol>
      ) : (
        <p className="text-sm text-muted">
          {may.publish ? "Nothing is planned. “Publish” also takes a time." : "Nothing is planned."}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {mayUnpublish && (
          <FormDialog
            open="Unpublish at a time"
            title="Unpublish at a time"
            intro="From then on readers no longer find it. Its text and address are kept."
            action={deeds.scheduleUnpublication}
            submit="Schedule"
            hidden={{ id }}
          >
            {({ error, value }) => (
              <>
                <PlannedTimeField label="When" timeZone={timeZone} errors={{ at: error("at"), turn: error("turn") }} />
                <TextArea
                  label="Tell readers why (optional)"
                  name="note"
                  rows={2}
                  maxLength={500}
                  defaultValue={value("note")}
                  error={error("note")}
                />
              </>
            )}
          </FormDialog>
        )}
        {may.embargo && (
          <FormDialog
            open={embargo ? "Change the embargo" : "Set an embargo"}
            title={embargo ? "Change the embargo" : "Set an embargo"}
            intro="Until then nothing new of this story comes before readers, whatever is planned and whoever presses Publish."
            action={deeds.setEmbargo}
            submit="Set the embargo"
            hidden={{ id }}
          >
            {({ error, value }) => (
              <>
                <PlannedTimeField
                  label="Until"
                  timeZone={timeZone}
                  initially={embargo?.until}
                  errors={{ at: error("at"), turn: error("turn") }}
                />
                <TextArea
                  label="Whose it is, and what was agreed (optional)"
                  name="note"
                  rows={2}
                  maxLength={500}
                  hint="For the staff. Readers never see it."
                  defaultValue={value("note", embargo?.note)}
                  error={error("note")}
                />
              </>
            )}
          </FormDialog>
        )}
        {embargo && may.publish && (
          <FormDialog
            open="Lift the embargo"
            title="Lift the embargo?"
            intro="It can be published from now on. What waited for the embargo happens at once."
            action={deeds.liftEmbargo}
            submit="Lift it"
            look="danger"
            hidden={{ id }}
          />
        )}
      </div>
      {past.length > 0 && (
        <ol aria-label="What happened" className="grid gap-2 border-line border-t pt-3 text-sm">
          {past.map((each) => (
            <li key={`${each.what} ${each.at.getTime()}`}>
              <Happened past={each} at={at} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Planned({
  schedule,
  waits,
  isOlder,
  saver,
  deeds,
  timeZone,
  mayChange,
}: {
  schedule: Schedule;
  /** Until when an embargo holds it. */
  waits: Date | null;
  /** Whether the draft was changed since. */
  isOlder: boolean;
  saver: Saver;
  deeds: Planning;
  timeZone: string;
  mayChange: boolean;
}) {
  const { id: scheduleId, act, at, plannedBy } = schedule;
  const renew = useDeed(deeds.renewSchedule, () => undefined);
  const takeNewest = async () => {
    if (await saver.flush()) renew.run({ scheduleId, version: String(saver.current().version) });
  };
  const when = formatInstant(at, "stamp", { timeZone, language: "en" });
  const name = act === "publish" ? "Publish" : "Unpublish";
  return (
    <li className="grid gap-2 rounded-md bg-wash p-3">
      <p>
        <span className="font-semibold">{name}</span> · <Moment at={at} timeZone={timeZone} />
      </p>
      {waits && (
        <p className="text-sm font-semibold text-warn">
          The embargo holds it until <Moment at={waits} timeZone={timeZone} />.
        </p>
      )}
      {isOlder && (
        <div className="grid justify-items-start gap-2 text-sm">
          <p>What was written since it was planned is not in it.</p>
          {mayChange && (
            <Button held={renew.pending} onClick={() => void takeNewest()}>
              Use the newest text
            </Button>
          )}
        </div>
      )}
      {renew.refused && (
        <Notice tone="bad" role="alert">
          {renew.refused.message}
        </Notice>
      )}
      <p className="text-xs text-muted">Planned by {plannedBy}</p>
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          <FormDialog
            open="Change time"
            about={` of ${name.toLowerCase()} ${when}`}
            title="Change the time"
            action={deeds.moveSchedule}
            submit="Change the time"
            hidden={{ scheduleId }}
          >
            {({ error }) => (
              <PlannedTimeField
                label="When"
                timeZone={timeZone}
                initially={at}
                errors={{ at: error("at"), turn: error("turn") }}
              />
            )}
          </FormDialog>
          <ActionForm
            action={deeds.cancelSchedule}
            submit="Cancel"
            about={` ${name.toLowerCase()} ${when}`}
            look="secondary"
            className="contents"
            hidden={{ scheduleId }}
          />
        </div>
      )}
    </li>
  );
}

function Happened({ past, at }: { past: Past; at: (instant: Date) => string }): ReactNode {
  const who = past.by ? `, ${past.by}` : "";
  if (past.what === "not-done") {
    const plan = `${past.act === "publish" ? "Publication" : "Unpublication"} planned for ${at(past.plannedFor)}`;
    if (past.outcome === "failed") {
      return (
        <>
          <Badge tone="bad">Failed</Badge> {plan}: {past.failure}
        </>
      );
    }
    return (
      <span className="text-muted">
        {plan} {past.outcome === "cancelled" ? `was cancelled${who}` : "was overtaken by a newer text or decision"}.
      </span>
    );
  }
  return (
    <>
      <span className="font-semibold">{past.what === "published" ? CHANGE_NAMES[past.kind] : "Unpublished"}</span> ·{" "}
      {at(past.at)}
      <span className="text-muted">{past.planned ? `, as ${past.by ?? "somebody"} planned` : who}</span>
      {past.planned?.late != null && (
        <span className="block font-semibold text-warn">
          {past.planned.late} {past.planned.late === 1 ? "minute" : "minutes"} late: the paper was not running.
        </span>
      )}
      {past.note && <span className="block [overflow-wrap:anywhere] text-muted">“{past.note}”</span>}
    </>
  );
}
