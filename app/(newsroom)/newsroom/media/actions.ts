"use server";

import { action } from "@/app/_kit/action";
import { EditAsset } from "@/domain/media/asset";
import { CropForm } from "@/domain/media/crop";
import { cropAsset } from "@/domain/media/cropping";
import { describeAsset } from "@/domain/media/describing";
import { DescribeAsset } from "@/domain/media/description";
import { editAsset } from "@/domain/media/editing";

/** Saves what is said of a picture, and stays. */
export const saveAsset = action(EditAsset, async (actor, input) => {
  await editAsset(actor, input);
  return undefined;
});

/** Saves all that is known of a file, its rights among it, and stays. */
export const saveDescription = action(DescribeAsset, async (actor, input) => {
  await describeAsset(actor, input);
  return undefined;
});

/** Saves how a picture is cropped, and stays. */
export const saveCrops = action(CropForm, async (actor, input) => {
  await cropAsset(actor, input);
  return undefined;
});
