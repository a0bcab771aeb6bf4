"use server";

import { action } from "@/app/_kit/action";
import { EditSeries, NewSeries } from "@/domain/taxonomy/series";
import { createSeries, editSeries } from "@/domain/taxonomy/series-keeping";

export const addSeries = action(NewSeries, async (actor, input) => {
  await createSeries(actor, input);
});

export const changeSeries = action(EditSeries, async (actor, input) => {
  await editSeries(actor, input);
});
