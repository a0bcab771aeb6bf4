import { z } from "zod";
import { take } from "@/domain/limits/counting";
import { LIMITS } from "@/domain/limits/limit";
import { get } from "@/domain/outbound/get";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { MINUTE } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import { discard, receive, withRoom } from "./files";
import { adoptUpload } from "./incoming";
import { limitOf } from "./inspection";

export const BringFile = z.strictObject({ address: z.string().trim().min(1).max(4000) });
export type BringFile = z.infer<typeof BringFile>;

/** How long a whole file may take to come. */
const PATIENCE = 10 * MINUTE;

/** A file of another site that has begun to come. */
export type Coming = {
  /** How many bytes it has, where the other site says so. */
  size: number | null;
  /**
   * Lets it come in, whole, as an upload of whoever asked.
   * @param told how many bytes are there, as they come
   * @returns the upload's id
   * @throws Refusal "invalid" if it breaks off, "too-large", "full"
   */
  arrive: (told: (bytes: number) => void) => Promise<string>;
};

/**
 * Asks another site for a file, for the library.
 * @param signal ends it, at any time
 * @throws Refusal "forbidden", "invalid" if it cannot be fetched or may not be called
 */
export async function bringFile(actor: Actor, { address }: BringFile, signal?: AbortSignal): Promise<Coming> {
  authorize(actor, "asset.upload");
  await take(LIMITS.bring, actor.id);
  const { length, body } = await get(address, "*/*", { patience: PATIENCE, signal }).catch(unreachable);
  const filename = decoded(new URL(address).pathname.split("/").at(-1) ?? "");
  return {
    size: length,
    arrive: (told) =>
      withRoom(async () => {
        const incoming = await receive(arriving(body, told), limitOf);
        try {
          return await adoptUpload(actor, filename, incoming);
        } finally {
          await discard(incoming);
        }
      }),
  };
}

async function* arriving(body: AsyncIterable<Uint8Array>, told: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      told(bytes);
      yield chunk;
    }
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
