import { and, asc, eq, gt, gte, inArray, lt, ne } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { unindexed } from "@/db/dialect";
import { assets, deskEntries, draftAssets, drafts, renditions, revisionAssets, revisions } from "@/db/schema";
import { DAY, MINUTE, now } from "@/lib/clock";
import { framingOf, NAMED_CROPS, Region, regionFor, regionKey, renditionRegion } from "./crop";

/** How long a part that is not shown yet stays, since its draft may not be saved, in milliseconds. */
const STAY = DAY;

/** How long copies are served that others replaced: feeds, shared links and caches ask for them, in milliseconds. */
const SERVED_ON = 30 * DAY;

/** Copies that others replaced so long ago that no page asks for them any more: their rows may go, and then their files. */
export function isSpent() {
  return lt(renditions.replacedAt, new Date(now().getTime() - SERVED_ON));
}

/** How many texts of stories are read at a time. */
const AT_ONCE = 200;

/** What was saved so long before it was looked is looked at once more, in milliseconds. */
const MARGIN = MINUTE;

/**
 * Says of copies of hand-made parts that nothing shows any more that they are replaced: neither the library nor any text
 * of a story that is kept names the part. One that a story names again is taken back.
 */
export async function retireUnused(): Promise<void> {
  const parted = await db()
    .selectDistinct({ id: renditions.assetId })
    .from(renditions)
    .where(ne(renditions.region, ""));
  for (const { id } of parted) {
    const since = new Date(now().getTime() - MARGIN);
    // To look through many stories takes its time, and writers wait for none of it.
    const named = await namedByStories(id);
    await transact((tx) => retireOf(tx, id, named, since));
  }
}

/** @param named what stories named before; what was saved `since` may name more */
async function retireOf(tx: Db, assetId: string, named: ReadonlySet<string>, since: Date): Promise<void> {
  const used = new Set([...named, ...(await shownByLibrary(tx, assetId)), ...(await namedSince(tx, assetId, since))]);
  const young = new Date(now().getTime() - STAY);
  const rows = await tx.select().from(renditions).where(isPartOf(assetId));
  const isCurrent = (crop: string, region: string) =>
    rows.some((row) => row.crop === crop && row.region === region && !row.replacedAt);
  const toRetire = rows.filter((row) => !row.replacedAt && !used.has(row.region) && (row.madeAt ?? young) <= young);
  const toRevive = rows.filter((row) => row.replacedAt && used.has(row.region) && !isCurrent(row.crop, row.region));
  const set = async (ids: string[], replacedAt: Date | null) => {
    if (ids.length > 0) await tx.update(renditions).set({ replacedAt }).where(inArray(renditions.id, ids));
  };
  await set(
    toRetire.map(({ id }) => id),
    now(),
  );
  await set(
    toRevive.map(({ id }) => id),
    null,
  );
}

function isPartOf(assetId: string) {
  return and(eq(renditions.assetId, assetId), ne(renditions.region, ""));
}

/** The regions of a picture that the library shows, as keys. */
async function shownByLibrary(tx: Db, assetId: string): Promise<Set<string>> {
  const [asset] = await tx.select().from(assets).where(eq(assets.id, assetId));
  if (!asset) return new Set();
  const framing = framingOf(asset);
  return new Set(NAMED_CROPS.flatMap((crop) => [renditionRegion(framing, crop), regionKey(regionFor(framing, crop))]));
}

/** The regions that drafts and revisions name, as keys; no more of them than tell which copies the library alone does not need. */
async function namedByStories(assetId: string): Promise<Set<string>> {
  const [rows, shown] = await Promise.all([
    db().selectDistinct({ region: renditions.region }).from(renditions).where(isPartOf(assetId)),
    shownByLibrary(db(), assetId),
  ]);
  const inQuestion = rows.map(({ region }) => region).filter((region) => !shown.has(region));
  const named = new Set<string>();
  if (inQuestion.length === 0) return named;
  for await (const text of textsThatShow(assetId)) {
    addRegions(text, named);
    if (inQuestion.every((region) => named.has(region))) break;
  }
  return named;
}

/** Of every draft and revision that shows a picture, what may name a region of it. */
async function* textsThatShow(assetId: string): AsyncGenerator<unknown> {
  const inDrafts = (after: string) =>
    db()
      .select({ at: draftAssets.articleId, text: drafts.content })
      .from(draftAssets)
      .innerJoin(drafts, eq(drafts.articleId, draftAssets.articleId))
      .where(and(eq(draftAssets.assetId, assetId), gt(draftAssets.articleId, after)))
      .orderBy(asc(draftAssets.articleId))
      .limit(AT_ONCE);
  const inRevisions = async (after: string) => {
    const found = await db()
      .select({ at: revisionAssets.revisionId, body: revisions.body, lead: revisions.leadUse })
      .from(revisionAssets)
      .innerJoin(revisions, eq(revisions.id, revisionAssets.revisionId))
      .where(and(eq(revisionAssets.assetId, assetId), gt(revisionAssets.revisionId, after)))
      .orderBy(asc(revisionAssets.revisionId))
      .limit(AT_ONCE);
    return found.map(({ at, ...text }) => ({ at, text }));
  };
  for (const read of [inDrafts, inRevisions]) {
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: { at: string; text: unknown }[] = await read(after);
      yield* page.map(({ text }) => text);
      after = page.length === AT_ONCE ? page.at(-1)?.at : undefined;
    }
  }
}

/** The regions that drafts name which were saved since. A revision says what a draft said. */
async function namedSince(tx: Db, assetId: string, since: Date): Promise<Set<string>> {
  const saved = await tx
    .select({ content: drafts.content })
    .from(deskEntries)
    .innerJoin(drafts, eq(drafts.articleId, deskEntries.articleId))
    .innerJoin(
      draftAssets,
      and(eq(draftAssets.articleId, deskEntries.articleId), eq(unindexed(draftAssets.assetId), assetId)),
    )
    .where(gte(deskEntries.savedAt, since));
  const named = new Set<string>();
  for (const { content } of saved) addRegions(content, named);
  return named;
}

/** Adds whatever is a region in a document, wherever it stands: a use may be anywhere in a story. */
function addRegions(node: unknown, found: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const region = Region.safeParse(node);
  if (region.success) found.add(regionKey(region.data));
  else for (const inner of Object.values(node)) addRegions(inner, found);
}
