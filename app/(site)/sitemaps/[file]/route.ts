import { dependsOn, holdsUntil } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { newsFile, newsFiles } from "@/domain/feeds/news-sitemap";
import { sitemapFile } from "@/domain/feeds/sitemap";
import { newsSitemapOf, sitemapOf } from "@/domain/feeds/sitemap-xml";
import type { Publication } from "@/domain/settings/settings";
import { getEnv } from "@/lib/env";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** One file that an index names: `pages.xml`, `2026-03.xml`, `news-2.xml`. */
export async function GET(request: Request, { params }: RouteContext<"/sitemaps/[file]">) {
  const [, name] = /^([a-z\d-]+)\.xml$/.exec((await params).file) ?? [];
  const found = name ? await read(name, await currentPublication()) : null;
  if (!found) return nothingHere();
  dependsOn(tag.frame, tag.stories);
  return textResponse(request, found, "application/xml");
}

async function read(name: string, publication: Publication): Promise<string | null> {
  const site = getEnv().SITE_URL;
  const [, news] = /^news-([1-9]\d{0,3})$/.exec(name) ?? [];
  if (!news) {
    const entries = await sitemapFile(name);
    return entries && sitemapOf(entries, site, publication.timeZone);
  }
  const { files, until } = await newsFiles();
  if (Number(news) > files) return null;
  if (until) holdsUntil(until);
  return newsSitemapOf(await newsFile(Number(news)), site, publication);
}
