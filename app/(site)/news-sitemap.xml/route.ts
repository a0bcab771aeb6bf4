import { dependsOn, holdsUntil } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { newsFile, newsFiles } from "@/domain/feeds/news-sitemap";
import { newsSitemapOf, sitemapIndex } from "@/domain/feeds/sitemap-xml";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** The news of the last two days: whole while one file can hold it, else the index of its files. */
export async function GET(request: Request) {
  dependsOn(tag.frame, tag.stories);
  const site = getEnv().SITE_URL;
  const publication = await currentPublication();
  const { files, until } = await newsFiles();
  if (until) holdsUntil(until);
  if (files === 1) return textResponse(request, newsSitemapOf(await newsFile(1), site, publication), "application/xml");
  const parts = Array.from({ length: files }, (_, index) => ({
    path: routes.sitemap(`news-${index + 1}`),
    updatedAt: null,
  }));
  return textResponse(request, sitemapIndex(parts, site, publication.timeZone), "application/xml");
}
