"use server";

import { action } from "@/app/_kit/action";
import { EditSection, MoveSection, NewSection } from "@/domain/taxonomy/section";
import { createSection, editSection, moveSection } from "@/domain/taxonomy/section-keeping";

export const addSection = action(NewSection, async (actor, input) => {
  await createSection(actor, input);
});

export const changeSection = action(EditSection, async (actor, input) => {
  await editSection(actor, input);
});

export const shiftSection = action(MoveSection, async (actor, input) => {
  await moveSection(actor, input);
});
