import { and, asc, desc, eq, gte, inArray, isNull, like, lt, or, type SQL } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { fieldIn } from "@/db/dialect";
import { bylines, drafts, events, sections, series, staff, topics } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { searchWords } from "@/lib/search-words";
import { dayNamed } from "@/lib/time";
import type { Verb } from "./event";
import { type ToldEvent, withNames } from "./naming";
import { record } from "./record";
import { VERBS } from "./sentence";
import { type ExportFormat, HOUSE_ACTOR, type TrailFilters } from "./trail";

const PAGE = 50;

/** How many events are read at once while all are exported. */
const BATCH = 500;

/**
 * What happened, the newest first.
 * @param timeZone in which days begin and end.
 * @returns a page of events, and the cursor of the next page or null. @throws Refusal "forbidden"
 */
export async function readTrail(
  actor: Actor,
  filters: TrailFilters,
  timeZone: string,
): Promise<{ rows: ToldEvent[]; next: string | null }> {
  authorize(actor, "audit.read");
  const found = await db()
    .select()
    .from(events)
    .where(and(matching(filters, timeZone), beforeCursor(filters.cursor)))
    .orderBy(desc(events.number))
    .limit(PAGE + 1);
  const rows = await withNames(found.slice(0, PAGE));
  return { rows, next: found.length > PAGE ? String(rows.at(-1)?.number) : null };
}

/** What happened to one thing, the newest first. Whoever calls has seen to it that the actor may read of it. */
export async function trailOf(
  subject: string,
  cursor: string | undefined,
): Promise<{ rows: ToldEvent[]; next: string | null }> {
  const found = await db()
    .select()
    .from(events)
    .where(and(ofSubject(subject), beforeCursor(cursor)))
    .orderBy(desc(events.number))
    .limit(PAGE + 1);
  const rows = await withNames(found.slice(0, PAGE));
  return { rows, next: found.length > PAGE ? String(rows.at(-1)?.number) : null };
}

/** Everybody who was ever on the staff, for the trail's filter. @throws Refusal "forbidden" */
export async function listActors(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "audit.read");
  return db().select({ id: staff.id, name: staff.name }).from(staff).orderBy(asc(staff.name));
}

/** What a filter's one thing is called now. @throws Refusal "forbidden" */
export async function nameOfSubject(actor: Actor, subject: string): Promise<string | null> {
  authorize(actor, "audit.read");
  const [kind, id] = partsOf(subject);
  const [row] = await db()
    .select()
    .from(events)
    .where(and(eq(events.subjectKind, kind), eq(events.subjectId, id)))
    .limit(1);
  const [told] = row ? await withNames([row]) : [];
  return told?.subject ?? null;
}

/**
 * All that the filters let through, the newest first, a batch at a time; whoever asks for it is in the trail themselves.
 * What happens while it is read is not in it.
 * @throws Refusal "forbidden"
 */
export async function exportTrail(
  actor: Actor,
  filters: TrailFilters,
  timeZone: string,
  format: ExportFormat,
): Promise<AsyncGenerator<ToldEvent[]>> {
  authorize(actor, "audit.read");
  // Words that were looked for may be somebody's name: of those it keeps only that there were some.
  const { cursor, about, ...kept } = filters;
  const { number } = await transact((tx) =>
    record(tx, actor, "audit.exported", "trail", { format, filters: { ...kept, ...(about ? { about: true } : {}) } }),
  );
  return batches(and(matching(filters, timeZone), lt(events.number, number)), number);
}

async function* batches(which: SQL | undefined, before: number): AsyncGenerator<ToldEvent[]> {
  for (let cursor = before; ; ) {
    const rows = await db()
      .select()
      .from(events)
      .where(and(which, lt(events.number, cursor)))
      .orderBy(desc(events.number))
      .limit(BATCH);
    if (rows.length > 0) yield await withNames(rows);
    if (rows.length < BATCH) return;
    cursor = rows.at(-1)?.number ?? 0;
  }
}

/** The condition of the events that the filters let through, but for the page. @param timeZone in which days begin and end */
export function matching(filters: TrailFilters, timeZone: string): SQL | undefined {
  const { actorId, what, about, subject, from, until } = filters;
  const start = from ? dayNamed(from, timeZone)?.start : undefined;
  const end = until ? dayNamed(until, timeZone)?.end : undefined;
  return and(
    actorId === HOUSE_ACTOR ? isNull(events.actorId) : actorId ? eq(events.actorId, actorId) : undefined,
    what ? ofKind(what) : undefined,
    about ? named(about) : undefined,
    subject ? ofSubject(subject) : undefined,
    start && gte(events.at, start),
    end && lt(events.at, end),
  );
}

function ofKind(what: string): SQL {
  return VERBS.includes(what as Verb) ? eq(events.verb, what) : eq(events.subjectKind, what);
}

/** A story's own events, and those of what was said of it. */
function ofSubject(subject: string): SQL | undefined {
  const [kind, id] = partsOf(subject);
  const itself = and(eq(events.subjectKind, kind), eq(events.subjectId, id));
  if (kind !== "article") return itself;
  return or(itself, and(eq(events.subjectKind, "comment"), eq(articleOfComment, id)));
}

const articleOfComment = fieldIn<string>(events.data, "articleId");

/** Of whatever has a name in which every word stands: stories, people, and the shelves of the paper. */
function named(about: string): SQL | undefined {
  const words = searchWords(about);
  const tables = { staff, byline: bylines, section: sections, topic: topics, series };
  const stories = db()
    .select({ id: drafts.articleId })
    .from(drafts)
    .where(and(...words.map((word) => like(drafts.headline, `%${word}%`))));
  return or(
    and(eq(events.subjectKind, "article"), inArray(events.subjectId, stories)),
    and(eq(events.subjectKind, "comment"), inArray(articleOfComment, stories)),
    ...Object.entries(tables).map(([kind, table]) =>
      and(
        eq(events.subjectKind, kind),
        inArray(
          events.subjectId,
          db()
            .select({ id: table.id })
            .from(table)
            .where(and(...words.map((word) => like(table.name, `%${word}%`)))),
        ),
      ),
    ),
  );
}

function beforeCursor(cursor: string | undefined): SQL | undefined {
  return cursor && /^\d{1,15}$/.test(cursor) ? lt(events.number, Number(cursor)) : undefined;
}

function partsOf(subject: string): [kind: string, id: string] {
  const at = subject.indexOf(":");
  return [subject.slice(0, at), subject.slice(at + 1)];
}
