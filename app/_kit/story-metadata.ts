import type { Metadata } from "next";
import type { Story } from "@/domain/articles/story";
import { type PictureSources, widestJpeg } from "@/domain/media/asset";
import type { Publication } from "@/domain/settings/settings";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { isoInZone } from "@/lib/time";

/** The width in pixels that share cards ask for. */
const SHARED_WIDTH = 1200;

/** The head of a story's page: for search engines, and for those who share it. */
export function storyMetadata(story: Story, publication: Publication): Metadata {
  const { search, share, section, topics, bylines, publishedAt, updatedAt } = story;
  const path = story.path ?? undefined;
  const image = story.sharePicture ? shareImage(story.sharePicture, story) : undefined;
  const description = share.description || undefined;
  return {
    title: search.title,
    description: search.description || undefined,
    authors: bylines.map((byline) => ({ name: byline.name, url: `${getEnv().SITE_URL}${routes.byline(byline.slug)}` })),
    alternates: {
      canonical: path,
      types: { "application/rss+xml": [{ url: routes.feed(), title: publication.name }] },
    },
    openGraph: {
      type: "article",
      siteName: publication.name,
      locale: publication.language.replace("-", "_"),
      url: path,
      title: share.title,
      description,
      publishedTime: publishedAt ? isoInZone(publishedAt, publication.timeZone) : undefined,
      modifiedTime: updatedAt ? isoInZone(updatedAt, publication.timeZone) : undefined,
      section: section?.name,
      tags: topics.map((topic) => topic.name),
      authors: bylines.map((byline) => `${getEnv().SITE_URL}${routes.byline(byline.slug)}`),
      images: image,
    },
    twitter: { card: image ? "summary_large_image" : "summary", title: share.title, description, images: image },
    robots: { "max-image-preview": "large" },
  };
}

function shareImage(picture: PictureSources, { lead }: Story) {
  const wide = picture.crops["16x9"].jpeg;
  const source = wide.find(({ width }) => width >= SHARED_WIDTH) ?? wide.at(-1) ?? widestJpeg(picture);
  if (!source) return undefined;
  const alt = lead?.sources.assetId === picture.assetId ? lead.alt : "";
  return { url: source.src, width: source.width, height: source.height, type: "image/jpeg", alt: alt || undefined };
}
