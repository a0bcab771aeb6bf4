import { and, eq, inArray, lt, ne } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { assets, draftAssets, drafts, renditions, revisionAssets, revisions } from "@/db/schema";
import { DAY, now } from "@/lib/clock";
import { framingOf, NAMED_CROPS, Region, regionFor, regionKey, renditionRegion } from "./crop";

/** How long a part that is not shown yet stays, since its draft may not be saved, in milliseconds. */
const STAY = DAY;

/** How long copies are served that others replaced: feeds, shared links and caches ask for them, in milliseconds. */
const SERVED_ON = 30 * DAY;

/** Copies that others replaced so long ago that no page asks for them any more: their rows may go, and then their files. */
export function isSpent() {
  return lt(renditions.replacedAt, new Date(now().getTime() - SERVED_ON));
}

/**
 * Says of copies of hand-made parts that nothing shows any more that they are replaced: neither the library nor any text
 * of a story that is kept names the part. One that a story names again is taken back.
 */
export async function retireUnused(): Promise<void> {
  const parted = await db()
    .selectDistinct({ id: renditions.assetId })
    .from(renditions)
    .where(ne(renditions.region, ""));
  // One after the other: to look through many stories takes its time, and writers wait for none of it.
  for (const { id } of parted) await transact((tx) => retireOf(tx, id));
}

async function retireOf(tx: Db, assetId: string): Promise<void> {
  const used = await regionsInUse(tx, assetId);
  const parts = and(eq(renditions.assetId, assetId), ne(renditions.region, ""));
  const young = new Date(now().getTime() - STAY);
  const rows = await tx.select().from(renditions).where(parts);
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

/** The regions of a picture that the library shows, and those that drafts and revisions name, as keys. */
async function regionsInUse(tx: Db, assetId: string): Promise<Set<string>> {
  const used = new Set<string>();
  const [asset] = await tx.select().from(assets).where(eq(assets.id, assetId));
  if (asset) {
    const framing = framingOf(asset);
    for (const crop of NAMED_CROPS) {
      used.add(renditionRegion(framing, crop));
      used.add(regionKey(regionFor(framing, crop)));
    }
  }
  const written = await tx
    .select({ content: drafts.content })
    .from(drafts)
    .innerJoin(draftAssets, eq(draftAssets.articleId, drafts.articleId))
    .where(eq(draftAssets.assetId, assetId));
  const kept = await tx
    .select({ body: revisions.body, lead: revisions.leadUse })
    .from(revisions)
    .innerJoin(revisionAssets, eq(revisionAssets.revisionId, revisions.id))
    .where(eq(revisionAssets.assetId, assetId));
  for (const document of [...written, ...kept]) addRegions(document, used);
  return used;
}

/** Adds whatever is a region in a document, wherever it stands: a use may be anywhere in a story. */
function addRegions(node: unknown, found: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  const region = Region.safeParse(node);
  if (region.success) found.add(regionKey(region.data));
  else for (const inner of Object.values(node)) addRegions(inner, found);
}
