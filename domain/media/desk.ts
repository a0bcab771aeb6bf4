import { and, desc, eq, inArray, isNull, like, or, type SQL } from "drizzle-orm";
import { db } from "@/db/client";
import { cursorAt, olderThan } from "@/db/paging";
import { assets, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { searchWords } from "@/lib/search-words";
import type { AssetPage, AssetSummary, LACKING, LibraryQuery } from "./asset";
import { isInLibrary } from "./bin";
import { playedSources } from "./played";
import { sourcesOf } from "./sources";

const PAGE = 24;

const summary = {
  id: assets.id,
  kind: assets.kind,
  filename: assets.filename,
  width: assets.width,
  height: assets.height,
  alt: assets.alt,
  caption: assets.caption,
  credit: assets.credit,
  createdAt: assets.createdAt,
  uploadedBy: { id: staff.id, name: staff.name },
};

function assetsWithUploader() {
  return db().select(summary).from(assets).innerJoin(staff, eq(staff.id, assets.uploadedBy));
}

/**
 * The library, newest first, of one kind or of all: assets in whose file name, caption, credit or alt text every word is found.
 * @throws Refusal "forbidden"
 */
export async function listAssets(actor: Actor, { q, kind, lacks, cursor }: LibraryQuery): Promise<AssetPage> {
  authorize(actor, "asset.read");
  const found = await assetsWithUploader()
    .where(
      and(
        isInLibrary,
        kind ? eq(assets.kind, kind) : undefined,
        lacks ? lacking(lacks) : undefined,
        ...searchWords(q).map(saysWord),
        olderThan(cursor ?? undefined, assets.createdAt, assets.id),
      ),
    )
    .orderBy(desc(assets.createdAt), desc(assets.id))
    .limit(PAGE + 1);
  const shown = found.slice(0, PAGE);
  const last = found.length > PAGE ? shown.at(-1) : undefined;
  return {
    assets: await summariesOf(shown),
    next: last ? cursorAt(last.createdAt, last.id) : null,
  };
}

/** One asset as lists and the editor show it. @throws Refusal "not-found", "forbidden" */
export async function readAsset(actor: Actor, id: string): Promise<AssetSummary> {
  authorize(actor, "asset.read");
  const [asset] = await summariesOf(await assetsWithUploader().where(eq(assets.id, id)));
  if (!asset) throw notFound("file");
  return asset;
}

/** Some of the library by their ids, as lists show them. @throws Refusal "forbidden" */
export async function assetsById(actor: Actor, ids: string[]): Promise<Map<string, AssetSummary>> {
  authorize(actor, "asset.read");
  const found = await summariesOf(await assetsWithUploader().where(inArray(assets.id, ids)));
  return new Map(found.map((asset) => [asset.id, asset]));
}

type Row = Omit<AssetSummary, "createdAt" | "sources" | "played"> & { createdAt: Date };

async function summariesOf(rows: Row[]): Promise<AssetSummary[]> {
  const ids = rows.map(({ id }) => id);
  const [sources, played] = await Promise.all([sourcesOf(ids), playedSources(ids)]);
  return rows.flatMap((row) => {
    const found = sources.get(row.id);
    const { createdAt, ...asset } = row;
    return found
      ? [{ ...asset, createdAt: createdAt.toISOString(), sources: found, played: played.get(row.id) ?? null }]
      : [];
  });
}

function saysWord(word: string): SQL | undefined {
  const pattern = `%${word}%`;
  return or(
    like(assets.filename, pattern),
    like(assets.caption, pattern),
    like(assets.credit, pattern),
    like(assets.alt, pattern),
  );
}

/** Only pictures are described; an empty text says that one is decorative. */
function lacking(what: (typeof LACKING)[number]): SQL | undefined {
  return what === "credit" ? eq(assets.credit, "") : and(eq(assets.kind, "picture"), isNull(assets.alt));
}
