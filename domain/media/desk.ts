import { eq, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { assets, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import type { AssetSummary } from "./asset";
import { playedSources } from "./played";
import { sourcesOf } from "./sources";

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

/** Assets as rows that summariesOf understands. */
export function assetsWithUploader() {
  return db().select(summary).from(assets).innerJoin(staff, eq(staff.id, assets.uploadedBy));
}

/** One asset as lists and the editor show it. @throws Refusal "not-found", "forbidden" */
export async function readAsset(actor: Actor, id: string): Promise<AssetSummary> {
  authorize(actor, "asset.read");
  const [asset] = await summariesOf(await assetsWithUploader().where(eq(assets.id, id)));
  if (!asset) throw notFound("file");
  return asset;
}

/**
 * A picture that stands where somebody may put another, whether or not they may see the library. Whoever calls has seen to
 * it that they may; null where none stands there.
 */
export async function standingPicture(id: string | null): Promise<AssetSummary | null> {
  if (!id) return null;
  const [asset] = await summariesOf(await assetsWithUploader().where(eq(assets.id, id)));
  return asset ?? null;
}

/** Some of the library by their ids, as lists show them. @throws Refusal "forbidden" */
export async function assetsById(actor: Actor, ids: string[]): Promise<Map<string, AssetSummary>> {
  authorize(actor, "asset.read");
  const found = await summariesOf(await assetsWithUploader().where(inArray(assets.id, ids)));
  return new Map(found.map((asset) => [asset.id, asset]));
}

type Row = Omit<AssetSummary, "createdAt" | "sources" | "played"> & { createdAt: Date };

/** Assets as lists and the editor show them; one without files is left out. */
export async function summariesOf(rows: Row[]): Promise<AssetSummary[]> {
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
