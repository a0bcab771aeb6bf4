import { LRUCache } from "lru-cache";
import type { Page } from "./page";

/** What share of the memory each kind of page may take. */
const SHARES = { pages: 0.8, lists: 0.15, absences: 0.05 } as const;
type Kind = keyof typeof SHARES;

/** A page longer than this is not kept, in bytes of all its forms. */
const LONGEST = 32 * 1024 * 1024;

/**
 * The pages that are kept, least recently asked first to go. Stories, fronts and feeds share one room; what a query can
 * multiply (searches, pages of lists) has another, and what is not there a third: a flood of made-up addresses pushes
 * out made-up addresses.
 * @param bytes how much memory all pages together may take.
 */
export function createStore(bytes: number) {
  const room = (share: number) => {
    const maxSize = Math.floor(bytes * share);
    return new LRUCache<string, Page>({ maxSize, maxEntrySize: Math.min(LONGEST, maxSize), sizeCalculation: sizeOf });
  };
  const rooms = { pages: room(SHARES.pages), lists: room(SHARES.lists), absences: room(SHARES.absences) };
  const all = Object.values(rooms);

  return {
    get(address: string): Page | undefined {
      return rooms.pages.get(address) ?? rooms.lists.get(address) ?? rooms.absences.get(address);
    },

    /** Keeps a page in place of the one that was kept under its address. */
    put(address: string, page: Page): void {
      const own = rooms[kindOf(address, page)];
      for (const room of all) if (room !== own) room.delete(address);
      own.set(address, page);
    },

    delete(address: string): void {
      for (const room of all) room.delete(address);
    },

    get entries(): number {
      return all.reduce((sum, room) => sum + room.size, 0);
    },

    /** The memory that all pages together take. */
    get bytes(): number {
      return all.reduce((sum, room) => sum + room.calculatedSize, 0);
    },
  };
}

function kindOf(address: string, { status }: Page): Kind {
  if (status !== 200) return "absences";
  return address.includes("?") ? "lists" : "pages";
}

/** Headers, tags and bookkeeping take about this much. */
const OVERHEAD = 2048;

/** What a page takes; gzip, of which as much as of brotli or a little more comes later, is counted from the start. */
function sizeOf({ forms: { br }, length }: Page, address: string): number {
  return OVERHEAD + address.length + (br ? Math.ceil(2.2 * br.body.length) : length);
}
