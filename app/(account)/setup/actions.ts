"use server";

import { visitorAction } from "@/app/_kit/action";
import { startSession } from "@/app/_kit/auth";
import { setUpPublication } from "@/domain/settings/set-up";
import { SetUp } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";

export const setUp = visitorAction(SetUp, async (input) => {
  await setUpPublication(input);
  await startSession({ email: input.email, password: input.password });
  return routes.newsroom.home();
});
