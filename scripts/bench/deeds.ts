import { type ArticleContent, EMPTY_ARTICLE } from "@/domain/articles/article";
import { bodyOf } from "@/domain/testing/content";
import { isoInZone } from "@/lib/time";

/** Where the bench's stories stand in the demonstration edition. */
export const WHERE = { section: "harbour", topic: "shipping", byline: "mirjam-tveitt" } as const;

/** The paper's zone: it decides of days and months. */
export const ZONE = "Europe/London";

/** The pages on which a live story of the bench stands, besides its own. */
export function lists(): string[] {
  const { section, topic, byline } = WHERE;
  return [
    "/",
    `/${section}`,
    `/topics/${topic}`,
    `/bylines/${byline}`,
    "/rss.xml",
    `/${section}/atom.xml`,
    `/topics/${topic}/feed.json`,
    `/bylines/${byline}/rss.xml`,
    "/news-sitemap.xml",
    `/sitemaps/${isoInZone(new Date(), ZONE).slice(0, 7)}.xml`,
    "/search?q=bench",
  ];
}

/** What a story of the bench says after a deed: the number of the deed stands in its headline. */
export function contentAfter(
  deed: number,
  { mark, slug, ...ids }: { mark: string; slug: string; sectionId: string; topicId: string; bylineId: string },
): ArticleContent {
  return {
    ...EMPTY_ARTICLE,
    headline: `Bench ${mark}-${deed} told`,
    standfirst: "What happened.",
    body: bodyOf("It happened."),
    slug,
    sectionId: ids.sectionId,
    topicIds: [ids.topicId],
    bylineIds: [ids.bylineId],
  };
}
