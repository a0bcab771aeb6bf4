import { and, asc, inArray, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { assets, renditions } from "@/db/schema";
import { routes } from "@/lib/routes";
import { type PictureSources, RENDITION_FORMATS, type RenditionFormat } from "./asset";
import { CROPS, type Crop, eachCrop } from "./crop";

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
      .select({ id: assets.id, alt: assets.alt, isAnimated: assets.isAnimated })
      .from(assets)
      .where(inArray(assets.id, ids)),
    db()
      .select({
        key: renditions.key,
        assetId: renditions.assetId,
        crop: renditions.crop,
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
          isNull(renditions.replacedAt),
        ),
      )
      .orderBy(asc(renditions.width)),
  ]);
  const pictures = new Map(found.map((asset) => [asset.id, emptyPicture(asset)]));
  for (const file of files) {
    const crop = pictures.get(file.assetId)?.crops[file.crop];
    if (!crop || !isOfPicture(file.format)) continue;
    crop[file.format].push({ src: routes.media(file.key), width: file.width, height: file.height });
    if (file.width >= crop.width) Object.assign(crop, { width: file.width, height: file.height });
  }
  return pictures;
}

function isOfPicture(format: string): format is RenditionFormat {
  return (RENDITION_FORMATS as readonly string[]).includes(format);
}

function emptyPicture({ id, ...asset }: { id: string; alt: string | null; isAnimated: boolean }): PictureSources {
  return { assetId: id, ...asset, crops: eachCrop(() => ({ width: 0, height: 0, avif: [], webp: [], jpeg: [] })) };
}
