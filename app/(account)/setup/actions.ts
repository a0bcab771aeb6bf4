"use server";

import { visitorAction } from "@/app/_kit/action";
import { signInWithPassword } from "@/app/_kit/sign-in";
import { setUpPublication } from "@/domain/settings/set-up";
import { SetUp } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";

export const setUp = visitorAction(SetUp, async (input) => {
  await setUpPublication(input);
  await signInWithPassword({ email: input.email, password: input.password });
  return routes.newsroom.home();
});
