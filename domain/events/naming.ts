import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import {
  aboutPages,
  assets,
  bylines,
  collections,
  desks,
  drafts,
  type events,
  invitations,
  savedViews,
  sections,
  series,
  snippets,
  staff,
  styleRules,
  topics,
} from "@/db/schema";
import type { Verb } from "./event";
import type { EventData, Told } from "./sentence";

export type EventRow = typeof events.$inferSelect;

/** An event with all that is needed to tell of it. */
export type ToldEvent = Told & { number: number; at: Date; actorId: string | null; subjectId: string };

/**
 * Events with the names that their people and things have now. Whoever calls it has seen to it that the actor may read
 * of them: a name is told as it stands in a draft.
 */
export async function withNames(rows: readonly EventRow[]): Promise<ToldEvent[]> {
  const thing = (row: EventRow) => keyOf(row.subjectKind, subjectOf(row));
  const [people, things] = await Promise.all([
    staffNames(rows.flatMap(({ actorId }) => actorId ?? [])),
    thingNames(rows.map((row) => [row.subjectKind, subjectOf(row)] as const)),
  ]);
  return rows.map((row) => ({
    number: row.number,
    at: row.at,
    verb: row.verb as Verb,
    actorId: row.actorId,
    actor: row.actorId === null ? null : (people.get(row.actorId) ?? "Somebody"),
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    subject: things.get(thing(row)) ?? null,
    data: row.data,
  }));
}

/** A comment is named by its story. */
function subjectOf({
  subjectKind,
  subjectId,
  data,
}: {
  subjectKind: string;
  subjectId: string;
  data: EventData;
}): string {
  return subjectKind === "comment" && typeof data.articleId === "string" ? data.articleId : subjectId;
}

const keyOf = (kind: string, id: string) => `${kind} ${id}`;

type Named = { id: string; name: string };

/** What these members of the staff are called. */
export async function staffNames(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(inArray(staff.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How the names of each kind of thing are read. What is not here has none. */
const READERS: Record<string, (ids: string[]) => PromiseLike<Named[]>> = {
  article: storyNames,
  comment: storyNames,
  asset: (ids) => db().select({ id: assets.id, name: assets.filename }).from(assets).where(inArray(assets.id, ids)),
  collection: (ids) =>
    db().select({ id: collections.id, name: collections.name }).from(collections).where(inArray(collections.id, ids)),
  // A keyword is known by itself.
  keyword: async (ids) => ids.map((id) => ({ id, name: id })),
  section: (ids) =>
    db().select({ id: sections.id, name: sections.name }).from(sections).where(inArray(sections.id, ids)),
  topic: (ids) => db().select({ id: topics.id, name: topics.name }).from(topics).where(inArray(topics.id, ids)),
  series: (ids) => db().select({ id: series.id, name: series.name }).from(series).where(inArray(series.id, ids)),
  byline: (ids) => db().select({ id: bylines.id, name: bylines.name }).from(bylines).where(inArray(bylines.id, ids)),
  snippet: (ids) =>
    db().select({ id: snippets.id, name: snippets.name }).from(snippets).where(inArray(snippets.id, ids)),
  "style-rule": (ids) =>
    db().select({ id: styleRules.id, name: styleRules.avoid }).from(styleRules).where(inArray(styleRules.id, ids)),
  about: (ids) =>
    db().select({ id: aboutPages.slug, name: aboutPages.title }).from(aboutPages).where(inArray(aboutPages.slug, ids)),
  desk: (ids) => db().select({ id: desks.id, name: desks.name }).from(desks).where(inArray(desks.id, ids)),
  view: (ids) =>
    db().select({ id: savedViews.id, name: savedViews.name }).from(savedViews).where(inArray(savedViews.id, ids)),
  // A redirect is known by its address.
  redirect: async (ids) => ids.filter((id) => id.startsWith("/")).map((id) => ({ id, name: id })),
  // Whoever is invited is known by the invitation.
  staff: async (ids) => [...(await invited(ids)), ...[...(await staffNames(ids))].map(([id, name]) => ({ id, name }))],
  invitation: invited,
};

function storyNames(ids: string[]) {
  return db()
    .select({ id: drafts.articleId, name: drafts.headline })
    .from(drafts)
    .where(inArray(drafts.articleId, ids));
}

function invited(ids: string[]) {
  return db()
    .select({ id: invitations.id, name: invitations.name })
    .from(invitations)
    .where(inArray(invitations.id, ids));
}

async function thingNames(refs: readonly (readonly [kind: string, id: string])[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  const kinds = [...new Set(refs.map(([kind]) => kind))];
  await Promise.all(
    kinds.map(async (kind) => {
      const ids = [...new Set(refs.filter(([each]) => each === kind).map(([, id]) => id))];
      for (const { id, name } of (await READERS[kind]?.(ids)) ?? []) names.set(keyOf(kind, id), name);
    }),
  );
  return names;
}
