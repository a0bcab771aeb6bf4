import { and, asc, desc, eq, gte, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, drafts, plans, publications, schedules, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Capability } from "@/domain/people/capability";
import { type Actor, can } from "@/domain/people/staff";
import { dayNamed } from "@/lib/time";
import { type Assignable, type BoardCard, type CalendarItem, type CalendarKind, dayOf, weeksOf } from "./board";
import { articlesWithState, type Joined, planOf } from "./desk-rows";
import { ownerId, readBy } from "./plan";
import { isOwnWork } from "./second-eyes";
import { STAGES, type Stage } from "./stage";

/** How many cards a column shows; a list has the rest. */
const COLUMN = 40;

export type BoardFilters = { sectionId?: string; staffId?: string };

export type Column = { stage: Stage; cards: BoardCard[]; more: boolean };

/** The stories under way by stage, those due first. @throws Refusal "forbidden" */
export async function readBoard(actor: Actor, filters: BoardFilters = {}): Promise<Column[]> {
  authorize(actor, "article.read");
  return Promise.all(
    STAGES.map(async (stage) => {
      const rows = await cards(
        [readBy(actor), eq(plans.stage, stage), narrowedTo(filters)],
        COLUMN + 1,
        stage === "killed" ? [desc(plans.since)] : undefined,
      );
      return { stage, cards: rows.slice(0, COLUMN), more: rows.length > COLUMN };
    }),
  );
}

function narrowedTo({ sectionId, staffId }: BoardFilters): SQL | undefined {
  return and(sectionId ? eq(drafts.sectionId, sectionId) : undefined, staffId ? eq(ownerId, staffId) : undefined);
}

/** To whom the actor may give stories: everybody on the staff, for whoever may plan anything. */
export async function listAssignable(actor: Actor): Promise<Assignable[]> {
  if (!can(actor, "article.plan")) return [];
  return db()
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(isNull(staff.disabledAt))
    .orderBy(asc(staff.name));
}

export type OwnWork = {
  /** Given back to the actor, with why. */
  returned: BoardCard[];
  /** Assigned to them, or begun by them. */
  toWrite: BoardCard[];
  /** Sent to review by others, for those who decide. */
  toReview: BoardCard[];
  /** Approved, for those who may publish. */
  toPublish: BoardCard[];
  /** Theirs, and with somebody else just now. */
  elsewhere: BoardCard[];
};

/** How many each list of one's own work shows. */
const MOST = 50;

/** What waits for the actor. @throws Refusal "forbidden" */
export async function readOwnWork(actor: Actor): Promise<OwnWork> {
  authorize(actor, "article.read");
  const [own, review, ready] = await Promise.all([
    cards([eq(ownerId, actor.id), isNotNull(plans.stage), ne(plans.stage, "killed")], 4 * MOST),
    cards([readBy(actor), eq(plans.stage, "review"), ne(ownerId, actor.id)], MOST, [asc(plans.since)]),
    cards([readBy(actor), eq(plans.stage, "ready")], MOST),
  ]);
  const is = (...stages: Stage[]) => own.filter(({ plan }) => plan.stage && stages.includes(plan.stage));
  const returned = is("drafting").filter(({ plan }) => plan.reason !== "");
  const mayPublish = await Promise.all(
    ready.map(async (card) => can(actor, "article.publish", card) && !(await isOwnWork(db(), actor, card))),
  );
  const toPublish = ready.filter((_, index) => mayPublish[index]);
  return {
    returned: returned.slice(0, MOST),
    toWrite: is("idea", "assigned", "drafting")
      .filter((card) => !returned.includes(card))
      .slice(0, MOST),
    toReview: review.filter((card) => can(actor, "article.return", card)),
    toPublish,
    elsewhere: is("review", "ready", "held")
      .filter(({ id }) => !toPublish.some((card) => card.id === id))
      .slice(0, MOST),
  };
}

/** What is on the days of a month's page, in the order of time. @throws Refusal "forbidden" */
export async function readCalendar(
  actor: Actor,
  month: string,
  timeZone: string,
  filters: BoardFilters = {},
): Promise<CalendarItem[]> {
  authorize(actor, "article.read");
  const days = weeksOf(month).flat();
  const start = dayNamed(days[0] ?? "", timeZone)?.start;
  const end = dayNamed(days.at(-1) ?? "", timeZone)?.end;
  if (!start || !end) return [];
  const named = { articleId: articles.id, headline: drafts.headline, ownerId, sectionId: drafts.sectionId };
  const within = (time: Parameters<typeof gte>[0]) =>
    and(readBy(actor), narrowedTo(filters), gte(time, start), lt(time, end));
  const planned = async (kind: "deadlineAt" | "plannedFor") => {
    const rows = await db()
      .select({ ...named, at: sql<Date>`${plans[kind]}`.mapWith(plans[kind]), movedBy: articles.id })
      .from(plans)
      .innerJoin(articles, eq(articles.id, plans.articleId))
      .innerJoin(drafts, eq(drafts.articleId, plans.articleId))
      .where(and(within(plans[kind]), or(isNull(plans.stage), ne(plans.stage, "killed"))));
    return rows.map((row) => ({ ...row, kind: kind as CalendarKind }));
  };
  const [deadlines, intended, scheduled, published] = await Promise.all([
    planned("deadlineAt"),
    planned("plannedFor"),
    db()
      .select({ ...named, at: schedules.at, movedBy: schedules.id, kind: sql<CalendarKind>`${schedules.act}` })
      .from(schedules)
      .innerJoin(articles, eq(articles.id, schedules.articleId))
      .innerJoin(drafts, eq(drafts.articleId, schedules.articleId))
      .innerJoin(plans, eq(plans.articleId, schedules.articleId))
      .where(and(within(schedules.at), isNull(schedules.endedAt))),
    db()
      .select({ ...named, at: publications.publishedAt, movedBy: publications.id })
      .from(publications)
      .innerJoin(articles, eq(articles.id, publications.articleId))
      .innerJoin(drafts, eq(drafts.articleId, publications.articleId))
      .innerJoin(plans, eq(plans.articleId, publications.articleId))
      .where(and(within(publications.publishedAt), eq(publications.kind, "first"))),
  ]);
  const out = published.map((row) => ({ ...row, kind: "published" as CalendarKind }));
  return [...deadlines, ...intended, ...scheduled, ...out]
    .map(({ ownerId, sectionId, ...row }) => ({
      ...row,
      key: `${row.kind}-${row.movedBy}`,
      day: dayOf(row.at, timeZone),
      mayMove: row.kind !== "published" && can(actor, MOVING[row.kind], { ownerId, sectionId }),
    }))
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** What it takes to move something on the calendar. */
const MOVING: Record<Exclude<CalendarKind, "published">, Capability> = {
  deadlineAt: "article.plan",
  plannedFor: "article.plan",
  publish: "article.publish",
  unpublish: "article.unpublish",
};

/** Those due first; of the rest, those that came to their stage last. */
const BY_DEADLINE = [asc(sql`${plans.deadlineAt} is null`), asc(plans.deadlineAt), desc(plans.since)];

async function cards(conditions: (SQL | undefined)[], most: number, order: SQL[] = BY_DEADLINE): Promise<BoardCard[]> {
  const rows = await articlesWithState()
    .where(and(...conditions))
    .orderBy(...order)
    .limit(most);
  return rows.map(cardOf);
}

function cardOf(row: Joined): BoardCard {
  const { id, ownerId, sectionId, headline, sectionName, writer, readers } = row;
  return { id, ownerId, sectionId, headline, sectionName, writer, readers, plan: planOf(row) };
}
