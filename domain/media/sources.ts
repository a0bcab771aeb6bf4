import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { among, prepared } from "@/db/prepared";
import { assets, renditions } from "@/db/schema";
import { routes } from "@/lib/routes";
import {
  type CropSources,
  type Owned,
  type PictureSources,
  RENDITION_FORMATS,
  type RenditionFormat,
  regionIn,
  type Said,
} from "./asset";
import { credentialsForReaders } from "./credentials";
import { CROPS, type Crop, eachCrop, framingOf, NAMED_CROPS, regionKey, renditionRegion } from "./crop";

/** What decides how a picture is cropped, as `framingOf` takes it. */
export const framing = {
  width: assets.width,
  height: assets.height,
  focusX: assets.focusX,
  focusY: assets.focusY,
  crops: assets.crops,
  suggestedCrops: assets.suggestedCrops,
};

const assetsById = prepared((db, given) =>
  db
    .select({
      id: assets.id,
      isAnimated: assets.isAnimated,
      credentials: assets.credentials,
      said: { alt: assets.alt, caption: assets.caption, credit: assets.credit },
      owned: {
        creator: assets.creator,
        agency: assets.agency,
        copyrightNotice: assets.copyrightNotice,
        licence: assets.licence,
      },
      framing,
    })
    .from(assets)
    .where(among(assets.id, given("ids"))),
);

const filesOf = prepared((db, given) =>
  db
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
        among(renditions.assetId, given("ids")),
        among(renditions.crop, given("crops")),
        inArray(renditions.format, [...RENDITION_FORMATS]),
        isNull(renditions.replacedAt),
      ),
    )
    .orderBy(asc(renditions.width)),
);

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
  const [found, files] = await Promise.all([assetsById({ ids }), filesOf({ ids, crops })]);
  const byAsset = new Map(ids.map((id): [string, typeof files] => [id, []]));
  for (const file of files) byAsset.get(file.assetId)?.push(file);
  return new Map(found.map((asset) => [asset.id, pictureOf(asset, byAsset.get(asset.id) ?? [])]));
}

type File = { key: string; crop: Crop; region: string; format: string; width: number; height: number };

type Row = {
  id: string;
  isAnimated: boolean;
  credentials: unknown;
  said: Said;
  owned: Required<Owned>;
  framing: Parameters<typeof framingOf>[0];
};

function pictureOf(
  { id, isAnimated, credentials, said, owned: told, framing: row }: Row,
  files: File[],
): PictureSources {
  const framing = framingOf(row);
  const regions = new Map<string, CropSources>();
  for (const file of files) {
    if (!isOfPicture(file.format)) continue;
    const place = regionIn(file.crop, file.region);
    const crop = regions.get(place) ?? noFiles();
    regions.set(place, crop);
    crop[file.format].push({ src: routes.media(file.key), width: file.width, height: file.height });
    if (file.width >= crop.width) Object.assign(crop, { width: file.width, height: file.height });
  }
  const take = (place: string) => {
    const crop = regions.get(place);
    regions.delete(place);
    return crop;
  };
  const crops = eachCrop((crop) => take(regionIn(crop, renditionRegion(framing, crop))) ?? noFiles());
  // A story may have chosen what the library was suggested and did not take.
  for (const crop of NAMED_CROPS) {
    const suggested = take(regionIn(crop, ""));
    if (suggested) regions.set(regionIn(crop, regionKey(framing.suggested[crop])), suggested);
  }
  const signed = credentialsForReaders(credentials);
  const owned = Object.entries(told).filter(([, text]) => text);
  return {
    assetId: id,
    ...said,
    isAnimated,
    crops,
    ...(signed && { signed }),
    ...(owned.length > 0 && { owned: Object.fromEntries(owned) }),
    ...(regions.size > 0 && { others: Object.fromEntries(regions) }),
  };
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
