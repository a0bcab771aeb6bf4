"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { removeDesk, saveDesk } from "@/domain/people/desk-keeping";
import { SaveDesk } from "@/domain/people/section-desk";

export const keepDesk = action(SaveDesk, async (actor, input) => {
  await saveDesk(actor, input);
});

export const dropDesk = action(z.object({ id: z.string() }), async (actor, input) => {
  await removeDesk(actor, input);
});
