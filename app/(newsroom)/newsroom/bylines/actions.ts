"use server";

import { action } from "@/app/_kit/action";
import { NewByline } from "@/domain/taxonomy/byline";
import { createByline } from "@/domain/taxonomy/byline-keeping";
import { SetAside, setAside } from "@/domain/taxonomy/setting-aside";
import { routes } from "@/lib/routes";

export const addByline = action(NewByline, async (actor, input) => {
  const event = await createByline(actor, input);
  return routes.newsroom.byline(event.subjectId);
});

export const aside = action(SetAside, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await setAside(actor, "byline", input)) } };
});
