"use server";

import { z } from "zod";
import { action, confirmedAction } from "@/app/_kit/action";
import { Invite } from "@/domain/people/invitation";
import { invite, inviteByMail, mailInvitation, renewInvitation, revokeInvitation } from "@/domain/people/inviting";
import { disableMany } from "@/domain/people/managing";
import { DisableMany } from "@/domain/people/staff";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

/** What the dialog shows this once. */
type Shown = { result: Record<string, string> };

/** Whether the link goes by e-mail, or is copied and handed on. */
const By = z.object({ by: z.enum(["mail", "copy"]).default("copy") });

export const invitePerson = confirmedAction(Invite.and(By), async (actor, { by, ...input }): Promise<Shown> => {
  if (by === "mail") {
    await inviteByMail(actor, input);
    return { result: { sent: input.email } };
  }
  const { secret } = await invite(actor, input);
  return { result: { name: input.name, link: getEnv().SITE_URL + routes.invitation(secret) } };
});

export const inviteAgain = confirmedAction(
  z.object({ id: z.string() }).and(By),
  async (actor, { id, by }): Promise<Shown> => {
    if (by === "mail") {
      await mailInvitation(actor, { id });
      return { result: { sent: "them" } };
    }
    const { name, secret } = await renewInvitation(actor, { id });
    return { result: { name, link: getEnv().SITE_URL + routes.invitation(secret) } };
  },
);

export const disableTogether = confirmedAction(DisableMany, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await disableMany(actor, input)) } };
});

export const revoke = action(z.object({ id: z.string() }), async (actor, input) => {
  await revokeInvitation(actor, input);
});
