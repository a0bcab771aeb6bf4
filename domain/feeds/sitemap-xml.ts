import { isoInZone } from "@/lib/time";
import { element, xmlDocument } from "@/lib/xml";
import type { SitemapEntry } from "./sitemap";

const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The index of a sitemap of this many files. */
export function sitemapIndex(files: number, site: string): string {
  const entries = Array.from({ length: files }, (_, index) =>
    element("sitemap", {}, element("loc", {}, `${site}/sitemap.xml?file=${index + 1}`)),
  );
  return xmlDocument(element("sitemapindex", { xmlns }, ...entries));
}

/** One file of a sitemap. */
export function sitemapOf(entries: readonly SitemapEntry[], site: string, timeZone: string): string {
  const urls = entries.map(({ path, updatedAt }) =>
    element(
      "url",
      {},
      element("loc", {}, `${site}${path}`),
      updatedAt ? element("lastmod", {}, isoInZone(updatedAt, timeZone)) : undefined,
    ),
  );
  return xmlDocument(element("urlset", { xmlns }, ...urls));
}
