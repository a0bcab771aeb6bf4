import { and, gt, inArray, isNotNull, isNull, lte, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { assets } from "@/db/schema";
import { whileUnchanged } from "@/db/unchanged";
import { type Tag, tagUntil } from "@/domain/events/tags";
import { pictureDeskOf } from "@/domain/settings/newsroom";
import { now } from "@/lib/clock";
import type { PictureSources, PlayedSource } from "./asset";
import { eachCrop } from "./crop";
import { shownAt } from "./rights";

// What readers are shown of the library once rights have lapsed, if the paper swaps that for a placeholder. Everything
// that readers' pages show goes through one of these.

const pictureDesk = whileUnchanged(() => pictureDeskOf(db()));

/**
 * The pictures as readers may be shown them now: one outside its rights has no files, and says that it is withheld.
 * Staff are shown all: do not ask this for them.
 */
export async function picturesForReaders<Key>(
  pictures: ReadonlyMap<Key, PictureSources>,
): Promise<Map<Key, PictureSources>> {
  const standing = await standingNow([...pictures.values()].map(({ assetId }) => assetId));
  return mapped(pictures, (picture) => {
    const found = standing.get(picture.assetId);
    if (!found) return picture;
    const { shown, changesAt } = found;
    return shown
      ? { ...picture, changesAt }
      : { ...picture, changesAt, isWithheld: true, crops: noFiles(), others: {} };
  });
}

/** The same for sounds, films and captions, by asset id. */
export async function playedForReaders(played: ReadonlyMap<string, PlayedSource>): Promise<Map<string, PlayedSource>> {
  const standing = await standingNow([...played.keys()]);
  return mapped(played, (source, id) => {
    const found = standing.get(id);
    if (!found) return source;
    const { shown, changesAt } = found;
    return shown ? { ...source, changesAt } : { ...source, changesAt, isWithheld: true, src: "" };
  });
}

/** What a page depends on that shows these: when the first of them comes or goes by its rights. */
export function tagsOfShown(shown: Iterable<Pick<PictureSources, "changesAt"> | null | undefined>): Tag[] {
  return [...shown].flatMap((one) => (one?.changesAt ? [tagUntil(one.changesAt)] : []));
}

/**
 * The condition on `assets` that readers may have the files now; undefined where the paper shows them all the same.
 * A picture that is asked for by its address is held to the same as one on a page.
 */
export async function isShown(): Promise<SQL | undefined> {
  const { whenLapsed } = await pictureDesk();
  if (whenLapsed === "warn") return undefined;
  const at = now();
  return and(
    or(isNull(assets.validUntil), gt(assets.validUntil, at)),
    or(isNull(assets.validFrom), lte(assets.validFrom, at)),
  );
}

/** Of these assets, those whose rights have an end or a beginning, where that matters to readers. */
async function standingNow(ids: readonly string[]): Promise<Map<string, ReturnType<typeof shownAt>>> {
  if (ids.length === 0) return new Map();
  const { whenLapsed } = await pictureDesk();
  if (whenLapsed === "warn") return new Map();
  const rows = await db()
    .select({ id: assets.id, validFrom: assets.validFrom, validUntil: assets.validUntil })
    .from(assets)
    .where(and(inArray(assets.id, [...ids]), or(isNotNull(assets.validFrom), isNotNull(assets.validUntil))));
  const at = now();
  return new Map(rows.map(({ id, ...rights }) => [id, shownAt(rights, at)]));
}

function noFiles(): PictureSources["crops"] {
  return eachCrop(() => ({ width: 0, height: 0, avif: [], webp: [], jpeg: [] }));
}

function mapped<Key, Value>(map: ReadonlyMap<Key, Value>, change: (value: Value, key: Key) => Value): Map<Key, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
