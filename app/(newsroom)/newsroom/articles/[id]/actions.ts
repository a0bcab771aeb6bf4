"use server";

import { z } from "zod";
import { action, parseInput, visitorAction } from "@/app/_kit/action";
import { signInWithFactor, signInWithPassword } from "@/app/_kit/sign-in";
import { AmendArticle, OneArticle, PublishArticle, TakeDownArticle, UnpublishArticle } from "@/domain/articles/article";
import { PlanArticle } from "@/domain/articles/assignment";
import { setEmbargo as embargo, liftEmbargo as lift } from "@/domain/articles/embargo";
import { planArticle } from "@/domain/articles/planning";
import { RevokePreview, SharePreview } from "@/domain/articles/preview-link";
import { revokePreview, sharePreview } from "@/domain/articles/preview-sharing";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import {
  MoveSchedule,
  OneSchedule,
  RenewSchedule,
  SchedulePublication,
  ScheduleUnpublication,
  SetEmbargo,
} from "@/domain/articles/schedule";
import {
  cancelSchedule as cancel,
  moveSchedule as move,
  schedulePublication as publishAt,
  renewSchedule as renew,
  scheduleUnpublication as unpublishAt,
} from "@/domain/articles/scheduling";
import { TakeStep } from "@/domain/articles/stage";
import { takeStep } from "@/domain/articles/stepping";
import { liftTakedown as liftTakeDown, takeDownArticle } from "@/domain/articles/taking-down";
import { Code, PasskeyAnswer, Proof } from "@/domain/people/factor";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

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

export const liftTakedown = action(OneArticle, async (actor, input) => {
  await liftTakeDown(actor, input);
  return undefined;
});

export const plan = action(PlanArticle, async (actor, input) => {
  await planArticle(actor, input);
  return undefined;
});

export const schedulePublication = action(SchedulePublication, async (actor, input) => {
  await publishAt(actor, input);
  return undefined;
});

export const scheduleUnpublication = action(ScheduleUnpublication, async (actor, input) => {
  await unpublishAt(actor, input);
  return undefined;
});

export const moveSchedule = action(MoveSchedule, async (actor, input) => {
  await move(actor, input);
  return undefined;
});

export const renewSchedule = action(RenewSchedule, async (actor, input) => {
  await renew(actor, input);
  return undefined;
});

export const cancelSchedule = action(OneSchedule, async (actor, input) => {
  await cancel(actor, input);
  return undefined;
});

export const setEmbargo = action(SetEmbargo, async (actor, input) => {
  await embargo(actor, input);
  return undefined;
});

export const liftEmbargo = action(OneArticle, async (actor, input) => {
  await lift(actor, input);
  return undefined;
});

export const step = action(TakeStep, async (actor, input) => {
  await takeStep(actor, input);
  return undefined;
});

export const amend = action(AmendArticle, async (actor, input) => {
  await amendArticle(actor, input);
  return undefined;
});

export const sharePreviewLink = action(SharePreview, async (actor, input) => {
  const { secret } = await sharePreview(actor, input);
  return { result: { link: `${getEnv().SITE_URL}${routes.previewLink(secret)}` } };
});

export const revokePreviewLink = action(RevokePreview, async (actor, input) => {
  await revokePreview(actor, input);
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
