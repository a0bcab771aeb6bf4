import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { db } from "@/db/client";
import {
  articles,
  deskEntries,
  drafts,
  permalinks,
  plans,
  publications,
  revisions,
  sections,
  staff,
  takedowns,
} from "@/db/schema";
import { ownerId } from "./plan";
import type { ReadersState, StoryPlan } from "./stage";

// What every list of the desk joins: a story with its draft, its plan and what readers have of it.

/** What readers have of it; the same rule for the list, its filter and the article's screen. */
export const readers = sql<ReadersState>`case
  when exists (select 1 from ${takedowns} where ${takedowns.articleId} = ${drafts.articleId} and ${takedowns.liftedAt} is null) then 'taken-down'
  when ${publications.id} is not null and ${drafts.version} > ${revisions.version} then 'changed'
  when ${publications.id} is not null then 'live'
  when ${permalinks.path} is not null then 'unpublished'
  else 'never' end`;

const savers = alias(staff, "savers");
const movers = alias(staff, "movers");
const owners = alias(staff, "owners");
const assignees = alias(staff, "assignees");

/** Every article, with all that the desk lists of it. */
export function articlesWithState() {
  return db()
    .select({
      id: articles.id,
      headline: drafts.headline,
      readers,
      sectionName: sections.name,
      writer: owners.name,
      savedAt: drafts.savedAt,
      savedBy: savers.name,
      path: permalinks.path,
      liveSection: publications.sectionId,
      liveSince: publications.firstPublishedAt,
      publishedAt: publications.publishedAt,
      updatedAt: publications.updatedAt,
      retractedAt: publications.retractedAt,
      retraction: publications.retraction,
      liveVersion: revisions.version,
      ownerId,
      sectionId: drafts.sectionId,
      plan: plans,
      movedBy: movers.name,
      assignee: assignees.name,
    })
    .from(drafts)
    .innerJoin(deskEntries, eq(deskEntries.articleId, drafts.articleId))
    .innerJoin(articles, eq(articles.id, drafts.articleId))
    .innerJoin(plans, eq(plans.articleId, drafts.articleId))
    .innerJoin(owners, eq(owners.id, ownerId))
    .innerJoin(movers, eq(movers.id, plans.byId))
    .leftJoin(assignees, eq(assignees.id, plans.assigneeId))
    .innerJoin(savers, eq(savers.id, drafts.savedBy))
    .leftJoin(sections, eq(sections.id, drafts.sectionId))
    .leftJoin(permalinks, and(eq(permalinks.articleId, articles.id), isNull(permalinks.retiredAt)))
    .leftJoin(publications, and(eq(publications.articleId, articles.id), isNull(publications.endedAt)))
    .leftJoin(revisions, eq(revisions.id, publications.revisionId));
}

export type Joined = Awaited<ReturnType<typeof articlesWithState>>[number];

/** The plan of a row, as the desk shows it. */
export function planOf({ plan, movedBy, assignee }: Pick<Joined, "plan" | "movedBy" | "assignee">): StoryPlan {
  const { stage, before, since, reason, assigneeId, brief, deadlineAt, plannedFor } = plan;
  const to = assigneeId && assignee ? { id: assigneeId, name: assignee } : null;
  return { stage, before, since, by: movedBy, reason, assignee: to, brief, deadlineAt, plannedFor };
}
