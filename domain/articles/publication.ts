import { type Db, transact } from "@/db/client";
import type { Event } from "@/domain/events/event";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import type { AmendArticle, Change, PublishArticle, UnpublishArticle } from "./article";
import { authorizeLive, authorizePublishing } from "./authorizing";
import { type Draft, findDraft } from "./draft";
import { applyChange, checkApproval, findLive, placeBeforeReaders, readyForReaders, takeFromReaders } from "./placing";
import { dropSchedules } from "./schedules";
import { refuseOwnWork } from "./second-eyes";

/**
 * Puts the draft as it stands at `version` before readers: for the first time, or in place of what they see. Then `change`
 * says what that is to them.
 * @throws Refusal "not-found", "forbidden", "conflict" if the draft was saved since, "invalid" if something is missing
 */
export function publishArticle(actor: Actor, { id, version, change }: PublishArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizePublishing(tx, actor, draft);
    await refuseOwnWork(tx, actor, draft);
    refuseOlder(draft, version);
    const content = await readyForReaders(tx, draft.content);
    if ((await findLive(tx, id))?.version === version) {
      throw new Refusal("invalid", "Readers already see this version.");
    }
    await checkChange(tx, actor, draft, change);
    return placeBeforeReaders(tx, actor, { articleId: id, version, content, change });
  });
}

/**
 * Tells readers what was wrong in an article, or unclear, that it is retracted or is so no longer: upon the text that they
 * see now, whatever the draft holds.
 * @throws Refusal "not-found", "forbidden", "invalid" if readers do not see it
 */
export function amendArticle(actor: Actor, { id, change }: AmendArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizeLive(tx, actor, "article.publish", draft);
    await checkChange(tx, actor, draft, change);
    return applyChange(tx, actor, id, change);
  });
}

/**
 * What a change needs besides leave to publish.
 * @throws Refusal "forbidden" if the actor may not retract a story, nor end that, "invalid" if nobody approved a correction
 */
export async function checkChange(tx: Db, actor: Actor, draft: Draft, change: Change | undefined): Promise<void> {
  if (change?.kind === "retraction" || change?.endsRetraction) {
    await authorizeLive(tx, actor, "article.take-down", draft);
  }
  await checkApproval(tx, change);
}

/** @throws Refusal "conflict" if somebody saved the draft after it was looked at */
export function refuseOlder(draft: Draft, version: number): void {
  if (draft.version === version) return;
  throw new Refusal(
    "conflict",
    "This article was saved again since you looked at it. Read it once more, then publish.",
  );
}

/**
 * Takes an article away from readers. Its draft, its revisions and its address stay; at that address they are told why,
 * where a note says so. What was planned for it is given up: it was planned for another story than one taken away.
 * @throws Refusal "not-found", "forbidden", "invalid" if readers do not see it
 */
export function unpublishArticle(actor: Actor, { id, note = "" }: UnpublishArticle): Promise<Event> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, id);
    await authorizeLive(tx, actor, "article.unpublish", draft);
    await dropSchedules(tx, actor, id);
    return takeFromReaders(tx, actor, id, { note });
  });
}
