import { and, eq, inArray } from "drizzle-orm";
import { among, prepared } from "@/db/prepared";
import { assets, renditions } from "@/db/schema";
import { routes } from "@/lib/routes";
import { PLAYED_TYPES, type PlayedFormat, type PlayedSource } from "./asset";

const FORMATS = Object.keys(PLAYED_TYPES) as PlayedFormat[];

const filesOf = prepared((db, given) =>
  db
    .select({
      id: assets.id,
      kind: assets.kind,
      duration: assets.duration,
      width: assets.width,
      height: assets.height,
      bytes: assets.bytes,
      key: renditions.key,
      format: renditions.format,
    })
    .from(assets)
    .innerJoin(renditions, and(eq(renditions.assetId, assets.id), inArray(renditions.format, FORMATS)))
    .where(among(assets.id, given("ids"))),
);

/**
 * The files of these sounds, films, captions and documents.
 * Being named here makes none public: that is decided when a file is served.
 * @returns by asset id; an id that is no such asset's is left out.
 */
export async function playedSources(assetIds: readonly string[]): Promise<Map<string, PlayedSource>> {
  if (assetIds.length === 0) return new Map();
  const rows = await filesOf({ ids: assetIds });
  return new Map(
    rows.map(({ id, key, format, ...asset }) => [
      id,
      { ...asset, src: routes.media(key), type: PLAYED_TYPES[format as PlayedFormat] },
    ]),
  );
}
