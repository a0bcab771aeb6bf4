import { trimLog } from "@/db/client";

/** Keeps the database's log small where something read on and on while others wrote, and nobody writes now. */
export async function keepLogSmall(): Promise<void> {
  await trimLog();
}
