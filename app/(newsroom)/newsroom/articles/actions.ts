"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { BulkChange, UndoBulk } from "@/domain/articles/bulk";
import { changeMany, undoMany } from "@/domain/articles/changing-many";
import { createArticle } from "@/domain/articles/editing";
import { routes } from "@/lib/routes";

export const startArticle = action(z.object({}), async (actor) => {
  const event = await createArticle(actor);
  return routes.newsroom.article(event.subjectId);
});

export const changeStories = action(BulkChange, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await changeMany(actor, input)) } };
});

export const undoStories = action(UndoBulk, async (actor, { undo }) => {
  return { result: { outcome: JSON.stringify(await undoMany(actor, undo)) } };
});
