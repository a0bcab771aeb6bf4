import { db, version } from "./client";

/**
 * A small read that many pages share, kept until anything at all is committed, by whatever process. The engine says whether
 * something was, before each use: so what is kept is never older than a read of its own would be.
 * Not for what ends because of the clock, or differs by who asks.
 * @returns what was read. It is shared: nobody can change it.
 */
export function whileUnchanged<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: { from: unknown; version: number; value: Promise<T> } | undefined;
  return async () => {
    const [from, present] = [db(), version()];
    if (kept?.from === from && kept.version === present) return kept.value;
    const mine = { from, version: present, value: read().then(frozen) };
    kept = mine;
    mine.value.catch(() => {
      if (kept === mine) kept = undefined;
    });
    return mine.value;
  };
}

function frozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(Object.freeze(value))) frozen(part);
  return value;
}
