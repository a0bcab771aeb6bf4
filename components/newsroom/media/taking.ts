import type { AssetSummary } from "@/domain/media/asset";
import { routes } from "@/lib/routes";
import { bring, Failure, request, type Sending, sending } from "./sending";

/** What the library made of an upload: an asset, or the ones that look like it. */
export type Taken = { asset: AssetSummary; existed: boolean; restored: boolean } | { alike: AssetSummary[] };

/** Takes an upload into the library. @param keep although others look like it. @throws Failure */
export async function take(upload: string, keep: boolean): Promise<Taken> {
  return (await request(routes.newsroom.take(), { upload, keep })).json();
}

/** Sends a file, or has it brought from an address, to its end. @throws Failure */
export function arrive(source: File | string, progress: (part: number) => void): Promise<string> {
  if (typeof source === "string") return bring(source, progress, new AbortController().signal);
  return new Promise((resolve, reject) => {
    const way: Sending = sending(source, {
      progress,
      lost: () => undefined,
      sent: resolve,
      failed: (reason, again) => reject(new Failure(reason, again)),
    });
    way.start();
  });
}
