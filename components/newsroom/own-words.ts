import { formatInstant } from "@/lib/time";
import { wallTimeOf } from "@/lib/zoned-time";

/**
 * What the clocks of another zone show at an instant, beside what those of the publication's do: "17:00", with its day
 * where that is another.
 * @returns null where both show the same
 */
export function ownWords(at: Date, timeZone: string, own: string): string | null {
  const [theirs, ours] = [wallTimeOf(at, own), wallTimeOf(at, timeZone)];
  if (theirs === ours) return null;
  const isSameDay = theirs.slice(0, 10) === ours.slice(0, 10);
  return formatInstant(at, isSameDay ? "clock" : "short", { timeZone: own, language: "en" });
}
