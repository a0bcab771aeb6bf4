import { and, eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { MOST_VIEWS, mayRemove, type RemoveView, type SaveView } from "./view";

/**
 * Keeps a view of a list; one of the actor's own by the same name is replaced.
 * @throws Refusal "forbidden" if it is to be shared by who may not, "invalid" past the most that may be kept
 */
export function saveView(actor: Actor, { list, name, query, shared }: SaveView): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "article.read");
    if (shared) authorize(actor, "view.share");
    const own = await tx
      .select({ id: savedViews.id, name: savedViews.name })
      .from(savedViews)
      .where(and(eq(savedViews.list, list), eq(savedViews.ownerId, actor.id)));
    const same = own.find((view) => view.name.toLowerCase() === name.toLowerCase());
    if (!same && own.length >= MOST_VIEWS) {
      throw new Refusal("invalid", `You keep ${MOST_VIEWS} views of this list. Remove one first.`);
    }
    const said = { name, query, shared: shared === "on" };
    if (same) {
      await tx.update(savedViews).set(said).where(eq(savedViews.id, same.id));
      return record(tx, actor, "view.saved", same.id, { list, shared: said.shared });
    }
    const [row] = await tx
      .insert(savedViews)
      .values({ ...said, list, ownerId: actor.id, createdAt: now() })
      .returning({ id: savedViews.id });
    if (!row) throw new Error("The view was not written");
    return record(tx, actor, "view.saved", row.id, { list, shared: said.shared });
  });
}

/** Takes a view away, for everybody if it was shared. @throws Refusal "not-found", also for another's own */
export function removeView(actor: Actor, { id }: RemoveView): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "article.read");
    const [view] = await tx.select().from(savedViews).where(eq(savedViews.id, id));
    if (!view || !mayRemove(actor, view)) throw notFound("view");
    await tx.delete(savedViews).where(eq(savedViews.id, id));
    return record(tx, actor, "view.removed", id, { list: view.list, shared: view.shared });
  });
}
