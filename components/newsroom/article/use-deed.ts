"use client";

import { useState, useTransition } from "react";
import type { FormState } from "@/lib/form-state";
import type { Deeds } from "./desk";

export type Refused = { message: string; fields: Record<string, string> };

/** Something done to the article on the server, by a press: whether it is under way, and why it was refused. */
export function useDeed(deed: Deeds[keyof Deeds]) {
  const [pending, start] = useTransition();
  const [refused, setRefused] = useState<Refused | null>(null);

  /** @returns whether it was done. */
  const run = (fields: Record<string, string>): Promise<boolean> =>
    new Promise((resolve) => {
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
        const done = state?.done === true;
        start(() => setRefused(state && !state.done ? { message: state.message, fields: state.fields } : null));
        resolve(done);
      });
    });

  return { run, pending, refused, clear: () => setRefused(null) };
}
