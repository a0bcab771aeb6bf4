import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

/** The order in which the rows of a table were written, whatever the clocks said then. */
export function written(table: SQLiteTable): SQL {
  return sql`${table}.rowid`;
}
