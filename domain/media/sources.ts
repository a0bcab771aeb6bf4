import { and, asc, inArray } from "drizzle-orm";
import { type Db, db } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { routes } from "@/lib/routes";
import {
  type CropSources,
  type PictureSources,
  RENDITION_FORMATS,
  type RenditionFormat,
  regionIn,
  type Said,
} from "./asset";
import { CROPS, type Crop, eachCrop, Regions, regionKey } from "./crop";

/**
 * What is needed to show each of these pictures, in two queries however many they are.
 * Being named here makes no picture public: that is decided when a file is served.
 * @param crops those that will be shown; the others come empty.
 * @returns by asset id; an id that is no asset's is left out.
 */
export async function sourcesOf(
  assetIds: readonly string[],
  crops: readonly Crop[] = CROPS,
): Promise<Map<string, PictureSources>> {
  const ids = [...new Set(assetIds)];
  if (ids.length === 0) return new Map();
  const [found, files] = await Promise.all([
    db()
      .select({
        id: assets.id,
        alt: assets.alt,
        caption: assets.caption,
        credit: assets.credit,
        regions: assets.crops,
      })
      .from(assets)
      .where(inArray(assets.id, ids)),
    db()
      .select({
        key: renditions.key,
        assetId: renditions.assetId,
        crop: renditions.crop,
        region: renditions.region,
        format: renditions.format,
        width: renditions.width,
        height: renditions.height,
      })
      .from(renditions)
      .where(
        and(
          inArray(renditions.assetId, ids),
          inArray(renditions.crop, [...crops]),
          inArray(renditions.format, [...RENDITION_FORMATS]),
        ),
      )
      .orderBy(asc(renditions.width)),
  ]);
  const byAsset = new Map(ids.map((id): [string, typeof files] => [id, []]));
  for (const file of files) byAsset.get(file.assetId)?.push(file);
  return new Map(found.map((asset) => [asset.id, pictureOf(asset, byAsset.get(asset.id) ?? [])]));
}

type File = { key: string; crop: Crop; region: string; format: string; width: number; height: number };

function pictureOf({ id, regions, ...said }: { id: string; regions: unknown } & Said, files: File[]): PictureSources {
  const chosen = Regions.catch({}).parse(regions ?? {});
  const others = new Map<string, CropSources>();
  for (const file of files) {
    const place = regionIn(file.crop, file.region);
    const crop = others.get(place) ?? noFiles();
    others.set(place, crop);
    if (!isOfPicture(file.format)) continue;
    crop[file.format].push({ src: routes.media(file.key), width: file.width, height: file.height });
    if (file.width >= crop.width) Object.assign(crop, { width: file.width, height: file.height });
  }
  const crops = eachCrop((crop) => {
    const place = regionIn(crop, crop === "whole" ? "" : regionKey(chosen[crop]));
    const shown = others.get(place) ?? others.get(regionIn(crop, ""));
    others.delete(place);
    return shown ?? noFiles();
  });
  // The suggestion that was chosen against is of no use to anybody.
  for (const crop of CROPS) others.delete(regionIn(crop, ""));
  return { assetId: id, ...said, crops, ...(others.size > 0 && { others: Object.fromEntries(others) }) };
}

function noFiles(): CropSources {
  return { width: 0, height: 0, avif: [], webp: [], jpeg: [] };
}

/** What the library says of these assets, by id. */
export async function saidInLibrary(tx: Db, assetIds: readonly string[]): Promise<Map<string, Said>> {
  const found = await tx
    .select({ id: assets.id, alt: assets.alt, caption: assets.caption, credit: assets.credit })
    .from(assets)
    .where(inArray(assets.id, [...new Set(assetIds)]));
  return new Map(found.map(({ id, ...said }) => [id, said]));
}

function isOfPicture(format: string): format is RenditionFormat {
  return (RENDITION_FORMATS as readonly string[]).includes(format);
}
