import { open } from "./client";

/**
 * Runs `work` while no other process holds the same lock; waits for the other for up to two minutes.
 * The lock is a tiny database: the system lets go of it when its process dies.
 * @param file where the lock lies.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = open(file, false);
  try {
    lock.pragma("busy_timeout = 120000");
    lock.exec("begin exclusive");
    return await work();
  } finally {
    lock.close();
  }
}
