"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { readNotice, readNotices } from "@/domain/notices/desk";
import { placeOfNotice } from "@/domain/notices/notice";
import { Id } from "@/lib/id-field";

export const openNotice = action(z.object({ id: Id }), async (actor, input) => {
  return placeOfNotice(await readNotice(actor, input));
});

const Shown = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(" "))
    .pipe(z.array(Id).max(100)),
});

export const markRead = action(Shown, async (actor, input) => {
  await readNotices(actor, input);
  return undefined;
});
