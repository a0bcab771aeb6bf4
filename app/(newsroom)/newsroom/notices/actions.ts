"use server";

import { z } from "zod";
import { action } from "@/app/_kit/action";
import { markNotices, readNotice } from "@/domain/notices/desk";
import { MarkNotices, placeOfNotice } from "@/domain/notices/notice";
import { Id } from "@/lib/id-field";

export const openNotice = action(z.object({ id: Id }), async (actor, input) => {
  return placeOfNotice(await readNotice(actor, input));
});

export const mark = action(MarkNotices, async (actor, input) => {
  return { result: { outcome: JSON.stringify(await markNotices(actor, input)) } };
});
