import type { Metadata } from "next";
import { readPressReport } from "@/app/_kit/press";
import { read } from "@/app/_kit/read";
import { currentActor, currentTimeZone } from "@/app/_kit/session";
import { Figure, Figures } from "@/components/newsroom/figures";
import { Moment } from "@/components/newsroom/moment";
import { Panel } from "@/components/newsroom/panel";
import { Empty, PageHeader } from "@/components/ui/page-header";
import { formatBytes } from "@/lib/bytes";
import type { PressReport } from "@/lib/press-report";

export const metadata: Metadata = { title: "Operations" };

export default async function OperationsPage() {
  const actor = await currentActor();
  const [report, timeZone] = await Promise.all([read(readPressReport(actor)), currentTimeZone()]);
  return (
    <>
      <PageHeader title="Operations" intro="How the paper is being served at this moment." />
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
