import type { Metadata } from "next";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { ListViews } from "@/app/(newsroom)/newsroom/views/list-views";
import { Link } from "@/components/newsroom/link";
import { Calendar } from "@/components/newsroom/workflow/calendar";
import { WorkFilterForm } from "@/components/newsroom/workflow/work-filter-form";
import { buttonClass } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { dayOf, monthAsked, monthBeside } from "@/domain/articles/board";
import { readCalendar } from "@/domain/articles/board-desk";
import { listWriters } from "@/domain/articles/desk";
import { listSections } from "@/domain/taxonomy/desk";
import { type Asked, askedText } from "@/lib/asked";
import { now } from "@/lib/clock";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { move } from "./actions";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [actor, timeZone, asked] = await Promise.all([currentActor(), currentTimeZone(), searchParams]);
  const today = dayOf(now(), timeZone);
  const month = monthAsked(askedText(asked.month, 7), today);
  const { month: _, ...narrowed } = asked;
  const filters = { sectionId: askedText(asked.section, 40), staffId: askedText(asked.person, 40) };
  const [items, sections, writers] = await read(
    Promise.all([readCalendar(actor, month, timeZone, filters), listSections(actor), listWriters(actor)]),
  );
  const at = (month?: string) => {
    const said = Object.entries({ month, section: filters.sectionId, person: filters.staffId });
    const query = new URLSearchParams(said.filter((each): each is [string, string] => !!each[1]));
    return query.size > 0 ? `${routes.newsroom.calendar()}?${query}` : routes.newsroom.calendar();
  };
  const name = formatInstant(new Date(`${month}-15T12:00Z`), "month", { timeZone: "UTC", language: "en" });
  return (
    <>
      <PageHeader
        title="Calendar"
        intro={`Deadlines, planned publications and what came out, in the time of ${timeZone}.`}
      />
      <WorkFilterForm
        label="Calendar"
        address={routes.newsroom.calendar()}
        kept={asked.month ? { month } : {}}
        filters={filters}
        sections={sections}
        writers={writers}
      />
      <ListViews actor={actor} list="calendar" address={routes.newsroom.calendar()} asked={narrowed} />
      <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-serif text-2xl font-semibold">{name}</h2>
        <nav aria-label="Months" className="flex flex-wrap gap-2">
          <Link href={at(monthBeside(month, -1))} className={buttonClass()}>
            Earlier
          </Link>
          <Link href={`${at()}#today`} className={buttonClass()}>
            Today
          </Link>
          <Link href={at(monthBeside(month, 1))} className={buttonClass()}>
            Later
          </Link>
        </nav>
      </div>
      <Calendar key={at(month)} month={month} today={today} items={items} timeZone={timeZone} deed={move} />
    </>
  );
}
