import { createServer, request, type Server } from "node:http";
import { json } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal, type RefusalCode } from "@/lib/refusal";
import { type Header, readHeader } from "./decoding";
import { type Made, makeCopies as make, type Order } from "./encoding";
import { measureLikeness } from "./measuring";
import { type MadePng, makePngs as makeThem, type PngOrder } from "./pngs";
import { createPool, type Pool } from "./pool";

/**
 * Everything that touches the bytes of a picture goes through here. In production one process does it for all others, so
 * that the machine's bound is one bound, readers' pages go first, and what crashes libvips takes nothing else with it.
 * Where MASTHEAD_PICTURES names no such process (tests, development, putting in the edition), it is done on the spot.
 */

type Deeds = {
  header: (input: { file: string }) => Promise<Header | null>;
  copies: (input: Order, signal?: AbortSignal) => Promise<Made>;
  pngs: (input: PngOrder, signal?: AbortSignal) => Promise<MadePng[]>;
  likeness: (input: { file: string }, signal?: AbortSignal) => Promise<string | null>;
};

/** What a picture's header says; null if it cannot be read. Nothing is decoded. */
export function headerOf(file: string): Promise<Header | null> {
  return ask("header", { file });
}

/** Makes copies of a picture and keeps them. @throws Refusal "invalid" if it is damaged; "busy" if it cannot be done now */
export function makeCopies(order: Order): Promise<Made> {
  return ask("copies", order);
}

/** Makes the files of a logo or icon. @throws Refusal "invalid", "busy" */
export function makePngs(order: PngOrder): Promise<MadePng[]> {
  return ask("pngs", order);
}

/** How a picture looks, in hexadecimal; null if it has no pattern. @throws Refusal "invalid" if it is damaged; "busy" */
export function likenessOf(file: string): Promise<string | null> {
  return ask("likeness", { file });
}

// Next bundles a module once for each kind of entry: the bound must be one a process all the same.
const shared = globalThis as { mastheadPictures?: Pool };

function deeds(): Deeds {
  shared.mastheadPictures ??= createPool();
  const pool = shared.mastheadPictures;
  return {
    header: ({ file }) => readHeader(file),
    copies: (order, signal) => make(pool, order, signal),
    pngs: (order, signal) => makeThem(pool, order, signal),
    likeness: ({ file }, signal) => measureLikeness(pool, file, signal),
  };
}

async function ask<D extends keyof Deeds>(
  deed: D,
  input: Parameters<Deeds[D]>[0],
): Promise<Awaited<ReturnType<Deeds[D]>>> {
  const socket = process.env.MASTHEAD_PICTURES;
  // A union of functions takes no argument that TypeScript can name.
  if (!socket) return (deeds()[deed] as (given: unknown) => ReturnType<Deeds[D]>)(input) as never;
  const said = await answerOf(socket, deed, input);
  if ("done" in said) return said.done as Awaited<ReturnType<Deeds[D]>>;
  if ("refused" in said) throw new Refusal(said.refused.code, said.refused.message);
  throw Object.assign(new Error(said.failed.message), { code: said.failed.code });
}

type Said =
  | { done: unknown }
  | { refused: { code: RefusalCode; message: string } }
  | { failed: { message: string; code?: string | undefined } };

/** How long it is waited for the process to be there, in milliseconds, and how long between two looks. */
const PATIENCE = 10_000;
const LOOK_EVERY = 50;

/** Asks until it is heard; once it was heard, and the process ends under it, it is not asked again: this picture may be why. */
async function answerOf(socket: string, deed: string, input: unknown): Promise<Said> {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await post(socket, deed, input);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      const isNotThere = code === "ECONNREFUSED" || code === "ENOENT";
      if (!isNotThere || performance.now() > until) {
        throw new Refusal("busy", "Working on this picture was cut off. Try again in a moment.");
      }
    }
    await pause(LOOK_EVERY);
  }
}

function post(socketPath: string, deed: string, input: unknown): Promise<Said> {
  return new Promise((resolve, reject) => {
    const asking = request({ socketPath, method: "POST", path: `/${deed}`, agent: false }, (response) => {
      json(response).then((said) => resolve(said as Said), reject);
    });
    asking.once("error", reject);
    asking.end(JSON.stringify(input));
  });
}

/** How long a step may take before something is held to be stuck, in milliseconds: more than libvips' own bound. */
const STUCK_AFTER = 120_000;

/**
 * Does for other processes what they ask for at this address, which only this user can reach.
 * @param onStuck called when a step does not end: no call into libvips can be ended but with its process.
 */
export function servePictures(socket: string, onStuck: () => void): Server {
  setInterval(() => {
    if ((shared.mastheadPictures?.longest ?? 0) > STUCK_AFTER) onStuck();
  }, 5000).unref();
  const server = createServer(async (asked, response) => {
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const said = await sayWhat(async () => {
      const deed = deeds()[asked.url?.slice(1) as keyof Deeds] as (
        input: unknown,
        signal: AbortSignal,
      ) => Promise<unknown>;
      return deed(await json(asked), gone.signal);
    });
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(said));
  });
  // A picture waits for its turn as long as it takes.
  server.requestTimeout = 0;
  return server.listen(socket);
}

async function sayWhat(work: () => Promise<unknown>): Promise<Said> {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refused: { code: error.code, message: error.message } };
    const { message, code } = error as NodeJS.ErrnoException;
    return { failed: { message, code } };
  }
}
