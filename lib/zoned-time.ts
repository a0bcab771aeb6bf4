import { tzOffset } from "@date-fns/tz";
import { DAY, MINUTE } from "./clock";

/** What a calendar and a clock on the wall say, without their zone: "2026-03-29T02:30". */
export type WallTime = string;

const WALL_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/;

/**
 * The instants at which the clocks of a zone show this: one as a rule, none in the hour that is left out when they go
 * forward, two (the earlier first) in the hour that comes twice when they go back.
 * @param zone an IANA zone. @returns null if it is no time at all, such as on 30 February
 */
export function instantsOf(wall: WallTime, zone: string): Date[] | null {
  const match = WALL_TIME.exec(wall);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match.slice(1).map(Number);
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (wallTimeOf(new Date(asUtc), "UTC") !== wall) return null;
  // The offsets that are in force around it; that which is in force at the instant itself makes it one.
  const offsets = new Set([-DAY, DAY].map((away) => tzOffset(zone, new Date(asUtc + away))));
  return [...offsets]
    .map((offset) => new Date(asUtc - offset * MINUTE))
    .filter((instant) => wallTimeOf(instant, zone) === wall)
    .sort((one, other) => one.getTime() - other.getTime());
}

/** What the clocks of the zone show at an instant, to the minute. */
export function wallTimeOf(instant: Date, zone: string): WallTime {
  const shown = new Date(instant.getTime() + tzOffset(zone, instant) * MINUTE);
  return shown.toISOString().slice(0, 16);
}

/** The first time that the clocks show after those that they leave out, for a time that is left out. */
export function afterTheGap(wall: WallTime, zone: string): WallTime {
  const asUtc = Date.parse(`${wall}Z`);
  const before = tzOffset(zone, new Date(asUtc - DAY));
  return wallTimeOf(new Date(asUtc - before * MINUTE), zone);
}
