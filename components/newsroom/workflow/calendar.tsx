"use client";

import { clsx } from "clsx";
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from "react";
import type { Deed } from "@/components/newsroom/article/desk";
import { useDeed } from "@/components/newsroom/article/use-deed";
import { Link } from "@/components/newsroom/link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Empty } from "@/components/ui/page-header";
import { CALENDAR_NAMES, type CalendarItem, headlineOf, weeksOf } from "@/domain/articles/board";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { wallTimeOf } from "@/lib/zoned-time";
import { CalendarEntry, ENTRY, entryButtonId } from "./calendar-entry";
import { useDropTarget } from "./use-drag";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** A day's date in words: it has no zone. */
function dayWords(day: string): string {
  return formatInstant(new Date(`${day}T12:00Z`), "weekday", { timeZone: "UTC", language: "en" });
}

/**
 * A month, as a page of days on a wide screen and a list of those on which something is on a narrow one. What may be moved
 * is dragged to another day, or moved by its button.
 */
export function Calendar({
  month,
  today,
  items,
  timeZone,
  deed,
}: {
  month: string;
  today: string;
  items: CalendarItem[];
  timeZone: string;
  deed: Deed;
}) {
  const [asking, setAsking] = useState<CalendarItem | null>(null);
  const [moving, setMoving] = useState<{ item: CalendarItem; day: string } | null>(null);
  const [said, setSaid] = useState("");
  const { run, refused, pending, clear } = useDeed(deed, () => {
    setAsking(null);
    if (!moving) return;
    setSaid(`${CALENDAR_NAMES[moving.item.kind]} of “${headlineOf(moving.item)}” is now on ${dayWords(moving.day)}.`);
    setMoving(null);
    document.getElementById(entryButtonId(moving.item.key))?.focus();
  });
  const putBack = useEffectEvent(() => setMoving(null));
  useEffect(() => {
    if (refused) putBack();
  }, [refused]);

  const move = (item: CalendarItem, day: string) => {
    clear();
    if (pending || day === item.day) return setAsking(null);
    setMoving({ item, day });
    run({ kind: item.kind, id: item.movedBy, day, clock: wallTimeOf(item.at, timeZone).slice(11) });
  };
  const drop = (day: string) => (key: string) => {
    const item = items.find((each) => each.key === key);
    if (item) move(item, day);
  };
  const on = (day: string) =>
    items.filter((item) => (moving?.item.key === item.key ? moving.day === day : item.day === day));
  const hasAny = items.some(({ day }) => day.startsWith(month));

  return (
    <div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {refused && !asking && (
        <Notice tone="bad" role="alert" className="sticky top-2 z-20 mb-3">
          {refused.message}
        </Notice>
      )}
      {!hasAny && (
        <div className="mb-4">
          <Empty title="Nothing this month" slim>
            Deadlines and planned publications stand here once stories have them: set them by “Plan” on a story, or on
            its card on the{" "}
            <Link href={routes.newsroom.board()} className="text-link underline">
              board
            </Link>
            . What is published or scheduled comes here by itself.
          </Empty>
        </div>
      )}
      <div aria-hidden className="hidden grid-cols-7 gap-px text-sm font-semibold text-muted lg:grid">
        {WEEKDAYS.map((name) => (
          <p key={name} className="px-2 pb-1">
            {name.slice(0, 3)}
          </p>
        ))}
      </div>
      <ol
        aria-label="Days"
        className="grid grid-cols-1 gap-3 lg:grid-cols-7 lg:gap-px lg:overflow-hidden lg:rounded-lg lg:border lg:border-line lg:bg-line"
      >
        {weeksOf(month)
          .flat()
          .map((day) => {
            const here = on(day);
            return (
              <Day
                key={day}
                day={day}
                isToday={day === today}
                isBeside={!day.startsWith(month)}
                isEmpty={here.length === 0}
                onDrop={drop(day)}
              >
                {here.map((item) => (
                  <CalendarEntry
                    key={item.key}
                    item={item}
                    timeZone={timeZone}
                    moving={moving?.item.key === item.key}
                    onMove={() => {
                      clear();
                      setAsking(item);
                    }}
                  />
                ))}
              </Day>
            );
          })}
      </ol>
      <MoveDialog
        item={asking}
        pending={pending}
        refused={refused}
        onMove={move}
        onClose={() => {
          clear();
          setAsking(null);
        }}
      />
    </div>
  );
}

function Day({
  day,
  isToday,
  isBeside,
  isEmpty,
  onDrop,
  children,
}: {
  day: string;
  isToday: boolean;
  /** Of the month before or after. */
  isBeside: boolean;
  isEmpty: boolean;
  onDrop: (key: string) => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLLIElement>(null);
  const over = useDropTarget(ref, ENTRY, onDrop);
  return (
    <li
      ref={ref}
      data-day={day}
      id={isToday ? "today" : undefined}
      aria-current={isToday ? "date" : undefined}
      className={clsx(
        "grid content-start gap-1.5 lg:min-h-28 lg:p-1.5",
        ((isEmpty && !isToday) || isBeside) && "max-lg:hidden",
        isToday && "scroll-mt-4",
        isBeside ? "lg:bg-wash" : "lg:bg-paper",
        over && "outline-3 -outline-offset-3 outline-link",
      )}
    >
      <p className="text-sm font-semibold">
        <span className="lg:sr-only">{dayWords(day)}</span>
        <span
          aria-hidden
          className={clsx(
            "hidden size-6 place-items-center rounded-full tabular-nums lg:grid",
            isToday ? "bg-ink text-paper" : isBeside && "font-normal text-muted",
          )}
        >
          {Number(day.slice(8))}
        </span>
        {isToday && <span className="ml-2 font-normal text-muted lg:sr-only">today</span>}
      </p>
      {isEmpty ? (
        <p className="text-sm text-muted lg:hidden">Nothing today.</p>
      ) : (
        <ul className="grid gap-1.5">{children}</ul>
      )}
    </li>
  );
}

/** Asks to which day. */
function MoveDialog({
  item,
  pending,
  refused,
  onMove,
  onClose,
}: {
  /** What is moved; null while nothing is. */
  item: CalendarItem | null;
  pending: boolean;
  refused: { message: string; fields: Record<string, string> } | null;
  onMove: (item: CalendarItem, day: string) => void;
  onClose: () => void;
}) {
  // What it says stays in place while it closes.
  const [shown, setShown] = useState(item);
  if (item && item !== shown) setShown(item);
  const [day, setDay] = useState("");
  useEffect(() => {
    if (item) setDay(item.day);
  }, [item]);
  return (
    <Dialog
      title="Move to another day"
      intro={shown ? `${CALENDAR_NAMES[shown.kind]}: “${headlineOf(shown)}”. The time of day stays.` : undefined}
      open={item !== null}
      onOpenChange={(open) => open || onClose()}
      finalFocus={() => (shown && document.getElementById(entryButtonId(shown.key))) ?? true}
    >
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (item && !pending) onMove(item, day);
        }}
      >
        <TextField
          label="Day"
          type="date"
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
          error={refused?.fields.day}
        />
        {refused && !refused.fields.day && (
          <Notice tone="bad" role="alert">
            {refused.message}
          </Notice>
        )}
        <div>
          <Button type="submit" look="primary" held={pending}>
            Move
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
