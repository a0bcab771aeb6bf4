"use server";

import { action } from "@/app/_kit/action";
import { RemoveKeyword, RenameKeyword, removeKeyword, renameKeyword } from "@/domain/media/keywords";

export const saveKeyword = action(RenameKeyword, async (actor, input) => {
  await renameKeyword(actor, input);
  return undefined;
});

export const dropKeyword = action(RemoveKeyword, async (actor, input) => {
  await removeKeyword(actor, input);
  return undefined;
});
