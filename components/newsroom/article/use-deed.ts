"use client";

import { useEffect, useEffectEvent, useState, useTransition } from "react";
import type { FormState } from "@/lib/form-state";
import type { Deed } from "./desk";

export type Refused = { message: string; fields: Record<string, string> };

/**
 * Something done to the article on the server, by a press: whether it is under way, and why it was refused.
 * @param onDone called once it is done and the screen says so.
 */
export function useDeed(deed: Deed, onDone: () => void) {
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);
  const [times, setTimes] = useState(0);

  const announceDone = useEffectEvent(onDone);
  useEffect(() => {
    if (times > 0) announceDone();
  }, [times]);

  const run = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    start(async () => {
      setRefused(null);
      const state = await deed(null, form).catch(
        (): FormState => ({
          done: false,
          message: "No answer came. Check the connection, then try again.",
          fields: {},
          values: {},
        }),
      );
      start(() => {
        setRefused(state && !state.done ? { message: state.message, fields: state.fields } : null);
        if (state?.done) setTimes((before) => before + 1);
      });
    });
  };

  return { run, pending, refused, clear: () => setRefused(null) };
}

/** What the fields of a form say, by name, for a deed. */
export function fieldsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
