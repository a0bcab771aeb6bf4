import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { Actor } from "@/domain/people/staff";
import type { FormState } from "@/lib/form-state";
import { nested } from "@/lib/nested";
import { Limited, Refusal } from "@/lib/refusal";
import { refuseOtherSites } from "./own-site";
import { onReply } from "./reply";
import { requireActor, requireStanding } from "./session";

/**
 * Where a form goes once it is done: an address, or nowhere, with what the page then shows this once.
 * @property still the page is not rendered anew: nothing on it has changed, or whoever asks could not have it.
 */
type Outcome = string | { result: Record<string, string>; still?: true } | undefined;

/**
 * A server action for a form: loads the actor from the database, checks the fields, performs. A field's name may be a
 * path, such as "links.0.url": a complaint about that value comes back under the same name.
 * `perform` returns the address to go to, or nothing to stay on the page, which is then rendered anew; what is to be
 * shown this once (a link that is kept nowhere) it returns as `result`.
 * A Refusal becomes the state of the form, with what was typed; anything else thrown is a fault and stays one.
 */
export function action<S extends z.ZodType>(schema: S, perform: (actor: Actor, input: z.infer<S>) => Promise<Outcome>) {
  return answering(async (typed) => perform(await requireActor(), parseInput(schema, nested(typed))));
}

/**
 * As `action`, for what matters: whoever did not say lately that it is them is asked first, and the form is sent again with
 * what was typed.
 */
export function confirmedAction<S extends z.ZodType>(
  schema: S,
  perform: (actor: Actor, input: z.infer<S>) => Promise<Outcome>,
) {
  return answering(async (typed) => {
    const actor = await requireActor();
    await requireConfirmed();
    return perform(actor, parseInput(schema, nested(typed)));
  });
}

/** As `confirmedAction`, also for who may do nothing else until a second factor is set up. */
export function factorAction<S extends z.ZodType>(
  schema: S,
  perform: (actor: Actor, input: z.infer<S>) => Promise<Outcome>,
) {
  return answering(async (typed) => {
    const { actor } = await requireStanding();
    await requireConfirmed();
    return perform(actor, parseInput(schema, nested(typed)));
  });
}

/** As `action`, for whoever is signed in, even if they may do nothing else yet. */
export function signedInAction<S extends z.ZodType>(
  schema: S,
  perform: (actor: Actor, input: z.infer<S>) => Promise<Outcome>,
) {
  return answering(async (typed) => perform((await requireStanding()).actor, parseInput(schema, typed)));
}

async function requireConfirmed(): Promise<void> {
  if (!(await requireStanding()).isConfirmed)
    throw new Refusal("unconfirmed", "Not done yet: it was not confirmed that it is you.");
}

/** As `action`, for the few forms of people who are not signed in: signing in, first-run set-up, an invitation. */
export function visitorAction<S extends z.ZodType>(schema: S, perform: (input: z.infer<S>) => Promise<Outcome>) {
  return answering(async (typed) => perform(parseInput(schema, typed)));
}

function answering(perform: (typed: Record<string, unknown>) => Promise<Outcome>) {
  return async (_previous: FormState, form: FormData): Promise<FormState> => {
    const typed = fieldsOf(form);
    let outcome: Outcome;
    try {
      // Next lets through what names no origin at all.
      refuseOtherSites({ method: "POST", headers: await headers() });
      outcome = await perform(typed);
    } catch (error) {
      return refusedState(error, typed);
    }
    if (typeof outcome === "string") redirect(outcome);
    if (!outcome?.still) refresh();
    return { done: true, ...(outcome && { result: outcome.result }) };
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
  if (error instanceof Limited) {
    const { retryAfter } = error;
    onReply((reply) => {
      reply.setHeader("retry-after", retryAfter);
      // A script reads why in the form's state; a page by itself says so by its status too.
      if (reply.req?.headers["next-action"] === undefined) reply.statusCode = 429;
    });
  }
  const values = Object.entries(typed).filter(([name]) => !/password/i.test(name));
  const confirm = error.code === "unconfirmed" || undefined;
  return { done: false, message: error.message, fields: error.fields, values: Object.fromEntries(values), confirm };
}

/** The input as its schema reads it. @throws Refusal "invalid" that names each wrong field */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new Refusal("invalid", Object.values(fields)[0] ?? "Something in this form is not right.", fields);
}
