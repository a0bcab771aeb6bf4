import { setTimeout as pause } from "node:timers/promises";
import { eventsAfter, instantOf, lastEventNumber } from "@/domain/events/read";
import { askEdge } from "@/domain/outbound/edge";
import { now } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { asksFor, type Edge, type Purge, purgeFor, purgeOfAll } from "./edge";
import { createMemory, type Told } from "./memory";

/** How often the events are looked at, in milliseconds. */
const LOOK_EVERY = 5;

/**
 * So long after a purge it is done once more, in milliseconds: an answer from before the event may have been on its way
 * to the edge, and was kept just after. Until then Varnish does not trust what is that new (masthead.vcl, vcl_hit).
 */
const AGAIN_AFTER = 1000;

/** Of an edge that missed more events than this all is purged. */
const MOST_MISSED = 5000;

/** How long after a failure it is tried again: doubled each time, in milliseconds. */
const BACK_OFF = { first: 50, most: 5000 };

/** How often it is written down what an edge was told: what was told since is told again after a crash. */
const REMEMBER_EVERY = 1000;

type Options = {
  edges: readonly Edge[];
  /** The data folder. */
  folder: string;
  /** What names this build: pages of another name scripts and styles that are gone. */
  build: string;
  /** When each purge is done once more, in milliseconds. */
  againAfter?: number;
};

/**
 * Has edges forget what events touch: the commit is the invalidation there too, whoever made it. Each edge is told all,
 * in order, and again until it has heard; what it missed while it or this process was down, it hears once both are up.
 */
export function keepEdgesFresh({ edges, folder, build, againAfter = AGAIN_AFTER }: Options): {
  stop: () => Promise<void>;
} {
  const memory = createMemory(folder);
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = edges.map((edge) => keepFresh(edge));

  async function keepFresh(edge: Edge): Promise<void> {
    let failures = 0;
    let place: Place | undefined;
    while (!signal.aborted) {
      try {
        if (failures > 0 && place && (await isFarBehind(place.told))) place = undefined;
        place ??= await begin(edge);
        await advance(edge, place);
        if (failures > 0) console.log(`The edge at ${nameOf(edge)} hears again.`);
        failures = 0;
      } catch (error) {
        if (failures++ === 0)
          console.error(`The edge at ${nameOf(edge)} could not be told: ${(error as Error).message}`);
      }
      await wait(failures > 0 ? Math.min(BACK_OFF.first * 2 ** (failures - 1), BACK_OFF.most) : LOOK_EVERY);
    }
    if (!place || failures > 0) return;
    // What was done last is told before the paper is gone.
    await advance(edge, place).catch(() => {});
    await remember(edge, place);
  }

  /** From where on an edge is told, once it has forgotten what cannot be told one by one. */
  async function begin(edge: Edge): Promise<Place> {
    const last = await lastEventNumber();
    const told = memory.get(edge.address);
    const place = { told: last, confirmed: last, written: Number.NEGATIVE_INFINITY, again: [] };
    if (!told || !(await isOfHere(told)) || (await isFarBehind(told.event))) {
      await tellTwice(edge, purgeOfAll(last, "withdrawn"));
    } else {
      if (told.build !== build) await tellTwice(edge, purgeOfAll(told.event, "changed"));
      place.told = told.event;
      place.confirmed = told.event;
    }
    return place;
  }

  async function tellTwice(edge: Edge, purge: Purge): Promise<void> {
    await tell(edge, purge);
    await wait(againAfter);
    await tell(edge, purge, true);
  }

  async function advance(edge: Edge, place: Place): Promise<void> {
    const events = await eventsAfter(place.told);
    const last = events.at(-1)?.number;
    if (last !== undefined) {
      const purge = purgeFor(events);
      if (purge) await tell(edge, purge);
      place.told = last;
      place.again.push({ purge, event: last, at: performance.now() + againAfter });
    }
    for (let [first] = place.again; first && first.at <= performance.now(); [first] = place.again) {
      if (first.purge) await tell(edge, first.purge, true);
      place.confirmed = first.event;
      place.again.shift();
    }
    if (performance.now() - place.written >= REMEMBER_EVERY) await remember(edge, place);
  }

  /** Nothing depends on its success: what is not remembered is told once more. */
  async function remember({ address }: Edge, place: Place): Promise<void> {
    place.written = performance.now();
    const known = memory.get(address);
    if (known?.event === place.confirmed && known.build === build) return;
    const at = (await instantOf(place.confirmed))?.getTime() ?? 0;
    await memory.put(address, { event: place.confirmed, at, build }).catch(() => {});
  }

  async function wait(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal }).catch(() => {});
  }

  return {
    /** Ends it, and writes down what was told. */
    async stop(): Promise<void> {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

/** How far an edge has heard. */
type Place = {
  /** The last event that it was told of once. */
  told: number;
  /** The last event that it was told of again, after what was under way has come. */
  confirmed: number;
  /** When it was last written down, on the clock of `performance`. */
  written: number;
  /** What it is to be told again, and when. */
  again: { purge: Purge | null; event: number; at: number }[];
};

/** Whether the database is the one that had this event, and was not put back from a copy since. */
async function isOfHere({ event, at }: Told): Promise<boolean> {
  return ((await instantOf(event))?.getTime() ?? 0) === at;
}

async function isFarBehind(event: number): Promise<boolean> {
  return (await lastEventNumber()) - event > MOST_MISSED;
}

async function tell(edge: Edge, purge: Purge, isAgain = false): Promise<void> {
  const { EDGE_TOKEN = "", SITE_URL } = getEnv();
  for (const ask of asksFor(edge, purge, { token: EDGE_TOKEN, site: SITE_URL, at: now(), isAgain })) {
    const status = await askEdge(edge.address, ask);
    if (status < 200 || status > 299) throw new Error(`it answered ${status}`);
  }
}

/** Without what may be secret in an address. */
function nameOf({ address }: Edge): string {
  return new URL(address).host;
}
