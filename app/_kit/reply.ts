import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerHeaders, BARE_POLICY } from "@/lib/answer-headers";
import { getEnv } from "@/lib/env";
import { newId } from "@/lib/id";
import { enterFields } from "@/lib/log";
import { PLAIN_POLICY } from "@/lib/plain-page";
import { readerAddress } from "@/lib/reader-address";
import { isStaffAddress } from "@/lib/staff-address";
import { faultPage } from "./fault-page";

// Next bundles a module once for each kind of entry: the reply in hand must be one a process all the same.
const shared = globalThis as { mastheadReply?: AsyncLocalStorage<ServerResponse>; mastheadReplies?: true };
shared.mastheadReply ??= new AsyncLocalStorage();
const replyInHand = shared.mastheadReply;

/** Does something to the answer that is being made, while its head is not yet sent. */
export function onReply(work: (reply: ServerResponse) => void): void {
  const reply = replyInHand.getStore();
  if (reply && !reply.headersSent) work(reply);
}

/** Has what is done within be done for an answer. */
export function inReply<T>(reply: ServerResponse, work: () => T): T {
  return replyInHand.run(reply, work);
}

/** The path that is asked for, in its one form; null where that is no reader's. */
export function askedPath(): string | null {
  const url = replyInHand.getStore()?.req?.url;
  const address = url === undefined ? null : readerAddress(url);
  return address?.split("?")[0] ?? null;
}

/**
 * Sets the status of the page that is being rendered: its caller then returns the page that says so. `notFound()` would
 * set it too, but Next answers it with an empty document that only scripts fill (docs/decisions/0003).
 */
export function replyNotFound(): void {
  onReply((reply) => {
    reply.statusCode = 404;
  });
}

/** Sets the status of an address from which something was taken: as `replyNotFound`, and as seldom to be asked again. */
export function replyGone(): void {
  onReply((reply) => {
    reply.statusCode = 410;
  });
}

/**
 * Makes the answer in hand fit for a file: Next takes the length out of every Response, and puts in a Vary by which
 * shared caches would keep one file many times over.
 * @param bytes how long the body is; nothing where there is none.
 */
export function replyWithFile(bytes?: number): void {
  onReply((reply) => {
    reply.removeHeader("vary");
    if (bytes !== undefined) reply.setHeader("content-length", bytes);
  });
}

/**
 * Called once as the server starts: puts on every answer what all of them say, lets pages set their status, and gives
 * readers a whole page when one fails.
 */
export function watchReplies(): void {
  if (shared.mastheadReplies) return;
  shared.mastheadReplies = true;
  // Pages have a policy of their own, from proxy.ts or the press; theirs takes the place of this one.
  const common = [...answerHeaders(getEnv()), ["content-security-policy", BARE_POLICY] as const];
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    replyInHand.enterWith(response);
    sayAlways(response, isStaffAddress(request.url ?? "/") ? [...common, KEPT_BY_NOBODY] : common);
    // The press writes it, in place of what a client says.
    const id = request.headers["x-request-id"]?.toString() ?? newId();
    enterFields({ request: id });
    if (isForReader(request)) replaceFault(request, response, id);
  });
}

/** Has an answer say what it does not say, or says otherwise, by itself: as its head goes out, since Next sets it piece by piece. */
function sayAlways(response: ServerResponse, headers: readonly (readonly [string, string])[]): void {
  const { writeHead } = response;
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    const said = given.findLast((part) => typeof part === "object" && part !== null) ?? {};
    const names = new Set((Array.isArray(said) ? said : Object.keys(said)).map((name) => String(name).toLowerCase()));
    for (const [name, value] of headers) {
      if (!response.hasHeader(name) && !names.has(name)) response.setHeader(name, value);
    }
    return writeHead.apply(response, given);
  }) as typeof writeHead;
}

const KEPT_BY_NOBODY = ["cache-control", "private, no-store"] as const;

/** Whoever is sent a preview reads it as readers do. */
const READ_BY_LINK = /^\/preview\//;
const NO_PAGE = /^\/(?:api|media|_next)(?:[/?]|$)/;

function isForReader({ method, headers, url = "/" }: IncomingMessage): boolean {
  const asksForPage = (method === "GET" || method === "HEAD") && headers.rsc === undefined;
  const isStaffs = isStaffAddress(url) && !READ_BY_LINK.test(url);
  return asksForPage && (headers.accept ?? "").includes("text/html") && !isStaffs && !NO_PAGE.test(url);
}

/** What belongs to the body that is not sent. */
const OF_THE_BODY = ["content-encoding", "content-length", "etag", "last-modified", "link", "transfer-encoding"];

/**
 * A reply that fails carries the fault page instead of Next's empty one. An address that cannot be read is the asker's
 * fault (400), though Next takes it for its own.
 */
function replaceFault(request: IncomingMessage, response: ServerResponse, id: string): void {
  const { writeHead, write, end } = response;
  let failed = false;
  const fails = () => failed || (response.statusCode === 500 && !response.headersSent);

  response.writeHead = ((status: number, ...rest: never[]) => {
    if (status !== 500) return writeHead.call(response, status, ...rest);
    failed = true;
    for (const name of OF_THE_BODY) response.removeHeader(name);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-length", Buffer.byteLength(faultPage(id)));
    response.setHeader("cache-control", "no-store");
    response.setHeader("content-security-policy", PLAIN_POLICY);
    return writeHead.call(response, isReadable(request.url ?? "/") ? 500 : 400);
  }) as typeof writeHead;

  response.write = ((...given: Parameters<typeof write>) => {
    if (!fails()) return write.apply(response, given);
    const done = given.find((part) => typeof part === "function");
    if (done) process.nextTick(done);
    return true;
  }) as typeof write;

  response.end = ((...given: Parameters<typeof end>) => {
    if (!fails()) return end.apply(response, given);
    const done = given.find((part) => typeof part === "function") as (() => void) | undefined;
    return end.call(response, request.method === "HEAD" ? "" : faultPage(id), "utf8", done);
  }) as typeof end;
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}
