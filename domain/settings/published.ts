import { db } from "@/db/client";
import { settings } from "@/db/schema";
import type { Publication } from "./settings";

export type { Publication } from "./settings";

/** What the publication is; null until it has been set up. */
export async function readPublication(): Promise<Publication | null> {
  const [row] = await db()
    .select({
      name: settings.name,
      tagline: settings.tagline,
      timeZone: settings.timeZone,
      language: settings.language,
    })
    .from(settings)
    .limit(1);
  return row ?? null;
}
