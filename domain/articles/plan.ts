import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { articles, drafts, plans } from "@/db/schema";
import { type Actor, reach } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { Draft } from "./draft";
import { type Stage, stageAfterWriting } from "./stage";

export type Plan = typeof plans.$inferSelect;

/** Whose an article is: its assignee's, else theirs who began it. Where it is asked, `articles` and `plans` are joined. */
export const ownerId = sql<string>`coalesce(${plans.assigneeId}, ${articles.createdBy})`;

/** The condition that a story is one that the actor may read: where they read their own alone, those. */
export function readBy(actor: Actor): SQL | undefined {
  return reach(actor, "article.read") === "own" ? eq(ownerId, actor.id) : undefined;
}

/** The plan of an article. @throws Refusal "not-found" */
export async function findPlan(tx: Db, articleId: string): Promise<Plan> {
  const [plan] = await tx.select().from(plans).where(eq(plans.articleId, articleId));
  if (!plan) throw notFound("article");
  return plan;
}

/** The plan that every article has from its beginning. */
export async function beginPlan(tx: Db, actor: Pick<Actor, "id">, articleId: string, stage: Stage): Promise<void> {
  await tx.insert(plans).values({ articleId, stage, since: now(), byId: actor.id });
}

/** Brings a story to a stage. @param given what else changes with it; a reason stands only until the next step. */
export async function moveTo(
  tx: Db,
  actor: Pick<Actor, "id">,
  { articleId, stage: from, before }: Plan,
  to: Stage | null,
  given: Partial<Plan> = {},
): Promise<void> {
  const stopped = to === "held" || to === "killed";
  const back = from === "held" || from === "killed" ? before : from;
  await tx
    .update(plans)
    .set({ stage: to, since: now(), byId: actor.id, reason: "", before: stopped ? back : null, ...given })
    .where(eq(plans.articleId, articleId));
}

/** Brings a story to the stage that a save of its draft means. @returns that stage; null where it stays */
export async function wroteIn(tx: Db, actor: Actor, draft: Draft): Promise<Stage | null> {
  const plan = await findPlan(tx, draft.id);
  const to = stageAfterWriting(actor, plan.stage, draft);
  if (to) await moveTo(tx, actor, plan, to);
  return to;
}

/** @throws Refusal "invalid" if the story is held or killed: then readers get nothing new of it */
export async function refuseStopped(tx: Db, articleId: string): Promise<void> {
  const { stage, reason } = await findPlan(tx, articleId);
  if (stage !== "held" && stage !== "killed") return;
  const [word, way] = stage === "held" ? ["held", "Resume"] : ["killed", "Revive"];
  throw new Refusal("invalid", `This story is ${word}${reason && `: “${reason}”`}. ${way} it first.`);
}

/**
 * Ends a story's cycle as its draft comes before readers: nothing of it is under way or due any more. Where they get an
 * older version than the draft's, such as one that was planned, work on the draft goes on.
 */
export async function endCycle(tx: Db, by: Pick<Actor, "id">, articleId: string, version: number): Promise<void> {
  const plan = await findPlan(tx, articleId);
  const [draft] = await tx.select({ version: drafts.version }).from(drafts).where(eq(drafts.articleId, articleId));
  if (draft?.version === version) await moveTo(tx, by, plan, null, { deadlineAt: null, plannedFor: null });
  else await tx.update(plans).set({ plannedFor: null }).where(eq(plans.articleId, articleId));
}
