import { DAY } from "@/lib/clock";
import { formatInstant } from "@/lib/time";

/** How long before its rights lapse a picture is warned of, in milliseconds. */
export const LAPSES_SOON = 14 * DAY;

/** What the rights of an asset say: when, how often and on which terms it may come before readers. */
export type Rights = {
  /** The first instant at which it may be shown; null for any. */
  validFrom: Date | null;
  /** The instant from which on it may not; null for never. */
  validUntil: Date | null;
  /** In how many stories it may come before readers; null for any number. */
  usesAllowed: number | null;
  usageTerms: string;
  restrictions: string;
  /** Where it may be shown; empty for everywhere. */
  territory: string;
};

/** How an asset stands at a time. The first three keep it from a new story. */
export type RightsState =
  | { kind: "lapsed"; at: Date }
  | { kind: "not-yet"; from: Date }
  | { kind: "exhausted"; allowed: number; used: number }
  | { kind: "lapses-soon"; until: Date }
  | { kind: "restricted" }
  | { kind: "usable" };

/**
 * How the rights of an asset stand at a time.
 * @param usesElsewhere in how many other stories it came before readers
 */
export function rightsState(rights: Rights, at: Date, usesElsewhere: number): RightsState {
  const { validFrom, validUntil, usesAllowed } = rights;
  if (validUntil && at >= validUntil) return { kind: "lapsed", at: validUntil };
  if (validFrom && at < validFrom) return { kind: "not-yet", from: validFrom };
  if (usesAllowed !== null && usesElsewhere >= usesAllowed) {
    return { kind: "exhausted", allowed: usesAllowed, used: usesElsewhere };
  }
  if (validUntil && validUntil.getTime() - at.getTime() <= LAPSES_SOON)
    return { kind: "lapses-soon", until: validUntil };
  return conditionsOf(rights).length > 0 ? { kind: "restricted" } : { kind: "usable" };
}

/** Whether an asset in this state may come before readers in a story that did not show it before. */
export function isWithinRights({ kind }: RightsState): boolean {
  return kind !== "lapsed" && kind !== "not-yet" && kind !== "exhausted";
}

/** What somebody should have read before it is used. */
export function conditionsOf({
  usageTerms,
  restrictions,
  territory,
}: Pick<Rights, "usageTerms" | "restrictions" | "territory">): string[] {
  return [
    restrictions.trim() && `Restrictions: ${sentence(restrictions)}`,
    territory.trim() && `To be shown only in: ${sentence(territory)}`,
    usageTerms.trim() && `Terms: ${sentence(usageTerms)}`,
  ].filter((line) => line !== "");
}

/**
 * A state in a sentence for staff; empty where there is nothing to say.
 * @param it what the asset is called within a sentence, such as: the picture “harbour.jpg”
 * @param timeZone the publication's, in which times are told
 */
export function rightsWords(state: RightsState, it: string, timeZone: string): string {
  const time = (at: Date) => formatInstant(at, "full", { timeZone, language: "en" });
  switch (state.kind) {
    case "lapsed":
      return `The rights to ${it} lapsed on ${time(state.at)}.`;
    case "not-yet":
      return `${begun(it)} may not be shown before ${time(state.from)}.`;
    case "exhausted":
      return state.allowed === 0
        ? `${begun(it)} may not be used in any story.`
        : `${begun(it)} was in ${stories(state.used)} already, and may be used in ${state.allowed} only.`;
    case "lapses-soon":
      return `The rights to ${it} lapse on ${time(state.until)}.`;
    default:
      return "";
  }
}

/** Whether readers may be shown an asset at a time, and when that changes next; null where it stays so. */
export function shownAt(
  { validFrom, validUntil }: Pick<Rights, "validFrom" | "validUntil">,
  at: Date,
): { shown: boolean; changesAt: Date | null } {
  if (validUntil && at >= validUntil) return { shown: false, changesAt: null };
  if (validFrom && at < validFrom) return { shown: false, changesAt: validFrom };
  return { shown: true, changesAt: validUntil };
}

function begun(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function stories(number: number): string {
  return number === 1 ? "1 story" : `${number} stories`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
