"use server";

import { action } from "@/app/_kit/action";
import { EditAsset } from "@/domain/media/asset";
import { editAsset } from "@/domain/media/editing";

/** Saves what is said of a picture, and stays. */
export const saveAsset = action(EditAsset, async (actor, input) => {
  await editAsset(actor, input);
  return undefined;
});
