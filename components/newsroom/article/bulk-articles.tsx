"use client";

import { ChevronDown, X } from "lucide-react";
import { useEffect, useRef, useState, useTransition } from "react";
import { BulkOutcome, type ToldOfMany } from "@/components/newsroom/bulk-outcome";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import { Menu, MenuItem } from "@/components/ui/menu";
import { headlineOf } from "@/domain/articles/board";
import type { BulkResult } from "@/domain/articles/bulk";
import { ArticleList, type ArticleListRow } from "./article-list";
import { BulkDialog, DEEDS, type Deed } from "./bulk-dialog";
import { useChosen, useIndeterminate } from "./use-chosen";

type Told = { words: string; result: BulkResult } | { failed: string };

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
  const all = useIndeterminate(chosen.length > 0 && chosen.length < rows.length);
  const [asking, setAsking] = useState<Deed | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [pending, start] = useTransition();
  const outcome = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (told) outcome.current?.focus();
  }, [told]);

  const send = (action: FormAction, form: FormData, words: string) =>
    start(async () => {
      const state = await action(null, form).catch(() => null);
      start(() => {
        setAsking(null);
        if (!state) return setTold({ failed: "No answer came. Look at the list before you try again." });
        if (!state.done) return setTold({ failed: state.message });
        setAll(false);
        setTold({ words, result: JSON.parse(state.result?.outcome ?? "null") });
      });
    });
  const perform = (deed: Deed, fields: Record<string, string>, words: string) => {
    const form = new FormData();
    form.set("deed", deed);
    for (const id of chosen) form.append("ids", id);
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    send(change, form, words);
  };
  const takeBack = (result: BulkResult) => {
    const form = new FormData();
    form.set("undo", JSON.stringify(result.undo));
    send(undo, form, "Taken back");
  };

  const stories = (count: number) => (count === 1 ? "1 story" : `${count} stories`);
  const number = `${stories(chosen.length)} chosen`;
  return (
    <>
      {told && (
        <div ref={outcome} tabIndex={-1} className="mb-4 outline-none">
          <BulkOutcome
            told={namedIn(told)}
            number={stories}
            action={
              "result" in told &&
              told.result.undo.length > 0 &&
              told.words !== "Taken back" && (
                <Button held={pending} onClick={() => takeBack(told.result)}>
                  Undo
                </Button>
              )
            }
          />
        </div>
      )}
      {deeds.length > 0 && (
        <div className="flex items-center gap-2.5 pb-2 sm:px-2">
          <input
            ref={all}
            id="choose-all"
            type="checkbox"
            className="size-6 shrink-0 accent-ink"
            checked={chosen.length === rows.length}
            onChange={(event) => setAll(event.target.checked)}
          />
          <label htmlFor="choose-all" className="text-sm text-muted">
            Choose all on this page
          </label>
        </div>
      )}
      <ArticleList
        rows={rows}
        timeZone={timeZone}
        lead={
          deeds.length > 0
            ? ({ id, headline }) => (
                <input
                  type="checkbox"
                  aria-label={`Choose “${headlineOf({ headline })}”`}
                  className="relative z-10 size-6 shrink-0 accent-ink"
                  checked={chosen.includes(id)}
                  onChange={(event) =>
                    set(id, event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)
                  }
                />
              )
            : undefined
        }
      />
      {chosen.length > 0 && (
        <section
          aria-label="Chosen stories"
          className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-edge bg-raised px-4 py-2.5 shadow-lg"
        >
          <p role="status" className="mr-auto font-semibold">
            {number}
          </p>
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
        </section>
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
function namedIn(told: Told): ToldOfMany {
  if ("failed" in told) return told;
  const refused = told.result.refused.map(({ headline, why }) => ({ name: headline, why }));
  return { ...told, result: { ...told.result, refused } };
}
