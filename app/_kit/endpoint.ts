import type { z } from "zod";
import type { Actor } from "@/domain/people/staff";
import { Limited, REFUSAL_STATUS, Refusal } from "@/lib/refusal";
import { fieldsOf, parseInput } from "./action";
import { refuseOtherSites } from "./own-site";
import { requireActor } from "./session";

/**
 * A route handler for the newsroom's own scripts (saving, uploading): refuses other sites, loads the actor from the
 * database, checks the JSON body, answers JSON. A Refusal becomes `{ code, message, fields }` with its status.
 */
export function endpoint<S extends z.ZodType>(
  schema: S,
  perform: (actor: Actor, input: z.infer<S>) => Promise<unknown>,
) {
  return (request: Request) =>
    answer(request, async (actor) => perform(actor, parseInput(schema, await jsonOf(request))));
}

/** The longest JSON that is read, in characters: many times the longest story. */
const LONGEST = 4_000_000;

async function jsonOf(request: Request): Promise<unknown> {
  // Where the proxy stands before the handler, Next has cut what is longer than ten megabytes.
  const text = await request.text().catch(() => {
    throw new Refusal("invalid", "The request was cut off.");
  });
  if (text.length > LONGEST) throw new Refusal("too-large", "This is too long to be kept. Take some of it out.");
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("invalid", "The request is not JSON.");
  }
}

/** The fields of a form that was sent to a handler. @throws Refusal "invalid" for what is no form */
export async function sentForm(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData().catch(() => {
    throw new Refusal("invalid", "The request is not a form.");
  });
  return fieldsOf(form);
}

/** As `endpoint`, for a handler that reads the request itself. */
export async function answer(request: Request, perform: (actor: Actor) => Promise<unknown>): Promise<Response> {
  const headers = { "cache-control": "private, no-store" };
  try {
    refuseOtherSites(request);
    const result = await perform(await requireActor());
    return result instanceof Response ? result : Response.json(result ?? null, { headers });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, fields } = error;
    const wait = error instanceof Limited && { "retry-after": String(error.retryAfter) };
    return Response.json({ code, message, fields }, { status: REFUSAL_STATUS[code], headers: { ...headers, ...wait } });
  }
}
