import { and, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { alias, unionAll } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import { corrections, permalinks, publications, revisions } from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import type { CorrectionEntry } from "./ledger";
import { isLive } from "./live";

/** How many a page lists. */
const PAGE = 20;

export type CorrectionsPage = { entries: CorrectionEntry[]; page: number; hasOlder: boolean; tags: Tag[] };

/**
 * What was corrected, made plain or retracted in all the paper, the newest first, of stories that are before readers.
 * @returns null past the last page; the first may be empty
 */
export async function correctionsOfPaper(page = 1, size = PAGE): Promise<CorrectionsPage | null> {
  const standing = alias(publications, "standing");
  const isBeforeReaders = (articleId: typeof corrections.articleId | typeof publications.articleId) =>
    exists(
      db()
        .select({ id: standing.id })
        .from(standing)
        .where(and(eq(standing.articleId, articleId), isNull(standing.endedAt))),
    );
  const rows = await unionAll(
    db()
      .select({
        id: corrections.id,
        articleId: corrections.articleId,
        kind: sql<CorrectionEntry["kind"]>`${corrections.kind}`,
        text: corrections.text,
        at: corrections.publishedAt,
      })
      .from(corrections)
      .where(isBeforeReaders(corrections.articleId)),
    db()
      .select({
        id: publications.id,
        articleId: publications.articleId,
        kind: sql<CorrectionEntry["kind"]>`${publications.kind}`,
        text: publications.note,
        at: publications.publishedAt,
      })
      .from(publications)
      .where(and(eq(publications.kind, "retraction"), isBeforeReaders(publications.articleId))),
  )
    .orderBy(sql`5 desc`, sql`1 desc`)
    .limit(size + 1)
    .offset((page - 1) * size);
  if (rows.length === 0 && page > 1) return null;
  const shown = rows.slice(0, size);
  const stories = await db()
    .select({
      articleId: publications.articleId,
      path: permalinks.path,
      headline: revisions.headline,
      language: revisions.language,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(
      and(
        inArray(
          publications.articleId,
          shown.map(({ articleId }) => articleId),
        ),
        isLive,
      ),
    );
  const byId = new Map(stories.map((story) => [story.articleId, story]));
  const entries = shown.flatMap((row) => {
    const story = byId.get(row.articleId);
    return story ? [{ ...row, ...story }] : [];
  });
  // What is told here comes and goes with stories of any section.
  const tags = [tag.stories, ...new Set(entries.map(({ articleId }) => tag.article(articleId)))];
  return { entries, page, hasOlder: rows.length > size, tags };
}
