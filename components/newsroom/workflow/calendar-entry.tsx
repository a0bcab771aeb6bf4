"use client";

import { clsx } from "clsx";
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import { Link } from "@/components/newsroom/link";
import { OwnTime } from "@/components/newsroom/own-time";
import { CALENDAR_NAMES, type CalendarItem, type CalendarKind, headlineOf } from "@/domain/articles/board";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { useDraggable } from "./use-drag";

/** What an entry of the calendar is dragged as. */
export const ENTRY = "calendar-entry";

/** The button of an entry that moves it, which keeps the focus wherever the entry goes. */
export function entryButtonId(key: string): string {
  return `entry-${key}`;
}

const EDGES: Record<CalendarKind, string> = {
  deadlineAt: "border-l-warn",
  plannedFor: "border-l-link",
  publish: "border-l-good",
  unpublish: "border-l-bad",
  published: "border-l-line",
};

/** Something on a day: at what time, what it is, and of which story. */
export function CalendarEntry({
  item,
  timeZone,
  moving,
  onMove,
}: {
  item: CalendarItem;
  timeZone: string;
  /** Whether it is on its way to where it is shown. */
  moving: boolean;
  onMove: () => void;
}) {
  const ref = useRef<HTMLLIElement>(null);
  const dragging = useDraggable(ref, ENTRY, item.key, item.mayMove && !moving);
  const what = CALENDAR_NAMES[item.kind];
  return (
    <li
      ref={ref}
      aria-busy={moving || undefined}
      className={clsx(
        "relative rounded-sm border border-line border-l-4 bg-raised px-2 py-1 text-sm leading-snug",
        item.mayMove && "pr-7 max-lg:pr-12",
        EDGES[item.kind],
        item.mayMove && "cursor-grab",
        (dragging || moving) && "opacity-50",
      )}
    >
      <div>
        <p className="text-muted">
          <time dateTime={item.at.toISOString()} className="font-semibold text-ink tabular-nums">
            {formatInstant(item.at, "clock", { timeZone, language: "en" })}
          </time>{" "}
          {what}
          {item.kind !== "published" && <OwnTime at={item.at} timeZone={timeZone} />}
        </p>
        {item.mayMove && (
          <button
            type="button"
            id={entryButtonId(item.key)}
            aria-label={`Move “${headlineOf(item)}”, ${what.toLowerCase()}`}
            title="Move to another day"
            aria-disabled={moving || undefined}
            onClick={() => moving || onMove()}
            className="absolute top-0 right-0 grid size-7 cursor-pointer place-items-center rounded-md text-muted hover:bg-wash hover:text-ink max-lg:size-10"
          >
            <CalendarDays size={16} aria-hidden />
          </button>
        )}
      </div>
      <Link
        href={routes.newsroom.article(item.articleId)}
        draggable={false}
        className="text-ink no-underline [overflow-wrap:anywhere] hover:underline lg:line-clamp-3"
      >
        {headlineOf(item)}
      </Link>
    </li>
  );
}
