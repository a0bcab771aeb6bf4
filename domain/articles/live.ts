import { isNull, sql } from "drizzle-orm";
import { publications } from "@/db/schema";

/** Of a publication: readers can open the story at its address. */
export const isLive = isNull(publications.endedAt);

/** Live and not retracted: the story stands in lists, feeds, sitemaps and search. */
export const isListed = sql<boolean>`(${isLive} and ${isNull(publications.retractedAt)})`;
