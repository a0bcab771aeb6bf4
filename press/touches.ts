import type { Page } from "./page";

/** The tag of an event that touches every page. */
const EVERYTHING = "*";

/** So many tags are remembered; beyond that all pages count as touched, once. */
const MOST = 100_000;

export type Touch = { number: number; tags: readonly string[] };

/**
 * What the events since the start have touched.
 * @param start the number of the last event before the press began.
 */
export function createTouches(start: number) {
  const latest = new Map<string, number>();
  let seen = start;
  /** Every page whose render began before this event counts as touched. */
  let floor = start;

  return {
    /** The number of the last event that was noted. */
    get seen() {
      return seen;
    },

    /** Notes newer events. */
    note(events: readonly Touch[]): void {
      for (const { number, tags } of events) {
        seen = Math.max(seen, number);
        for (const tag of tags) latest.set(tag, number);
        if (tags.includes(EVERYTHING) || latest.size > MOST) {
          latest.clear();
          floor = number;
        }
      }
    },

    /** Whether an event has touched the page since its render began. */
    isTouched(page: Page): boolean {
      if (page.checked === seen) return false;
      if (page.began < floor || page.tags.some((tag) => (latest.get(tag) ?? 0) > page.began)) return true;
      page.checked = seen;
      return false;
    },
  };
}

export type Touches = ReturnType<typeof createTouches>;
