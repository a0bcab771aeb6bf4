"use server";

import { action } from "@/app/_kit/action";
import { ProposeIdea } from "@/domain/articles/assignment";
import { proposeIdea } from "@/domain/articles/planning";

export const propose = action(ProposeIdea, async (actor, input) => {
  await proposeIdea(actor, input);
  return undefined;
});
