"use server";

import { action } from "@/app/_kit/action";
import { deleteAsset, NamedAsset, restoreAsset } from "@/domain/media/deleting";

/** Puts an asset into the bin, and stays: its page says so, and how to have it back. */
export const putIntoBin = action(NamedAsset, async (actor, input) => {
  await deleteAsset(actor, input);
  return undefined;
});

/** Takes an asset out of the bin. */
export const takeOutOfBin = action(NamedAsset, async (actor, input) => {
  await restoreAsset(actor, input);
  return undefined;
});
