import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { publications, revisionBylines, revisionCredits, revisions, revisionTopics } from "@/db/schema";
import type { Standing } from "@/domain/events/tags";
import type { ArticleContent } from "./article";

/** In which lists the article stands as readers see it now, for the event that changes it; in none while it is not live. */
export async function standingNow(tx: Db, articleId: string): Promise<Standing> {
  const [live] = await tx
    .select({
      revisionId: revisions.id,
      sectionId: publications.sectionId,
      seriesId: revisions.seriesId,
      translationOf: revisions.translationOf,
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isNull(publications.endedAt)));
  if (!live) return { sectionIds: [], topicIds: [], bylineIds: [], seriesIds: [], originalIds: [] };
  const [topics, written, credited] = await Promise.all([
    tx
      .select({ id: revisionTopics.topicId })
      .from(revisionTopics)
      .where(eq(revisionTopics.revisionId, live.revisionId)),
    tx
      .select({ id: revisionBylines.bylineId })
      .from(revisionBylines)
      .where(eq(revisionBylines.revisionId, live.revisionId)),
    tx
      .select({ id: revisionCredits.bylineId })
      .from(revisionCredits)
      .where(eq(revisionCredits.revisionId, live.revisionId)),
  ]);
  return {
    sectionIds: [live.sectionId],
    topicIds: topics.map(({ id }) => id),
    bylineIds: [...written, ...credited].map(({ id }) => id),
    seriesIds: live.seriesId ? [live.seriesId] : [],
    originalIds: live.translationOf ? [live.translationOf] : [],
  };
}

/** In which lists an article with this content stands. */
export function standingOf(content: ArticleContent): Standing {
  const { sectionId, topicIds, bylineIds, credits, seriesId, translationOf } = content;
  return {
    sectionIds: sectionId ? [sectionId] : [],
    topicIds,
    bylineIds: [...bylineIds, ...credits.map((credit) => credit.bylineId)],
    seriesIds: seriesId ? [seriesId] : [],
    originalIds: translationOf ? [translationOf] : [],
  };
}

/** Both, each list once: what an event touches that moves an article from one standing to another. */
export function eitherStanding(one: Standing, other: Standing): Standing {
  const both = (key: keyof Standing) => [...new Set([...one[key], ...other[key]])];
  return {
    sectionIds: both("sectionIds"),
    topicIds: both("topicIds"),
    bylineIds: both("bylineIds"),
    seriesIds: both("seriesIds"),
    originalIds: both("originalIds"),
  };
}
