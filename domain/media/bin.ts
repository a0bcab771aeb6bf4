import { isNull, type SQL } from "drizzle-orm";
import { assets } from "@/db/schema";
import { DAY } from "@/lib/clock";

/** For how long what was deleted can be had back, and the file that another took the place of, in milliseconds. */
export const KEPT_IN_BIN = 30 * DAY;

/** The condition that an asset is in the library: what is in the bin stands in no list, no picker and no new publication. */
export const isInLibrary: SQL = isNull(assets.deletedAt);
