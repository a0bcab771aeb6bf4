import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "@/scripts/trials/report";

/** A story that somebody publishes, updates and unpublishes in turn, and how far they are. Deeds are numbered from 0. */
export type Story = {
  /** A word of its headline that no other text has: it stands there with the number of the deed. */
  mark: string;
  address: string;
  /** The deed that was begun last. */
  begun: number;
  /** The deeds that were acknowledged, and when, on the clock of `performance`. */
  acknowledged: { deed: number; at: number }[];
};

/** @returns a story to which nothing has happened */
export function storyOf(mark: string, address: string): Story {
  return { mark, address, begun: -1, acknowledged: [] };
}

/** Of three deeds the first publishes, the second updates, the third unpublishes. */
export function isLiveAfter(deed: number): boolean {
  return deed >= 0 && deed % 3 !== 2;
}

/** How long an answer may take to become right before it is given up, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Reads pages over and over while stories change. An answer must say no less than what had been acknowledged before it
 * was asked for.
 * @param lists the pages on which each of the stories stands while it is live
 * @param slack so long after the acknowledgement an older answer is still allowed, in milliseconds
 */
export function watch(site: string, stories: readonly Story[], lists: readonly string[], slack = 0) {
  const addresses = [...stories.map(({ address }) => address), ...lists];
  const found = { asked: 0, stale: [] as string[], latencies: new Map<string, number[]>(), failed: 0 };
  let isOver = false;
  let readers: Promise<void>[] = [];

  /** @returns whether it is as the deed begun last of a story left it */
  async function read(address: string, awaited?: Story): Promise<boolean> {
    const asked = performance.now();
    const since = stories.map(({ acknowledged }) => lastBefore(acknowledged, asked - slack));
    const response = await fetch(site + address).catch(() => null);
    const text = (await response?.text().catch(() => null)) ?? null;
    if (!response || text === null || response.status >= 500) {
      found.failed++;
      return false;
    }
    found.asked++;
    for (const [at, story] of stories.entries()) {
      const from = since[at] ?? -1;
      const possible = Array.from({ length: story.begun - from + 1 }, (_, more) => from + more);
      if (possible.some((deed) => shows(text, address, story, deed))) continue;
      const says = text.match(new RegExp(`${story.mark}-\\d+`))?.[0] ?? "nothing";
      const how = response.headers.get("server-timing");
      found.stale.push(`${address} (${response.status}, ${how}) says ${says} after deed ${from} of ${story.mark}`);
    }
    return awaited === undefined || shows(text, address, awaited, awaited.begun);
  }

  async function untilShown(address: string, story: Story, from: number): Promise<void> {
    while (!(await read(address, story)) && performance.now() - from < PATIENCE) await pause(1);
    const all = found.latencies.get(address) ?? [];
    found.latencies.set(address, [...all, performance.now() - from]);
  }

  return {
    found,

    /** How many read at a time. */
    get readers(): number {
      return readers.length;
    },

    /** Begins to read, so many at a time. */
    begin(count: number): void {
      const reader = async (first: number) => {
        for (let at = first; !isOver; at++) await read(addresses[at % addresses.length] ?? "/");
      };
      readers = Array.from({ length: count }, (_, at) => reader(at));
    },

    /** Has something happen to a story, and waits until the pages that show it show it so: all of them, or those named. */
    async deed(
      story: Story,
      perform: (deed: number) => Promise<void>,
      pages: readonly string[] = [story.address, ...lists],
    ): Promise<void> {
      story.begun++;
      await perform(story.begun);
      const at = performance.now();
      story.acknowledged.push({ deed: story.begun, at });
      await Promise.all(pages.map((address) => untilShown(address, story, at)));
    },

    async end(): Promise<void> {
      isOver = true;
      await Promise.all(readers);
    },

    /** How long after the acknowledgement 99 of a hundred readers saw it, on the page where that took longest. */
    slowest(): { address: string; p99: number; p50: number } {
      const all = [...found.latencies].map(([address, times]) => ({
        address,
        p50: percentile(times, 0.5),
        p99: percentile(times, 0.99),
      }));
      return all.toSorted((a, b) => b.p99 - a.p99)[0] ?? { address: "", p50: 0, p99: 0 };
    },
  };
}

function lastBefore(acknowledged: Story["acknowledged"], instant: number): number {
  for (let at = acknowledged.length - 1; at >= 0; at--) {
    const one = acknowledged[at];
    if (one && one.at <= instant) return one.deed;
  }
  return -1;
}

/** Whether a page stands as a deed left it. */
function shows(text: string, address: string, story: Story, deed: number): boolean {
  const marks = new Set(
    [...text.matchAll(new RegExp(`\\b${story.mark}-(\\d+)\\b`, "g"))].map(([, number]) => Number(number)),
  );
  const isListed = text.includes(`${story.address}</loc>`);
  if (!isLiveAfter(deed)) return marks.size === 0 && !isListed;
  // A sitemap says where a story is, and not what.
  if (address.startsWith("/sitemaps/")) return isListed;
  const isElsewhere = address !== story.address && /^\/harbour\/bench-/.test(address);
  return isElsewhere ? [...marks].every((one) => one === deed) : marks.has(deed) && marks.size === 1;
}
