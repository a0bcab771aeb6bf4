import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Link } from "@/components/newsroom/link";
import { OwnTime } from "@/components/newsroom/own-time";
import { StandingBadges } from "@/components/newsroom/workflow/badges";
import { Badge } from "@/components/ui/notice";
import type { Act } from "@/domain/articles/schedule";
import type { ReadersState, Stage } from "@/domain/articles/stage";
import { routes } from "@/lib/routes";
import { timeToday } from "./time-today";

export type ArticleListRow = {
  id: string;
  headline: string;
  stage: Stage | null;
  readers: ReadersState;
  sectionName: string | null;
  writer: string;
  savedAt: Date;
  savedBy: string;
  path: string | null;
  /** What is planned first, and when. */
  next: { act: Act; at: Date } | null;
  embargoedUntil: Date | null;
};

/** The articles of a page of the list, those saved last first. */
export function ArticleList({
  rows,
  timeZone,
  lead,
}: {
  rows: ArticleListRow[];
  timeZone: string;
  /** What stands before each. */
  lead?: (row: ArticleListRow) => ReactNode;
}) {
  return (
    <ul aria-label="Articles" className="divide-y divide-line border-line border-y">
      {rows.map((row) => (
        <li
          key={row.id}
          className="relative grid gap-x-4 gap-y-1 py-3.5 hover:bg-wash sm:grid-cols-[minmax(0,1fr)_fit-content(50%)] sm:items-center sm:px-2"
        >
          <div className="flex min-w-0 items-start gap-3">
            {lead?.(row)}
            <div className="min-w-0">
              <Link
                href={routes.newsroom.article(row.id)}
                className="font-serif text-xl leading-snug font-semibold text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
              >
                {row.headline.trim() || <span className="text-muted italic">No headline yet</span>}
              </Link>
              <p className="text-sm text-muted">
                {[row.sectionName ?? "No section", row.writer].join(" · ")}
                {" · "}
                <time dateTime={row.savedAt.toISOString()}>saved {timeToday(row.savedAt, timeZone)}</time>
                {row.savedBy !== row.writer && ` by ${row.savedBy}`}
              </p>
            </div>
          </div>
          <div className={clsx("flex flex-wrap items-center gap-x-3 gap-y-1", lead && "max-sm:pl-9")}>
            {row.embargoedUntil && (
              <Badge tone="bad">
                <span>
                  Embargo until {timeToday(row.embargoedUntil, timeZone)}
                  <OwnTime at={row.embargoedUntil} timeZone={timeZone} />
                </span>
              </Badge>
            )}
            {row.next && (
              <Badge>
                <span>
                  {row.next.act === "publish" ? "Publishes" : "Unpublishes"} {timeToday(row.next.at, timeZone)}
                  <OwnTime at={row.next.at} timeZone={timeZone} />
                </span>
              </Badge>
            )}
            <StandingBadges stage={row.stage} readers={row.readers} />
            {row.path && (
              <a href={row.path} className="relative text-sm font-semibold text-link underline">
                View<span className="sr-only"> “{row.headline}” on site</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
