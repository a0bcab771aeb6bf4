import { redirect } from "next/navigation";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import { routes } from "@/lib/routes";

/** Who is signed in, read from the database at every call; null for nobody. */
export async function findActor(): Promise<Actor | null> {
  return null;
}

/** Who is signed in, for actions and endpoints. @throws Refusal "signed-out" */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor)
    throw new Refusal("signed-out", "You are signed out. Sign in again to go on; what you wrote is kept here.");
  return actor;
}

/** Who is signed in, for pages of the newsroom: others are sent to sign in. */
export async function currentActor(): Promise<Actor> {
  return (await findActor()) ?? redirect(routes.signIn());
}
