import { eq } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import { chosenInstant } from "@/domain/articles/schedule";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { notFound, Refusal } from "@/lib/refusal";
import { authorizeChange } from "./authority";
import { Credentials } from "./credentials";
import type { AssetDescription, DescribeAsset, Described } from "./description";
import { keepSaid } from "./editing";
import { keywordsOf } from "./keywords";
import { usesOf } from "./uses";

/** What is known of an asset. @throws Refusal "not-found", "forbidden" */
export async function readDescription(actor: Actor, id: string): Promise<AssetDescription> {
  authorize(actor, "asset.read");
  const [asset] = await db().select().from(assets).where(eq(assets.id, id));
  if (!asset) throw notFound("file");
  const [keywords, uses] = await Promise.all([keywordsOf(db(), id), usesOf(db(), [id])]);
  return {
    ...saidOf(asset, keywords),
    uses: uses.get(id) ?? 0,
    credentials: Credentials.safeParse(asset.credentials).data ?? null,
  };
}

/** All that is said of an asset, and nothing that is found in its file. */
function saidOf(asset: typeof assets.$inferSelect, keywords: string[]): Described {
  const { alt, caption, credit, creator, agency, source, place, people, language, notes } = asset;
  const { copyrightNotice, licence, usageTerms, restrictions, territory } = asset;
  const { validFrom, validUntil, cost, usesAllowed } = asset;
  return {
    ...{ alt, caption, credit, creator, agency, source, place, people, language, notes },
    ...{ copyrightNotice, licence, usageTerms, restrictions, territory },
    ...{ validFrom, validUntil, cost, usesAllowed },
    takenAt: asset.takenAt ?? "",
    keywords,
  };
}

/**
 * Changes all that is said of an asset, its rights among it; only pictures have alt text. Times are those of the
 * publication's clocks; one that was not touched stays as it is to the millisecond. What a form did not change stays as
 * somebody else left it meanwhile.
 * @returns what the form shows from now on, for its next `was`
 * @throws Refusal "not-found", "forbidden", "invalid" by a time, "conflict" by what both changed
 */
export function describeAsset(actor: Actor, described: DescribeAsset): Promise<Described> {
  const { id, alt, decorative, validFrom, validUntil, was = {}, ...given } = described;
  return transact(async (tx) => {
    const [asset] = await tx.select().from(assets).where(eq(assets.id, id));
    if (!asset) throw notFound("file");
    const standing = await authorizeChange(tx, actor, asset);
    const zone = await zoneOf(tx);
    const present = saidOf(asset, await keywordsOf(tx, id));
    const shown = (of: "validFrom" | "validUntil") => (of in was ? instantOf(was[of]) : present[of]);
    const told: Described = {
      ...given,
      alt: asset.kind !== "picture" ? present.alt : decorative ? "" : alt || null,
      validFrom: chosenInstant(validFrom, shown("validFrom"), zone, "validFrom"),
      validUntil: chosenInstant(validUntil, shown("validUntil"), zone, "validUntil"),
    };
    const { keywords, takenAt, ...said } = merged(was, told, present);
    if (said.validFrom && said.validUntil && said.validFrom >= said.validUntil) {
      const message = "The rights would end before they begin.";
      throw new Refusal("invalid", message, { "validUntil.at": message });
    }
    await keepSaid(tx, actor, { asset, standing }, { ...said, takenAt: takenAt || null }, { keywords });
    return told;
  });
}

function instantOf(given: unknown): Date | null {
  return typeof given === "string" ? new Date(given) : null;
}

/**
 * What is told, and of what was not changed since it was shown, what is there at present.
 * @throws Refusal "conflict" that names what was changed both here and elsewhere, and not to the same
 */
function merged(was: Record<string, unknown>, told: Described, present: Described): Described {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const both: Record<string, string> = {};
  const unchanged: Partial<Described> = {};
  for (const of of Object.keys(told) as (keyof Described)[]) {
    if (!(of in was) || isSame(was[of], present[of])) continue;
    if (isSame(told[of], was[of])) Object.assign(unchanged, { [of]: present[of] });
    else if (!isSame(told[of], present[of])) {
      const says = [present[of]].flat().join(", ") || "nothing";
      both[of.startsWith("valid") ? `${of}.at` : of] = `Meanwhile somebody changed it to: ${says}.`;
    }
  }
  if (Object.keys(both).length === 0) return { ...told, ...unchanged };
  const message = "Somebody changed the same meanwhile: copy what you wrote there, then open this page anew.";
  throw new Refusal("conflict", message, both);
}
