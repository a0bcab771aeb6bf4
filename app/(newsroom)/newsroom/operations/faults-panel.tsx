import { Moment } from "@/components/newsroom/moment";
import { Panel, Row, Rows } from "@/components/newsroom/panel";
import type { FaultRow } from "@/domain/faults/desk";
import { PROCESS_NAMES } from "./press-panels";

/** What failed in the last days, and by what the log has it. */
export function FaultsPanel({ faults, timeZone }: { faults: FaultRow[]; timeZone: string }) {
  return (
    <Panel
      title="Faults"
      intro="Of the last fourteen days, what failed alike in one. The log has more under the reference, which is also what a reader or a colleague was shown."
    >
      {faults.length === 0 ? (
        <p className="text-muted">Nothing failed.</p>
      ) : (
        <Rows label="Faults">
          {faults.map(({ id, process, place, what, count, firstAt, lastAt, request, digest }) => (
            <Row key={id}>
              <p className="font-semibold [overflow-wrap:anywhere]">{what}</p>
              <p className="text-sm text-muted [overflow-wrap:anywhere]">
                {PROCESS_NAMES[process] ?? process}
                {place && `: ${place}`}
              </p>
              <p className="text-sm text-muted">
                {count === 1 ? "Once" : `${count.toLocaleString("en")} times`}, last{" "}
                <Moment at={lastAt} timeZone={timeZone} />
                {count > 1 && (
                  <>
                    , first <Moment at={firstAt} timeZone={timeZone} />
                  </>
                )}
              </p>
              {(request || digest) && (
                <p className="text-sm text-muted [overflow-wrap:anywhere]">
                  Reference <code>{[request, digest].filter(Boolean).join(", ")}</code>
                </p>
              )}
            </Row>
          ))}
        </Rows>
      )}
    </Panel>
  );
}
