import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { type Db, db, transact } from "@/db/client";
import { drafts, previewLinks, revisions, staff } from "@/db/schema";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import { secretHashOf } from "@/domain/people/secret-hash";
import { type Actor, can } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { DAY, now } from "@/lib/clock";
import { newSecret } from "@/lib/id";
import { notFound, Refusal } from "@/lib/refusal";
import { readable } from "./desk";
import { checkReferences, type Draft, findDraft, keepRevision } from "./draft";
import { findTakedown } from "./placing";
import { LONGEST_PREVIEW_DAYS, type PreviewLink, type RevokePreview, type SharePreview } from "./preview-link";
import { forReaders } from "./review";
import { resolveTime } from "./schedule";

/** How many links to one story may be open at once: more than that nobody keeps in view. */
const MOST_OPEN = 50;

/**
 * Makes a link by which somebody outside sees the draft as it stands now, whatever becomes of it later.
 * @returns the secret of the link, which is kept nowhere: it can be shown this once.
 * @throws Refusal "not-found", "forbidden", "conflict" if the draft was saved since, "invalid"
 */
export function sharePreview(actor: Actor, given: SharePreview): Promise<{ id: string; secret: string }> {
  return transact(async (tx) => {
    const draft = await findDraft(tx, given.id);
    authorize(actor, "preview.share", draft);
    if (draft.version !== given.version) {
      throw new Refusal("conflict", "This article was saved again since you looked at it. Look once more, then share.");
    }
    if (await findTakedown(tx, draft.id)) {
      throw new Refusal("invalid", "This story was taken down. Nobody outside is shown it until that is lifted.");
    }
    const createdAt = now();
    const expiresAt = endOf(given, createdAt, await zoneOf(tx));
    await refuseTooMany(tx, draft.id);
    const revisionId = await pinned(tx, actor, draft);
    const secret = newSecret();
    const [row] = await tx
      .insert(previewLinks)
      .values({
        secretHash: secretHashOf(secret),
        articleId: draft.id,
        revisionId,
        recipient: given.recipient,
        createdBy: actor.id,
        createdAt,
        expiresAt,
      })
      .returning({ id: previewLinks.id });
    if (!row) throw new Error("The preview link was not written");
    await record(tx, actor, "article.preview-shared", draft.id, { linkId: row.id, expiresAt: expiresAt.toISOString() });
    return { id: row.id, secret };
  });
}

/**
 * Takes a link back: whoever holds it sees nothing of the story any more.
 * @throws Refusal "not-found" if it is no longer open, "forbidden"
 */
export function revokePreview(actor: Actor, { id }: RevokePreview): Promise<Event> {
  return transact(async (tx) => {
    const [link] = await tx.select().from(previewLinks).where(eq(previewLinks.id, id));
    if (!link) throw notFound("preview link");
    authorize(actor, "preview.share", await findDraft(tx, link.articleId));
    const revoked = await tx
      .update(previewLinks)
      .set({ revokedAt: now(), revokedBy: actor.id })
      .where(and(eq(previewLinks.id, id), isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, now())))
      .returning({ id: previewLinks.id });
    if (revoked.length === 0) throw notFound("preview link");
    return record(tx, actor, "article.preview-revoked", link.articleId, { linkId: id });
  });
}

/**
 * The links that were ever made to a story, the newest first; none for who may not make one.
 * @throws Refusal "not-found", also for what the actor may not read
 */
export async function listPreviewLinks(actor: Actor, articleId: string): Promise<PreviewLink[]> {
  const draft = await readable(actor, articleId);
  if (!can(actor, "preview.share", draft)) return [];
  const rows = await db()
    .select({
      id: previewLinks.id,
      recipient: previewLinks.recipient,
      createdBy: staff.name,
      createdAt: previewLinks.createdAt,
      expiresAt: previewLinks.expiresAt,
      revokedAt: previewLinks.revokedAt,
      makerDisabledAt: staff.disabledAt,
      openedAt: previewLinks.openedAt,
      sharedVersion: revisions.version,
      version: drafts.version,
    })
    .from(previewLinks)
    .innerJoin(revisions, eq(revisions.id, previewLinks.revisionId))
    .innerJoin(drafts, eq(drafts.articleId, previewLinks.articleId))
    .innerJoin(staff, eq(staff.id, previewLinks.createdBy))
    .where(eq(previewLinks.articleId, articleId))
    .orderBy(desc(previewLinks.createdAt), desc(previewLinks.id));
  return rows.map(({ revokedAt, makerDisabledAt, sharedVersion, version, ...link }) => ({
    ...link,
    state: stateOf({ ...link, revokedAt, makerDisabledAt }),
    outdated: sharedVersion < version,
  }));
}

/**
 * Whether a link still opens. One whose maker was shut out does not: they must not go on reading by a link that they kept.
 */
export function stateOf(link: {
  expiresAt: Date;
  revokedAt: Date | null;
  makerDisabledAt: Date | null;
}): PreviewLink["state"] {
  if (link.revokedAt || link.makerDisabledAt) return "revoked";
  return link.expiresAt <= now() ? "expired" : "open";
}

function endOf({ lasts, until = {} }: SharePreview, from: Date, timeZone: string): Date {
  if (lasts !== "until") return new Date(from.getTime() + Number(lasts) * DAY);
  const refuse = (message: string, part = "at") => new Refusal("invalid", message, { [`until.${part}`]: message });
  const resolved = resolveTime(until, timeZone, from);
  if ("wrong" in resolved) throw refuse(resolved.wrong, resolved.asks && "turn");
  const at = resolved.instant;
  if (at.getTime() > from.getTime() + LONGEST_PREVIEW_DAYS * DAY) {
    throw refuse(`A link works for at most ${LONGEST_PREVIEW_DAYS} days.`);
  }
  return at;
}

async function refuseTooMany(tx: Db, articleId: string): Promise<void> {
  const open = await tx.$count(
    previewLinks,
    and(eq(previewLinks.articleId, articleId), isNull(previewLinks.revokedAt), gt(previewLinks.expiresAt, now())),
  );
  if (open >= MOST_OPEN) throw new Refusal("invalid", `${MOST_OPEN} links to this story are open. Revoke some first.`);
}

/** The revision that says what the draft says to readers; kept once, however many links lead to it. */
async function pinned(tx: Db, actor: Actor, { id, version, content }: Draft): Promise<string> {
  const [kept] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.articleId, id), eq(revisions.version, version), eq(revisions.reason, "preview")));
  if (kept) return kept.id;
  const said = forReaders(content);
  await checkReferences(tx, said);
  return keepRevision(tx, { articleId: id, version, reason: "preview", by: actor.id }, said);
}
