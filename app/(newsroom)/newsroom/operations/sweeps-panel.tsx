import { Moment } from "@/components/newsroom/moment";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import type { Sweep, Swept } from "@/domain/media/sweeping";
import { formatBytes } from "@/lib/bytes";

/** What is said of each kind that was swept: of one, and of several. */
const NAMES: Record<keyof Swept, [one: string, many: string]> = {
  temporary: ["half-written file", "half-written files"],
  uploads: ["upload that nobody went on with", "uploads that nobody went on with"],
  copies: ["copy that nothing shows", "copies that nothing shows"],
  originals: ["original that nothing names", "originals that nothing name"],
  bin: ["file of the bin", "files of the bin"],
};

/** What the sweeper removed of the library's files. */
export function SweepsPanel({ sweeps, timeZone }: { sweeps: Sweep[]; timeZone: string }) {
  return (
    <Panel
      title="Files swept away"
      intro="Once a day, and as the paper starts: what a crash left behind, uploads that were given up, what nothing shows any more, and what has been in the bin for thirty days."
    >
      {sweeps.length === 0 ? (
        <p className="text-muted">Not swept yet.</p>
      ) : (
        <Rows label="Sweeps">
          {sweeps.map(({ id, at, took, removed }) => (
            <Row key={id}>
              <p className="font-semibold">
                <Moment at={at} timeZone={timeZone} />
              </p>
              <p className="text-sm">{said(removed)}</p>
              <p className="text-sm text-muted">
                It took {took < 1000 ? "less than a second" : `${Math.round(took / 1000)} s`}.
              </p>
            </Row>
          ))}
        </Rows>
      )}
    </Panel>
  );
}

function said(removed: Swept): string {
  const kinds = Object.entries(NAMES).flatMap(([kind, [one, many]]) => {
    const { count } = removed[kind as keyof Swept];
    return count > 0 ? [`${count.toLocaleString("en")} ${count === 1 ? one : many}`] : [];
  });
  const bytes = Object.values(removed).reduce((sum, kind) => sum + kind.bytes, 0);
  return kinds.length > 0 ? `Removed ${kinds.join(", ")}: ${formatBytes(bytes)}.` : "Nothing was left behind.";
}
