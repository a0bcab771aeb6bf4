"use server";

import { action } from "@/app/_kit/action";
import { addStyleRule, editStyleRule, removeStyleRule } from "@/domain/style/keeping";
import { EditStyleRule, NewStyleRule, OneStyleRule } from "@/domain/style/style";

export const addRule = action(NewStyleRule, async (actor, input) => {
  await addStyleRule(actor, input);
});

export const changeRule = action(EditStyleRule, async (actor, input) => {
  await editStyleRule(actor, input);
});

export const dropRule = action(OneStyleRule, async (actor, input) => {
  await removeStyleRule(actor, input);
});
