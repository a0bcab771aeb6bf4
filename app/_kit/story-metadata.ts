import type { Metadata } from "next";
import type { Story } from "@/domain/articles/story";
import type { Publication } from "@/domain/settings/settings";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { isoInZone } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { feedLinks } from "./feed-links";
import { shareLocale, storyImage } from "./share";

/** The head of a story's page: for search engines, and for those who share it. */
export function storyMetadata(story: Story, publication: Publication): Metadata {
  const { share, section, topics, bylines, publishedAt, updatedAt, retraction } = story;
  const marked = (headline: string) =>
    retraction ? wordsOf(publication.language)("retractedTitle", { headline }) : headline;
  const search = { ...story.search, title: marked(story.search.title) };
  const path = story.path ?? undefined;
  const image = storyImage(story);
  const description = share.description || undefined;
  return {
    title: search.title,
    description: search.description || undefined,
    authors: bylines.map((byline) => ({ name: byline.name, url: `${getEnv().SITE_URL}${routes.byline(byline.slug)}` })),
    alternates: {
      canonical: path,
      languages: languagesOf(story, publication),
      types: feedLinks({ page: routes.home(), title: publication.name }),
    },
    openGraph: {
      type: "article",
      siteName: publication.name,
      locale: shareLocale(story.language || publication.language),
      alternateLocale: story.translations.flatMap(
        ({ language }) => shareLocale(language || publication.language) ?? [],
      ),
      url: path,
      title: marked(share.title),
      description,
      publishedTime: publishedAt ? isoInZone(publishedAt, publication.timeZone) : undefined,
      modifiedTime: updatedAt ? isoInZone(updatedAt, publication.timeZone) : undefined,
      section: section?.name,
      tags: topics.map((topic) => topic.name),
      authors: bylines.map((byline) => `${getEnv().SITE_URL}${routes.byline(byline.slug)}`),
      images: image,
    },
    twitter: {
      card: image ? "summary_large_image" : "summary",
      title: marked(share.title),
      description,
      images: image,
    },
    robots: { "max-image-preview": "large" },
  };
}

/** Where the story stands in every language that it is live in, itself among them; whoever speaks none gets the original. */
function languagesOf({ path, language, translations }: Story, publication: Publication) {
  if (!path || translations.length === 0) return undefined;
  const original = translations.find(({ isOriginal }) => isOriginal);
  const others = translations.map((other) => [other.language || publication.language, other.path]);
  return Object.fromEntries([
    ...others.reverse(),
    [language || publication.language, path],
    ["x-default", original?.path ?? path],
  ]);
}
