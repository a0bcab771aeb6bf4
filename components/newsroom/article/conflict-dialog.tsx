"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { DraftConflict } from "@/domain/articles/article";
import type { Surroundings } from "./desk";
import { differences, type Line } from "./differences";
import type { Saver, SaverSnapshot } from "./saver";
import { timeToday } from "./time-today";

/** Tells the second of two who saved, shows both texts, and lets them choose. Neither is lost, whatever they choose. */
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
  /** A text has been chosen. If it is the other one, what is on the screen must be drawn anew. */
  onSettled: (whose: "mine" | "theirs") => void;
}) {
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const own = conflict.savedBy === around.actor.name;
  const who = own ? "you, in another window" : conflict.savedBy;
  const nameOf = (known: { id: string; name: string }[], what: string) => (id: string) =>
    known.find((each) => each.id === id)?.name ?? `another ${what}`;
  const rows = differences(draft.content, conflict.current, {
    section: nameOf(around.sections, "section"),
    topic: nameOf(around.topics, "topic"),
    byline: nameOf(around.bylines, "byline"),
    series: nameOf(around.series, "series"),
    story: nameOf(around.stories, "story"),
  });

  const settle = async (whose: "mine" | "theirs") => {
    setBusy(true);
    setFailed(false);
    const settled = await (whose === "mine" ? saver.takeMine() : saver.takeTheirs());
    setBusy(false);
    if (!settled) {
      setFailed(saver.current().state.kind === "conflict");
      return;
    }
    onOpenChange(false);
    onSettled(whose);
  };

  return (
    <Dialog
      wide
      title="Two texts of this story"
      intro={`While you were writing, this story was saved by ${who} at ${timeToday(conflict.savedAt, around.timeZone)}. Nothing is overwritten: both texts are kept in the story’s history. Choose which one to go on with.`}
      open={open}
      onOpenChange={onOpenChange}
    >
      <div className="grid gap-5">
        {failed && (
          <Notice tone="warn" role="alert">
            The choice could not be kept: check the connection, and look again, since somebody may have saved once more.
          </Notice>
        )}
        {rows.length === 0 && <p>Both texts say the same by now.</p>}
        {rows.map(({ field, mine, theirs }) => (
          <section key={field} aria-label={field}>
            <h3 className="mb-2 font-semibold">{field}</h3>
            <div className="grid gap-3 sm:grid-cols-2">
              <Version title="Yours" lines={mine} />
              <Version title={own ? "Saved in the other window" : conflict.savedBy} lines={theirs} />
            </div>
          </section>
        ))}
        <div className="sticky -bottom-6 -mx-6 -mb-6 flex flex-wrap gap-2 border-line border-t bg-raised px-6 py-4">
          <Button look="primary" held={busy} onClick={() => void settle("mine")}>
            Use mine
          </Button>
          <Button look="primary" held={busy} onClick={() => void settle("theirs")}>
            Use theirs
          </Button>
          <Button onClick={() => onOpenChange(false)}>Decide later</Button>
        </div>
      </div>
    </Dialog>
  );
}

function Version({ title, lines }: { title: string; lines: Line[] }) {
  return (
    <div className="rounded-md border border-line bg-paper p-3">
      <p className="mb-1 text-sm font-semibold text-muted">{title}</p>
      {lines.length === 0 && <p className="text-muted italic">Empty</p>}
      <div className="grid max-h-80 gap-2 overflow-y-auto font-serif leading-snug">
        {lines.map(({ text, changed }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
          <p key={index} className="[overflow-wrap:anywhere]">
            {changed ? <mark className="rounded-xs bg-warn-wash px-0.5 text-ink">{text}</mark> : text}
          </p>
        ))}
      </div>
    </div>
  );
}
