"use client";

import { unstable_rethrow } from "next/navigation";
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
  useTransition,
} from "react";
import type { FormState } from "@/lib/form-state";
import { Button } from "./button";
import { Confirming } from "./confirm";
import { Notice } from "./notice";
import { useKeptFocus } from "./use-kept-focus";

/** A server action made with `action()` or `visitorAction()`. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** What a form hands to its fields: the error and the text typed, so that a refused form loses nothing. */
export type FormFields = {
  error: (name: string) => string | undefined;
  value: (name: string, initially?: string) => string | undefined;
};

/**
 * What the server answered to a form. Once scripts run they send it themselves: React would reset the form after each
 * answer to what was sent, so that what was typed since is gone, and put the whole page away when no answer comes.
 */
function useAnswer(action: FormAction, onDone: (result: Record<string, string> | undefined) => void) {
  const [before, sendBeforeScripts] = useActionState(action, null);
  const [answer, setAnswer] = useState<FormState>(null);
  const [pending, start] = useTransition();
  const state = answer ?? before;
  const ask = useContext(Confirming);
  /** What was sent before it was asked whether it is them. */
  const [held, setHeld] = useState<{ form: FormData; refusal: FormState } | null>(null);

  const submit = (form: FormData) =>
    start(async () => {
      const next = await action(state, form).catch(withoutAnswer);
      const asks = ask && next?.done === false && next.confirm;
      start(() => {
        if (asks) return setHeld({ form, refusal: next });
        setAnswer(next);
        // Not once it is drawn: by what it did, the form may be gone by then.
        if (next?.done) onDone(next.result);
      });
    });
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    submit(new FormData(event.currentTarget));
  };
  const announceBefore = useEffectEvent(onDone);
  useEffect(() => {
    if (before?.done) announceBefore(before.result);
  }, [before]);
  const asked =
    held &&
    ask?.({
      onDone: () => {
        setHeld(null);
        submit(held.form);
      },
      onClose: () => {
        setHeld(null);
        setAnswer(held.refusal);
      },
    });
  return { state, pending, send, sendBeforeScripts, asked };
}

/** @throws what is no failure but Next's way to go to another page */
function withoutAnswer(error: unknown): FormState {
  unstable_rethrow(error);
  console.error(error);
  const message = "It did not go through, and what you typed is still here. Check the connection, then try again.";
  return { done: false, message, fields: {}, values: {} };
}

/**
 * A form whose server action answers with a FormState. Works before scripts do. A refusal is announced and
 * the first wrong field takes the focus; fields keep what was typed.
 */
export function ActionForm({
  action,
  submit,
  about,
  look = "primary",
  done,
  after,
  onDone,
  hidden = {},
  keep = false,
  className = "grid gap-5",
  children,
}: {
  action: FormAction;
  /** What the button says. */
  submit: string;
  /** What the button acts upon, for those who hear it among many that say the same. */
  about?: string;
  look?: "primary" | "secondary" | "danger" | "quiet";
  /** What is said when it is done and the page stays. */
  done?: string;
  /** What is shown this once of what the action returned. */
  after?: (result: Record<string, string>) => ReactNode;
  /** Called each time it is done, with what the action returned. */
  onDone?: (result: Record<string, string> | undefined) => void;
  hidden?: Record<string, string | readonly string[]>;
  /** For a form that shows what it changes: its fields stay as they are when it is done, instead of being emptied. */
  keep?: boolean;
  className?: string;
  children?: (fields: FormFields) => ReactNode;
}) {
  const { state, pending, send, sendBeforeScripts, asked } = useAnswer(action, (result) => onDone?.(result));
  const form = useRef<HTMLFormElement>(null);
  // What was done is told until somebody goes on: else it would be told of what is not done yet.
  const [changedSince, setChangedSince] = useState<FormState>(null);
  const told = state?.done && !pending && state !== changedSince ? (state.message ?? done) : undefined;
  useKeptFocus();
  const refused = state?.done === false ? state : undefined;

  useEffect(() => {
    if (state?.done && !keep) form.current?.reset();
  }, [state, keep]);

  useEffect(() => {
    if (!refused || !form.current) return;
    for (const field of form.current.querySelectorAll<HTMLInputElement>("input[name*=password i]")) {
      // A password that was not the reason is not asked for again.
      if (Object.keys(refused.fields).length === 0 || field.name in refused.fields) field.value = "";
    }
    form.current.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [refused]);

  const fields: FormFields = {
    error: (name) => refused?.fields[name],
    value: (name, initially) => {
      const typed = refused?.values[name];
      return typeof typed === "string" ? typed : initially;
    },
  };

  return (
    <>
      <form
        ref={form}
        action={sendBeforeScripts}
        onSubmit={send}
        onInput={() => setChangedSince(state)}
        className={className}
      >
        {Object.entries(hidden).flatMap(([name, values]) =>
          [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
        )}
        {children?.(fields)}
        {/* Beside the button that was pressed: the top of a long form is out of sight. */}
        {refused && (
          <Notice tone="bad" role="alert">
            {refused.message}
          </Notice>
        )}
        {told && (
          <Notice tone="good" role="status">
            {told}
          </Notice>
        )}
        {state?.done && state.result && after?.(state.result)}
        <div>
          <Button type="submit" look={look} held={pending} aria-label={about && submit + about}>
            {submit}
          </Button>
        </div>
      </form>
      {/* Beside the form: what is sent in it is not sent by this one too. */}
      {asked}
    </>
  );
}
