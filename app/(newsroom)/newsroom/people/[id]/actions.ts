"use server";

import { z } from "zod";
import { confirmedAction } from "@/app/_kit/action";
import { resetFactors } from "@/domain/people/factor-keeping";
import { changeRole, disableStaff, enableStaff } from "@/domain/people/managing";
import { makeResetLink } from "@/domain/people/resetting";
import { endSession, endSessions } from "@/domain/people/sessions";
import { ChangeRole } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

const One = z.object({ id: z.string() });

export const giveRole = confirmedAction(ChangeRole, async (actor, input) => {
  await changeRole(actor, input);
});

export const disable = confirmedAction(One, async (actor, input) => {
  await disableStaff(actor, input);
});

export const enable = confirmedAction(One, async (actor, input) => {
  await enableStaff(actor, input);
});

export const endOneSession = confirmedAction(One, async (actor, input) => {
  await endSession(actor, input);
});

export const endAllSessions = confirmedAction(One, async (actor, { id }) => {
  await endSessions(actor, { staffId: id });
});

export const makeLink = confirmedAction(One, async (actor, input) => {
  const { secret } = await makeResetLink(actor, input);
  return { result: { link: getEnv().SITE_URL + routes.reset(secret) } };
});

export const resetFactor = confirmedAction(One, async (actor, input) => {
  await resetFactors(actor, input);
});
