import { and, asc, eq, exists, or, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { db } from "@/db/client";
import { among, prepared } from "@/db/prepared";
import {
  bylines,
  publications,
  revisionBylines,
  revisionCredits,
  revisions,
  revisionTopics,
  sections,
  sectionTopics,
  series,
  topics,
} from "@/db/schema";
import { whileUnchanged } from "@/db/unchanged";
import { isListed } from "@/domain/articles/live";
import { tag } from "@/domain/events/tags";
import { picturesForReaders, tagsOfShown } from "@/domain/media/for-readers";
import { sourcesOf } from "@/domain/media/sources";
import { type BylinePage, Particulars } from "./byline";
import type { Section, SectionPage } from "./section";
import type { Series } from "./series";
import type { Topic } from "./topic";

const section = {
  id: sections.id,
  slug: sections.slug,
  name: sections.name,
  description: sections.description,
  accent: sections.accent,
};

/** All sections in the order of the site. */
export const sectionsInOrder = whileUnchanged(
  async (): Promise<Section[]> => db().select(section).from(sections).orderBy(asc(sections.position), asc(sections.id)),
);

/**
 * A section with its sub-topics. One that no live story is about yet is left out, as its page would be; the tags name it
 * all the same, so that it appears with its first story.
 */
export async function findSection(slug: string): Promise<SectionPage | null> {
  const [row] = await db().select(section).from(sections).where(eq(sections.slug, slug));
  if (!row) return null;
  const chosen = await db()
    .select({ id: topics.id, slug: topics.slug, name: topics.name, live: topicIsLive() })
    .from(sectionTopics)
    .innerJoin(topics, eq(topics.id, sectionTopics.topicId))
    .where(eq(sectionTopics.sectionId, row.id))
    .orderBy(asc(sectionTopics.position));
  return {
    ...row,
    topics: chosen.filter(({ live }) => live).map(({ live: _, ...topic }) => topic),
    tags: [tag.frame, ...chosen.map(({ id }) => tag.topic(id))],
  };
}

/** A topic that some live story is about. One that none is about yet is not shown: its name may tell too much. */
export async function findTopic(slug: string): Promise<Topic | null> {
  const [row] = await db()
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(topics)
    .where(and(eq(topics.slug, slug), topicIsLive()));
  return row ?? null;
}

function topicIsLive() {
  const live = db()
    .select({ id: publications.id })
    .from(revisionTopics)
    .innerJoin(publications, eq(publications.revisionId, revisionTopics.revisionId))
    .where(and(eq(revisionTopics.topicId, topics.id), isListed));
  return sql<boolean>`${exists(live)}`.mapWith(Boolean);
}

/** A series that some live story belongs to; others are not shown. */
export async function findSeries(slug: string): Promise<Series | null> {
  const live = db()
    .select({ id: publications.id })
    .from(revisions)
    .innerJoin(publications, eq(publications.revisionId, revisions.id))
    .where(and(eq(revisions.seriesId, series.id), isListed));
  const [row] = await db()
    .select({ id: series.id, slug: series.slug, name: series.name, description: series.description })
    .from(series)
    .where(and(eq(series.slug, slug), exists(live)));
  return row ?? null;
}

const saidOfPeople = prepared((db, given) =>
  db
    .select({ id: bylines.id, particulars: bylines.particulars })
    .from(bylines)
    .where(among(bylines.id, given("ids"))),
);

/** What the profiles of these bylines say besides, by id. They belong to `tag.profile` of each. */
export async function particularsOf(bylineIds: readonly string[]): Promise<Map<string, Particulars>> {
  const rows = await saidOfPeople({ ids: bylineIds });
  return new Map(rows.map(({ id, particulars }) => [id, understood(particulars ?? {})]));
}

const known = new LRUCache<string, Particulars>({ max: 1000 });

/** Checked once for each text: to look up languages by their names takes longer than all else of a story's people. */
function understood(kept: unknown): Particulars {
  const text = JSON.stringify(kept);
  let particulars = known.get(text);
  if (!particulars) {
    particulars = Particulars.parse(kept);
    known.set(text, particulars);
  }
  return particulars;
}

/** The profile of a byline that some live story names, as writer or otherwise; others are not shown. */
export async function findByline(slug: string): Promise<BylinePage | null> {
  const live = (credits: typeof revisionBylines | typeof revisionCredits) =>
    exists(
      db()
        .select({ id: publications.id })
        .from(credits)
        .innerJoin(publications, eq(publications.revisionId, credits.revisionId))
        .where(and(eq(credits.bylineId, bylines.id), isListed)),
    );
  const [row] = await db()
    .select({
      id: bylines.id,
      slug: bylines.slug,
      name: bylines.name,
      title: bylines.title,
      bio: bylines.bio,
      particulars: bylines.particulars,
      portraitAssetId: bylines.portraitAssetId,
    })
    .from(bylines)
    .where(and(eq(bylines.slug, slug), or(live(revisionBylines), live(revisionCredits))));
  if (!row) return null;
  const { portraitAssetId, ...profile } = row;
  const sources = await sourcesOf(portraitAssetId ? [portraitAssetId] : []).then(picturesForReaders);
  const portrait = sources.get(portraitAssetId ?? "");
  return {
    ...profile,
    particulars: Particulars.parse(profile.particulars ?? {}),
    portrait: portrait && !portrait.isWithheld ? portrait : null,
    tags: [tag.profile(row.id), ...tagsOfShown([portrait])],
  };
}
