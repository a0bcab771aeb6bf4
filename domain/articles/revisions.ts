import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { cursorAt, olderThan } from "@/db/paging";
import { publications, revisions, staff } from "@/db/schema";
import { trailOf } from "@/domain/events/desk";
import type { ToldEvent } from "@/domain/events/naming";
import type { PictureSources } from "@/domain/media/asset";
import { sourcesOf } from "@/domain/media/sources";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { type ArticleContent, assetIdsIn, filledIn, type PublicationKind } from "./article";
import { compare, type FieldChange } from "./comparing";
import { readable, storiesById } from "./desk";
import type { RevisionReason } from "./draft";
import { type Compared, type KindNames, legible } from "./legible";
import { namesIn, storiesIn } from "./names";
import { forReaders } from "./review";
import { draftOf } from "./telling";

const PAGE = 30;

/** Names the draft as it stands, where a revision could be named. */
export const DRAFT = "draft";

/** A kept text of a story, and when readers saw it. */
export type RevisionRow = {
  id: string;
  version: number;
  reason: RevisionReason;
  at: Date;
  by: string;
  headline: string;
  /** The newest first. */
  published: { kind: PublicationKind; from: Date; until: Date | null }[];
};

/**
 * The kept texts of a story, the newest first, and the cursor of the next page or null.
 * @throws Refusal "not-found", also for what the actor may not read
 */
export async function listRevisions(
  actor: Actor,
  articleId: string,
  cursor?: string,
): Promise<{ rows: RevisionRow[]; next: string | null }> {
  await readable(actor, articleId);
  const found = await db()
    .select({
      id: revisions.id,
      version: revisions.version,
      reason: revisions.reason,
      at: revisions.createdAt,
      by: staff.name,
      headline: revisions.headline,
    })
    .from(revisions)
    .innerJoin(staff, eq(staff.id, revisions.createdBy))
    .where(and(eq(revisions.articleId, articleId), olderThan(cursor, revisions.createdAt, revisions.id)))
    .orderBy(desc(revisions.createdAt), desc(revisions.id))
    .limit(PAGE + 1);
  const rows = found.slice(0, PAGE);
  const published = await db()
    .select({
      revisionId: publications.revisionId,
      kind: publications.kind,
      from: publications.publishedAt,
      until: publications.endedAt,
    })
    .from(publications)
    .where(
      inArray(
        publications.revisionId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(desc(publications.publishedAt));
  const last = found.length > PAGE ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => ({
      ...row,
      published: published
        .filter(({ revisionId }) => revisionId === row.id)
        .map(({ kind, from, until }) => ({ kind, from, until })),
    })),
    next: last ? cursorAt(last.at, last.id) : null,
  };
}

/** Two texts of a story, compared. */
export type ComparedTexts = { changes: FieldChange<Compared>[]; pictures: ReadonlyMap<string, PictureSources> };

/**
 * What the newer of two texts says otherwise, as readers would get both: what is only suggested in them is left out.
 * @param texts ids of revisions, or `DRAFT` for the draft as it stands.
 * @throws Refusal "not-found" for what is no text of the story, also for what the actor may not read
 */
export async function compareTexts(
  actor: Actor,
  articleId: string,
  texts: { from: string; to: string },
  kinds: KindNames,
): Promise<ComparedTexts> {
  const draft = await readable(actor, articleId);
  const textOf = async (id: string): Promise<ArticleContent> => {
    if (id === DRAFT) return draft.content;
    const [row] = await db()
      .select()
      .from(revisions)
      .where(and(eq(revisions.id, id), eq(revisions.articleId, articleId)));
    if (!row) throw notFound("version");
    return draftOf(row);
  };
  const found = (await Promise.all([textOf(texts.from), textOf(texts.to)])).map(forReaders);
  const pictures = await sourcesOf(found.flatMap(assetIdsIn));
  const contents = found.map((content) => filledIn(content, pictures));
  const stories = await storiesById(actor, storiesIn(contents));
  const { naming } = await namesIn(contents, kinds, new Map(stories.map(({ id, headline }) => [id, headline])));
  // An address that nobody typed follows the headline: there is nothing to compare.
  const isTyped = contents.every(({ slug }) => slug !== "");
  const [older = [], newer = []] = contents.map((content) => legible(content, naming, isTyped ? content.slug : null));
  return { changes: compare(older, newer), pictures };
}

/** What happened to a story, in words, the newest first. @throws Refusal "not-found", also for what the actor may not read */
export async function trailOfStory(
  actor: Actor,
  articleId: string,
  cursor?: string,
): Promise<{ rows: ToldEvent[]; next: string | null }> {
  await readable(actor, articleId);
  return trailOf(`article:${articleId}`, cursor);
}
