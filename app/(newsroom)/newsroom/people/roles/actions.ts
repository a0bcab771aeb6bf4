"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { ChangeMatrix } from "@/domain/people/matrix";
import { changeMatrix, resetMatrix } from "@/domain/people/role-keeping";

export const saveMatrix = action(ChangeMatrix, async (actor, input) => {
  await changeMatrix(actor, input);
});

export const reset = action(z.object({}), async (actor) => {
  await resetMatrix(actor);
});
