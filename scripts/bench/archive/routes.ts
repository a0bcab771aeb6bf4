import Database from "better-sqlite3";
import { routes } from "@/lib/routes";

/** What readers ask an archive for, by name; and stories that nobody asked for yet. */
export type Addresses = { pages: Record<string, string>; stories: string[]; drafts: string[] };

/** Addresses of an archive: of each kind the one with most stories behind it. */
export function addressesIn(file: string): Addresses {
  const connection = new Database(file, { readonly: true });
  const texts = (sql: string, ...given: unknown[]) =>
    connection
      .prepare(sql)
      .pluck()
      .all(...given) as string[];
  const most = (kind: string, table: string) =>
    texts(
      `select slug from ${table} join list_sizes on list = '${kind}' || id where stories > 0 order by stories desc limit 1`,
    )[0] ?? "";
  const stories = texts(
    `select path from (select article_id from publications where ended_at is null and retracted_at is null
       order by first_published_at desc limit 3000) as newest
     join permalinks on permalinks.article_id = newest.article_id where retired_at is null`,
  );
  const [section, topic, byline] = [most("s", "sections"), most("t", "topics"), most("b", "bylines")];
  const [last = ""] = texts(
    "select list from list_sizes where list like 'd%' and stories > 0 order by list desc limit 1",
  );
  const [year = 0, month = 0] = last.slice(1, 8).split("-").map(Number);
  const [rare = ""] = texts("select headline from desk_entries where readers = 'live' order by saved_at limit 1");
  const drafts = texts("select article_id from desk_entries where stage = 'drafting' order by saved_at desc limit 20");
  const inSection = texts(
    "select stories from list_sizes join sections on list = 's' || id where slug = ?",
    section,
  ).map(Number)[0];
  connection.close();
  const deep = Math.max(2, Math.min(500, Math.floor((inSection ?? 0) / 20)));
  return {
    stories,
    drafts,
    pages: {
      article: stories[0] ?? "/",
      front: routes.home(),
      section: routes.section(section),
      [`section, page ${deep === 500 ? 500 : "last"}`]: routes.section(section, deep),
      topic: routes.topic(topic),
      byline: routes.byline(byline),
      archive: routes.archive(),
      "archive, month": routes.archive(year, month),
      "search, rare word": `/search?q=${encodeURIComponent(longest(rare))}`,
      "search, common word": "/search?q=council",
      "search, two words": "/search?q=council+bridge",
      RSS: "/rss.xml",
      "sitemap, index": "/sitemap.xml",
      "sitemap, last file": routes.sitemap(last.slice(1, 8)),
    },
  };
}

function longest(text: string): string {
  return text.split(" ").toSorted((one, other) => other.length - one.length)[0] ?? text;
}
