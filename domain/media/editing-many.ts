import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import { chosenInstant, type PlannedTime } from "@/domain/articles/schedule";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { notFound, Refusal } from "@/lib/refusal";
import { authorizeChange } from "./authority";
import type { BulkResult, EditAssets, Undo, Values } from "./bulk";
import { keepSaid } from "./editing";
import { inKeptSpelling, keywordsOf } from "./keywords";
import type { Standing } from "./standing";

type Asset = typeof assets.$inferSelect;
type Change = { values: Values; add: string[]; remove: string[] };

/**
 * Says the same of each of these assets, in one transaction with an event for each: each asks whether the actor may, and
 * what is refused of one is done to the others all the same.
 * @throws Refusal "invalid" where no asset could be so
 */
export function editAssets(
  actor: Actor,
  { ids, addKeywords, removeKeywords, ...said }: EditAssets,
): Promise<BulkResult> {
  return transact(async (tx) => {
    authorize(actor, "asset.edit");
    const { validFrom, validUntil, ...lines } = said;
    const zone = await zoneOf(tx);
    const chosen = (time: PlannedTime, field: string) => chosenInstant(time, null, zone, field)?.toISOString() ?? null;
    const values: Values = {
      ...lines,
      ...(validFrom !== undefined && { validFrom: chosen(validFrom, "validFrom") }),
      ...(validUntil !== undefined && { validUntil: chosen(validUntil, "validUntil") }),
    };
    const add = await inKeptSpelling(tx, addKeywords ?? []);
    const after = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Values;
    const each: Undo["each"] = [];
    const result = await forEach(tx, actor, ids, async (asset, standing) => {
      const undo = await change(tx, actor, { asset, standing }, { values: after, add, remove: removeKeywords ?? [] });
      if (undo) each.push(undo);
      return undo !== null;
    });
    return { ...result, undo: each.length > 0 ? { after, each } : null };
  });
}

/** Takes back what editAssets did, where it still stands. */
export function undoEdit(actor: Actor, { after, each }: Undo): Promise<BulkResult> {
  const given = new Map(each.map((one) => [one.id, one]));
  return transact(async (tx) => {
    authorize(actor, "asset.edit");
    const result = await forEach(tx, actor, [...given.keys()], async (asset, standing) => {
      const { before, added, removed } = given.get(asset.id) as Undo["each"][number];
      const now = valuesOf(asset);
      const stands = (Object.keys(before) as (keyof Values)[]).every((key) => isDeepStrictEqual(now[key], after[key]));
      if (!stands) throw new Refusal("conflict", "It was changed again since.");
      return (await change(tx, actor, { asset, standing }, { values: before, add: removed, remove: added })) !== null;
    });
    return { ...result, undo: null };
  });
}

/** @returns how to take it back; null where it was so already */
async function change(
  tx: Db,
  actor: Actor,
  { asset, standing }: { asset: Asset; standing: Standing },
  { values, add, remove }: Change,
): Promise<Undo["each"][number] | null> {
  const now = valuesOf(asset);
  const changed = (Object.keys(values) as (keyof Values)[]).filter((key) => !isDeepStrictEqual(values[key], now[key]));
  const keywords = await keywordsOf(tx, asset.id);
  const folded = (words: string[]) => new Set(words.map((word) => word.toLowerCase()));
  const [has, leaves] = [folded(keywords), folded(remove)];
  const added = add.filter((word) => !has.has(word.toLowerCase()) && !leaves.has(word.toLowerCase()));
  const removed = keywords.filter((word) => leaves.has(word.toLowerCase()));
  if (changed.length + added.length + removed.length === 0) return null;

  refuseBackwards({ ...now, ...values });
  const only = <V extends Values>(from: V) => Object.fromEntries(changed.map((key) => [key, from[key]])) as Values;
  const isTagged = added.length + removed.length > 0;
  await keepSaid(tx, actor, { asset, standing }, kept(only(values)), {
    keywords: isTagged ? [...keywords.filter((word) => !removed.includes(word)), ...added] : undefined,
    trail: { fields: isTagged ? [...changed, "keywords"] : changed },
  });
  return { id: asset.id, before: only(now), added, removed };
}

function valuesOf({ validFrom, validUntil, ...asset }: Asset): Required<Values> {
  const { credit, creator, agency, source, place, people, language } = asset;
  const { copyrightNotice, licence, usageTerms, restrictions, territory } = asset;
  return {
    ...{ credit, creator, agency, source, place, people, language },
    ...{ copyrightNotice, licence, usageTerms, restrictions, territory },
    validFrom: validFrom?.toISOString() ?? null,
    validUntil: validUntil?.toISOString() ?? null,
  };
}

function kept({ validFrom, validUntil, ...values }: Values): Partial<Asset> {
  const instant = (said: string | null) => (said === null ? null : new Date(said));
  return {
    ...values,
    ...(validFrom !== undefined && { validFrom: instant(validFrom) }),
    ...(validUntil !== undefined && { validUntil: instant(validUntil) }),
  };
}

function refuseBackwards({ validFrom, validUntil }: Values): void {
  if (!validFrom || !validUntil || validFrom < validUntil) return;
  throw new Refusal("invalid", "Its rights would end before they begin.");
}

/**
 * Works on each asset of the library in turn. A refusal must come before anything of that asset was written.
 * @param work @returns whether it was changed
 */
async function forEach(
  tx: Db,
  actor: Actor,
  ids: readonly string[],
  work: (asset: Asset, standing: Standing) => Promise<boolean>,
): Promise<Omit<BulkResult, "undo">> {
  const result: Omit<BulkResult, "undo"> = { done: 0, unchanged: 0, refused: [] };
  for (const id of new Set(ids)) {
    const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
    try {
      if (!asset || asset.deletedAt) throw notFound("file");
      const standing = await authorizeChange(tx, actor, asset);
      if (await work(asset, standing)) result.done++;
      else result.unchanged++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.refused.push({ name: asset?.filename ?? "A file", why: error.message });
    }
  }
  return result;
}
