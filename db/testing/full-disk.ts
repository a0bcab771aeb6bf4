import { sql } from "drizzle-orm";
import { transact } from "@/db/client";

/** Does something while the database cannot grow: what needs more room than a few rows do fails as on a full disk. */
export async function whileDiskIsFull<T>(work: () => Promise<T>): Promise<T> {
  const most = (pages: number) => transact(async (tx) => void tx.get(sql.raw(`pragma max_page_count = ${pages}`)));
  // SQLite takes what it has for the least that may be asked for.
  await most(1);
  try {
    return await work();
  } finally {
    await most(1_000_000_000);
  }
}
