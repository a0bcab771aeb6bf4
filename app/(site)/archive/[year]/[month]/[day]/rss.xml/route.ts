import { feedRoute } from "@/app/_kit/feed-route";
import { archiveFeed } from "@/domain/feeds/published";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

export const GET = feedRoute("rss", archiveFeed);
