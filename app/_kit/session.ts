import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findSession } from "@/domain/people/sessions";
import type { Actor } from "@/domain/people/staff";
import { readPublication } from "@/domain/settings/published";
import { Refusal } from "@/lib/refusal";
import { routes } from "@/lib/routes";
import { currentSessionId } from "./auth";

/** The header in which proxy.ts says which page of the newsroom is asked for. */
const ASKED_PATH = "x-masthead-path";

/** Who is signed in, read from the database at every request; null for nobody. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const id = await currentSessionId();
  return id ? findSession(id) : null;
});

/** Who is signed in, for actions and endpoints. @throws Refusal "signed-out" */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) {
    throw new Refusal(
      "signed-out",
      "You are signed out. Sign in again in another tab to go on; what you wrote is kept here.",
    );
  }
  return actor;
}

/** Who is signed in, for pages of the newsroom: others are sent to sign in, and come back here. */
export async function currentActor(): Promise<Actor> {
  const actor = await findActor();
  if (actor) return actor;
  if (!(await currentPublication())) redirect(routes.setup());
  const asked = (await headers()).get(ASKED_PATH);
  redirect(routes.signIn(asked && asked !== routes.newsroom.home() ? asked : undefined));
}

/** What the publication is, once a request; null until it has been set up. */
export const currentPublication = cache(readPublication);

/** The zone in which the newsroom shows times. */
export async function currentTimeZone(): Promise<string> {
  return (await currentPublication())?.timeZone ?? "UTC";
}
