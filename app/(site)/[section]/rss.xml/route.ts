import { dependsOn } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { forFeed } from "@/domain/articles/published";
import { tag } from "@/domain/events/tags";
import { rss } from "@/domain/feeds/rss";
import { findSection } from "@/domain/taxonomy/published";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

export async function GET(request: Request, { params }: RouteContext<"/[section]/rss.xml">) {
  const section = await findSection((await params).section);
  if (!section) return nothingHere();
  const [publication, { cards: stories, tags }] = await Promise.all([currentPublication(), forFeed(section.id)]);
  const feed = rss({
    publication,
    stories,
    section,
    site: getEnv().SITE_URL,
    path: routes.feed(section.slug),
    page: routes.section(section.slug),
  });
  dependsOn(tag.frame, tags);
  return textResponse(request, feed, "application/rss+xml");
}
