import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assets, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import type { Keeping } from "./asset";
import { KEPT_IN_BIN } from "./bin";
import { listFormerFiles } from "./replacing";
import { placesOf, standingOf, stands } from "./standing";

/** How the file of an asset is kept. @throws Refusal "forbidden"; "not-found" also where its files are gone for good */
export async function readKeeping(actor: Actor, id: string): Promise<Keeping> {
  authorize(actor, "asset.read");
  const [row] = await db()
    .select({ deletedAt: assets.deletedAt, purgedAt: assets.purgedAt, by: staff.name })
    .from(assets)
    .leftJoin(staff, eq(staff.id, assets.deletedBy))
    .where(eq(assets.id, id));
  if (!row || row.purgedAt) throw notFound("file");
  const [standing, former] = await Promise.all([standingOf(db(), id), listFormerFiles(actor, id)]);
  const { deletedAt: at, by } = row;
  return {
    bin: at && { at, by: by ?? "", until: new Date(at.getTime() + KEPT_IN_BIN) },
    held: stands(standing) ? { places: placesOf(standing), live: standing.live } : null,
    former,
  };
}
