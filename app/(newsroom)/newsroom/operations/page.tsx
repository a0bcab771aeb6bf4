import type { Metadata } from "next";
import Link from "next/link";
import { readPressReport } from "@/app/_kit/press";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Figure, Figures } from "@/components/newsroom/figures";
import { Moment } from "@/components/newsroom/moment";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import { Notice } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { type JobsReport, readJobs, type ScheduleRow } from "@/domain/jobs/desk";
import { listSweeps } from "@/domain/media/sweeping";
import { formatBytes } from "@/lib/bytes";
import type { PressReport } from "@/lib/press-report";
import { routes } from "@/lib/routes";
import { SweepsPanel } from "./sweeps-panel";

/** What the kinds of work are called. */
const JOB_NAMES: Record<string, string> = {
  letter: "Sending a letter",
  "keep-schedule": "Publishing or unpublishing at a time",
  "index-stories": "Making the search index",
  "rank-readings": "Counting what is read most",
  "ping-index-now": "Telling search engines",
  "ping-hub": "Telling the hub of feeds",
  sweep: "Sweeping away what is old",
  "sweep-files": "Sweeping away files that nothing needs",
  "measure-likeness": "Looking which pictures are alike",
  "make-copies": "Making the copies of a picture",
};

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage() {
  const actor = await currentActor();
  const [report, work, sweeps, timeZone] = await Promise.all([
    read(readPressReport(actor)),
    read(readJobs(actor)),
    read(listSweeps(actor)),
    currentTimeZone(),
  ]);
  return (
    <>
      <PageHeader
        title="Operations"
        intro="What the paper does by itself, and how it is being served at this moment."
      />
      <WorkPanels work={work} timeZone={timeZone} />
      <SweepsPanel sweeps={sweeps} timeZone={timeZone} />
      {report ? (
        <PressPanels report={report} timeZone={timeZone} />
      ) : (
        <Empty title="No press stands in front of this server">
          Under the development server each page is made when it is asked for. The press runs in production.
        </Empty>
      )}
    </>
  );
}

function WorkPanels({ work, timeZone }: { work: JobsReport; timeZone: string }) {
  const { waiting, lastDoneAt, failing, coming, troubled } = work;
  return (
    <>
      <Panel
        title="Work"
        intro={
          <>
            What is due is looked for each second.{" "}
            {lastDoneAt && (
              <>
                Last done <Moment at={lastDoneAt} timeZone={timeZone} />.
              </>
            )}
          </>
        }
      >
        {waiting > 0 && (
          <Notice tone="bad" className="mb-4">
            {waiting === 1 ? "One piece of work is" : `${number(waiting)} pieces of work are`} due and not begun. Look
            whether the paper’s process of jobs is running.
          </Notice>
        )}
        {failing.length === 0 ? (
          <p className="text-muted">Nothing fails.</p>
        ) : (
          <Rows label="Failing work">
            {failing.map(({ id, kind, attempts, nextTry, error }) => (
              <Row key={id}>
                <p className="font-semibold">{JOB_NAMES[kind] ?? kind}</p>
                <p className="text-sm [overflow-wrap:anywhere]">{error}</p>
                <p className="text-sm text-muted">
                  Tried {attempts === 1 ? "once" : `${attempts} times`}, again{" "}
                  <Moment at={nextTry} timeZone={timeZone} />
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Panel>
      <Panel title="Planned" intro="What will come before readers, or be taken from them, by itself.">
        {coming.length === 0 ? (
          <p className="text-muted">Nothing is planned.</p>
        ) : (
          <Schedules label="Planned" rows={coming} timeZone={timeZone} />
        )}
      </Panel>
      {troubled.length > 0 && (
        <Panel title="Failed or late" intro="In the last seven days.">
          <Schedules label="Failed or late" rows={troubled} timeZone={timeZone} />
        </Panel>
      )}
    </>
  );
}

function Schedules({ label, rows, timeZone }: { label: string; rows: ScheduleRow[]; timeZone: string }) {
  return (
    <Rows label={label}>
      {rows.map(({ id, articleId, headline, act, at, failure, late }) => (
        <Row key={id}>
          <Link href={routes.newsroom.article(articleId)} className="font-semibold text-link underline">
            {headline.trim() || "Without a headline"}
          </Link>
          <p className="text-sm text-muted">
            {act === "publish" ? "Publish" : "Unpublish"} <Moment at={at} timeZone={timeZone} />
          </p>
          {failure && <p className="text-sm font-semibold text-bad">Failed: {failure}</p>}
          {late !== null && !failure && (
            <p className="text-sm font-semibold text-warn">
              {late === 1 ? "1 minute" : `${number(late)} minutes`} late: the paper was not running.
            </p>
          )}
        </Row>
      ))}
    </Rows>
  );
}

function PressPanels({ report, timeZone }: { report: PressReport; timeZone: string }) {
  const { hits, misses, stale, passed, unavailable, renders, workers } = report;
  const asked = hits + misses + stale;
  return (
    <>
      <Panel
        title="Answers"
        intro={
          <>
            Since the paper was started, <Moment at={new Date(report.since)} timeZone={timeZone} />.
          </>
        }
      >
        <Figures>
          <Figure name="From memory" value={number(hits)} about={`${share(hits, asked)} of readers’ requests`} />
          <Figure name="Made for the asker" value={number(misses)} about={`${number(renders)} pages rendered`} />
          <Figure name="Last good page" value={number(stale)} about="while nothing could be rendered" />
          <Figure name="Nothing to show" value={number(unavailable)} about="while nothing could be rendered" />
          <Figure name="Passed on" value={number(passed)} about="newsroom, pictures, everything else" />
        </Figures>
      </Panel>
      <Panel title="Kept pages">
        <Figures>
          <Figure name="Pages" value={number(report.entries)} />
          <Figure name="Memory" value={formatBytes(report.bytes)} about={`of ${formatBytes(report.mostBytes)}`} />
          <Figure name="Last event seen" value={number(report.lastEvent)} about="nothing older is shown" />
        </Figures>
      </Panel>
      <Panel title="Workers">
        <Figures>
          <Figure name="Up" value={`${workers.up} of ${workers.count}`} />
          <Figure name="Restarts" value={number(workers.restarts)} about="of workers that ended by themselves" />
        </Figures>
      </Panel>
    </>
  );
}

function number(value: number): string {
  return value.toLocaleString("en");
}

function share(part: number, whole: number): string {
  return whole === 0 ? "None yet" : `${((100 * part) / whole).toFixed(1)}%`;
}
