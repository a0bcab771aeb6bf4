import type { Metadata } from "next";
import Link from "next/link";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { DashboardPanel } from "@/components/newsroom/dashboard/dashboard-panel";
import { DueList } from "@/components/newsroom/dashboard/due-list";
import { FailureList } from "@/components/newsroom/dashboard/failure-list";
import { ReadingPanel } from "@/components/newsroom/dashboard/reading-panel";
import { LapsingList } from "@/components/newsroom/media/lapsing-list";
import { MentionsList } from "@/components/newsroom/review/mentions-list";
import { WorkList } from "@/components/newsroom/workflow/work-list";
import { ActionForm } from "@/components/ui/form";
import { PageHeader } from "@/components/ui/page-header";
import { type OwnWork, readOwnWork } from "@/domain/articles/board-desk";
import { listMentions } from "@/domain/articles/conversation";
import { readDue } from "@/domain/dashboard/due";
import { readFailures } from "@/domain/dashboard/failures";
import { readReadings } from "@/domain/dashboard/read";
import { listLapsing } from "@/domain/media/rights-desk";
import { type Actor, can } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { routes } from "@/lib/routes";
import { formatInstant } from "@/lib/time";
import { startArticle } from "./articles/actions";

export const metadata: Metadata = { title: "Today" };

/** How many stories of a kind are shown: "My work" has the rest. */
const SHOWN = 4;
/** How many things whose rights end: the page of rights has the rest. */
const LAPSING_SHOWN = 2;

/** What signing in leads to: what is due and waits, how the paper is read, what went wrong. */
export default async function TodayPage() {
  const [actor, timeZone] = await Promise.all([currentActor(), currentTimeZone()]);
  const [due, work, mentions, readings, failures, lapsing] = await read(
    Promise.all([
      readDue(actor, timeZone),
      readOwnWork(actor),
      listMentions(actor),
      readReadings(actor),
      readFailures(actor),
      can(actor, "asset.read") ? listLapsing(actor, LAPSING_SHOWN) : { rows: [] },
    ]),
  );
  return (
    <>
      <PageHeader title="Today" intro={formatInstant(now(), "weekday", { timeZone, language: "en" })}>
        {can(actor, "article.create") && <ActionForm action={startArticle} submit="New article" className="" />}
      </PageHeader>
      {failures.length > 0 && (
        <DashboardPanel title="What failed" more={placeToMend(actor)}>
          <FailureList failures={failures} timeZone={timeZone} />
        </DashboardPanel>
      )}
      {lapsing.rows.length > 0 && (
        <DashboardPanel title="Rights that end" more={{ name: "All of them", href: routes.newsroom.rights() }}>
          <LapsingList label="Rights that end" rows={lapsing.rows} timeZone={timeZone} />
        </DashboardPanel>
      )}
      <MentionsList mentions={mentions} timeZone={timeZone} />
      <div className="grid items-start gap-x-10 lg:grid-cols-2">
        <div className="min-w-0">
          <DashboardPanel title="Due today" more={{ name: "Calendar", href: routes.newsroom.calendar() }}>
            {due.length > 0 ? (
              <DueList due={due} timeZone={timeZone} />
            ) : (
              <p className="text-muted">
                Nothing is due today. Deadlines, planned publications and what happens by itself stand here on their
                day.
              </p>
            )}
          </DashboardPanel>
          <DashboardPanel title="Waits for you" more={{ name: "My work", href: routes.newsroom.work() }}>
            <Waiting work={work} timeZone={timeZone} />
          </DashboardPanel>
        </div>
        <div className="min-w-0">
          <DashboardPanel
            title={readings.own ? "How your stories are read" : "How the paper is read"}
            more={{ name: "Published stories", href: `${routes.newsroom.articles()}?readers=live` }}
          >
            <ReadingPanel {...readings} timeZone={timeZone}>
              {readings.live > 0
                ? "Nobody has read a story in the last 24 hours. Readings are counted by the hour, and of whom is never kept."
                : readings.own
                  ? "None of your stories is published. How they are read stands here once one is."
                  : "No story is published yet. How they are read stands here once one is."}
            </ReadingPanel>
          </DashboardPanel>
          {failures.length === 0 && (
            <DashboardPanel title="What failed" more={placeToMend(actor)}>
              <p className="text-muted">Nothing: all that was planned happened on time.</p>
            </DashboardPanel>
          )}
        </div>
      </div>
    </>
  );
}

/** What the actor is to do next, by what it asks of them. */
function Waiting({ work, timeZone }: { work: OwnWork; timeZone: string }) {
  const parts = [
    { title: "Returned to you", cards: work.returned, named: false },
    { title: "To review", cards: work.toReview, named: true },
    { title: "Ready to publish", cards: work.toPublish, named: true },
    { title: "To write", cards: work.toWrite, named: false },
  ].filter(({ cards }) => cards.length > 0);
  if (parts.length === 0) {
    return (
      <p className="text-muted">
        Nothing waits for you. What is assigned, returned or sent to you for review stands here; ideas wait on the{" "}
        <Link href={routes.newsroom.board()} className="text-link underline">
          board
        </Link>
        .
      </p>
    );
  }
  return (
    <div className="grid gap-5">
      {parts.map(({ title, cards, named }) => (
        <div key={title}>
          <h3 className="mb-2 font-semibold">
            {title} <span className="font-normal text-muted">{cards.length}</span>
          </h3>
          <WorkList label={title} cards={cards.slice(0, SHOWN)} timeZone={timeZone} named={named} />
        </div>
      ))}
    </div>
  );
}

function placeToMend(actor: Actor) {
  return can(actor, "settings.manage") ? { name: "Operations", href: routes.newsroom.operations() } : undefined;
}
