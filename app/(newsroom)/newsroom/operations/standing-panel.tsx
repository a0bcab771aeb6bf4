import { Figure, Figures } from "@/components/newsroom/figures";
import { Moment } from "@/components/newsroom/moment";
import { Panel } from "@/components/newsroom/panel";
import { Notice } from "@/components/ui/notice";
import type { Standing } from "@/domain/operations/desk";
import { formatBytes } from "@/lib/bytes";
import { now } from "@/lib/clock";

/** From when on what was written and not put into place is told as trouble, in bytes. */
const LARGE_WAL = 256 * 1024 * 1024;

/** What the paper runs on: its version, its database, its disk. */
export function StandingPanel({ standing, timeZone }: { standing: Standing; timeZone: string }) {
  const { database, disk, work } = standing;
  const waits = work.oldestDue && Math.round((now().getTime() - work.oldestDue.getTime()) / 1000);
  return (
    <Panel
      title="The paper"
      intro={
        <>
          Masthead {process.env.VERSION || "of no known version"} on Node {process.versions.node}. The database’s last
          step dates from <Moment at={new Date(database.lastMigration)} timeZone={timeZone} />.
        </>
      }
    >
      {disk.left < disk.floor * 4 && (
        <Notice tone="bad" className="mb-4">
          The disk is nearly full: {formatBytes(disk.left)} are left. Make room before nothing can be saved any more.
        </Notice>
      )}
      {database.walBytes > LARGE_WAL && (
        <Notice tone="bad" className="mb-4">
          Much was written to the database and not put into place. Something may be reading from it without end: start
          the paper anew.
        </Notice>
      )}
      <Figures>
        <Figure
          name="Database"
          value={formatBytes(database.bytes)}
          about={`${database.migrations} steps of its schema`}
        />
        <Figure name="Not yet in place" value={formatBytes(database.walBytes)} about="of what was written to it" />
        <Figure
          name="Left on the disk"
          value={formatBytes(disk.left)}
          about={`not ready below ${formatBytes(disk.floor)}`}
        />
        <Figure
          name="Work due"
          value={work.due.toLocaleString("en")}
          about={waits ? `the oldest for ${waits.toLocaleString("en")} s` : "nothing waits"}
        />
        <Figure name="Work under way" value={work.running.toLocaleString("en")} />
        <Figure name="Work planned" value={work.planned.toLocaleString("en")} about={`${work.failing} of all failed`} />
      </Figures>
    </Panel>
  );
}
