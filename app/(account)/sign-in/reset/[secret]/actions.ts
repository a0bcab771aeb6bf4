"use server";

import { visitorAction } from "@/app/_kit/action";
import { keepStep, signInWithPassword } from "@/app/_kit/sign-in";
import { ChooseNewPassword, resetPassword } from "@/domain/people/resetting";
import { routes } from "@/lib/routes";

export const choose = visitorAction(ChooseNewPassword, async (input) => {
  const { email } = await resetPassword(input);
  // A second factor is asked of those who have one: the link stands for the password alone.
  const step = await signInWithPassword({ email, password: input.password });
  if (step === null) return routes.newsroom.home();
  await keepStep(step);
  return routes.signInCode();
});
