import { and, eq, inArray } from "drizzle-orm";
import { type Db, db } from "@/db/client";
import { assets, publications, revisionAssets } from "@/db/schema";
import { type AssetKind, KIND_NAMES } from "@/domain/media/asset";
import { conditionsOf, isWithinRights, rightsState, rightsWords } from "@/domain/media/rights";
import { usedIn, usesOf } from "@/domain/media/uses";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { zoneOf } from "@/domain/settings/newsroom";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { type ArticleContent, assetIdsIn, type Missing } from "./article";
import type { Checklist } from "./checklist";
import { findDraft } from "./draft";
import { isLive } from "./live";
import { forReaders } from "./review";

/** What the library says of the rights to what a draft shows, as it stands and now, for its checklist. @throws Refusal */
export async function readPictureRights(actor: Actor, articleId: string): Promise<Checklist> {
  const draft = await findDraft(db(), articleId);
  authorize(actor, "article.read", draft);
  return checkRights(db(), articleId, forReaders(draft.content), now());
}

/**
 * Nothing comes before readers outside its rights at a time, unless they see it in this very story: a story that is live
 * can be updated when rights have lapsed meanwhile, with a word of warning.
 * @throws Refusal "invalid" with a sentence that names each
 */
export async function refuseOutsideRights(tx: Db, articleId: string, content: ArticleContent, at: Date): Promise<void> {
  const { blocking } = await checkRights(tx, articleId, content, at);
  if (blocking.length === 0) return;
  const fields: Record<string, string> = {};
  for (const { field, message } of blocking) fields[field] ??= message;
  throw new Refusal("invalid", blocking.map(({ message }) => message).join(" "), fields);
}

async function checkRights(tx: Db, articleId: string, content: ArticleContent, at: Date): Promise<Checklist> {
  const checklist: Checklist = { blocking: [], advisory: [] };
  const ids = assetIdsIn(content);
  if (ids.length === 0) return checklist;
  const found = await tx
    .select({
      id: assets.id,
      kind: assets.kind,
      filename: assets.filename,
      validFrom: assets.validFrom,
      validUntil: assets.validUntil,
      usesAllowed: assets.usesAllowed,
      usageTerms: assets.usageTerms,
      restrictions: assets.restrictions,
      territory: assets.territory,
    })
    .from(assets)
    .where(inArray(assets.id, ids));
  // Of what may be used without end nobody counts how often it was: a logo may stand in every story there is.
  const limited = found.filter(({ usesAllowed }) => usesAllowed !== null).map(({ id }) => id);
  const [live, used, uses, timeZone] = await Promise.all([
    shownLive(tx, articleId),
    usedIn(tx, ids, articleId),
    usesOf(tx, limited, articleId),
    zoneOf(tx),
  ]);
  for (const { id, kind, filename, ...rights } of ids.flatMap((each) => found.find((row) => row.id === each) ?? [])) {
    const field = fieldOf(content, id);
    const it = `the ${nameOf(kind, field)} “${filename}”`;
    // A story in which it came before readers once has had its use.
    const allowed = used.has(id) ? { ...rights, usesAllowed: null } : rights;
    const state = rightsState(allowed, at, uses.get(id) ?? 0);
    const message = rightsWords(state, it, timeZone);
    if (!isWithinRights(state) && !live.has(id)) checklist.blocking.push({ field, message });
    else if (!isWithinRights(state)) {
      checklist.advisory.push({ field, message: `${message} Readers see it in this story already.` });
    } else if (message) checklist.advisory.push({ field, message });
    checklist.advisory.push(
      ...conditionsOf(rights).map((term): Missing => ({ field, message: `“${filename}”: ${term}` })),
    );
  }
  return checklist;
}

/** What readers see in the story now. */
async function shownLive(tx: Db, articleId: string): Promise<Set<string>> {
  const rows = await tx
    .select({ assetId: revisionAssets.assetId })
    .from(publications)
    .innerJoin(revisionAssets, eq(revisionAssets.revisionId, publications.revisionId))
    .where(and(eq(publications.articleId, articleId), isLive));
  return new Set(rows.map(({ assetId }) => assetId));
}

function fieldOf({ lead, share }: ArticleContent, assetId: string): "lead" | "share" | "body" {
  if (lead?.assetId === assetId) return "lead";
  return share.assetId === assetId ? "share" : "body";
}

function nameOf(kind: AssetKind, field: "lead" | "share" | "body"): string {
  if (field === "lead") return "lead picture";
  return field === "share" ? "picture for sharing" : KIND_NAMES[kind].one;
}
