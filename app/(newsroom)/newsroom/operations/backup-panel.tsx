import { Moment } from "@/components/newsroom/moment";
import { Panel } from "@/components/newsroom/panel";
import { Notice } from "@/components/ui/notice";
import type { BackupState } from "@/domain/backups/last";
import { formatBytes } from "@/lib/bytes";

/** When the last backup was made, and whether any are scheduled. */
export function BackupPanel({ backups: { scheduled, last }, timeZone }: { backups: BackupState; timeZone: string }) {
  return (
    <Panel
      title="Backups"
      intro={
        scheduled ? `Made each day at ${scheduled}.` : "None are scheduled: set BACKUP_DIR to a folder on another disk."
      }
    >
      {last?.failure && (
        <Notice tone="bad" className="mb-4">
          The last one, <Moment at={last.at} timeZone={timeZone} />, failed: {last.failure}
        </Notice>
      )}
      {last?.lastGood ? (
        <>
          <p className="font-semibold">
            Last made <Moment at={last.lastGood.at} timeZone={timeZone} />
          </p>
          <p className="text-sm text-muted [overflow-wrap:anywhere]">
            {last.lastGood.place}
            {!last.failure && `: ${last.files.toLocaleString("en")} files, ${formatBytes(last.bytes)}`}
          </p>
          {last.warnings.map((warning) => (
            <p key={warning} className="text-sm text-warn [overflow-wrap:anywhere]">
              {warning}
            </p>
          ))}
        </>
      ) : (
        <p className="text-muted">None was made yet.</p>
      )}
    </Panel>
  );
}
