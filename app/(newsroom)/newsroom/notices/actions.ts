"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { readNotice, readNotices } from "@/domain/notices/desk";
import { Id } from "@/lib/id-field";
import { routes } from "@/lib/routes";

export const openNotice = action(z.object({ id: Id }), async (actor, input) => {
  const { articleId, commentId } = await readNotice(actor, input);
  return commentId ? routes.newsroom.comment(articleId, commentId) : routes.newsroom.article(articleId);
});

const Shown = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(" "))
    .pipe(z.array(Id).max(100)),
});

export const markRead = action(Shown, async (actor, input) => {
  await readNotices(actor, input);
  return undefined;
});
