import { and, eq, gt, ne } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { presences, revisions, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { RestoreRevision } from "./article";
import { GONE_AFTER } from "./company";
import { checkReferences, findDraft, keepStanding } from "./draft";
import { writeDraft } from "./editing";
import { fieldsThatDiffer } from "./merging";
import { draftOf } from "./telling";

/**
 * Makes an earlier text of a story its draft again, upon the draft that the actor looked at. What stood is kept; the
 * story's address stays, whatever the earlier text had. Readers see nothing of it until it is published.
 * @returns the draft's new version. @throws Refusal "not-found", "forbidden", "conflict" if the draft was saved since or
 * somebody is writing in it, "invalid" if the text says the same, or names what is no longer there
 */
export function restoreRevision(actor: Actor, { id, revisionId, version }: RestoreRevision): Promise<number> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    authorize(actor, "article.edit", draft);
    if (draft.version !== version) {
      throw new Refusal(
        "conflict",
        "This story was saved again since you looked at it. Compare once more, then restore.",
      );
    }
    await refuseHeld(tx, actor, id);
    const [revision] = await tx
      .select()
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.articleId, id)));
    if (!revision) throw notFound("version");
    const content = { ...(await draftOf(revision)), slug: draft.content.slug };
    await checkReferences(tx, content);
    if (fieldsThatDiffer(content, draft.content).length === 0) {
      throw new Refusal("invalid", "The draft says this already.");
    }
    authorize(actor, "article.edit", { ownerId: draft.ownerId, sectionId: content.sectionId });
    await keepStanding(tx, draft, "sitting");
    const next = await writeDraft(tx, actor, draft, content, { verb: "article.restored", data: { revisionId } });
    return next.version;
  });
}

/** Nobody's letters are written over while they type. */
async function refuseHeld(tx: Db, actor: Actor, articleId: string): Promise<void> {
  const [writer] = await tx
    .select({ name: staff.name, field: presences.field })
    .from(presences)
    .innerJoin(staff, eq(staff.id, presences.staffId))
    .where(
      and(
        eq(presences.articleId, articleId),
        ne(presences.staffId, actor.id),
        gt(presences.seenAt, new Date(now().getTime() - GONE_AFTER)),
      ),
    );
  if (!writer?.field) return;
  throw new Refusal("conflict", `${writer.name} is writing in this story. Restore it once they are done.`);
}
