import { isoInZone } from "@/lib/time";

/** The pages on which a live story of the bench stands, besides its own; what stands in scripts/bench/writer.ts decides. */
export function lists(): string[] {
  // Of the months of a sitemap the paper's zone decides, which is London's.
  const month = isoInZone(new Date(), "Europe/London").slice(0, 7);
  return [
    "/",
    "/harbour",
    "/topics/shipping",
    "/bylines/mirjam-tveitt",
    "/rss.xml",
    "/harbour/atom.xml",
    "/topics/shipping/feed.json",
    "/bylines/mirjam-tveitt/rss.xml",
    "/news-sitemap.xml",
    `/sitemaps/${month}.xml`,
    "/search?q=bench",
  ];
}
