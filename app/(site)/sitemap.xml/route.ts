import { dependsOn } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { sitemapFiles } from "@/domain/feeds/sitemap";
import { sitemapIndex } from "@/domain/feeds/sitemap-xml";
import { getEnv } from "@/lib/env";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** The index of the sitemap. */
export async function GET(request: Request) {
  dependsOn(tag.frame, tag.stories);
  const { timeZone } = await currentPublication();
  const index = sitemapIndex(await sitemapFiles(), getEnv().SITE_URL, timeZone);
  return textResponse(request, index, "application/xml");
}
