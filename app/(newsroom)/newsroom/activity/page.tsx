import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { timeToday } from "@/components/newsroom/article/time-today";
import { activityAddress, trailFiltersOf } from "@/components/newsroom/audit/trail-filters";
import { TrailForm } from "@/components/newsroom/audit/trail-form";
import { Link } from "@/components/newsroom/link";
import { Pager } from "@/components/newsroom/pager";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { ACTIVITY_VERBS, listActive, readActivity } from "@/domain/articles/activity";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Activity" };

export default async function ActivityPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const { subject: _, ...filters } = trailFiltersOf(asked);
  const [{ rows, next }, people] = await read(
    Promise.all([readActivity(actor, { ...filters, timeZone }), listActive(actor)]),
  );
  const { cursor, ...narrowed } = filters;
  const isNarrowed = Object.keys(narrowed).length > 0;
  return (
    <>
      <PageHeader title="Activity" intro="What happened to the stories that you may read, the latest first." />
      <TrailForm
        filters={filters}
        actors={people}
        name="Activity"
        about="Story"
        verbs={ACTIVITY_VERBS}
        addressOf={activityAddress}
      />
      <ListViews actor={actor} list="activity" address={routes.newsroom.activity()} asked={asked} />
      {rows.length > 0 ? (
        <ol aria-label="Activity" className="grid gap-x-4 border-y border-line">
          {rows.map((row) => (
            <li
              key={row.number}
              className="grid gap-x-4 border-line py-2.5 not-first:border-t sm:grid-cols-[8rem_minmax(0,1fr)]"
            >
              <time dateTime={row.at.toISOString()} className="text-sm text-muted tabular-nums sm:pt-0.5">
                {timeToday(row.at, timeZone)}
              </time>
              <p className="[overflow-wrap:anywhere]">
                {row.sentence.before}
                <Link
                  href={
                    row.commentId
                      ? routes.newsroom.comment(row.articleId, row.commentId)
                      : routes.newsroom.article(row.articleId)
                  }
                  className="text-link underline"
                >
                  {row.sentence.subject}
                </Link>
                {row.sentence.after}
                {row.detail && <span className="block text-sm text-muted whitespace-pre-line">{row.detail}</span>}
              </p>
            </li>
          ))}
        </ol>
      ) : (
        <Empty title={isNarrowed || cursor ? "Nothing happened" : "Nothing has happened yet"}>
          {isNarrowed || cursor
            ? "Nothing that you may read is like this. Choose other days, or fewer filters."
            : "Once stories are begun, sent and published, it stands here."}
        </Empty>
      )}
      <Pager
        first={cursor ? activityAddress(narrowed) : undefined}
        next={next ? activityAddress({ ...narrowed, cursor: next }) : undefined}
        firstName="Newest"
        nextName="Older"
      />
    </>
  );
}
