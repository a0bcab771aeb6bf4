"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { createArticle } from "@/domain/articles/editing";
import { routes } from "@/lib/routes";

export const startArticle = action(z.object({}), async (actor) => {
  const event = await createArticle(actor);
  return routes.newsroom.article(event.subjectId);
});
