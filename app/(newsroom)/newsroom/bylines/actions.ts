"use server";

import { action } from "@/app/_kit/action";
import { NewByline } from "@/domain/taxonomy/byline";
import { createByline } from "@/domain/taxonomy/byline-keeping";
import { routes } from "@/lib/routes";

export const addByline = action(NewByline, async (actor, input) => {
  const event = await createByline(actor, input);
  return routes.newsroom.byline(event.subjectId);
});
