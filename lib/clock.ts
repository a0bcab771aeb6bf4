/** The present instant. The one place the domain asks for the time, so that tests can set it with fake timers. */
export function now(): Date {
  return new Date();
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
