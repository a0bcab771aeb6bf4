import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { assets, formerFiles } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { originalFile } from "./files";

/** An untouched upload, to be saved. */
export type Original = { file: string; tag: string; type: string; filename: string };

/**
 * The original of an asset, or one that it had before it was replaced. Readers never have it.
 * @throws Refusal "forbidden", "not-found" also once its files went for good
 */
export async function readOriginal(actor: Actor, id: string, formerId?: string): Promise<Original> {
  authorize(actor, "asset.read");
  const found = formerId ? await former(id, formerId) : await present(id);
  if (!found) throw notFound("file");
  const { hash, ...original } = found;
  return { ...original, file: originalFile(hash), tag: hash };
}

async function present(id: string) {
  const { hash, filename, type } = assets;
  const [found] = await db()
    .select({ hash, filename, type })
    .from(assets)
    .where(and(eq(assets.id, id), isNull(assets.purgedAt)));
  return found;
}

async function former(assetId: string, id: string) {
  const { hash, filename, type } = formerFiles;
  const [found] = await db()
    .select({ hash, filename, type })
    .from(formerFiles)
    .where(and(eq(formerFiles.id, id), eq(formerFiles.assetId, assetId)));
  return found;
}
