"use server";

import { action } from "@/app/_kit/action";
import { EditByline } from "@/domain/taxonomy/byline";
import { editByline } from "@/domain/taxonomy/byline-keeping";

export const changeByline = action(EditByline, async (actor, input) => {
  await editByline(actor, input);
});
