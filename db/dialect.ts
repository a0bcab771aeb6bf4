import { type Column, type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";

// What only SQLite says so: the domain speaks no dialect.

/** The order in which the rows of a table were written, whatever the clocks said then. */
export function written(table: SQLiteTable): SQL {
  return sql`${table}.rowid`;
}

/** A field of a column that holds a JSON object. */
export function fieldIn<T>(column: Column, field: string): SQL<T> {
  return sql<T>`json_extract(${column}, ${`$.${field}`})`;
}

/** A column of which no index is used: another condition is the narrower one. */
export function unindexed(column: Column): SQL {
  return sql`+${column}`;
}
