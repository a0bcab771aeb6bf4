import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { assets, collectionAssets, collections, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { hasWords } from "@/lib/search-words";
import type { ChangeMembers, Collection, EditCollection, NewCollection, OneCollection } from "./collection";

/** The collections by name, with how many assets of the library are in each. @throws Refusal "forbidden" */
export async function listCollections(actor: Actor, { search }: { search?: string } = {}): Promise<Collection[]> {
  authorize(actor, "asset.read");
  const rows = await db()
    .select({
      id: collections.id,
      name: collections.name,
      description: collections.description,
      count: sql<number>`count(${assets.id})`,
      by: { id: staff.id, name: staff.name },
    })
    .from(collections)
    .innerJoin(staff, eq(staff.id, collections.createdBy))
    .leftJoin(collectionAssets, eq(collectionAssets.collectionId, collections.id))
    .leftJoin(assets, and(eq(assets.id, collectionAssets.assetId), isNull(assets.deletedAt)))
    .groupBy(collections.id)
    .orderBy(asc(sql`lower(${collections.name})`), asc(collections.id));
  return rows.filter(({ name, description }) => hasWords(`${name} ${description}`, search));
}

/** Makes a collection, with what is named in it. @throws Refusal "forbidden", "conflict" if there is one so named */
export function createCollection(actor: Actor, { name, description, ids = [] }: NewCollection): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit");
    await refuseTaken(tx, name);
    const [row] = await tx
      .insert(collections)
      .values({ name, description, createdBy: actor.id, createdAt: now() })
      .returning({ id: collections.id });
    if (!row) throw new Error("The collection was not written");
    const added = await putIn(tx, row.id, ids);
    return record(tx, actor, "collection.created", row.id, { added });
  });
}

/** Changes what a collection is called and said to be. @throws Refusal "forbidden", "not-found", "conflict" */
export function editCollection(actor: Actor, { id, name, description }: EditCollection): Promise<Event> {
  return transact(async (tx) => {
    await authorizeFor(tx, actor, id);
    await refuseTaken(tx, name, id);
    await tx.update(collections).set({ name, description }).where(eq(collections.id, id));
    return record(tx, actor, "collection.edited", id);
  });
}

/** Takes a collection away; what was in it stays in the library. @throws Refusal "forbidden", "not-found" */
export function removeCollection(actor: Actor, { id }: OneCollection): Promise<Event> {
  return transact(async (tx) => {
    await authorizeFor(tx, actor, id);
    await tx.delete(collectionAssets).where(eq(collectionAssets.collectionId, id));
    await tx.delete(collections).where(eq(collections.id, id));
    return record(tx, actor, "collection.removed", id);
  });
}

/** Puts assets into a collection, which says nothing else of them. @returns how many were not in it. @throws Refusal "forbidden", "not-found" */
export function addToCollection(actor: Actor, { id, ids }: ChangeMembers): Promise<number> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit");
    await found(tx, id);
    const added = await putIn(tx, id, ids);
    if (added > 0) await record(tx, actor, "collection.filled", id, { added });
    return added;
  });
}

/** Takes assets out of a collection. @returns how many were in it. @throws Refusal "forbidden", "not-found" */
export function takeFromCollection(actor: Actor, { id, ids }: ChangeMembers): Promise<number> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit");
    await found(tx, id);
    const { assetId, collectionId } = collectionAssets;
    const gone = await tx
      .delete(collectionAssets)
      .where(and(eq(collectionId, id), inArray(assetId, ids)))
      .returning({ assetId });
    if (gone.length > 0) await record(tx, actor, "collection.filled", id, { removed: gone.length });
    return gone.length;
  });
}

async function putIn(tx: Db, collectionId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const there = await tx
    .select({ id: assets.id })
    .from(assets)
    .where(and(inArray(assets.id, [...ids]), isNull(assets.deletedAt)));
  if (there.length === 0) throw notFound("file");
  const added = await tx
    .insert(collectionAssets)
    .values(there.map(({ id }) => ({ collectionId, assetId: id, addedAt: now() })))
    .onConflictDoNothing()
    .returning({ id: collectionAssets.assetId });
  return added.length;
}

async function found(tx: Db, id: string): Promise<{ ownerId: string }> {
  const [row] = await tx.select({ ownerId: collections.createdBy }).from(collections).where(eq(collections.id, id));
  if (!row) throw notFound("collection");
  return row;
}

/** A collection is changed by whoever made it, and by those who may change what is anybody's. */
async function authorizeFor(tx: Db, actor: Actor, id: string): Promise<void> {
  authorize(actor, "asset.edit", await found(tx, id));
}

async function refuseTaken(tx: Db, name: string, but = ""): Promise<void> {
  const [taken] = await tx
    .select({ name: collections.name })
    .from(collections)
    .where(and(sql`lower(${collections.name}) = lower(${name})`, ne(collections.id, but)));
  if (!taken) return;
  const message = `There is already a collection “${taken.name}”.`;
  throw new Refusal("conflict", message, { name: message });
}
