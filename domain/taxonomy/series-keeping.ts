import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { series } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { slugOf } from "@/lib/slug";
import type { EditSeries, NewSeries, Series } from "./series";

/** Makes a series to choose in articles. @throws Refusal "forbidden", "conflict" if there is one so named */
export function createSeries(actor: Actor, { name, description }: NewSeries): Promise<Series> {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const slug = slugOf(name);
    const [taken] = await tx.select({ name: series.name }).from(series).where(eq(series.slug, slug));
    if (taken) {
      const message = `There is already a series “${taken.name}”.`;
      throw new Refusal("conflict", message, { name: message });
    }
    const values = { slug, name, description, createdAt: now() };
    const [row] = await tx.insert(series).values(values).returning({ id: series.id });
    if (!row) throw new Error("The series was not written");
    await record(tx, actor, "series.created", row.id);
    return { id: row.id, slug, name, description };
  });
}

/** Changes what a series is called and what is said of it; its web address stays. @throws Refusal "forbidden", "not-found" */
export function editSeries(actor: Actor, { id, ...said }: EditSeries): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const changed = await tx.update(series).set(said).where(eq(series.id, id)).returning({ id: series.id });
    if (changed.length === 0) throw notFound("series");
    return record(tx, actor, "series.edited", id);
  });
}
