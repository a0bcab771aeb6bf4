import type { z } from "zod";
import type { Actor } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";
import { REFUSAL_STATUS, Refusal } from "@/lib/refusal";
import { parseInput } from "./action";
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
    answer(request, async (actor) => {
      const body = await request.json().catch(() => {
        throw new Refusal("invalid", "The request is not JSON.");
      });
      return perform(actor, parseInput(schema, body));
    });
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
    return Response.json({ code, message, fields }, { status: REFUSAL_STATUS[code], headers });
  }
}

/** Server actions check this by themselves; a route handler must. A request without Origin is a GET or no browser's. */
function refuseOtherSites(request: Request): void {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  const same = origin === null || origin === getEnv().SITE_URL || new URL(origin).host === host;
  if (!same || request.headers.get("sec-fetch-site") === "cross-site") {
    throw new Refusal("forbidden", "This request came from another site.");
  }
}
