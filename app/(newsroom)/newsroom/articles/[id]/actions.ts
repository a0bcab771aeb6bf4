"use server";

import { z } from "zod";
import { action, visitorAction } from "@/app/_kit/action";
import { startSession } from "@/app/_kit/auth";
import { AmendArticle, OneArticle, PublishArticle, TakeDownArticle, UnpublishArticle } from "@/domain/articles/article";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { returnArticle, submitArticle } from "@/domain/articles/submission";
import { liftTakedown, takeDownArticle } from "@/domain/articles/taking-down";

export const publish = action(PublishArticle, async (actor, input) => {
  await publishArticle(actor, input);
  return undefined;
});

export const unpublish = action(UnpublishArticle, async (actor, input) => {
  await unpublishArticle(actor, input);
  return undefined;
});

export const takeDown = action(TakeDownArticle, async (actor, input) => {
  await takeDownArticle(actor, input);
  return undefined;
});

export const lift = action(OneArticle, async (actor, input) => {
  await liftTakedown(actor, input);
  return undefined;
});

export const submit = action(OneArticle, async (actor, input) => {
  await submitArticle(actor, input);
  return undefined;
});

export const giveBack = action(OneArticle, async (actor, input) => {
  await returnArticle(actor, input);
  return undefined;
});

export const amend = action(AmendArticle, async (actor, input) => {
  await amendArticle(actor, input);
  return undefined;
});

const SignInAgain = z.object({
  email: z.string().max(254),
  password: z.string().min(1, "Enter your password.").max(200),
});

/** Signs somebody in whose session ended while they wrote, without leaving the story. */
export const signInAgain = visitorAction(SignInAgain, async (who) => {
  await startSession(who);
  return undefined;
});
