import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assets } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { type Framing, framingOf } from "./crop";
import { framing } from "./sources";

/** How a picture of the library is cropped. @throws Refusal "not-found" for what is no picture, "forbidden" */
export async function readFraming(actor: Actor, id: string): Promise<Framing> {
  authorize(actor, "asset.read");
  const [found] = await db()
    .select({ kind: assets.kind, ...framing })
    .from(assets)
    .where(eq(assets.id, id));
  if (found?.kind !== "picture") throw notFound("picture");
  return framingOf(found);
}
