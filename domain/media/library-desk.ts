import { asc, inArray, sql } from "drizzle-orm";
import {
  type AssetQuestion,
  assetsByName,
  assetsByRank,
  assetsByUpload,
  countAssets,
  type FoundEntry,
  newestAssetRow,
} from "@/db/asset-search";
import { db } from "@/db/client";
import { assets, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { decodeCursor, encodeCursor } from "@/lib/cursor";
import { assetsWithUploader, summariesOf } from "./desk";
import { COUNTED, type LibraryAsset, type LibraryPage, type LibraryQuery, type RightsMark } from "./library";
import { isUsed, questionOf } from "./narrowing";
import { type Rights, rightsState } from "./rights";

/** How many assets stand on a page: full rows, whether two, three, four, five or six stand in one. */
const PAGE = 60;

/**
 * A page of the library: what answers all that is asked, in the order that is asked for. However much is added while one
 * turns the pages, each asset that was there comes once.
 * @throws Refusal "forbidden"
 */
export async function listAssets(actor: Actor, query: LibraryQuery): Promise<LibraryPage> {
  authorize(actor, "asset.read");
  const question = await questionOf(query);
  const [{ found, next }, counted] = await Promise.all([
    pageOf(question, query),
    countAssets(db(), question, COUNTED + 1),
  ]);
  return {
    assets: await shown(found.map(({ assetId }) => assetId)),
    next,
    count: Math.min(counted, COUNTED),
    uncounted: counted > COUNTED,
  };
}

type Page = { found: FoundEntry[]; next: string | null };

async function pageOf(question: AssetQuestion, { sort, cursor }: LibraryQuery): Promise<Page> {
  const limit = PAGE + 1;
  const last = decodeCursor(cursor ?? undefined);
  const id = whole(last?.id);
  switch (sort) {
    case "name": {
      const after = last && id !== undefined ? { name: last.key, id } : undefined;
      return cut(await assetsByName(db(), question, { after, limit }), ({ name, id }) => ({ key: name, id: `${id}` }));
    }
    case "best":
      if (question.all.length > 0) return bestOf(question, whole(last?.key), id ?? 0);
      break;
    case "oldest":
      return byUpload(question, false, id);
  }
  return byUpload(question, true, id);
}

async function byUpload(question: AssetQuestion, newest: boolean, after: number | undefined): Promise<Page> {
  const found = await assetsByUpload(db(), question, { newest, after, limit: PAGE + 1 });
  return cut(found, ({ id }) => ({ key: "", id: `${id}` }));
}

async function bestOf(question: AssetQuestion, until: number | undefined, offset: number): Promise<Page> {
  const newest = until ?? (await newestAssetRow(db()));
  const found = await assetsByRank(db(), question, { newest, offset, limit: PAGE + 1 });
  return cut(found, () => ({ key: `${newest}`, id: `${offset + PAGE}` }));
}

function cut(found: FoundEntry[], cursorOf: (last: FoundEntry) => { key: string; id: string }): Page {
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return { found: shown, next: last ? encodeCursor(cursorOf(last)) : null };
}

/** A number as a cursor of ours holds it. */
function whole(text: string | undefined): number | undefined {
  return text && /^\d{1,16}$/.test(text) ? Number(text) : undefined;
}

/** Assets as the grid shows them, in this order. */
async function shown(ids: string[]): Promise<LibraryAsset[]> {
  if (ids.length === 0) return [];
  const used = await isUsed(sql`${assets.id}`);
  const [rows, marks] = await Promise.all([
    assetsWithUploader().where(inArray(assets.id, ids)),
    db()
      .select({
        id: assets.id,
        used,
        validFrom: assets.validFrom,
        validUntil: assets.validUntil,
        restrictions: assets.restrictions,
        territory: assets.territory,
        usageTerms: assets.usageTerms,
      })
      .from(assets)
      .where(inArray(assets.id, ids)),
  ]);
  const marked = new Map(marks.map((mark) => [mark.id, { used: mark.used === 1, rights: rightsMark(mark) }]));
  const summaries = new Map((await summariesOf(rows)).map((summary) => [summary.id, summary]));
  return ids.flatMap((id) => {
    const [summary, mark] = [summaries.get(id), marked.get(id)];
    return summary && mark ? [{ ...summary, ...mark }] : [];
  });
}

/** Whether it was used as often as it may be is asked where it is put into a story. */
function rightsMark(rights: Omit<Rights, "usesAllowed">): RightsMark {
  const { kind } = rightsState({ ...rights, usesAllowed: null }, now(), 0);
  return kind === "usable" || kind === "exhausted" ? null : kind;
}

/** Who uploaded something, by name. @throws Refusal "forbidden" */
export async function listUploaders(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "asset.read");
  return db()
    .select({ id: staff.id, name: staff.name })
    .from(staff)
    .where(sql`exists (select 1 from ${assets} where ${assets.uploadedBy} = ${staff.id})`)
    .orderBy(asc(staff.name));
}
