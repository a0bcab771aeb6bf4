import { and, lt, lte, or, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { decodeCursor, encodeCursor } from "@/lib/cursor";

/** Where a list that has the newest first goes on: after its last row. */
export function cursorAt(at: Date, id: string): string {
  return encodeCursor({ key: at.toISOString(), id });
}

/** The condition that a row comes after the one that a cursor names; undefined on the first page. */
export function olderThan(text: string | undefined, at: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  const cursor = decodeCursor(text);
  const last = new Date(cursor?.key ?? "");
  if (!cursor || Number.isNaN(last.getTime())) return undefined;
  // Told apart from the rest: so that an index is entered there, and not walked from its beginning.
  return and(lte(at, last), or(lt(at, last), lt(id, cursor.id)));
}
