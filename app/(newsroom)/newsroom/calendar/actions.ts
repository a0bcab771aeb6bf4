"use server";

import { action } from "@/app/_kit/action";
import { MoveOnCalendar } from "@/domain/articles/assignment";
import { moveOnCalendar } from "@/domain/articles/planning";

export const move = action(MoveOnCalendar, async (actor, input) => {
  await moveOnCalendar(actor, input);
  return undefined;
});
