"use server";

import { action } from "@/app/_kit/action";
import { removeView as remove, saveView as save } from "@/domain/views/keeping";
import { RemoveView, SaveView } from "@/domain/views/view";

export const saveView = action(SaveView, async (actor, input) => {
  await save(actor, input);
  return undefined;
});

export const removeView = action(RemoveView, async (actor, input) => {
  await remove(actor, input);
  return undefined;
});
