import { and, asc, eq, exists, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, publications, revisionBylines, revisionTopics, sections, topics } from "@/db/schema";
import { sourcesOf } from "@/domain/media/sources";
import type { BylinePage } from "./byline";
import type { Section } from "./section";
import type { Topic } from "./topic";

const section = { id: sections.id, slug: sections.slug, name: sections.name, description: sections.description };

/** All sections in the order of the site. */
export async function sectionsInOrder(): Promise<Section[]> {
  return db().select(section).from(sections).orderBy(asc(sections.position), asc(sections.id));
}

export async function findSection(slug: string): Promise<Section | null> {
  const [row] = await db().select(section).from(sections).where(eq(sections.slug, slug));
  return row ?? null;
}

/** A topic that some live story is about. One that none is about yet is not shown: its name may tell too much. */
export async function findTopic(slug: string): Promise<Topic | null> {
  const live = db()
    .select({ id: publications.id })
    .from(revisionTopics)
    .innerJoin(publications, eq(publications.revisionId, revisionTopics.revisionId))
    .where(and(eq(revisionTopics.topicId, topics.id), isNull(publications.endedAt)));
  const [row] = await db()
    .select({ id: topics.id, slug: topics.slug, name: topics.name })
    .from(topics)
    .where(and(eq(topics.slug, slug), exists(live)));
  return row ?? null;
}

/** The profile of a byline that some live story carries; others are not shown. */
export async function findByline(slug: string): Promise<BylinePage | null> {
  const live = db()
    .select({ id: publications.id })
    .from(revisionBylines)
    .innerJoin(publications, eq(publications.revisionId, revisionBylines.revisionId))
    .where(and(eq(revisionBylines.bylineId, bylines.id), isNull(publications.endedAt)));
  const [row] = await db()
    .select({
      id: bylines.id,
      slug: bylines.slug,
      name: bylines.name,
      title: bylines.title,
      bio: bylines.bio,
      portraitAssetId: bylines.portraitAssetId,
    })
    .from(bylines)
    .where(and(eq(bylines.slug, slug), exists(live)));
  if (!row) return null;
  const { portraitAssetId, ...profile } = row;
  const sources = portraitAssetId ? await sourcesOf([portraitAssetId]) : undefined;
  return { ...profile, portrait: sources?.get(portraitAssetId ?? "") ?? null };
}
