"use server";

import { visitorAction } from "@/app/_kit/action";
import { startSession } from "@/app/_kit/auth";
import { AcceptInvitation } from "@/domain/people/invitation";
import { acceptInvitation } from "@/domain/people/inviting";
import { routes } from "@/lib/routes";

export const join = visitorAction(AcceptInvitation, async (input) => {
  const { email } = await acceptInvitation(input);
  await startSession({ email, password: input.password });
  return routes.newsroom.home();
});
