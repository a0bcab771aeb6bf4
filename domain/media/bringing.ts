import { z } from "zod";
import { get } from "@/domain/outbound/get";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import { uploadAsset } from "./upload";

export const BringPicture = z.strictObject({ address: z.string().min(1).max(4000) });
export type BringPicture = z.infer<typeof BringPicture>;

/**
 * Takes a picture that stands on another site into the library.
 * @throws Refusal "forbidden", "invalid" if it cannot be fetched, "unsupported" if it is no picture, and as uploadAsset does
 */
export async function bringPicture(actor: Actor, { address }: BringPicture): Promise<{ id: string; existed: boolean }> {
  authorize(actor, "asset.upload");
  const { type, body } = await get(address, "image/*").catch(unreachable);
  if (!type.startsWith("image/")) throw new Refusal("unsupported", "There is no picture at its address.");
  const filename = decoded(new URL(address).pathname.split("/").at(-1) ?? "");
  return uploadAsset(actor, { filename, bytes: arriving(body) });
}

async function* arriving(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch {
    unreachable();
  }
}

function unreachable(): never {
  throw new Refusal("invalid", "It could not be fetched from there. Save it on this device, then upload it.");
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
