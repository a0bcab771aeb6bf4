"use server";

import { z } from "zod";
import { confirmedAction } from "@/app/_kit/action";
import { requireFactor } from "@/domain/people/factor-keeping";
import { ChangeMatrix } from "@/domain/people/matrix";
import { changeMatrix, resetMatrix } from "@/domain/people/role-keeping";
import { ROLES } from "@/domain/people/staff";

export const saveMatrix = confirmedAction(ChangeMatrix, async (actor, input) => {
  await changeMatrix(actor, input);
});

export const reset = confirmedAction(z.object({}), async (actor) => {
  await resetMatrix(actor);
});

const Needed = z
  .object(Object.fromEntries(ROLES.map((role) => [role, z.literal("on").optional()])))
  .transform((chosen) => ({ needed: ROLES.filter((role) => chosen[role]) }));

export const chooseFactors = confirmedAction(Needed, async (actor, input) => {
  await requireFactor(actor, input);
});
