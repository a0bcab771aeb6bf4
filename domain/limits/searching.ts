import { isPassing, Limited } from "@/lib/refusal";
import { take } from "./counting";
import { LIMITS, networkOf } from "./limit";

/**
 * Counts a search from an address.
 * @param most how many a network may make in a minute
 * @returns how many seconds whoever asks has to wait; null if they need not
 */
export async function limitSearch(address: string, most: number): Promise<number | null> {
  try {
    await take({ ...LIMITS.search, most }, networkOf(address));
    return null;
  } catch (error) {
    if (error instanceof Limited) return error.retryAfter;
    // Nobody is kept from reading because it cannot be noted that they did.
    if (isPassing(error)) return null;
    throw error;
  }
}
