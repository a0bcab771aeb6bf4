import type { Db } from "@/db/client";
import type { Showing } from "@/domain/events/tags";
import { type Standing, standingOf, TOLD_ONE_BY_ONE } from "./standing";

/** What readers see that shows this asset. It is said by every event that changes how it looks or what is said of it. */
export async function showing(tx: Db, assetId: string): Promise<Showing> {
  return showingIn(await standingOf(tx, assetId));
}

/** The same, of an asset of which it is known where it stands. What is everywhere is said as of the logo: by no story's name. */
export function showingIn({ live, portraits, isMark }: Standing): Showing {
  const isEverywhere = live.length > TOLD_ONE_BY_ONE;
  return {
    articleIds: isEverywhere ? [] : live.map(({ id }) => id),
    bylineIds: portraits.map(({ id }) => id),
    isMark: isMark || isEverywhere,
  };
}
