import { and, eq, inArray, or } from "drizzle-orm";
import { type Db, db } from "@/db/client";
import { assets, likenessBands } from "@/db/schema";
import { isInLibrary } from "./bin";

/**
 * How alike two pictures look, by the signs of their lowest frequencies (pHash). Tried on the seed edition's pictures:
 * saved anew at half the quality, sized to 300 pixels, in grey, brighter, sharpened or cut by 2 % they differ in at most
 * 4 of 64 signs, different pictures in 10 and more. A difference hash told them apart far worse (up to 21, and from 5);
 * sharp-phash (last released in 2024) does much the same with sixty times the multiplications, and squeezes a picture
 * before it turns it upright.
 */
const ALIKE = 4;

/** How many are named of those that look alike. */
const SHOWN = 3;

/**
 * The pictures of the library that look like this one, the likest first. Whoever calls it has authorized the asker.
 * Where four of 64 signs differ, one of the four bands differs in one sign at most: the index is asked for those alone.
 * Among 50,000 that takes a millisecond or two, and looking at each of them eighty.
 */
export async function alikeTo(likeness: string): Promise<string[]> {
  const near = bandsOf(likeness).map(({ band, signs }) =>
    and(eq(likenessBands.band, band), inArray(likenessBands.signs, nearlyAll(signs))),
  );
  const rows = await db()
    .selectDistinct({ id: assets.id, likeness: assets.likeness })
    .from(likenessBands)
    .innerJoin(assets, eq(assets.id, likenessBands.assetId))
    .where(and(or(...near), isInLibrary));
  const wanted = halvesOf(likeness);
  return rows
    .map(({ id, likeness }) => ({ id, distance: distanceOf(wanted, halvesOf(likeness ?? "")) }))
    .filter(({ distance }) => distance <= ALIKE)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, SHOWN)
    .map(({ id }) => id);
}

/** Writes how a picture looks, so that it is found by it. `NO_PATTERN` says that it was looked at, and has none. */
export async function keepLikeness(tx: Db, assetId: string, likeness: string | null): Promise<void> {
  await tx.delete(likenessBands).where(eq(likenessBands.assetId, assetId));
  await tx
    .update(assets)
    .set({ likeness: likeness ?? NO_PATTERN })
    .where(eq(assets.id, assetId));
  if (likeness) await tx.insert(likenessBands).values(bandsOf(likeness).map((band) => ({ ...band, assetId })));
}

/** The likeness of a picture that has no pattern: unlike null, of which nothing is known yet. */
const NO_PATTERN = "";

function bandsOf(likeness: string): { band: number; signs: string }[] {
  return [0, 1, 2, 3].map((band) => ({ band, signs: likeness.slice(band * 4, band * 4 + 4) }));
}

/** A band, and all that differ from it in one sign. */
function nearlyAll(band: string): string[] {
  const bits = Number.parseInt(band, 16);
  const flipped = Array.from({ length: 16 }, (_, at) => bits ^ (1 << at));
  return [bits, ...flipped].map((each) => each.toString(16).padStart(4, "0"));
}

function halvesOf(likeness: string): [number, number] {
  return [Number.parseInt(likeness.slice(0, 8), 16), Number.parseInt(likeness.slice(8), 16)];
}

function distanceOf(a: [number, number], b: [number, number]): number {
  return onesIn(a[0] ^ b[0]) + onesIn(a[1] ^ b[1]);
}

function onesIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
