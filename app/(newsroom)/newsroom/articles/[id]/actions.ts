"use server";

import { z } from "zod";
import { action, parseInput, visitorAction } from "@/app/_kit/action";
import { signInWithFactor, signInWithPassword } from "@/app/_kit/sign-in";
import { CorrectArticle, PublishArticle, UnpublishArticle } from "@/domain/articles/article";
import { correctArticle } from "@/domain/articles/correcting";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { TakeStep } from "@/domain/articles/stage";
import { takeStep } from "@/domain/articles/stepping";
import { Code, PasskeyAnswer, Proof } from "@/domain/people/factor";

export const publish = action(PublishArticle, async (actor, input) => {
  await publishArticle(actor, input);
  return undefined;
});

export const unpublish = action(UnpublishArticle, async (actor, input) => {
  await unpublishArticle(actor, input);
  return undefined;
});

export const step = action(TakeStep, async (actor, input) => {
  await takeStep(actor, input);
  return undefined;
});

export const correct = action(CorrectArticle, async (actor, input) => {
  await correctArticle(actor, input);
  return undefined;
});

const SignInAgain = z.object({
  email: z.string().max(254),
  password: z.string().min(1, "Enter your password.").max(200).optional(),
  step: z.string().max(2000).optional(),
  code: Code.optional(),
  passkey: PasskeyAnswer.optional(),
});

/**
 * Signs somebody in whose session ended while they wrote, without leaving the story: by the password first, then by what
 * else is asked of them.
 */
export const signInAgain = visitorAction(SignInAgain, async ({ email, password, step, ...proof }) => {
  if (password === undefined) {
    await signInWithFactor(parseInput(Proof, proof), step);
    return undefined;
  }
  const next = await signInWithPassword({ email, password });
  // Rendered anew, the page would lead whoever is not signed in yet to the door.
  return next === null ? undefined : { result: { step: next }, still: true };
});
