import {
  type AnyColumn,
  and,
  asc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  not,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { db } from "@/db/client";
import {
  bylines,
  publications,
  revisionBylines,
  revisions,
  revisionTopics,
  sections,
  sectionTopics,
  series,
  topics,
} from "@/db/schema";
import { standingPicture } from "@/domain/media/desk";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { inOrder } from "@/lib/in-order";
import { notFound } from "@/lib/refusal";
import { slugOf } from "@/lib/slug";
import { type Byline, type BylineKind, type BylineProfile, type KeptByline, Particulars } from "./byline";
import type { KeptSection, Section } from "./section";
import type { KeptSeries, Series } from "./series";
import type { GroupKind } from "./setting-aside";
import type { KeptTopic, Topic } from "./topic";

/** How many a picker offers. */
const SUGGESTIONS = 20;
/** How many a page of a list shows. */
const PAGE = 50;

/** A page of a list, and the cursor of the next one if there is one. */
export type Page<T> = { rows: T[]; next?: string };

type Listing<Kind = never> = { search?: string; show?: Kind; cursor?: string };

const topic = { id: topics.id, slug: topics.slug, name: topics.name };
const aSeries = { id: series.id, slug: series.slug, name: series.name, description: series.description };
const byline = {
  id: bylines.id,
  slug: bylines.slug,
  name: bylines.name,
  title: bylines.title,
  guest: sql<boolean>`${bylines.staffId} is null`.mapWith(Boolean),
};

/** All sections in the order of the site, for whoever writes. */
export async function listSections(actor: Actor): Promise<Section[]> {
  authorize(actor, "article.read");
  return db()
    .select({
      id: sections.id,
      slug: sections.slug,
      name: sections.name,
      description: sections.description,
      accent: sections.accent,
    })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));
}

/** The same with their sub-topics, for whoever keeps them. */
export async function manageSections(actor: Actor): Promise<KeptSection[]> {
  authorize(actor, "taxonomy.manage");
  const chosen = await db()
    .select({ ...topic, sectionId: sectionTopics.sectionId })
    .from(sectionTopics)
    .innerJoin(topics, eq(topics.id, sectionTopics.topicId))
    .orderBy(asc(sectionTopics.position));
  return (await listSections(actor)).map((section) => ({
    ...section,
    topics: chosen.filter(({ sectionId }) => sectionId === section.id).map(({ sectionId: _, ...one }) => one),
  }));
}

/** The topics that fit what was typed, by name; the first ones when nothing was typed; none that is set aside. For whoever writes. */
export async function searchTopics(actor: Actor, text: string): Promise<Topic[]> {
  authorize(actor, "article.read");
  return db()
    .select(topic)
    .from(topics)
    .where(and(isNull(topics.asideSince), named(topics, text)))
    .orderBy(asc(sql`lower(${topics.name})`), asc(topics.id))
    .limit(SUGGESTIONS);
}

/** The bylines that fit what was typed, by name; none that is set aside. For whoever writes. */
export async function searchBylines(actor: Actor, text: string): Promise<Byline[]> {
  authorize(actor, "article.read");
  return db()
    .select(byline)
    .from(bylines)
    .where(and(isNull(bylines.asideSince), named(bylines, text)))
    .orderBy(asc(sql`lower(${bylines.name})`), asc(bylines.id))
    .limit(SUGGESTIONS);
}

/** The series that fit what was typed, by name; none that is set aside. For whoever writes. */
export async function searchSeries(actor: Actor, text: string): Promise<Series[]> {
  authorize(actor, "article.read");
  return db()
    .select(aSeries)
    .from(series)
    .where(and(isNull(series.asideSince), named(series, text)))
    .orderBy(asc(sql`lower(${series.name})`), asc(series.id))
    .limit(SUGGESTIONS);
}

/** The topics with these ids, in the order of the ids. Unknown ids are left out. */
export async function topicsById(actor: Actor, ids: string[]): Promise<Topic[]> {
  authorize(actor, "article.read");
  return inOrder(ids, await db().select(topic).from(topics).where(inArray(topics.id, ids)));
}

/** The bylines with these ids, in the order of the ids. Unknown ids are left out. */
export async function bylinesById(actor: Actor, ids: string[]): Promise<Byline[]> {
  authorize(actor, "article.read");
  return inOrder(ids, await db().select(byline).from(bylines).where(inArray(bylines.id, ids)));
}

/** The series with these ids, in the order of the ids. Unknown ids are left out. */
export async function seriesById(actor: Actor, ids: string[]): Promise<Series[]> {
  authorize(actor, "article.read");
  return inOrder(ids, await db().select(aSeries).from(series).where(inArray(series.id, ids)));
}

/** The byline of the actor, which a new article of theirs begins with; null where there is none. */
export async function ownByline(actor: Actor): Promise<Byline | null> {
  authorize(actor, "article.read");
  const [row] = await db().select(byline).from(bylines).where(eq(bylines.staffId, actor.id));
  return row ?? null;
}

/** A page of topics by name. */
export async function listTopics(
  actor: Actor,
  { search = "", show, cursor }: Listing<GroupKind>,
): Promise<Page<KeptTopic>> {
  authorize(actor, "taxonomy.manage");
  const rows = await db()
    .select({ ...topic, live: topicIsLive(), aside: isAside(topics), key: sql<string>`lower(${topics.name})` })
    .from(topics)
    .where(and(named(topics, search), ofGroup(topics, show, topicIsLive()), after(topics, cursor)))
    .orderBy(asc(sql`lower(${topics.name})`), asc(topics.id))
    .limit(PAGE + 1);
  return pageOf(rows);
}

/** A page of series by name. */
export async function listSeries(
  actor: Actor,
  { search = "", show, cursor }: Listing<GroupKind>,
): Promise<Page<KeptSeries>> {
  authorize(actor, "taxonomy.manage");
  const rows = await db()
    .select({ ...aSeries, live: seriesIsLive(), aside: isAside(series), key: sql<string>`lower(${series.name})` })
    .from(series)
    .where(and(named(series, search), ofGroup(series, show, seriesIsLive()), after(series, cursor)))
    .orderBy(asc(sql`lower(${series.name})`), asc(series.id))
    .limit(PAGE + 1);
  return pageOf(rows);
}

/** A page of bylines by name. */
export async function listBylines(
  actor: Actor,
  { search = "", show, cursor }: Listing<BylineKind>,
): Promise<Page<KeptByline>> {
  authorize(actor, "taxonomy.manage");
  const rows = await db()
    .select({ ...byline, aside: isAside(bylines), key: sql<string>`lower(${bylines.name})` })
    .from(bylines)
    .where(and(named(bylines, search), show && ofKind(show), after(bylines, cursor)))
    .orderBy(asc(sql`lower(${bylines.name})`), asc(bylines.id))
    .limit(PAGE + 1);
  return pageOf(rows);
}

function isAside(table: { asideSince: AnyColumn }) {
  return sql<boolean>`${table.asideSince} is not null`.mapWith(Boolean);
}

function ofGroup(table: { asideSince: AnyColumn }, show: GroupKind | undefined, isLive: SQL): SQL | undefined {
  if (show === "aside") return isNotNull(table.asideSince);
  return show && (show === "live" ? isLive : not(isLive));
}

function ofKind(kind: BylineKind): SQL {
  if (kind === "aside") return isNotNull(bylines.asideSince);
  return kind === "guest" ? isNull(bylines.staffId) : isNotNull(bylines.staffId);
}

/** One byline with its profile. @throws Refusal "not-found" */
export async function readByline(actor: Actor, id: string): Promise<BylineProfile> {
  authorize(actor, "taxonomy.manage");
  const profile = await profileOf(eq(bylines.id, id));
  if (!profile) throw notFound("byline");
  return profile;
}

/** The actor's own profile; null where they have no byline. */
export async function ownProfile(actor: Actor): Promise<BylineProfile | null> {
  authorize(actor, "profile.edit", { ownerId: actor.id });
  return profileOf(eq(bylines.staffId, actor.id));
}

async function profileOf(whose: SQL): Promise<BylineProfile | null> {
  const [row] = await db()
    .select({
      ...byline,
      bio: bylines.bio,
      particulars: bylines.particulars,
      portraitAssetId: bylines.portraitAssetId,
      live: bylineIsLive(),
    })
    .from(bylines)
    .where(whose);
  if (!row) return null;
  const portrait = await standingPicture(row.portraitAssetId);
  return { ...row, particulars: Particulars.parse(row.particulars ?? {}), portrait };
}

function topicIsLive() {
  const live = db()
    .select({ id: publications.id })
    .from(revisionTopics)
    .innerJoin(publications, eq(publications.revisionId, revisionTopics.revisionId))
    .where(and(eq(revisionTopics.topicId, topics.id), isNull(publications.endedAt)));
  return sql<boolean>`${exists(live)}`.mapWith(Boolean);
}

function bylineIsLive() {
  const live = db()
    .select({ id: publications.id })
    .from(revisionBylines)
    .innerJoin(publications, eq(publications.revisionId, revisionBylines.revisionId))
    .where(and(eq(revisionBylines.bylineId, bylines.id), isNull(publications.endedAt)));
  return sql<boolean>`${exists(live)}`.mapWith(Boolean);
}

function seriesIsLive() {
  const live = db()
    .select({ id: publications.id })
    .from(revisions)
    .innerJoin(publications, eq(publications.revisionId, revisions.id))
    .where(and(eq(revisions.seriesId, series.id), isNull(publications.endedAt)));
  return sql<boolean>`${exists(live)}`.mapWith(Boolean);
}

type Named = { id: AnyColumn; name: AnyColumn; slug: AnyColumn };

/** The slug is the name without accents and capitals: so "zoe" finds Zoë. */
function named(table: Named, text: string): SQL | undefined {
  const typed = text.trim();
  if (!typed) return undefined;
  const slug = slugOf(typed);
  return or(
    sql`lower(${table.name}) like ${`%${literal(typed.toLowerCase())}%`} escape '\\'`,
    slug ? sql`${table.slug} like ${`%${literal(slug)}%`} escape '\\'` : undefined,
  );
}

function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

function after(table: Named, cursor: string | undefined): SQL | undefined {
  const last = decodeCursor(cursor);
  if (!last) return undefined;
  const key = sql`lower(${table.name})`;
  return or(sql`${key} > ${last.key}`, and(sql`${key} = ${last.key}`, gt(table.id, last.id)));
}

function pageOf<T extends { id: string; key: string }>(found: T[]): Page<Omit<T, "key">> {
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    rows: rows.map(({ key: _, ...row }) => row),
    next: found.length > PAGE && last ? encodeCursor(last) : undefined,
  };
}
