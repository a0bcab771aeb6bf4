"use client";

import type { ReactNode } from "react";
import { BulkOutcome } from "@/components/newsroom/bulk-outcome";
import { ChooseAll, ChooseOne, ChosenBar } from "@/components/newsroom/choosing";
import { Row, Rows } from "@/components/newsroom/panel";
import { useChosen } from "@/components/newsroom/use-chosen";
import { useMany } from "@/components/newsroom/use-many";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import type { ManyRedirects } from "@/domain/redirects/redirect";

const counted = (count: number) => (count === 1 ? "1 redirect" : `${count} redirects`);

/** The redirects made by hand, of which some can be chosen and removed together, and put back. */
export function BulkRedirects({
  label,
  rows,
  empty,
  remove,
  restore,
}: {
  label: string;
  rows: { path: string; told: ReactNode; actions: ReactNode }[];
  /** What stands in place of the list where there is none; what was removed last can be put back still. */
  empty: ReactNode;
  remove: FormAction;
  restore: FormAction;
}) {
  const { chosen, set, setAll } = useChosen(rows.map(({ path }) => path));
  const { told, pending, send } = useMany<ManyRedirects>(JSON.parse, (done) => done && setAll(false));
  const removeChosen = () => {
    const form = new FormData();
    for (const path of chosen) form.append("paths", path);
    send(remove, form, "Removed");
  };
  const putBack = (undo: ManyRedirects["undo"]) => {
    const form = new FormData();
    form.set("undo", JSON.stringify(undo));
    send(restore, form, "Put back");
  };

  return (
    <>
      {told && (
        <BulkOutcome
          told={told}
          number={counted}
          action={
            "result" in told &&
            told.result.undo.length > 0 && (
              <Button held={pending} onClick={() => putBack(told.result.undo)}>
                Undo
              </Button>
            )
          }
        />
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          <ChooseAll chosen={chosen.length} of={rows.length} onChosen={setAll} className="px-4" />
          <Rows label={label}>
            {rows.map(({ path, told, actions }) => (
              <Row key={path} actions={actions}>
                <div className="flex gap-3">
                  <ChooseOne
                    name={path}
                    chosen={chosen.includes(path)}
                    onChosen={(on, through) => set(path, on, through)}
                  />
                  <div className="min-w-0">{told}</div>
                </div>
              </Row>
            ))}
          </Rows>
        </>
      )}
      {chosen.length > 0 && (
        <ChosenBar label="Chosen redirects" number={`${counted(chosen.length)} chosen`}>
          <Button look="danger" held={pending} onClick={removeChosen}>
            Remove them
          </Button>
          <Button look="quiet" onClick={() => setAll(false)}>
            Choose none
          </Button>
        </ChosenBar>
      )}
    </>
  );
}
