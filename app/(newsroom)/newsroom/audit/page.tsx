import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { ToldSentence } from "@/components/newsroom/audit/told";
import { TRAIL_NAMES, trailAddress, trailFiltersOf } from "@/components/newsroom/audit/trail-filters";
import { TrailForm } from "@/components/newsroom/audit/trail-form";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Pager } from "@/components/newsroom/pager";
import { Button } from "@/components/ui/button";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { listActors, nameOfSubject, readTrail } from "@/domain/events/desk";
import type { ToldEvent } from "@/domain/events/naming";
import type { ExportFormat, TrailFilters } from "@/domain/events/trail";
import type { Asked } from "@/lib/asked";
import { routes } from "@/lib/routes";

export const metadata: Metadata = { title: "Audit trail" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const filters = trailFiltersOf(asked);
  const [{ rows, next }, actors, subject] = await read(
    Promise.all([
      readTrail(actor, filters, timeZone),
      listActors(actor),
      filters.subject ? nameOfSubject(actor, filters.subject) : null,
    ]),
  );
  return (
    <>
      <PageHeader title="Audit trail" intro="Everything that was done in the newsroom, by whom and when.">
        <Export filters={filters} format="csv" name="Export as CSV" />
        <Export filters={filters} format="jsonl" name="Export as JSON lines" />
      </PageHeader>
      <TrailForm filters={filters} actors={actors} subject={subject ?? undefined} />
      <ListViews actor={actor} list="audit" address={routes.newsroom.audit()} asked={asked} />
      {rows.length === 0 ? (
        <Empty title="Nothing happened">Nothing in the trail is like this. Choose other days, or fewer filters.</Empty>
      ) : (
        <ol aria-label="Events" className="divide-y divide-line border-line border-y">
          {rows.map((event) => (
            <Happened key={event.number} event={event} timeZone={timeZone} />
          ))}
        </ol>
      )}
      <Pager
        first={filters.cursor ? trailAddress({ ...filters, cursor: undefined }) : undefined}
        next={next ? trailAddress({ ...filters, cursor: next }) : undefined}
        firstName="Newest"
        nextName="Older"
      />
    </>
  );
}

function Happened({ event, timeZone }: { event: ToldEvent; timeZone: string }) {
  const subject =
    event.subjectKind === "comment" ? `article:${event.data.articleId}` : `${event.subjectKind}:${event.subjectId}`;
  return (
    <li className="grid gap-x-4 gap-y-0.5 py-2.5 sm:grid-cols-[10.5rem_minmax(0,1fr)_auto] sm:items-baseline">
      <span className="text-sm text-muted tabular-nums">
        <Moment at={event.at} timeZone={timeZone} />
      </span>
      <p className="[overflow-wrap:anywhere]">
        <ToldSentence event={event} timeZone={timeZone} />
      </p>
      <Link
        href={trailAddress({ subject })}
        className="justify-self-start text-sm text-muted underline underline-offset-2 hover:text-ink"
      >
        Its trail<span className="sr-only">: event {event.number}</span>
      </Link>
    </li>
  );
}

/** A file of all that the filters let through, whatever page one is on. */
function Export({ filters, format, name }: { filters: TrailFilters; format: ExportFormat; name: string }) {
  return (
    <form method="post" action={routes.newsroom.auditExport()}>
      <input type="hidden" name="format" value={format} />
      {(Object.keys(TRAIL_NAMES) as (keyof TrailFilters)[])
        .filter((key) => key !== "cursor" && filters[key])
        .map((key) => (
          <input key={key} type="hidden" name={TRAIL_NAMES[key]} value={filters[key]} />
        ))}
      <Button type="submit">{name}</Button>
    </form>
  );
}
