"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { currentSessionId } from "@/app/_kit/auth";
import { ChooseLetters, chooseLetters } from "@/domain/notices/choosing";
import { changePassword, renameSelf } from "@/domain/people/own-account";
import { endSession, endSessions } from "@/domain/people/sessions";
import { ChangePassword, PersonName } from "@/domain/people/staff";
import { EditOwnProfile } from "@/domain/taxonomy/byline";
import { editOwnProfile } from "@/domain/taxonomy/byline-keeping";

export const rename = action(z.object({ name: PersonName }), async (actor, input) => {
  await renameSelf(actor, input);
});

export const saveOwnProfile = action(EditOwnProfile, async (actor, input) => {
  await editOwnProfile(actor, input);
});

export const changeOwnPassword = action(ChangePassword, async (actor, input) => {
  await changePassword(actor, input, (await currentSessionId()) ?? "");
});

export const endOwnSession = action(z.object({ id: z.string() }), async (actor, input) => {
  await endSession(actor, input);
});

export const endOwnSessions = action(z.object({}), async (actor) => {
  await endSessions(actor, { staffId: actor.id, except: (await currentSessionId()) ?? undefined });
});

export const chooseOwnLetters = action(ChooseLetters, async (actor, input) => {
  await chooseLetters(actor, input);
  return undefined;
});
