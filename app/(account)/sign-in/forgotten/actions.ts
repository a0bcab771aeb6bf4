"use server";

import { headers } from "next/headers";
import { visitorAction } from "@/app/_kit/action";
import { clientOf } from "@/app/_kit/client";
import { AskForReset, askForReset } from "@/domain/people/resetting";

export const ask = visitorAction(AskForReset, async (input) => {
  await askForReset(input, clientOf(await headers()).address);
  return undefined;
});
