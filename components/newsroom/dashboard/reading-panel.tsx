import type { ReactNode } from "react";
import { timeToday } from "@/components/newsroom/article/time-today";
import { Link } from "@/components/newsroom/link";
import { LAST_HOURS, type Readings, type ReadStory } from "@/domain/dashboard/day";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { Bars } from "./bars";

/** How stories were read by the hour, and which were read most. */
export function ReadingPanel({
  readings,
  most,
  live,
  latest,
  timeZone,
  children,
}: {
  readings: Readings;
  most: ReadStory[];
  live: number;
  latest: { articleId: string; headline: string; publishedAt: Date } | null;
  timeZone: string;
  /** What stands where nothing was read. */
  children: ReactNode;
}) {
  const clock = (at: Date) => formatInstant(at, "clock", { timeZone, language: "en" });
  const { hours, today, before } = readings;
  const peak = hours.reduce(
    (top, hour) => (hour.count > top.count ? hour : top),
    hours[0] ?? { from: new Date(0), count: 0 },
  );
  const [first, last] = [hours[0], hours.at(-1)];
  return (
    <div className="grid gap-4">
      <dl className="grid grid-cols-3 gap-3">
        <Count name="In 24 hours" value={today} about={compared(today, before)} />
        <Count name={`In ${LAST_HOURS} hours`} value={total(hours.slice(-LAST_HOURS).map(({ count }) => count))} />
        <Count name="Stories live" value={live} />
      </dl>
      {today > 0 ? (
        <figure>
          <Bars
            counts={hours.map(({ count }) => count)}
            label={`Readings by the hour in the last 24 hours: ${told(today)} in all, most at ${clock(peak.from)}, when there were ${told(peak.count)}.`}
            className="h-24 w-full"
          />
          <figcaption aria-hidden className="flex justify-between text-xs text-muted">
            <span>{first && clock(first.from)}</span>
            <span>{last && clock(last.from)}</span>
          </figcaption>
        </figure>
      ) : (
        <p className="text-muted">{children}</p>
      )}
      {latest && (
        <p className="text-sm text-muted">
          Out last, at {timeToday(latest.publishedAt, timeZone)}:{" "}
          <Link href={routes.newsroom.article(latest.articleId)} className="font-semibold text-link underline">
            {latest.headline}
          </Link>
        </p>
      )}
      {most.length > 0 && (
        <ol aria-label="Read most" className="divide-y divide-line border-line border-y">
          {most.map((story) => (
            <li
              key={story.articleId}
              className="relative grid grid-cols-[minmax(0,1fr)_5rem_3.5rem] items-center gap-3 py-2.5 hover:bg-wash"
            >
              <Link
                href={routes.newsroom.article(story.articleId)}
                className="leading-snug font-semibold text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
              >
                {story.headline}
              </Link>
              <Bars
                counts={story.hours}
                label={`${told(story.lastHours)} readings in the last ${LAST_HOURS} hours`}
                className="h-6 w-full"
              />
              <span className="text-right tabular-nums">
                {told(story.today)}
                <span className="sr-only"> readings in 24 hours</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Count({ name, value, about }: { name: string; value: number; about?: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="text-2xl font-semibold tabular-nums">{told(value)}</dd>
      {about && <dd className="text-xs text-muted">{about}</dd>}
    </div>
  );
}

/** How a day compares with the one before; nothing where that says nothing. */
function compared(today: number, before: number): string | undefined {
  if (before < 10) return undefined;
  const change = Math.round((100 * (today - before)) / before);
  return change === 0
    ? "as the day before"
    : `${Math.abs(change)}% ${change > 0 ? "more" : "less"} than the day before`;
}

function total(counts: number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function told(count: number): string {
  return count.toLocaleString("en");
}
