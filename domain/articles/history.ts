import { and, asc, count, desc, eq, inArray, max } from "drizzle-orm";
import { db } from "@/db/client";
import { written } from "@/db/dialect";
import { corrections, permalinks, publications, revisions, sections, takedowns } from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import { picturesForReaders, tagsOfShown } from "@/domain/media/for-readers";
import { saidInLibrary, sourcesOf } from "@/domain/media/sources";
import { routes } from "@/lib/routes";
import { assetIdsIn, filledIn, type ReadersContent } from "./article";
import { cardsOfArticles } from "./cards";
import { compare } from "./comparing";
import { findGone } from "./gone";
import { grouped, type History, type HistoryEntry } from "./ledger";
import { forReadersToCompare, type KindNames, legible } from "./legible";
import { isLive } from "./live";
import { namesIn, storiesIn } from "./names";
import { currentPath } from "./permalinks";
import type { Gone } from "./story";
import { contentOf } from "./telling";

/** How many publications a page of a history tells: so many texts are read and compared for it. */
const PAGE = 10;

/**
 * The history of the story at an address, a page of it: every publication since the first and what it changed. Nothing of
 * a draft, nor of a story that is not before readers.
 * @returns null past the last page too
 */
export async function findHistory(
  path: string,
  page: number,
  kinds: KindNames,
): Promise<(({ history: History } | { movedTo: string } | { gone: Gone }) & { tags: Tag[] }) | null> {
  const [live] = await db()
    .select({ retiredAt: permalinks.retiredAt, publication: publications, revision: revisions, section: sections })
    .from(permalinks)
    .innerJoin(publications, and(eq(publications.articleId, permalinks.articleId), isLive))
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .where(eq(permalinks.path, path));
  if (!live) return findGone(path);
  const { articleId, firstPublishedAt, updatedAt, retractedAt, retraction } = live.publication;
  const tags = [tag.article(articleId)];
  if (live.retiredAt) {
    const present = await currentPath(db(), articleId);
    return present ? { movedTo: routes.history(present), tags } : null;
  }
  const [counted] = await db()
    .select({ total: count() })
    .from(publications)
    .where(eq(publications.articleId, articleId));
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE));
  if (page > pages) return null;
  const content = await contentOf(live.revision);
  const pictures = await sourcesOf(assetIdsIn(content)).then(picturesForReaders);
  const told = await entriesOf(articleId, { page, total, kinds, shown: assetIdsIn(content) });
  const { accent, name, slug } = live.section;
  return {
    history: {
      articleId,
      path,
      headline: live.revision.headline,
      language: live.revision.language,
      section: { accent, name, slug },
      firstPublishedAt,
      updatedAt,
      retraction: retractedAt ? { at: retractedAt, reason: retraction } : null,
      groups: grouped(told.entries),
      page,
      pages,
      total,
      pictures: new Map([...pictures].filter(([, { isWithheld }]) => !isWithheld)),
    },
    tags: [...tags, ...told.tags, ...tagsOfShown(pictures.values())],
  };
}

async function entriesOf(
  articleId: string,
  { page, total, kinds, shown }: { page: number; total: number; kinds: KindNames; shown: readonly string[] },
): Promise<{ entries: HistoryEntry[]; tags: Tag[] }> {
  // One more than is told: the last is compared with what came before it.
  const rows = await db()
    .select()
    .from(publications)
    .where(eq(publications.articleId, articleId))
    .orderBy(desc(written(publications)))
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE);
  const contents = await contentsOf(rows.map(({ revisionId }) => revisionId));
  // What the library says of a picture that readers no longer see in the story is not theirs to read.
  const library = await saidInLibrary(db(), shown);
  for (const [id, content] of contents) contents.set(id, filledIn(content, library));
  const all = [...contents.values()];
  const storyIds = storiesIn(all);
  const [cards, notes, takenDownAt] = await Promise.all([
    cardsOfArticles(storyIds),
    notesOf(articleId),
    lastTakenDown(articleId),
  ]);
  const headlines = new Map([...cards].map(([id, { headline }]) => [id, headline]));
  const { naming, sectionSlug } = await namesIn(all, kinds, headlines);
  const sheets = new Map(
    [...contents].map(([id, content]) => {
      const address = `${routes.section(sectionSlug(content.sectionId) ?? "")}/${content.slug}`;
      return [id, forReadersToCompare(legible(content, naming, address))];
    }),
  );
  const entries = rows.slice(0, PAGE).map((row, index): HistoryEntry => {
    const before = rows[index + 1];
    // What was taken down may not be had again by what a later text is compared with.
    const isWithheld = before !== undefined && takenDownAt !== null && before.publishedAt <= takenDownAt;
    const isSameText = before?.revisionId === row.revisionId;
    const [older, newer] = [before && sheets.get(before.revisionId), sheets.get(row.revisionId)];
    return {
      number: total - (page - 1) * PAGE - index,
      kind: row.kind,
      note: row.note || (notes.get(row.publishedAt.getTime()) ?? ""),
      at: row.publishedAt,
      changes: older && newer && !isSameText && !isWithheld ? compare(older, newer) : [],
      isWithheld,
      isSameText,
      endsRetraction: Boolean(before?.retractedAt && !row.retractedAt),
      absentSince: before?.endedAt && before.endedAt < row.publishedAt ? before.endedAt : null,
    };
  });
  return { entries, tags: [...storyIds.map(tag.article), ...all.flatMap(peopleIn).map(tag.profile)] };
}

/** What these revisions say, by their ids: each is read once. */
async function contentsOf(ids: readonly string[]): Promise<Map<string, ReadersContent>> {
  const found = await db()
    .select()
    .from(revisions)
    .where(inArray(revisions.id, [...new Set(ids)]));
  return new Map(await Promise.all(found.map(async (row) => [row.id, await contentOf(row)] as const)));
}

/** What corrections said that were published before a publication said it, by the instant. */
async function notesOf(articleId: string): Promise<Map<number, string>> {
  const rows = await db()
    .select({ at: corrections.publishedAt, text: corrections.text })
    .from(corrections)
    .where(eq(corrections.articleId, articleId))
    .orderBy(asc(corrections.publishedAt));
  return new Map(rows.map(({ at, text }) => [at.getTime(), text]));
}

/** When the story was last taken down; it is before readers again since. */
async function lastTakenDown(articleId: string): Promise<Date | null> {
  const [row] = await db()
    .select({ at: max(takedowns.takenDownAt) })
    .from(takedowns)
    .where(eq(takedowns.articleId, articleId));
  return row?.at ?? null;
}

function peopleIn({ bylineIds, credits }: ReadersContent): string[] {
  return [...new Set([...bylineIds, ...credits.map(({ bylineId }) => bylineId)])];
}
