"use server";

import { action } from "@/app/_kit/action";
import { EditAsset } from "@/domain/media/asset";
import { binAssets, unbinAssets } from "@/domain/media/binning-many";
import { EditAssets, NamedAssets, UndoEdit } from "@/domain/media/bulk";
import { addToCollection, createCollection, takeFromCollection } from "@/domain/media/collecting";
import { ChangeMembers, NewCollection } from "@/domain/media/collection";
import { CropForm } from "@/domain/media/crop";
import { cropAsset } from "@/domain/media/cropping";
import { describeAsset } from "@/domain/media/describing";
import { DescribeAsset } from "@/domain/media/description";
import { editAsset } from "@/domain/media/editing";
import { editAssets, undoEdit } from "@/domain/media/editing-many";

/** Saves what is said of a picture, and stays. */
export const saveAsset = action(EditAsset, async (actor, input) => {
  await editAsset(actor, input);
  return undefined;
});

/** Says the same of many. */
export const saveAssets = action(EditAssets, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await editAssets(actor, input)) } };
});

export const undoAssets = action(UndoEdit, async (actor, { undo }) => {
  return { result: { outcome: JSON.stringify(await undoEdit(actor, undo)) } };
});

export const collect = action(ChangeMembers, async (actor, input) => {
  return { result: { number: String(await addToCollection(actor, input)) } };
});

export const takeOut = action(ChangeMembers, async (actor, input) => {
  return { result: { number: String(await takeFromCollection(actor, input)) } };
});

export const makeCollection = action(NewCollection, async (actor, input) => {
  await createCollection(actor, input);
  return { result: { number: String(input.ids?.length ?? 0) } };
});

/** Saves all that is known of a file, its rights among it, and stays. */
export const saveDescription = action(DescribeAsset, async (actor, input) => {
  return { result: { was: JSON.stringify(await describeAsset(actor, input)) } };
});

/** Saves how a picture is cropped, and stays. */
export const saveCrops = action(CropForm, async (actor, input) => {
  await cropAsset(actor, input);
  return undefined;
});

export const binMany = action(NamedAssets, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await binAssets(actor, input)) } };
});

export const unbinMany = action(NamedAssets, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await unbinAssets(actor, input)) } };
});
