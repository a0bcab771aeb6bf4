import type { IncomingMessage, ServerResponse } from "node:http";
import type { Dispatcher, Pool } from "undici";
import { isStaffAddress } from "@/lib/staff-address";
import { boundedBody } from "./body-limit";
import { clientAddress } from "./client-address";
import { REQUEST_ID, requestId } from "./request-id";

/** Headers that concern one connection alone (RFC 9110, 7.6.1), and the two that its ends settle between themselves. */
const HOP_BY_HOP =
  /^(?:connection|expect|keep-alive|proxy-authenticate|proxy-authorization|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;

/** What only proxies in front may say, and only where we trust them. */
const OF_PROXIES = /^(?:forwarded|x-forwarded-.*|x-real-ip)$/;

/** What only the product says to itself, and what Next says to itself: from outside it says nothing. */
const INTERNAL =
  /^(?:x-masthead-.*|x-request-id|x-middleware-.*|x-nextjs-.*|x-next-.*|x-action-.*|x-invoke-.*|x-prerender-.*|x-now-.*|x-vercel-.*|x-matched-path|next-resume.*|next-hmr-refresh|x-http-method.*|x-method-override|x-original-.*|x-rewrite-url)$/;

/** What Next's navigation asks by, from one page of the staff to the next: whatever else is asked so, Next leads elsewhere. */
const OF_NAVIGATION = /^(?:rsc|next-router-.*|next-url)$/;

/** What Next says to the press alone: of an answer made for one asker no cache in front may think that it is for all. */
const FOR_PRESS = /^(?:surrogate-key|surrogate-control|x-masthead-.*)$/i;

/** How many proxies in front are trusted to say who asks (TRUST_PROXY). */
type Trust = { proxies: number };

/**
 * Hands a request on and streams what comes back; neither body is ever whole in memory, and each waits for the other
 * side's pace. If one side goes, the other is told.
 * @throws TooLong for a body that is longer than its address takes; whatever else keeps an answer from beginning. Then
 * nothing has been sent.
 */
export async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  pool: Pool,
  { proxies }: Trust,
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  // As the wire had them, so that a header that is there twice stays so.
  const options: Dispatcher.RequestOptions & { responseHeaders: "raw" } = {
    method: request.method as Dispatcher.HttpMethod,
    path: request.url ?? "/",
    headers: headersFor(request, proxies),
    body: boundedBody(request),
    signal: gone.signal,
    responseHeaders: "raw",
    // An upload or an action takes its time; an event stream may say nothing for as long as it likes.
    headersTimeout: 300_000,
    bodyTimeout: 0,
  };
  await pool.stream(options, ({ statusCode, headers }) => {
    const said = endToEnd(headers as unknown as string[]).filter(
      (_, at, all) => !FOR_PRESS.test(all[at - (at % 2)] ?? ""),
    );
    const id = requestId(request, proxies);
    response.writeHead(statusCode, [
      ...said,
      // The second is for the newsroom's own scripts, which cannot read the headers of a page.
      ...["server-timing", `press;desc=pass, request;desc="${id}"`],
      ...[REQUEST_ID, id],
    ]);
    return response;
  });
}

function headersFor(request: IncomingMessage, proxies: number): string[] {
  const { rawHeaders, headers, socket, url = "/" } = request;
  const navigates = isStaffAddress(url);
  const kept = endToEnd(rawHeaders).filter((_, at, all) => {
    const name = (all[at - (at % 2)] ?? "").toLowerCase();
    return !INTERNAL.test(name) && !OF_PROXIES.test(name) && (navigates || !OF_NAVIGATION.test(name));
  });
  const trusted = (name: string) => (proxies > 0 ? String(headers[name] ?? "") : "");
  const chain = [trusted("x-forwarded-for"), socket.remoteAddress].filter(Boolean).join(", ");
  return [
    ...kept,
    ...["x-forwarded-for", chain],
    ...["x-forwarded-host", trusted("x-forwarded-host") || (headers.host ?? "")],
    ...["x-forwarded-proto", trusted("x-forwarded-proto") || "http"],
    ...["x-masthead-client", clientAddress(request, proxies)],
    ...[REQUEST_ID, requestId(request, proxies)],
  ];
}

/** Names and values in turn, without those that concern this connection alone. */
function endToEnd(raw: readonly string[]): string[] {
  const named = new Set<string>();
  for (let at = 0; at < raw.length; at += 2) {
    if (raw[at]?.toLowerCase() !== "connection") continue;
    for (const name of raw[at + 1]?.split(",") ?? []) named.add(name.trim().toLowerCase());
  }
  return raw.filter((_, at) => {
    const name = (raw[at - (at % 2)] ?? "").toLowerCase();
    return !HOP_BY_HOP.test(name) && !named.has(name);
  });
}
