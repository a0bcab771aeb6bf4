import type { IncomingMessage, ServerResponse } from "node:http";
import { setPage } from "@/press/setting";
import { type Asking, pageAt } from "./pages";
import { type Made, make } from "./render";

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/** How often pages of one kind may come out otherwise than Next's before they are left to it for good. */
const TRIALS = 5;

/** What is known of one kind of page in this process. */
type Kind = {
  /** How it is made, once one came out as Next made it. */
  known?: { styles: string[]; headers: [name: string, value: string | number | string[]][] };
  /** How often one came out otherwise. */
  failed: number;
};

/**
 * Answers the press with readers' pages that are made straight from React, and has Next answer all else, and the first of
 * every kind: from that one it learns style sheets and headers, and whether it makes the very same page. What it cannot
 * make, or not as Next does, stays Next's. Why: docs/decisions/0033-a-page-not-yet-held.md.
 */
export function answeringStraight(next: Listener): Listener {
  const kinds = new Map<string, Kind>();
  return (request, response) => {
    const asking = isPress(request) ? pageAt(request.url ?? "") : null;
    if (!asking) return next(request, response);
    const kind = kinds.get(asking.kind) ?? { failed: 0 };
    kinds.set(asking.kind, kind);
    if (kind.known) void answer(asking, kind.known, request, response, next);
    else {
      if (kind.failed < TRIALS) learn(asking, kind, request, response);
      next(request, response);
    }
  };
}

/** Whoever else asks is handed on by the press, which says so. The last is for a test, which looks at both. */
function isPress({ method, headers }: IncomingMessage): boolean {
  return method === "GET" && headers["x-masthead-client"] === "press" && headers["x-masthead-way"] !== "next";
}

async function answer(
  asking: Asking,
  { styles, headers }: NonNullable<Kind["known"]>,
  request: IncomingMessage,
  response: ServerResponse,
  next: Listener,
): Promise<void> {
  // A fault is Next's to tell, and a way elsewhere its to lead.
  const made = await make(request, asking, styles).catch(() => null);
  if (!made) return next(request, response);
  for (const [name, value] of headers) response.setHeader(name, value);
  for (const [name, value] of Object.entries(made.headers)) response.setHeader(name, value);
  response.setHeader("x-masthead-way", "straight");
  response.end(made.html);
}

/** Listens to what Next answers, and makes the same. */
function learn(asking: Asking, kind: Kind, request: IncomingMessage, response: ServerResponse): void {
  const { write, end } = response;
  const chunks: Buffer[] = [];
  const hear = (chunk: unknown) => {
    if (typeof chunk === "string" || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  response.write = ((...given: Parameters<typeof write>) => {
    hear(given[0]);
    return write.apply(response, given);
  }) as typeof write;
  response.end = ((...given: Parameters<typeof end>) => {
    hear(given[0]);
    return end.apply(response, given);
  }) as typeof end;
  response.once("finish", () => {
    if (response.statusCode !== 200 || !response.hasHeader("surrogate-key") || kind.known) return;
    void compare(asking, kind, request, response, Buffer.concat(chunks).toString());
  });
}

/** What is each page's own, or each connection's. */
const OWN =
  /^(?:connection|content-length|date|etag|keep-alive|link|set-cookie|surrogate-key|transfer-encoding|x-masthead-.*|x-request-id)$/;

async function compare(
  asking: Asking,
  kind: Kind,
  request: IncomingMessage,
  response: ServerResponse,
  theirs: string,
): Promise<void> {
  const styles = [...theirs.matchAll(/<link rel="stylesheet" href="([^"]*)"/g)].map(([, href = ""]) => href);
  const made = await make(request, asking, styles).catch(() => null);
  if (made && isSame(made, theirs, response)) {
    const headers = Object.entries(response.getHeaders()).filter(([name]) => !OWN.test(name));
    kind.known = { styles, headers: headers.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])) };
  } else if (++kind.failed === TRIALS) {
    console.error(`Pages such as ${request.url} are not made straight: they would not be as Next makes them.`);
  }
}

/** Whether the press would make one page of both. */
function isSame({ html, headers }: Made, theirs: string, response: ServerResponse): boolean {
  const same = (name: string) =>
    headers[name] === (response.hasHeader(name) ? String(response.getHeader(name)) : undefined);
  return (
    setPage(html.toString()).html === setPage(theirs).html && ["link", "surrogate-key", "x-masthead-until"].every(same)
  );
}
