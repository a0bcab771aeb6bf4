"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { changeRole, disableStaff, enableStaff } from "@/domain/people/managing";
import { endSession, endSessions } from "@/domain/people/sessions";
import { ChangeRole } from "@/domain/people/staff";

const One = z.object({ id: z.string() });

export const giveRole = action(ChangeRole, async (actor, input) => {
  await changeRole(actor, input);
});

export const disable = action(One, async (actor, input) => {
  await disableStaff(actor, input);
});

export const enable = action(One, async (actor, input) => {
  await enableStaff(actor, input);
});

export const endOneSession = action(One, async (actor, input) => {
  await endSession(actor, input);
});

export const endAllSessions = action(One, async (actor, { id }) => {
  await endSessions(actor, { staffId: id });
});
