import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { articles, plans } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { Draft } from "./draft";
import { type Stage, stageAfterWriting } from "./stage";

export type Plan = typeof plans.$inferSelect;

/** Whose an article is: its assignee's, else theirs who began it. Where it is asked, `articles` and `plans` are joined. */
export const ownerId = sql<string>`coalesce(${plans.assigneeId}, ${articles.createdBy})`;

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

/**
 * Ends a story's cycle as it is put before readers: nothing of it is under way, due or planned any more.
 * @throws Refusal "invalid" if it is held or killed
 */
export async function endCycle(tx: Db, actor: Pick<Actor, "id">, articleId: string): Promise<void> {
  const plan = await findPlan(tx, articleId);
  if (plan.stage === "held" || plan.stage === "killed") {
    const [word, way] = plan.stage === "held" ? ["held", "Resume"] : ["killed", "Revive"];
    throw new Refusal("invalid", `This story is ${word}${plan.reason && `: ${plan.reason}`}. ${way} it first.`);
  }
  await moveTo(tx, actor, plan, null, { deadlineAt: null, plannedFor: null });
}
