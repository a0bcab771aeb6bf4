import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { assets } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { notFound } from "@/lib/refusal";
import { Regions } from "./crop";
import type { Framing, Size } from "./framing";

/** How a picture is cropped, and what of it would be without anybody's choice. */
export type FramedAsset = Framing & { size: Size; suggested: Regions };

/** How a picture of the library is cropped. @throws Refusal "not-found" for what is no picture, "forbidden" */
export async function readFraming(actor: Actor, id: string): Promise<FramedAsset> {
  authorize(actor, "asset.read");
  const [found] = await db()
    .select({
      kind: assets.kind,
      width: assets.width,
      height: assets.height,
      focusX: assets.focusX,
      focusY: assets.focusY,
      crops: assets.crops,
    })
    .from(assets)
    .where(eq(assets.id, id));
  if (found?.kind !== "picture") throw notFound("picture");
  const { width, height, focusX, focusY, crops } = found;
  return {
    size: { width, height },
    focus: focusX !== null && focusY !== null ? { x: focusX, y: focusY } : null,
    crops: Regions.parse(crops ?? {}),
    suggested: {},
  };
}
