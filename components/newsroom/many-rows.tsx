"use client";

import type { ReactNode } from "react";
import { BulkOutcome } from "@/components/newsroom/bulk-outcome";
import { ChooseAll, ChooseOne, ChosenBar } from "@/components/newsroom/choosing";
import { Row, Rows } from "@/components/newsroom/panel";
import { useChosen } from "@/components/newsroom/use-chosen";
import { useMany } from "@/components/newsroom/use-many";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import type { ManyOutcome } from "@/lib/many";

/** What can be done to those that are chosen, and what takes it back. */
export type ManyDeed = {
  submit: string;
  /** What is said when it is done, such as "Removed". */
  words: string;
  look?: "secondary" | "danger";
  /** What is sent beside the ids. */
  fields?: Record<string, string>;
  /** What takes it back, of which the same is said. */
  back: { action: FormAction; words: string; fields?: Record<string, string> };
};

/** One row; one without a name cannot be chosen. */
export type ManyRow = { id: string; name?: string; told: ReactNode; actions?: ReactNode };

/** The rows of a list, of which some can be chosen and changed together, and put back as they were. */
export function ManyRows({
  label,
  called: [one, several],
  rows,
  empty,
  action,
  deeds,
}: {
  label: string;
  /** What one of them is called, and more than one. */
  called: [string, string];
  rows: ManyRow[];
  /** What stands in place of the list where there is none; what was done last can be taken back still. */
  empty: ReactNode;
  action: FormAction;
  deeds: ManyDeed[];
}) {
  const choosable = rows.filter(({ name }) => name).map(({ id }) => id);
  const { chosen, set, setAll } = useChosen(choosable);
  const { told, pending, send, asked } = useMany<ManyOutcome<unknown>>(JSON.parse, (done) => done && setAll(false));
  const counted = (count: number) => (count === 1 ? `1 ${one}` : `${count} ${several}`);
  const perform = ({ fields, words }: ManyDeed) => send(action, formOf(chosen, fields), words);
  const back = told && "result" in told && deeds.find(({ words }) => words === told.words)?.back;

  return (
    <>
      {told && (
        <BulkOutcome
          told={told}
          number={counted}
          action={
            back &&
            told.result.undo.length > 0 && (
              <Button
                held={pending}
                onClick={() => send(back.action, formOf(told.result.undo, back.fields), back.words)}
              >
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
          {choosable.length > 0 && (
            <ChooseAll chosen={chosen.length} of={choosable.length} onChosen={setAll} className="px-4" />
          )}
          <Rows label={label}>
            {rows.map(({ id, name, told, actions }) => (
              <Row
                key={id}
                lead={
                  name && (
                    <ChooseOne
                      name={name}
                      chosen={chosen.includes(id)}
                      onChosen={(on, through) => set(id, on, through)}
                    />
                  )
                }
                actions={actions}
              >
                {told}
              </Row>
            ))}
          </Rows>
        </>
      )}
      {chosen.length > 0 && (
        <ChosenBar label={`Chosen ${several}`} number={`${counted(chosen.length)} chosen`}>
          {deeds.map((deed) => (
            <Button key={deed.submit} look={deed.look} held={pending} onClick={() => perform(deed)}>
              {deed.submit}
            </Button>
          ))}
          <Button look="quiet" onClick={() => setAll(false)}>
            Choose none
          </Button>
        </ChosenBar>
      )}
      {asked}
    </>
  );
}

/** Ids go one by one; what else an outcome says of what it changed goes back as it came. */
function formOf(them: readonly unknown[], fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  if (them.every((each) => typeof each === "string")) for (const id of them) form.append("ids", id);
  else form.set("undo", JSON.stringify(them));
  return form;
}
