"use client";

import { ChevronDown, X } from "lucide-react";
import { useState, useTransition } from "react";
import { BulkOutcome } from "@/components/newsroom/bulk-outcome";
import { ChosenBar } from "@/components/newsroom/choosing";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import { Menu, MenuItem } from "@/components/ui/menu";
import { type BulkResult, MOST } from "@/domain/media/bulk";
import type { LibraryAsset } from "@/domain/media/library";
import { routes } from "@/lib/routes";
import { CollectDialog } from "./collect-dialog";
import { EditManyDialog } from "./edit-many-dialog";
import { LibraryGrid } from "./library-grid";

export type BulkActions = {
  edit: FormAction;
  undo: FormAction;
  bin: FormAction;
  unbin: FormAction;
  collect: FormAction;
  makeCollection: FormAction;
  takeOut: FormAction;
};

/** @property binned those that were put into the bin, by which that is taken back */
type Told = { words: string; result?: BulkResult; binned?: string[] } | { failed: string };

/** The grid of the library, of which some can be chosen and changed together. @param mayEdit whether there might be any that one may */
export function BulkLibrary({
  assets,
  label,
  mayEdit,
  mayBin,
  inBin,
  collections,
  collection,
  timeZone,
  actions,
}: {
  assets: LibraryAsset[];
  label: string;
  mayEdit: boolean;
  mayBin: boolean;
  /** Whether it is the bin that is looked at. */
  inBin: boolean;
  collections: { id: string; name: string }[];
  /** The collection that is looked at. */
  collection: { id: string; name: string } | null;
  timeZone: string;
  actions: BulkActions;
}) {
  const [kept, setKept] = useState<string[]>([]);
  const [asking, setAsking] = useState<"edit" | "collect" | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const [pending, start] = useTransition();
  // Those that are no longer on the page are not chosen.
  const chosen = kept.filter((id) => assets.some((asset) => asset.id === id));

  const send = (
    action: FormAction,
    fields: Record<string, string>,
    tell: (result: Record<string, string>) => Told,
    ids: readonly string[] = chosen,
  ) =>
    start(async () => {
      const form = new FormData();
      for (const id of ids) form.append("ids", id);
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      const state = await action(null, form).catch(() => null);
      start(() => {
        if (state?.done) {
          setAsking(null);
          setKept([]);
          setTold(tell(state.result ?? {}));
          return;
        }
        const why = state?.message ?? "No answer came. Look at the library before you try again.";
        const field = state && Object.values(state.fields)[0];
        setFailed(field ?? why);
        if (!asking) setTold({ failed: why });
      });
    });
  const ask = (what: typeof asking) => {
    setFailed(null);
    setAsking(what);
  };
  const bulk = (words: string) => (result: Record<string, string>) => ({
    words,
    result: JSON.parse(result.outcome ?? "null") as BulkResult,
  });
  const number = (count: number) => (count === 1 ? "1 file" : `${count} files`);
  const put = (into: { id: string; name: string } | { name: string }) => {
    const tell = ({ number: added = "0" }: Record<string, string>) => ({
      words: `Put into “${into.name}”: ${number(Number(added))}.`,
    });
    if ("id" in into) send(actions.collect, { id: into.id }, tell);
    else send(actions.makeCollection, { name: into.name }, tell);
  };

  return (
    <>
      {told && (
        <BulkOutcome
          told={told}
          number={number}
          action={
            "result" in told && told.result?.undo ? (
              <Button
                held={pending}
                onClick={() => send(actions.undo, { undo: JSON.stringify(told.result?.undo) }, bulk("Taken back"), [])}
              >
                Undo
              </Button>
            ) : "binned" in told && told.binned?.length ? (
              <Button held={pending} onClick={() => send(actions.unbin, {}, bulk("Taken back"), told.binned)}>
                Undo
              </Button>
            ) : null
          }
        />
      )}
      <LibraryGrid
        assets={assets}
        label={label}
        press={PAGES}
        chosen={chosen}
        onChosen={mayEdit || mayBin ? (ids) => setKept(ids.slice(0, MOST)) : undefined}
      />
      {chosen.length > 0 && (
        <ChosenBar label="Chosen files" number={`${number(chosen.length)} chosen`}>
          {chosen.length < assets.length && (
            <Button look="quiet" className="max-sm:hidden" onClick={() => setKept(assets.map(({ id }) => id))}>
              Choose all on this page
            </Button>
          )}
          {mayEdit && (
            <Button look="primary" held={pending} onClick={() => ask("edit")}>
              Edit…
            </Button>
          )}
          {mayEdit && (
            <Menu
              trigger={
                <Button held={pending}>
                  Collect <ChevronDown size={16} aria-hidden />
                </Button>
              }
            >
              <MenuItem name="Put into a collection…" onPress={() => ask("collect")} />
              {collection && (
                <MenuItem
                  name={`Take out of “${collection.name}”`}
                  onPress={() =>
                    send(actions.takeOut, { id: collection.id }, ({ number: gone = "0" }) => ({
                      words: `Taken out of “${collection.name}”: ${number(Number(gone))}.`,
                    }))
                  }
                />
              )}
            </Menu>
          )}
          {mayBin &&
            (inBin ? (
              <Button held={pending} onClick={() => send(actions.unbin, {}, bulk("Taken out of the bin"))}>
                Take out of the bin
              </Button>
            ) : (
              <Button look="danger" held={pending} onClick={() => send(actions.bin, {}, toldOfBin)}>
                Move to bin
              </Button>
            ))}
          <Button look="quiet" className="max-sm:px-2.5" onClick={() => setKept([])}>
            <X size={18} aria-hidden className="sm:hidden" />
            <span className="max-sm:sr-only">Choose none</span>
          </Button>
        </ChosenBar>
      )}
      <EditManyDialog
        open={asking === "edit"}
        many={number(chosen.length)}
        pending={pending}
        failed={failed}
        timeZone={timeZone}
        onClose={() => setAsking(null)}
        onSave={(fields) => send(actions.edit, fields, bulk("Changed"))}
      />
      <CollectDialog
        open={asking === "collect"}
        many={number(chosen.length)}
        collections={collections}
        pending={pending}
        failed={failed}
        onClose={() => setAsking(null)}
        onPut={put}
      />
    </>
  );
}

function toldOfBin({ outcome = "null" }: Record<string, string>): Told {
  const result = JSON.parse(outcome) as BulkResult & { ids: string[] };
  return { words: "Moved to the bin", result, binned: result.ids };
}

const PAGES = { href: routes.newsroom.asset };
