import type { Metadata } from "next";
import { readPressReport } from "@/app/_kit/press";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Link } from "@/components/newsroom/link";
import { Moment } from "@/components/newsroom/moment";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import { Notice } from "@/components/ui/notice";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { readBackups } from "@/domain/backups/last";
import { listFaults } from "@/domain/faults/desk";
import { type JobsReport, readJobs, type ScheduleRow } from "@/domain/jobs/desk";
import { listSweeps } from "@/domain/media/sweeping";
import { readStanding } from "@/domain/operations/desk";
import { routes } from "@/lib/routes";
import { BackupPanel } from "./backup-panel";
import { FaultsPanel } from "./faults-panel";
import { PressPanels } from "./press-panels";
import { StandingPanel } from "./standing-panel";
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
  const [report, standing, faults, backups, work, sweeps, timeZone] = await Promise.all([
    read(readPressReport(actor)),
    read(readStanding(actor)),
    read(listFaults(actor)),
    read(readBackups(actor)),
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
      <StandingPanel standing={standing} timeZone={timeZone} />
      <FaultsPanel faults={faults} timeZone={timeZone} />
      <BackupPanel backups={backups} timeZone={timeZone} />
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
            {waiting === 1 ? "One piece of work is" : `${waiting.toLocaleString("en")} pieces of work are`} due and not
            begun. Look whether the paper’s process of jobs is running.
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
              {late === 1 ? "1 minute" : `${late.toLocaleString("en")} minutes`} late: the paper was not running.
            </p>
          )}
        </Row>
      ))}
    </Rows>
  );
}
