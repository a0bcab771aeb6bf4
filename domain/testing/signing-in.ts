import type { Origin } from "@/domain/people/session";
import { readSession } from "@/domain/people/sessions";
import { signIn as begin } from "@/domain/people/signing-in";
import type { Actor } from "@/domain/people/staff";

/** Signs in somebody who has no second factor. @returns the session's id */
export async function signIn(who: { email: string; password: string }, from: Origin): Promise<string> {
  const result = await begin(who, from);
  if (!("session" in result)) throw new Error("They have a second factor");
  return result.session;
}

/** Who a session belongs to; null for nobody any more. */
export async function findSession(id: string): Promise<Actor | null> {
  return (await readSession(id))?.actor ?? null;
}
