"use client";

import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { useChosen, useIndeterminate } from "@/components/newsroom/article/use-chosen";
import { BulkOutcome, type ToldOfMany } from "@/components/newsroom/bulk-outcome";
import { Row, Rows } from "@/components/newsroom/panel";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/form";
import type { ManyRedirects } from "@/domain/redirects/redirect";

type Told = { words: string; result: ManyRedirects } | { failed: string };

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
  const all = useIndeterminate(chosen.length > 0 && chosen.length < rows.length);
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
        if (!state) return setTold({ failed: "No answer came. Look at the list before you try again." });
        if (!state.done) return setTold({ failed: state.message });
        setAll(false);
        setTold({ words, result: JSON.parse(state.result?.outcome ?? "null") });
      });
    });
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
        <div ref={outcome} tabIndex={-1} className="mb-4 outline-none">
          <BulkOutcome
            told={told satisfies ToldOfMany}
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
        </div>
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <>
          <div className="flex items-center gap-2.5 px-4 pb-2">
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
          <Rows label={label}>
            {rows.map(({ path, told, actions }) => (
              <Row key={path} actions={actions}>
                <div className="flex gap-3">
                  <input
                    type="checkbox"
                    aria-label={`Choose ${path}`}
                    className="size-6 shrink-0 accent-ink"
                    checked={chosen.includes(path)}
                    onChange={(event) =>
                      set(path, event.target.checked, (event.nativeEvent as unknown as MouseEvent).shiftKey === true)
                    }
                  />
                  <div className="min-w-0">{told}</div>
                </div>
              </Row>
            ))}
          </Rows>
        </>
      )}
      {chosen.length > 0 && (
        <section
          aria-label="Chosen redirects"
          className="sticky bottom-3 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-edge bg-raised px-4 py-2.5 shadow-lg"
        >
          <p role="status" className="mr-auto font-semibold">
            {counted(chosen.length)} chosen
          </p>
          <Button look="danger" held={pending} onClick={removeChosen}>
            Remove them
          </Button>
          <Button look="quiet" onClick={() => setAll(false)}>
            Choose none
          </Button>
        </section>
      )}
    </>
  );
}
