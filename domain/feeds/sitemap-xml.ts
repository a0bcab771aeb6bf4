import { isoInZone, type Locale } from "@/lib/time";
import { element, xmlDocument } from "@/lib/xml";
import type { NewsEntry } from "./news-sitemap";
import type { SitemapEntry } from "./sitemap";

const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The index of a sitemap: its files, and when each changed last. */
export function sitemapIndex(files: readonly SitemapEntry[], site: string, timeZone: string): string {
  return xmlDocument(
    element("sitemapindex", { xmlns }, ...files.map((file) => place("sitemap", file, site, timeZone))),
  );
}

/** One file of a sitemap. */
export function sitemapOf(entries: readonly SitemapEntry[], site: string, timeZone: string): string {
  return xmlDocument(element("urlset", { xmlns }, ...entries.map((entry) => place("url", entry, site, timeZone))));
}

function place(name: "url" | "sitemap", { path, updatedAt }: SitemapEntry, site: string, timeZone: string) {
  return element(
    name,
    {},
    element("loc", {}, `${site}${path}`),
    updatedAt ? element("lastmod", {}, isoInZone(updatedAt, timeZone)) : undefined,
  );
}

/** A file of the news of the last two days. */
export function newsSitemapOf(
  entries: readonly NewsEntry[],
  site: string,
  { name, timeZone, language }: Locale & { name: string },
): string {
  const urls = entries.map((entry) =>
    element(
      "url",
      {},
      element("loc", {}, `${site}${entry.path}`),
      element(
        "news:news",
        {},
        element(
          "news:publication",
          {},
          element("news:name", {}, name),
          element("news:language", {}, newsLanguage(entry.language || language)),
        ),
        element("news:publication_date", {}, isoInZone(entry.publishedAt, timeZone)),
        element("news:title", {}, entry.headline),
      ),
    ),
  );
  const news = "http://www.google.com/schemas/sitemap-news/0.9";
  return xmlDocument(element("urlset", { xmlns, "xmlns:news": news }, ...urls));
}

/** A language as the news protocol names it: by ISO 639, but for the two ways of writing Chinese. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === "zh") return script === "Hant" ? "zh-tw" : "zh-cn";
  return language;
}
