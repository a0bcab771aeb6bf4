"use server";

import { visitorAction } from "@/app/_kit/action";
import { signInWithPassword } from "@/app/_kit/sign-in";
import { AcceptInvitation } from "@/domain/people/invitation";
import { acceptInvitation } from "@/domain/people/inviting";
import { routes } from "@/lib/routes";

export const join = visitorAction(AcceptInvitation, async (input) => {
  const { email } = await acceptInvitation(input);
  await signInWithPassword({ email, password: input.password });
  return routes.newsroom.home();
});
