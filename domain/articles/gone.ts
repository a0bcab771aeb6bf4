import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { permalinks, publications, takedowns } from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import type { Gone } from "./story";

/** What has gone from an address at which, or from which, a story could be read. Ask only where none is live. */
export async function findGone(path: string): Promise<{ gone: Gone; tags: Tag[] } | null> {
  const [row] = await db()
    .select({
      articleId: permalinks.articleId,
      note: publications.endNote,
      at: publications.endedAt,
      takedown: { reason: takedowns.reason, note: takedowns.note, at: takedowns.takenDownAt },
    })
    .from(permalinks)
    .innerJoin(publications, eq(publications.articleId, permalinks.articleId))
    .leftJoin(takedowns, and(eq(takedowns.articleId, permalinks.articleId), isNull(takedowns.liftedAt)))
    .where(and(eq(permalinks.path, path), isNotNull(publications.endedAt)))
    .orderBy(desc(publications.endedAt), desc(publications.publishedAt))
    .limit(1);
  if (!row?.at) return null;
  const { takedown, articleId } = row;
  const gone = takedown
    ? { note: takedown.note, at: takedown.at, takedown: takedown.reason }
    : { note: row.note, at: row.at, takedown: null };
  return { gone, tags: [tag.article(articleId)] };
}
