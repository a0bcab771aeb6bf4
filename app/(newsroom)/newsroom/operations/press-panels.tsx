import { Figure, Figures } from "@/components/newsroom/figures";
import { Moment } from "@/components/newsroom/moment";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import { formatBytes } from "@/lib/bytes";
import type { PressReport } from "@/lib/press-report";

/** What the processes are for. */
export const PROCESS_NAMES: Record<string, string> = {
  press: "The press, which answers",
  worker: "A worker, which makes pages",
  jobs: "Work that the paper does by itself",
  pictures: "Pictures",
};

/** How readers and staff are being answered, and by what. */
export function PressPanels({ report, timeZone }: { report: PressReport; timeZone: string }) {
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
      <Panel title="Processes" intro="What each of the paper’s processes takes of this machine.">
        <Rows label="Processes">
          {report.processes.map(({ process, pid, rss, lag }) => (
            <Row key={pid}>
              <p className="font-semibold">{PROCESS_NAMES[process] ?? process}</p>
              <p className="text-sm text-muted tabular-nums">
                {formatBytes(rss)} of memory, stood still for at most {Math.round(lag)} ms in the last second; number{" "}
                {pid}
              </p>
            </Row>
          ))}
        </Rows>
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
