import { and, eq, ne } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { snippets } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { EditSnippet, NewSnippet, OneSnippet } from "./snippet";

/** Makes a snippet for all who write. @throws Refusal "forbidden", "conflict" if there is one so named */
export function createSnippet(actor: Actor, { name, body }: NewSnippet): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "snippet.manage");
    await refuseTaken(tx, name);
    const values = { name, body, editedBy: actor.id, editedAt: now() };
    const [row] = await tx.insert(snippets).values(values).returning({ id: snippets.id });
    if (!row) throw new Error("The snippet was not written");
    return record(tx, actor, "snippet.created", row.id);
  });
}

/** Changes a snippet; stories into which it was put stay as they are. @throws Refusal "forbidden", "not-found", "conflict" */
export function editSnippet(actor: Actor, { id, name, body }: EditSnippet): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "snippet.manage");
    await refuseTaken(tx, name, id);
    const values = { name, body, editedBy: actor.id, editedAt: now() };
    const changed = await tx.update(snippets).set(values).where(eq(snippets.id, id)).returning({ id: snippets.id });
    if (changed.length === 0) throw notFound("snippet");
    return record(tx, actor, "snippet.edited", id);
  });
}

/** Takes a snippet away; stories into which it was put stay as they are. @throws Refusal "forbidden", "not-found" */
export function removeSnippet(actor: Actor, { id }: OneSnippet): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "snippet.manage");
    const gone = await tx.delete(snippets).where(eq(snippets.id, id)).returning({ id: snippets.id });
    if (gone.length === 0) throw notFound("snippet");
    return record(tx, actor, "snippet.removed", id);
  });
}

async function refuseTaken(tx: Db, name: string, but = ""): Promise<void> {
  const [taken] = await tx
    .select({ id: snippets.id })
    .from(snippets)
    .where(and(eq(snippets.name, name), ne(snippets.id, but)));
  if (!taken) return;
  const message = `There is already a snippet “${name}”.`;
  throw new Refusal("conflict", message, { name: message });
}
