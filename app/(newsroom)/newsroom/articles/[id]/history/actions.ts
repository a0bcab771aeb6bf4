"use server";

import { action } from "@/app/_kit/action";
import { RestoreRevision } from "@/domain/articles/article";
import { restoreRevision } from "@/domain/articles/restoring";
import { routes } from "@/lib/routes";

export const restore = action(RestoreRevision, async (actor, input) => {
  await restoreRevision(actor, input);
  return routes.newsroom.article(input.id);
});
