import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { permalinks, sections } from "@/db/schema";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { slugOf } from "@/lib/slug";
import type { ArticleContent } from "./article";

/**
 * Gives an article its address, "/section/slug", in the transaction that publishes it. An address it had before
 * stays its own for good and redirects. A slug that nobody typed comes from the first headline, and is then kept:
 * correcting a headline moves nothing.
 * @returns the slug. @throws Refusal "invalid" if another article has, or had, the address that was typed
 */
export async function settlePermalink(tx: Db, articleId: string, content: ArticleContent): Promise<string> {
  const section = await sectionSlug(tx, content);
  const current = await currentPath(tx, articleId);
  const wanted = content.slug || (current ? slugIn(current) : slugOf(content.headline)) || articleId;
  const slug = await freeSlug(tx, articleId, section, wanted, content.slug !== "");
  const path = `/${section}/${slug}`;
  if (path === current) return slug;

  if (current) await tx.update(permalinks).set({ retiredAt: now() }).where(eq(permalinks.path, current));
  await tx
    .insert(permalinks)
    .values({ path, articleId, createdAt: now() })
    .onConflictDoUpdate({ target: permalinks.path, set: { retiredAt: null } });
  return slug;
}

/** @throws Refusal "invalid" if another article has, or had, the address that was typed */
export async function refuseTakenAddress(tx: Db, articleId: string, content: ArticleContent): Promise<void> {
  if (content.slug) await freeSlug(tx, articleId, await sectionSlug(tx, content), content.slug, true);
}

async function sectionSlug(tx: Db, content: ArticleContent): Promise<string> {
  const [section] = await tx
    .select({ slug: sections.slug })
    .from(sections)
    .where(eq(sections.id, content.sectionId ?? ""));
  if (!section) throw new Refusal("invalid", "Choose a section.", { section: "Choose a section." });
  return section.slug;
}

/** The present address of an article, if it was ever published. */
export async function currentPath(tx: Db, articleId: string): Promise<string | null> {
  const [row] = await tx
    .select({ path: permalinks.path })
    .from(permalinks)
    .where(and(eq(permalinks.articleId, articleId), isNull(permalinks.retiredAt)));
  return row?.path ?? null;
}

function slugIn(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

async function freeSlug(tx: Db, articleId: string, section: string, wanted: string, typed: boolean): Promise<string> {
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`;
    const [holder] = await tx
      .select({ articleId: permalinks.articleId })
      .from(permalinks)
      .where(eq(permalinks.path, `/${section}/${slug}`));
    if (!holder || holder.articleId === articleId) return slug;
    if (typed) {
      const message = `Another article has the address /${section}/${slug}. Choose another permalink.`;
      throw new Refusal("invalid", message, { slug: message });
    }
  }
}
