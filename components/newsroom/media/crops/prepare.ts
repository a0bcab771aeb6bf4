import type { Framing, NamedCrop, PrepareUse, Region } from "@/domain/media/crop";
import { routes } from "@/lib/routes";

const LOST = "The connection was lost. Check it, then try again.";

/**
 * Has the copies of a part of a picture made before a story shows it. Never rejects.
 * @param region left out for the part that the library shows
 * @returns why it failed, if it did
 */
export async function prepareCrop(assetId: string, crop: NamedCrop, region?: Region): Promise<string | null> {
  const asked: PrepareUse = { assetId, crop, region };
  const answer = await asking(routes.newsroom.regions(assetId), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(asked),
  });
  return "reason" in answer ? answer.reason : null;
}

/** How the library crops a picture, as it is now. Never rejects. */
export async function fetchFraming(assetId: string): Promise<{ framing: Framing } | { reason: string }> {
  const answer = await asking(routes.newsroom.framing(assetId), {});
  return "reason" in answer ? answer : { framing: answer.told as Framing };
}

async function asking(address: string, request: RequestInit): Promise<{ told: unknown } | { reason: string }> {
  const response = await fetch(address, request).catch(() => null);
  if (!response) return { reason: LOST };
  const told = await response.json().catch(() => undefined);
  if (response.ok && told !== undefined) return { told };
  return { reason: told?.message ?? "Something went wrong on the server. Try again." };
}
