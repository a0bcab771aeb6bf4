import { dependsOn } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { countSitemapFiles, sitemapFile, wholeSitemap } from "@/domain/feeds/sitemap";
import { sitemapIndex, sitemapOf } from "@/domain/feeds/sitemap-xml";
import { getEnv } from "@/lib/env";
import { pageNumber } from "@/lib/page-number";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** The sitemap: whole at its own address while it fits into one file, else an index there and its files by `?file=`. */
export async function GET(request: Request) {
  const site = getEnv().SITE_URL;
  const { timeZone } = await currentPublication();
  const asked = new URL(request.url).searchParams.getAll("file");
  const files = await countSitemapFiles();
  dependsOn(tag.frame, tag.stories);
  if (asked.length === 0 && files > 1) return textResponse(request, sitemapIndex(files, site), "application/xml");

  if (asked.length > 0 && files === 1) return nothingHere();
  const number = pageNumber(asked.length > 1 ? asked : asked[0]);
  const entries = asked.length === 0 ? await wholeSitemap() : number && (await sitemapFile(number));
  if (!entries) return nothingHere();
  return textResponse(request, sitemapOf(entries, site, timeZone), "application/xml");
}
