import { and, asc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { savedViews, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import type { List, View } from "./view";

/** The views of a list that the actor is offered: their own and those shared with all, by name. @throws Refusal "forbidden" */
export async function listViews(actor: Actor, list: List): Promise<View[]> {
  authorize(actor, "article.read");
  return db()
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      shared: savedViews.shared,
      ownerId: savedViews.ownerId,
      owner: staff.name,
    })
    .from(savedViews)
    .innerJoin(staff, eq(staff.id, savedViews.ownerId))
    .where(and(eq(savedViews.list, list), or(eq(savedViews.ownerId, actor.id), savedViews.shared)))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id));
}
