import type { Page } from "./page";

/** The tag of an event that touches every page. */
const EVERYTHING = "*";

/** So many tags are remembered; beyond that all pages count as touched, once. */
const MOST = 100_000;

export type Touch = {
  number: number;
  tags: readonly string[];
  /** Whether it took something from readers, which no older page may show them again. */
  withdraws: boolean;
};

/**
 * What the events since the start have touched.
 * @param start the number of the last event before the press began.
 */
export function createTouches(start: number) {
  const latest = new Map<string, number>();
  const withdrawn = new Map<string, number>();
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
      for (const { number, tags, withdraws } of events) {
        seen = Math.max(seen, number);
        for (const tag of tags) {
          latest.set(tag, number);
          if (withdraws) withdrawn.set(tag, number);
        }
        if (tags.includes(EVERYTHING) || latest.size > MOST) {
          latest.clear();
          withdrawn.clear();
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

    /** Whether the page may show what has been taken from readers since its render began. */
    isWithdrawn({ began, tags }: Page): boolean {
      return began < floor || tags.some((tag) => (withdrawn.get(tag) ?? 0) > began);
    },
  };
}
