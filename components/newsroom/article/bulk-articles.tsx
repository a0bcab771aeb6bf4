"use client";

import { ChevronDown, X } from "lucide-react";
import { useState } from "react";
import { BulkOutcome } from "@/components/newsroom/bulk-outcome";
import { ChooseAll, ChooseOne, ChosenBar } from "@/components/newsroom/choosing";
import { useChosen } from "@/components/newsroom/use-chosen";
import { useMany } from "@/components/newsroom/use-many";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import { Menu, MenuItem } from "@/components/ui/menu";
import { headlineOf } from "@/domain/articles/board";
import type { BulkResult } from "@/domain/articles/bulk";
import { ArticleList, type ArticleListRow } from "./article-list";
import { BulkDialog, DEEDS, type Deed } from "./bulk-dialog";

/** The list of articles, of which some can be chosen and changed together. @param deeds those that the actor might do */
export function BulkArticles({
  rows,
  timeZone,
  sections,
  people,
  deeds,
  change,
  undo,
}: {
  rows: ArticleListRow[];
  timeZone: string;
  sections: { id: string; name: string }[];
  /** To whom stories may be given. */
  people: { id: string; name: string }[];
  deeds: Deed[];
  change: FormAction;
  undo: FormAction;
}) {
  const { chosen, set, setAll } = useChosen(rows.map(({ id }) => id));
  const [asking, setAsking] = useState<Deed | null>(null);
  const { told, pending, send } = useMany(namedIn, (done) => {
    setAsking(null);
    if (done) setAll(false);
  });
  const perform = (deed: Deed, fields: Record<string, string>, words: string) => {
    const form = new FormData();
    form.set("deed", deed);
    for (const id of chosen) form.append("ids", id);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    send(change, form, words);
  };
  const takeBack = (taken: BulkResult["undo"]) => {
    const form = new FormData();
    form.set("undo", JSON.stringify(taken));
    send(undo, form, "Taken back");
  };

  const stories = (count: number) => (count === 1 ? "1 story" : `${count} stories`);
  const number = `${stories(chosen.length)} chosen`;
  return (
    <>
      {told && (
        <BulkOutcome
          told={told}
          number={stories}
          action={
            "result" in told &&
            told.result.undo.length > 0 &&
            told.words !== "Taken back" && (
              <Button held={pending} onClick={() => takeBack(told.result.undo)}>
                Undo
              </Button>
            )
          }
        />
      )}
      {deeds.length > 0 && <ChooseAll chosen={chosen.length} of={rows.length} onChosen={setAll} className="sm:px-2" />}
      <ArticleList
        rows={rows}
        timeZone={timeZone}
        lead={
          deeds.length > 0
            ? ({ id, headline }) => (
                <ChooseOne
                  name={`“${headlineOf({ headline })}”`}
                  chosen={chosen.includes(id)}
                  onChosen={(on, through) => set(id, on, through)}
                />
              )
            : undefined
        }
      />
      {chosen.length > 0 && (
        <ChosenBar label="Chosen stories" number={number}>
          <Menu
            trigger={
              <Button look="primary" held={pending}>
                Change them <ChevronDown size={16} aria-hidden />
              </Button>
            }
          >
            {deeds.map((deed) => (
              <MenuItem key={deed} name={`${DEEDS[deed].name}…`} onPress={() => setAsking(deed)} />
            ))}
          </Menu>
          <Button look="quiet" className="max-sm:px-2.5" onClick={() => setAll(false)}>
            <X size={18} aria-hidden className="sm:hidden" />
            <span className="max-sm:sr-only">Choose none</span>
          </Button>
        </ChosenBar>
      )}
      <BulkDialog
        deed={asking}
        number={chosen.length}
        sections={sections}
        people={people}
        pending={pending}
        onClose={() => setAsking(null)}
        onPerform={perform}
      />
    </>
  );
}

/** What became of the stories, each refused by its headline. */
function namedIn(outcome: string) {
  const result: BulkResult = JSON.parse(outcome);
  return { ...result, refused: result.refused.map(({ headline, why }) => ({ name: headline, why })) };
}
