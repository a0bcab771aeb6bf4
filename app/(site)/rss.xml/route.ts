import { dependsOn } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { textResponse } from "@/app/_kit/text-response";
import { forFeed } from "@/domain/articles/published";
import { tag } from "@/domain/events/tags";
import { rss } from "@/domain/feeds/rss";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

export async function GET(request: Request) {
  const [publication, { cards: stories, tags }] = await Promise.all([currentPublication(), forFeed()]);
  const feed = rss({ publication, stories, site: getEnv().SITE_URL, path: routes.feed(), page: routes.home() });
  dependsOn(tag.frame, tags);
  return textResponse(request, feed, "application/rss+xml");
}
