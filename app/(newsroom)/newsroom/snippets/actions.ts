"use server";

import { action } from "@/app/_kit/action";
import { createSnippet, editSnippet, removeSnippet } from "@/domain/snippets/keeping";
import { EditSnippet, NewSnippet, OneSnippet } from "@/domain/snippets/snippet";

export const addSnippet = action(NewSnippet, async (actor, input) => {
  await createSnippet(actor, input);
});

export const changeSnippet = action(EditSnippet, async (actor, input) => {
  await editSnippet(actor, input);
});

export const dropSnippet = action(OneSnippet, async (actor, input) => {
  await removeSnippet(actor, input);
});
