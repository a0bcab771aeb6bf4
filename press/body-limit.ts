import type { IncomingMessage } from "node:http";
import { Transform } from "node:stream";

const KILOBYTE = 1024;

/** How long a body may be by where it goes, in bytes; the first that fits counts. Uploads have a bound of their own: app/_kit/tus.ts. */
const LONGEST: readonly (readonly [RegExp, number])[] = [
  [/^\/newsroom\/media\/upload(?:[/?]|$)/, Number.POSITIVE_INFINITY],
  [/^\/newsroom(?:[/?]|$)/, 8 * KILOBYTE * KILOBYTE],
  [/^/, 64 * KILOBYTE],
];

/** Thrown where a body is longer than anything that its address takes. */
export class TooLong extends Error {}

/** Whether a request has a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * The body of a request as far as its address takes one; null for none.
 * @throws TooLong before anything is read if the request says so itself; else the body ends with it
 */
export function boundedBody(request: IncomingMessage): IncomingMessage | Transform | null {
  if (!hasBody(request)) return null;
  const longest = longestFor(request.url ?? "/");
  if (longest === Number.POSITIVE_INFINITY) return request;
  if (request.headers["transfer-encoding"] === undefined) {
    // The parser lets no more through than this.
    if (Number(request.headers["content-length"]) > longest) throw new TooLong("The body is too long");
    return request;
  }
  let length = 0;
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      if (length > longest) done(new TooLong("The body is too long"));
      else done(null, chunk);
    },
  });
  request.once("error", (error) => bounded.destroy(error));
  return request.pipe(bounded);
}

function longestFor(url: string): number {
  // However the path is written: Next reads it decoded, so that only the plain form is given more.
  return LONGEST.find(([pattern]) => pattern.test(url))?.[1] ?? 0;
}
