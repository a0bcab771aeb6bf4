import { cookies, headers } from "next/headers";
import { KNOWN_DAYS, knownBrowser } from "@/domain/people/attempts";
import type { Proof } from "@/domain/people/factor";
import { readSession } from "@/domain/people/sessions";
import { finishSignIn, STEP_MINUTES, signIn, signInByPasskey } from "@/domain/people/signing-in";
import { DAY } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { isSecure, ownName, startSession } from "./auth";
import { clientOf } from "./client";

/** The cookie that holds, sealed, that the password was right. */
const stepCookie = () => ownName("masthead-sign-in-step");
/** The cookie that says, sealed, that somebody was signed in here before. */
const knownCookie = () => ownName("masthead-known");

/** What both have: for this host's own pages alone, and for no script. */
const OWN = { httpOnly: true, sameSite: "strict", path: "/" } as const;

/** Signs the browser in. @returns null, or what it needs for the second step where a second factor is asked first */
export async function signInWithPassword(who: { email: string; password: string }): Promise<string | null> {
  const result = await signIn(who, await client());
  if ("step" in result) return result.step;
  await begin(result.session);
  return null;
}

/** Signs the browser in by the second step. @param step what the first gave; else that which the browser keeps. */
export async function signInWithFactor(proof: Proof, step?: string): Promise<void> {
  const kept = await cookies();
  const held = step ?? kept.get(stepCookie())?.value;
  if (!held) throw new Refusal("signed-out", "This took too long. Sign in with your password again.");
  await begin(await finishSignIn(held, proof, await client()));
  // By the same attributes: under https browsers take no other for a cookie of this name.
  kept.set(stepCookie(), "", { ...OWN, secure: isSecure(), maxAge: 0 });
}

/** Lets the browser keep what the second step needs, where that is a page of its own. */
export async function keepStep(step: string): Promise<void> {
  (await cookies()).set(stepCookie(), step, {
    ...OWN,
    secure: isSecure(),
    maxAge: STEP_MINUTES * 60,
  });
}

/** Signs the browser in by a passkey alone. @throws Refusal */
export async function signInWithPasskey(given: { passkey: string }): Promise<void> {
  await begin(await signInByPasskey(given, await client()));
}

/** Whether the browser is in the midst of signing in. */
export async function isAtSecondStep(): Promise<boolean> {
  return (await cookies()).has(stepCookie());
}

/** Gives the browser its session, and what says that it is known from now on: the guesses of others then keep it from nothing. */
async function begin(session: string): Promise<void> {
  await startSession(session);
  const standing = await readSession(session);
  if (!standing) return;
  (await cookies()).set(knownCookie(), knownBrowser(standing.actor.email), {
    ...OWN,
    secure: isSecure(),
    maxAge: (KNOWN_DAYS * DAY) / 1000,
  });
}

async function client() {
  return { ...clientOf(await headers()), known: (await cookies()).get(knownCookie())?.value };
}
