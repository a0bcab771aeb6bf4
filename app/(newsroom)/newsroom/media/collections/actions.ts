"use server";

import { action } from "@/app/_kit/action";
import { createCollection, editCollection, removeCollection } from "@/domain/media/collecting";
import { EditCollection, NewCollection, OneCollection } from "@/domain/media/collection";

export const addCollection = action(NewCollection, async (actor, input) => {
  await createCollection(actor, input);
  return undefined;
});

export const saveCollection = action(EditCollection, async (actor, input) => {
  await editCollection(actor, input);
  return undefined;
});

export const dropCollection = action(OneCollection, async (actor, input) => {
  await removeCollection(actor, input);
  return undefined;
});
