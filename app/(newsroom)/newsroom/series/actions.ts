"use server";

import { action } from "@/app/_kit/action";
import { EditSeries, NewSeries } from "@/domain/taxonomy/series";
import { createSeries, editSeries } from "@/domain/taxonomy/series-keeping";
import { SetAside, setAside } from "@/domain/taxonomy/setting-aside";

export const addSeries = action(NewSeries, async (actor, input) => {
  await createSeries(actor, input);
});

export const changeSeries = action(EditSeries, async (actor, input) => {
  await editSeries(actor, input);
});

export const aside = action(SetAside, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await setAside(actor, "series", input)) } };
});
