import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { readSession, type Standing } from "@/domain/people/sessions";
import type { Actor } from "@/domain/people/staff";
import { readPublication } from "@/domain/settings/published";
import { Refusal } from "@/lib/refusal";
import { routes } from "@/lib/routes";
import { currentSessionId } from "./auth";

/** The header in which proxy.ts says which page of the newsroom is asked for. */
const ASKED_PATH = "x-masthead-path";

/** Who is signed in and how, read from the database at every request; null for nobody. */
export const findStanding = cache(async (): Promise<Standing | null> => {
  const id = await currentSessionId();
  return id ? readSession(id) : null;
});

/** Who is signed in and may go on; null for nobody, and for who has to set up a second factor first. */
export const findActor = cache(async (): Promise<Actor | null> => {
  const standing = await findStanding();
  return standing && !standing.lacksFactor ? standing.actor : null;
});

/** How whoever asks is signed in, for actions and endpoints. @throws Refusal "signed-out" */
export async function requireStanding(): Promise<Standing> {
  const standing = await findStanding();
  if (!standing) {
    throw new Refusal(
      "signed-out",
      "You are signed out. Sign in again in another tab to go on; what you wrote is kept here.",
    );
  }
  return standing;
}

/** Who is signed in, for actions and endpoints. @throws Refusal "signed-out", "forbidden" */
export async function requireActor(): Promise<Actor> {
  const { actor, lacksFactor } = await requireStanding();
  if (lacksFactor) {
    throw new Refusal(
      "forbidden",
      "Your role needs a second factor now. Set it up in another tab to go on; what you wrote is kept here.",
    );
  }
  return actor;
}

/** Who is signed in, for pages of the newsroom: others are sent to sign in, and come back here. */
export async function currentActor(): Promise<Actor> {
  const standing = await findStanding();
  if (standing && !standing.lacksFactor) return standing.actor;
  if (!(await currentPublication())) redirect(routes.setup());
  const asked = (await headers()).get(ASKED_PATH);
  const next = asked && asked !== routes.newsroom.home() ? asked : undefined;
  redirect(standing ? routes.secondFactor(next) : routes.signIn(next));
}

/** What the publication is, once a request; null until it has been set up. */
export const currentPublication = cache(readPublication);

/** The zone in which the newsroom shows times. */
export async function currentTimeZone(): Promise<string> {
  return (await currentPublication())?.timeZone ?? "UTC";
}
