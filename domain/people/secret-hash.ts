import { createHash } from "node:crypto";

/** How the secret of a link is kept: it is long and random, so a plain hash tells nothing of it. */
export function secretHashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
