import { and, asc, eq, gte, lt } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { articles, drafts, plans, presences, staff } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { MINUTE, now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { Beat, Company, ContentField, Present, TakeOver } from "./article";
import { findDraft, keepStanding } from "./draft";
import { ownerId } from "./plan";

/** Whoever was not heard of for so long is gone, and so is their hold on a field, in milliseconds. */
export const GONE_AFTER = 40_000;

/** A word that says nothing new is written down this often: most beats only read. */
const WRITE_EVERY = 15_000;

/**
 * Takes down that somebody has a story open and where they write, and tells who else has. Whoever came to a field first
 * holds it until they leave it, are silent for `GONE_AFTER`, or somebody takes it over.
 * @throws Refusal "not-found", "forbidden" to who may not write in it
 */
export async function keepCompany(actor: Actor, { id, tab, field, leaves = false }: Beat): Promise<Company> {
  const draft = await versionOf(id);
  authorize(actor, "article.edit", draft);
  const [own] = await db().select().from(presences).where(eq(presences.tab, tab));
  if (own && own.staffId !== actor.id) throw notFound("tab");
  const at = now();
  // What was taken over is not held again by staying in it.
  const isOusted = own?.takenOverField != null && own.takenOverField === field;
  const isNews = !own || own.articleId !== id || (!isOusted && own.field !== field) || leaves;
  if (isNews || at.getTime() - own.seenAt.getTime() > WRITE_EVERY) {
    await transact(async (tx) => {
      if (leaves) return void (await tx.delete(presences).where(eq(presences.tab, tab)));
      const hold = isOusted ? {} : { field, ...(own?.field === field ? {} : { fieldSince: at }), ...UNTAKEN };
      await tx
        .insert(presences)
        .values({ tab, articleId: id, staffId: actor.id, field, fieldSince: at, seenAt: at })
        .onConflictDoUpdate({ target: presences.tab, set: { articleId: id, seenAt: at, ...hold } });
      await tx.delete(presences).where(lt(presences.seenAt, new Date(at.getTime() - MINUTE)));
    });
  }
  const takenOver = isOusted ? await takerOf(own) : null;
  return { version: draft.version, others: await others(db(), id, tab), takenOver };
}

/** Without its text, which every open screen would have read anew every few seconds. @throws Refusal "not-found" */
async function versionOf(id: string): Promise<{ ownerId: string; sectionId: string | null; version: number }> {
  const [draft] = await db()
    .select({ ownerId, sectionId: drafts.sectionId, version: drafts.version })
    .from(drafts)
    .innerJoin(articles, eq(articles.id, drafts.articleId))
    .innerJoin(plans, eq(plans.articleId, drafts.articleId))
    .where(eq(drafts.articleId, id));
  if (!draft) throw notFound("article");
  return draft;
}

const UNTAKEN = { takenOverBy: null, takenOverField: null, takenOverAt: null };

/**
 * Takes a field over from whoever holds it: what stands is kept as a revision, and they are told at their next word.
 * @throws Refusal "not-found", "forbidden"
 */
export function takeOver(actor: Actor, { id, tab, field }: TakeOver): Promise<void> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.edit", draft);
    const at = now();
    const holders = (await others(tx, id, tab)).filter((other) => other.field === field);
    const hold = { articleId: id, field, fieldSince: at, seenAt: at, ...UNTAKEN };
    const [own] = await tx
      .insert(presences)
      .values({ tab, staffId: actor.id, ...hold })
      .onConflictDoUpdate({ target: presences.tab, set: hold, setWhere: eq(presences.staffId, actor.id) })
      .returning({ tab: presences.tab });
    if (!own) throw new Refusal("not-found", "This tab is somebody else’s.");
    if (holders.length === 0) return;
    await keepStanding(tx, draft, "takeover");
    for (const holder of holders) {
      await tx
        .update(presences)
        .set({ field: null, takenOverBy: actor.id, takenOverField: field, takenOverAt: at })
        .where(eq(presences.tab, holder.tab));
    }
    await record(tx, actor, "article.taken-over", id, { field, from: holders.map(({ staffId }) => staffId) });
  });
}

/** Who else has the story open, and which of them hold the field that they are in. */
async function others(tx: Db, articleId: string, tab: string): Promise<Present[]> {
  const rows = await tx
    .select({ tab: presences.tab, staffId: presences.staffId, name: staff.name, field: presences.field })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .where(and(eq(presences.articleId, articleId), gte(presences.seenAt, new Date(now().getTime() - GONE_AFTER))))
    .orderBy(asc(presences.fieldSince), asc(presences.tab));
  return rows
    .map((row, at) => ({
      ...row,
      field: row.field as ContentField | null,
      holds: row.field !== null && rows.findIndex((first) => first.field === row.field) === at,
    }))
    .filter((row) => row.tab !== tab);
}

async function takerOf(own: typeof presences.$inferSelect): Promise<Company["takenOver"]> {
  if (!own.takenOverBy || !own.takenOverField || !own.takenOverAt) return null;
  const [taker] = await db().select({ name: staff.name }).from(staff).where(eq(staff.id, own.takenOverBy));
  return { by: taker?.name ?? "", field: own.takenOverField as ContentField, at: own.takenOverAt };
}
