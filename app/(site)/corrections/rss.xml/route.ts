import { feedRoute } from "@/app/_kit/feed-route";
import { correctionsFeed } from "@/domain/feeds/published";

export const dynamic = "force-dynamic";

export const GET = feedRoute("rss", correctionsFeed);
