"use server";

import { action } from "@/app/_kit/action";
import { EditAbout } from "@/domain/settings/about";
import { editAbout } from "@/domain/settings/about-keeping";

export const saveAbout = action(EditAbout, async (actor, input) => {
  const { editedAt } = await editAbout(actor, input);
  return { result: { since: editedAt.toISOString(), live: input.publish ? "yes" : "" } };
});
