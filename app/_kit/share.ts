import type { Story } from "@/domain/articles/story";
import { type PictureSources, widestJpeg } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";
import { CARD_SIZE, canDraw } from "@/domain/sharing/share-card";
import { routes } from "@/lib/routes";

/** The width in pixels that share cards ask for. */
const SHARED_WIDTH = 1200;

/** A picture as Open Graph names it: a file of the crop that is wide enough, its pixels and what it shows. */
export function shareImage(sources: PictureSources, alt: string, crop: Crop = "16x9") {
  const files = sources.crops[crop].jpeg;
  const file = files.find(({ width }) => width >= SHARED_WIDTH) ?? files.at(-1) ?? widestJpeg(sources);
  if (!file) return undefined;
  return { url: file.src, width: file.width, height: file.height, type: "image/jpeg", alt: alt || undefined };
}

/** The picture by which a story is shared: its own, else the card that is drawn of its words, where they can be drawn. */
export function storyImage({
  sharePicture,
  path,
  seenSince,
  headline,
}: Pick<Story, "sharePicture" | "path" | "seenSince" | "headline">) {
  if (sharePicture) return shareImage(sharePicture.sources, sharePicture.alt);
  if (!path || !seenSince || !canDraw(headline)) return undefined;
  return { url: routes.shareCard(path, seenSince), ...CARD_SIZE, type: "image/png", alt: headline };
}

/** A language as Open Graph names it, such as en_GB; undefined for one without a region, which it cannot name. */
export function shareLocale(language: string): string | undefined {
  const { language: tongue, region } = new Intl.Locale(language);
  return region ? `${tongue}_${region}` : undefined;
}
