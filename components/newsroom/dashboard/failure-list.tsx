import { timeToday } from "@/components/newsroom/article/time-today";
import { Link } from "@/components/newsroom/link";
import { OwnTime } from "@/components/newsroom/own-time";
import { headlineOf } from "@/domain/articles/board";
import type { Failure } from "@/domain/dashboard/day";
import { routes } from "@/lib/routes";

/** What went wrong, the newest first, each with the way to where it is mended. */
export function FailureList({ failures, timeZone }: { failures: Failure[]; timeZone: string }) {
  return (
    <ul aria-label="What failed" className="divide-y divide-line rounded-lg border border-bad bg-bad-wash">
      {failures.map(({ kind, what, why, at, article }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two may say the same, and the list never changes
        <li key={index} className="px-4 py-3">
          <p className="font-semibold text-bad">{what}</p>
          {article && (
            <p>
              <Link
                href={routes.newsroom.article(article.id)}
                className="font-semibold text-ink underline [overflow-wrap:anywhere]"
              >
                {headlineOf(article)}
              </Link>
            </p>
          )}
          {why && <p className="text-sm [overflow-wrap:anywhere]">{why}</p>}
          <p className="text-sm">
            {kind === "job" && "Tried again "}
            <time dateTime={at.toISOString()}>{timeToday(at, timeZone)}</time>
            {kind === "job" && <OwnTime at={at} timeZone={timeZone} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
