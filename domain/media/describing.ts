import { eq } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import { type PlannedTime, resolveTime } from "@/domain/articles/schedule";
import type { Event } from "@/domain/events/event";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { notFound, Refusal } from "@/lib/refusal";
import { wallTimeOf } from "@/lib/zoned-time";
import { authorizeChange } from "./authority";
import { Credentials } from "./credentials";
import type { AssetDescription, DescribeAsset } from "./description";
import { keepSaid } from "./editing";
import { keywordsOf } from "./keywords";
import { usesOf } from "./uses";

/** What is known of an asset. @throws Refusal "not-found", "forbidden" */
export async function readDescription(actor: Actor, id: string): Promise<AssetDescription> {
  authorize(actor, "asset.read");
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  if (!asset) throw notFound("file");
  const [keywords, uses] = await Promise.all([keywordsOf(db(), id), usesOf(db(), [id])]);
  const { alt, caption, credit, creator, agency, source, place, people, language, notes } = asset;
  const { copyrightNotice, licence, usageTerms, restrictions, territory } = asset;
  const { validFrom, validUntil, cost, usesAllowed } = asset;
  return {
    ...{ alt, caption, credit, creator, agency, source, place, people, language, notes },
    ...{ copyrightNotice, licence, usageTerms, restrictions, territory },
    ...{ validFrom, validUntil, cost, usesAllowed },
    takenAt: asset.takenAt ?? "",
    keywords,
    uses: uses.get(id) ?? 0,
    credentials: Credentials.safeParse(asset.credentials).data ?? null,
  };
}

/**
 * Changes all that is said of an asset, its rights among it; only pictures have alt text. Times are those of the
 * publication's clocks; one that was not touched stays as it is to the millisecond.
 * @throws Refusal "not-found", "forbidden", "invalid" by a time
 */
export function describeAsset(actor: Actor, described: DescribeAsset): Promise<Event> {
  const { id, alt, decorative, keywords, validFrom, validUntil, takenAt, ...said } = described;
  return transact(async (tx) => {
    const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
    if (!asset) throw notFound("file");
    const standing = await authorizeChange(tx, actor, asset);
    const zone = await zoneOf(tx);
    const from = chosen(validFrom, asset.validFrom, zone, "validFrom");
    const until = chosen(validUntil, asset.validUntil, zone, "validUntil");
    if (from && until && from >= until) {
      const message = "The rights would end before they begin.";
      throw new Refusal("invalid", message, { "validUntil.at": message });
    }
    const shown = asset.kind === "picture" ? { alt: decorative ? "" : alt || null } : {};
    const told = { ...said, ...shown, takenAt: takenAt || null, validFrom: from, validUntil: until };
    return keepSaid(tx, actor, { asset, standing }, told, { keywords });
  });
}

/** The instant of a time that was chosen, be it past or to come; null for none. */
function chosen(time: PlannedTime, kept: Date | null, zone: string, field: string): Date | null {
  if (!time.at) return null;
  const isSame = kept !== null && wallTimeOf(kept, zone) === time.at;
  const resolved = resolveTime(time, zone, new Date(0));
  // The hour that comes twice is asked about where it is chosen anew.
  if (isSame && (!("instant" in resolved) || Math.abs(resolved.instant.getTime() - kept.getTime()) < 60_000))
    return kept;
  if ("instant" in resolved) return resolved.instant;
  throw new Refusal("invalid", resolved.wrong, { [`${field}.${"asks" in resolved ? "turn" : "at"}`]: resolved.wrong });
}
