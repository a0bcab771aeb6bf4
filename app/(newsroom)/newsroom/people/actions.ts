"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { Invite } from "@/domain/people/invitation";
import { invite, revokeInvitation } from "@/domain/people/inviting";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

export const invitePerson = action(Invite, async (actor, input) => {
  const { secret } = await invite(actor, input);
  return { result: { name: input.name, link: getEnv().SITE_URL + routes.invitation(secret) } };
});

export const revoke = action(z.object({ id: z.string() }), async (actor, input) => {
  await revokeInvitation(actor, input);
});
