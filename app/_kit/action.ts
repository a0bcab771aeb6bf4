import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/domain/people/staff";
import type { FormState } from "@/lib/form-state";
import { Refusal } from "@/lib/refusal";
import { requireActor } from "./session";

/**
 * A server action for a form: loads the actor from the database, checks the fields, performs.
 * `perform` returns the address to go to, or nothing to stay on the page, which is then rendered anew.
 * A Refusal becomes the state of the form, with what was typed; anything else thrown is a fault and stays one.
 */
export function action<S extends z.ZodType>(
  schema: S,
  perform: (actor: Actor, input: z.infer<S>) => Promise<string | undefined>,
) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const typed = fieldsOf(form);
    let to: string | undefined;
    try {
      const actor = await requireActor();
      to = await perform(actor, parseInput(schema, typed));
    } catch (error) {
      return refusedState(error, typed);
    }
    if (to) redirect(to);
    refresh();
    return { done: true };
  };
}

/** The fields of a form by name: a string, or a list of strings where a name is given more than once. */
export function fieldsOf(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/** The state a form takes when a verb refused. @throws whatever is not a Refusal */
export function refusedState(error: unknown, typed: Record<string, unknown>): FormState {
  if (!(error instanceof Refusal)) throw error;
  const values = Object.entries(typed).filter(([name]) => !/password/i.test(name));
  return { done: false, message: error.message, fields: error.fields, values: Object.fromEntries(values) };
}

/** The input as its schema reads it. @throws Refusal "invalid" that names each wrong field */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new Refusal("invalid", Object.values(fields)[0] ?? "Something in this form is not right.", fields);
}
