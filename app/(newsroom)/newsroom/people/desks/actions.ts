"use server";

import { z } from "zod";
import { confirmedAction } from "@/app/_kit/action";
import { removeDesk, saveDesk } from "@/domain/people/desk-keeping";
import { SaveDesk } from "@/domain/people/section-desk";

export const keepDesk = confirmedAction(SaveDesk, async (actor, input) => {
  await saveDesk(actor, input);
});

export const dropDesk = confirmedAction(z.object({ id: z.string() }), async (actor, input) => {
  await removeDesk(actor, input);
});
