import { eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { bylines, permalinks, sections, series, topics } from "@/db/schema";

/** What stands at a path of ours, as far as redirects ask: a story, another page, or nothing. */
export type Place = { articleId: string; isPresent: boolean } | "page" | null;

/** Pages of readers that are there whatever the paper holds. */
const PAGES = /^\/(?:|about(?:\/[a-z-]+)?|archive(?:\/\d+){0,3}|corrections|search|saved)$/;

/** First segments of what is no page of readers: the newsroom, files, what programs ask for. */
const OWN: ReadonlySet<string> = new Set(
  ".well-known _next api fonts gallery icons index-now invitation media newsroom preview reader setup share sign-in sign-out sitemaps".split(
    " ",
  ),
);
const FILES =
  /^\/(?:favicon\.ico|robots\.txt|(?:news-)?sitemap\.xml|opensearch\.xml|manifest\.webmanifest|[a-z0-9-]+\.txt)$|\/(?:rss\.xml|atom\.xml|feed\.json)$/i;

/** First segments at which readers are answered by lists of what the paper holds: what is none of these may be redirected. */
const LISTS = { topics, bylines, series } as const;

/** What stands at a path. */
export async function placeAt(tx: Db, path: string): Promise<Place> {
  const [link] = await tx
    .select({ articleId: permalinks.articleId, retiredAt: permalinks.retiredAt })
    .from(permalinks)
    .where(eq(permalinks.path, path));
  if (link) return { articleId: link.articleId, isPresent: link.retiredAt === null };
  if (PAGES.test(path)) return "page";
  const [, first = "", second, ...rest] = path.split("/");
  if (second === undefined) return (await hasSlug(tx, sections, first)) ? "page" : null;
  const list = Object.hasOwn(LISTS, first) ? LISTS[first as keyof typeof LISTS] : undefined;
  if (list && rest.length === 0) return (await hasSlug(tx, list, second)) ? "page" : null;
  return null;
}

/** Whether an address is the product's own: its newsroom, its files, what programs ask for. */
export function isOfProduct(path: string): boolean {
  return OWN.has(path.split("/")[1] ?? "") || FILES.test(path);
}

async function hasSlug(
  tx: Db,
  table: typeof sections | typeof topics | typeof bylines | typeof series,
  slug: string,
): Promise<boolean> {
  const [found] = await tx.select({ id: table.id }).from(table).where(eq(table.slug, slug)).limit(1);
  return found !== undefined;
}
