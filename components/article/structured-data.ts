import type { BreadcrumbList, ImageObject, NewsArticle, Person, ProfilePage, WebSite, WithContext } from "schema-dts";
import type { Story } from "@/domain/articles/story";
import { type Crop, widestJpeg } from "@/domain/media/asset";
import type { Publication } from "@/domain/settings/settings";
import type { BylinePage } from "@/domain/taxonomy/byline";
import { routes } from "@/lib/routes";
import { isoInZone } from "@/lib/time";

/** The shapes in which search engines ask for a picture. */
const CROPS: readonly Crop[] = ["1x1", "4x3", "16x9"];

/**
 * What a story is, for machines.
 * @param site the address of the publication, without a slash at its end.
 */
export function newsArticle(story: Story, publication: Publication, site: string): WithContext<NewsArticle> {
  const { headline, standfirst, section, topics, bylines, publishedAt, updatedAt, path } = story;
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    mainEntityOfPage: path ? `${site}${path}` : undefined,
    url: path ? `${site}${path}` : undefined,
    headline,
    description: story.search.description || standfirst || undefined,
    inLanguage: publication.language,
    articleSection: section?.name,
    keywords: topics.length > 0 ? topics.map((topic) => topic.name) : undefined,
    wordCount: story.words,
    isAccessibleForFree: true,
    datePublished: publishedAt ? isoInZone(publishedAt, publication.timeZone) : undefined,
    dateModified: updatedAt ? isoInZone(updatedAt, publication.timeZone) : undefined,
    author: bylines.map(
      (byline): Person => ({
        "@type": "Person",
        name: byline.name,
        url: `${site}${routes.byline(byline.slug)}`,
        jobTitle: byline.title || undefined,
      }),
    ),
    publisher: { "@type": "NewsMediaOrganization", name: publication.name, url: `${site}/` },
    image: imagesOf(story, site),
  };
}

function imagesOf({ sharePicture }: Story, site: string): ImageObject[] | undefined {
  if (!sharePicture) return undefined;
  const { sources, caption, credit } = sharePicture;
  return CROPS.flatMap((crop) => {
    const source = widestJpeg(sources, crop);
    if (!source) return [];
    const { src, width, height } = source;
    const said = { caption: caption || undefined, creditText: credit || undefined };
    return { "@type": "ImageObject", url: `${site}${src}`, width: `${width}`, height: `${height}`, ...said };
  });
}

/** Where the story stands: the front, its section, itself. */
export function breadcrumbs(story: Story, publication: Publication, site: string): WithContext<BreadcrumbList> {
  const { section } = story;
  const steps = [
    { name: publication.name, item: `${site}/` },
    ...(section ? [{ name: section.name, item: `${site}${routes.section(section.slug)}` }] : []),
    { name: story.headline, item: undefined },
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({ "@type": "ListItem", position: index + 1, ...step })),
  };
}

/** The publication, on its front: the name by which search engines call the site. */
export function webSite({ name, tagline, language }: Publication, site: string): WithContext<WebSite> {
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    name,
    url: `${site}/`,
    description: tagline || undefined,
    inLanguage: language,
  };
}

/** Who a byline is, on its page: the person whom structured data of stories names as author. */
export function profilePage(byline: BylinePage, publication: Publication, site: string): WithContext<ProfilePage> {
  const portrait = byline.portrait && widestJpeg(byline.portrait, "1x1");
  const url = `${site}${routes.byline(byline.slug)}`;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url,
    inLanguage: publication.language,
    mainEntity: {
      "@type": "Person",
      name: byline.name,
      url,
      jobTitle: byline.title || undefined,
      description: byline.bio || undefined,
      image: portrait ? `${site}${portrait.src}` : undefined,
    },
  };
}
