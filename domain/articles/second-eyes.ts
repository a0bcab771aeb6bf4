import { and, eq, gt, inArray, max } from "drizzle-orm";
import type { Db } from "@/db/client";
import { fieldIn } from "@/db/dialect";
import { events, publications, revisions } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { workflowOf } from "@/domain/settings/newsroom";
import { Refusal } from "@/lib/refusal";
import type { Draft } from "./draft";

/** Also what brings an older text back: whoever does that chose it. */
const WRITTEN: string[] = ["article.edited", "article.restored"];

/**
 * Where the paper wants a second pair of eyes: whoever's story it is, or who saved its text since it was published last,
 * may not publish it. @throws Refusal "forbidden"
 */
export async function refuseOwnWork(tx: Db, actor: Actor, draft: Pick<Draft, "id" | "ownerId">): Promise<void> {
  if (await isOwnWork(tx, actor, draft)) {
    throw new Refusal("forbidden", "You wrote in this story, so somebody else has to read and publish it.");
  }
}

/** Whether the paper wants somebody else than the actor to publish the story. */
export async function isOwnWork(
  tx: Db,
  actor: Pick<Actor, "id">,
  { id, ownerId }: Pick<Draft, "id" | "ownerId">,
): Promise<boolean> {
  const { secondEyes } = await workflowOf(tx);
  if (!secondEyes) return false;
  if (ownerId === actor.id) return true;
  // By versions and not by when: what was planned comes out while its text is written on.
  const [last] = await tx
    .select({ version: max(revisions.version) })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .where(eq(publications.articleId, id));
  const [wrote] = await tx
    .select({ number: events.number })
    .from(events)
    .where(
      and(
        eq(events.subjectKind, "article"),
        eq(events.subjectId, id),
        inArray(events.verb, WRITTEN),
        eq(events.actorId, actor.id),
        gt(fieldIn<number>(events.data, "version"), last?.version ?? 0),
      ),
    )
    .limit(1);
  return wrote !== undefined;
}
