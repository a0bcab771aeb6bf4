import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { settings } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import type { Settings } from "./settings";

/** Changes what the publication is called and how it speaks of time. */
export function editSettings(actor: Actor, { name, tagline, timeZone, language }: Settings) {
  return transact(async (tx) => {
    authorize(actor, "settings.manage");
    const changed = await tx
      .update(settings)
      .set({ name, tagline, timeZone, language })
      .where(eq(settings.id, 1))
      .returning({ id: settings.id });
    if (changed.length === 0) throw notFound("publication");
    return record(tx, actor, "settings.edited", "publication");
  });
}
