import v8 from "node:v8";

/** How large the part of the memory may be in which what is short-lived lies, in bytes. */
const ENOUGH = 16 * 1024 * 1024;

/**
 * Keeps this process from taking a hundred megabytes for what is short-lived, as Node 24 lets it, once it has enough of
 * them: who starts the program need know no option of Node's.
 */
export function keepShortLivedSmall(): void {
  const looking = setInterval(() => {
    const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space");
    if ((young?.space_size ?? 0) < ENOUGH) return;
    // Looked at only when it would grow.
    v8.setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(looking);
  }, 100).unref();
}
