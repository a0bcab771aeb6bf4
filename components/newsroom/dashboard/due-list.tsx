import { timeToday } from "@/components/newsroom/article/time-today";
import { Link } from "@/components/newsroom/link";
import { OwnTime } from "@/components/newsroom/own-time";
import { Badge } from "@/components/ui/notice";
import { headlineOf } from "@/domain/articles/board";
import type { Due } from "@/domain/dashboard/day";
import { routes } from "@/lib/routes";

const KINDS: Record<Due["kind"], string> = {
  deadline: "Deadline",
  planned: "Should come out",
  publish: "Publishes by itself",
  unpublish: "Unpublishes by itself",
  embargo: "Embargo ends",
};

/** What is due, in the order of time; what should have been done before stands first. */
export function DueList({ due, timeZone }: { due: Due[]; timeZone: string }) {
  return (
    <ul aria-label="Due today" className="divide-y divide-line border-line border-y">
      {due.map((each) => (
        <li
          key={`${each.kind} ${each.articleId} ${each.at.getTime()}`}
          className="relative grid grid-cols-[4.75rem_minmax(0,1fr)] gap-x-3 py-2.5 hover:bg-wash"
        >
          <time dateTime={each.at.toISOString()} className="text-sm text-muted tabular-nums">
            {timeToday(each.at, timeZone)}
          </time>
          <div className="min-w-0">
            <Link
              href={routes.newsroom.article(each.articleId)}
              className="font-semibold text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:underline"
            >
              {headlineOf(each)}
            </Link>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-muted">
              <span>
                {KINDS[each.kind]}
                <OwnTime at={each.at} timeZone={timeZone} /> · {each.writer}
              </span>
              {each.late && <Badge tone="bad">{each.kind === "deadline" ? "Missed" : "Late"}</Badge>}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
