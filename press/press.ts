import type { IncomingMessage, ServerResponse } from "node:http";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { log } from "@/lib/log";
import { PLAIN_POLICY } from "@/lib/plain-page";
import type { PressCounters } from "@/lib/press-report";
import { isBuilt, readerAddress } from "@/lib/reader-address";
import { TooLong } from "./body-limit";
import { clientAddress } from "./client-address";
import { forward } from "./forwarding";
import { createGathering } from "./gathering";
import { answer, improve, makePage, type Outcome, type Page } from "./page";
import { refusalOf } from "./refusal";
import { letGo, refuse, sayAlways } from "./refusing";
import { render } from "./rendering";
import { REQUEST_ID, requestId } from "./request-id";
import { createStore } from "./store";
import { createTouches, type Touch } from "./touches";
import { NobodyAnswers, type Workers } from "./workers";

type Options = {
  workers: Pick<Workers, "lend">;
  /** The number of the last event there was before the press began. */
  lastEvent: number;
  /** The events after a number, oldest first. */
  eventsAfter: (number: number) => Promise<readonly Touch[]>;
  /** The address of the site (SITE_URL). */
  site: URL;
  /** What every answer says to browsers besides itself. */
  headers: readonly (readonly [string, string])[];
  /** How much memory the pages may take, in bytes. */
  bytes: number;
  /** How many proxies in front are trusted (TRUST_PROXY). */
  proxies: number;
  /** Told how long an answer took, by how the press came by it, in milliseconds. */
  observe: (outcome: Outcome | "unavailable", took: number) => void;
  /** Told how long a worker took for a page, in milliseconds. */
  observeRender: (took: number) => void;
  /** The page that says that there is none at the moment, and by which id the log has that: HTML. */
  unavailable: (id: string) => string;
  /** The page that says that somebody asked too often: HTML. */
  tooMany: string;
  /** Counts a search of whoever asks from an address. Returns how many seconds they have to wait, if they searched too often. */
  limitSearch: (client: string) => Promise<number | null>;
};

/** A render under way. */
type Flight = { began: number; page: Promise<Page | null> };

/** So often a page is made again that was touched while it was made, before it is answered with all the same. */
const TRIES = 3;

/** A page asked for so often is worth its smallest form. */
const OFTEN = 3;

/** How many addresses are remembered that are no pages of the press's. */
const MOST_OTHERS = 1000;

/**
 * What stands before Next: answers readers from memory, has Next render what is not there or no longer right, and hands
 * on all else. docs/decisions/0010 says why it is as it is.
 */
export function createPress(options: Options) {
  const { workers, eventsAfter, site, proxies } = options;
  const touches = createTouches(options.lastEvent);
  const store = createStore(options.bytes);
  const flights = new Map<string, Flight>();
  /** Readers' addresses whose answers are neither kept nor set: files that stream by. */
  const others = new LRUCache<string, true>({ max: MOST_OTHERS, ttl: 600_000 });
  const oneAtATime = pLimit(1);
  const counters: PressCounters = { hits: 0, misses: 0, stale: 0, passed: 0, unavailable: 0, renders: 0 };

  const outcomes = new WeakMap<ServerResponse, Outcome | "unavailable">();

  const afterLook = createGathering(async () => {
    const newer = await eventsAfter(touches.seen);
    if (newer.length > 0) touches.note(newer);
  });

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const asked = performance.now();
    const readers = readerAddress(request.url ?? "");
    const refused = refusalOf(request, readers !== null);
    if (refused) {
      const { status, allow } = refused;
      return void refuse(response, status, allow ? [...options.headers, ["allow", allow]] : options.headers);
    }
    if (readers && isSmallFile(readers)) askForWhole(request);
    const address = isReaders(request) ? readers : null;
    if (address === null || others.has(address)) {
      return void pass(request, response).finally(() => told(response, asked));
    }
    afterLook((looked) => {
      const page = looked ? store.get(address) : undefined;
      if (!page || !isRight(page)) {
        return void answerAnew(address, request, response).finally(() => told(response, asked));
      }
      counters.hits++;
      answer(page, request, response, "hit");
      options.observe("hit", performance.now() - asked);
      if (++page.hits === OFTEN) void oneAtATime(() => (isRight(page) ? improve(page) : undefined));
    });
  }

  /** What was not answered from memory says with what outcome it was. */
  function told(response: ServerResponse, asked: number): void {
    const outcome = outcomes.get(response);
    if (outcome) options.observe(outcome, performance.now() - asked);
  }

  function isRight(page: Page): boolean {
    return !touches.isTouched(page) && Date.now() < page.until;
  }

  async function answerAnew(address: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const wait = isSearch(address) ? await options.limitSearch(clientAddress(request, proxies)) : null;
      if (wait !== null) return sayTooMany(wait, request, response);
      const page = await renderedSince(touches.seen, address, requestId(request, proxies));
      if (!page) return await pass(request, response);
      if (page.status >= 500 && lastGood(address)) throw new Error("The page could not be made");
      counters.misses++;
      outcomes.set(response, "miss");
      answer(page, request, response, "miss");
    } catch (error) {
      answerWithout(error, address, request, response);
    }
  }

  /** A page whose render began after an event, or that it left as it was. Null for what is none of the press's. */
  async function renderedSince(event: number, address: string, id: string): Promise<Page | null> {
    for (;;) {
      const flight = flights.get(address) ?? begin(address, id);
      if (flight.began >= event) return flight.page;
      // It may have read what was there before the event; only its tags will tell.
      const page = await flight.page.catch(() => null);
      if (page?.isKept && isRight(page)) return page;
    }
  }

  function begin(address: string, id: string): Flight {
    const began = touches.seen;
    const page = makeWhole(address, began, id).finally(() => flights.delete(address));
    const flight = { began, page };
    flights.set(address, flight);
    return flight;
  }

  /** A page is made of several reads: what is committed between them may be missing before and after. */
  async function makeWhole(address: string, began: number, id: string): Promise<Page | null> {
    for (let tries = 1; ; tries++) {
      const page = await make(address, tries === 1 ? began : touches.seen, id);
      if (!page || tries === TRIES) return page;
      await new Promise(afterLook);
      if (!touches.isTouched(page)) return page;
    }
  }

  async function make(address: string, began: number, id: string): Promise<Page | null> {
    counters.renders++;
    const since = performance.now();
    // Where there is a page to show meanwhile, nobody waits until a worker is up again.
    const patience = lastGood(address) ? 0 : undefined;
    const rendered = await retryOnce(() =>
      workers.lend((worker) => render({ address, site, began, id }, worker.renders, worker.quiet.signal), patience),
    );
    options.observeRender(performance.now() - since);
    if (!rendered) {
      others.set(address, true);
      store.delete(address);
      return null;
    }
    const page = await makePage(rendered, proxies > 0);
    if (page.isKept) store.put(address, page);
    else if (page.status < 500) store.delete(address);
    return page;
  }

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    counters.passed++;
    outcomes.set(response, "pass");
    try {
      const hand = () => workers.lend((worker) => forward(request, response, worker.passes, { proxies }));
      const isSafe = request.method === "GET" || request.method === "HEAD";
      await (isSafe ? retryOnce(hand, () => !response.headersSent && !response.destroyed) : hand());
    } catch (error) {
      // Whoever asked has gone, or has half an answer that cannot be mended.
      if (response.headersSent || response.destroyed) return void response.destroy();
      if (error instanceof TooLong) {
        sayAlways(response, options.headers);
        return sayTooLong(request, response);
      }
      sayUnavailable(error, request, response);
    }
  }

  /** What was last made of an address, if it may still be shown. */
  function lastGood(address: string): Page | null {
    const last = store.get(address);
    return last && !touches.isWithdrawn(last) ? last : null;
  }

  function answerWithout(error: unknown, address: string, request: IncomingMessage, response: ServerResponse): void {
    const last = lastGood(address);
    if (last) {
      counters.stale++;
      outcomes.set(response, "stale");
      answer(last, request, response, "stale");
    } else sayUnavailable(error, request, response);
  }

  function sayUnavailable(error: unknown, request: IncomingMessage, response: ServerResponse): void {
    const id = requestId(request, proxies);
    log.error({ request: id, err: error }, "Nothing could be answered");
    if (response.headersSent) return void response.destroy();
    counters.unavailable++;
    outcomes.set(response, "unavailable");
    sayAlways(response, options.headers, PLAIN_POLICY);
    response.setHeader(REQUEST_ID, id);
    say(503, options.unavailable(id), 2, request.method, response);
  }

  function sayTooMany(wait: number, { method }: IncomingMessage, response: ServerResponse): void {
    sayAlways(response, options.headers, PLAIN_POLICY);
    say(429, options.tooMany, wait, method, response);
  }

  return {
    handle,
    /** What it has done since it began, and holds now. */
    report() {
      return { ...counters, entries: store.entries, bytes: store.bytes, lastEvent: touches.seen };
    },
  };
}

/** Says in a page of the press's own why there is no other, and after how many seconds to ask again. */
function say(status: number, page: string, wait: number, method: string | undefined, response: ServerResponse): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(page),
    "cache-control": "no-store",
    "retry-after": String(wait),
  });
  response.end(method === "HEAD" ? undefined : page);
}

/** Refuses a body that is too long, most of which was not read: the connection cannot go on. */
function sayTooLong(request: IncomingMessage, response: ServerResponse): void {
  const said = JSON.stringify({ code: "too-large", message: "This is too long to be kept. Take some of it out." });
  response.writeHead(413, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(said),
    "cache-control": "no-store",
  });
  response.end(said);
  request.unpipe();
  request.resume();
  letGo(request.socket);
}

/** Whether an address is that of a file of the product's which Next answers by itself. */
function isSmallFile(address: string): boolean {
  return isBuilt(address) || address.startsWith("/icons/") || address === "/sw.js";
}

/** Takes out of a request what asks for a part of a file, or for it only if it is another: Next takes that for a fault of its own. */
function askForWhole({ rawHeaders }: IncomingMessage): void {
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (/^(?:if-match|if-range|if-unmodified-since|range)$/i.test(rawHeaders[at] ?? "")) rawHeaders.splice(at, 2);
  }
}

/** Whether an address has the archive searched: no two of them are the same work, and none is cheap. */
function isSearch(address: string): boolean {
  return address.startsWith("/search?");
}

/**
 * Whether a request asks for a page as readers do. What they send besides is not looked at: pages are made on behalf of
 * nobody, so that a cookie or an authorization neither changes them nor gets into them. Nor does what the framework asks by:
 * readers' pages have no navigation of its kind, and the newsroom's goes to them as a browser does.
 */
function isReaders({ method }: IncomingMessage): boolean {
  return method === "GET" || method === "HEAD";
}

/** A worker may end or hang in the midst: another can do as well. What takes too long does so everywhere. */
async function retryOnce<T>(task: () => Promise<T>, may = () => true): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const isLate = /TIMEOUT/.test(String((error as { code?: unknown }).code));
    if (isLate || error instanceof NobodyAnswers || !may()) throw error;
    return task();
  }
}
