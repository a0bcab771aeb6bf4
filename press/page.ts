import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { ANSWER_HEADERS } from "@/lib/answer-headers";
import { contentPolicy } from "@/lib/content-policy";
import { isBuilt } from "@/lib/reader-address";
import { BROTLI, brotli, chooseEncoding, type Encoding, gzipped, isCompressible, unbrotli } from "./encoding";
import { isOfScripts, type SetPage, setPage } from "./setting";

/** How the press came by an answer: from memory, by a render, from memory because no worker answers, or past it. */
export type Outcome = "hit" | "miss" | "stale" | "pass";

/** A page in one encoding, with the headers as they go out, names and values in turn; the last says the outcome. */
type Form = { body: Buffer; head: string[]; unchanged: string[] };

/** A finished page. */
export type Page = {
  status: number;
  /** What it depends on. */
  tags: readonly string[];
  /** Whether it may be kept. */
  isKept: boolean;
  /** The number of the last event before its render began. */
  began: number;
  /** The number of the last event of which it is known that it left the page as it is. */
  checked: number;
  /** When what it says ends because of the clock, in milliseconds since the epoch. */
  until: number;
  /** How often it was asked for since. */
  hits: number;
  /** Whether caches in front are told how long they may keep it. */
  isForEdges: boolean;
  /** Names its content: a part of the ETag of each form. */
  hash: string;
  /** What every form of it says. */
  common: readonly string[];
  /** How long it is in no encoding, in bytes. */
  length: number;
  /** It is kept in brotli alone, a quarter of it, until somebody asks for gzip; what becomes no smaller, as it is. */
  forms: Partial<Record<Encoding, Form>>;
  making: Partial<Record<Encoding, Promise<Form>>>;
};

/** What Next answered, whole. Names of headers are in lower case. */
export type Rendered = {
  /** As lib/reader-address.ts writes it. */
  address: string;
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  /** The number of the last event before it was asked. */
  began: number;
};

type Answered = Pick<Rendered, "address" | "status" | "headers">;

const KEPT_STATUS: ReadonlySet<number> = new Set([200, 301, 308, 404, 410]);

/** Whether an answer of which the head has come may be kept, or at least set. */
export function isForPress(answered: Answered): boolean {
  if (answered.headers["set-cookie"] !== undefined) return false;
  // A feed that fails once is a feed all the same.
  return isKeepable(answered) || isHtml(answered.headers) || answered.status >= 500;
}

function isKeepable({ address, status, headers }: Answered): boolean {
  if (headers["surrogate-key"] !== undefined) return KEPT_STATUS.has(status);
  return status === 200 && isBuilt(address) && isImmutable(headers);
}

function isHtml(headers: Rendered["headers"]): boolean {
  return String(headers["content-type"] ?? "").startsWith("text/html");
}

function isImmutable(headers: Rendered["headers"]): boolean {
  return String(headers["cache-control"] ?? "").includes("immutable");
}

/** A shorter body is not worth compressing, in bytes. */
const SHORT = 500;

/**
 * Sets a page: see setting.ts; then makes its policy and its first form.
 * @param tagged whether its tags go out with it, for caches in front.
 */
export async function makePage(rendered: Rendered, tagged: boolean): Promise<Page> {
  const { address, status, headers, began } = rendered;
  const type = String(headers["content-type"] ?? "");
  const set = isHtml(headers) ? setPage(rendered.body.toString()) : { html: null, scripts: [], styles: [], frames: [] };
  const body = set.html === null ? rendered.body : Buffer.from(set.html);
  const tags = String(headers["surrogate-key"] ?? "")
    .split(" ")
    .filter(Boolean);

  const isFile = isBuilt(address) && isImmutable(headers);
  const common = isFile ? fileHeaders(headers) : keptHeaders(headers);
  common.push("cache-control", isFile ? String(headers["cache-control"]) : status < 500 ? "no-cache" : "no-store");
  if (!isFile) common.push("content-security-policy", policyOf(set));
  if (tagged && tags.length > 0) common.push("surrogate-key", tags.join(" "));
  if (isCompressible(type)) common.push("vary", "accept-encoding");

  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const page: Page = {
    status,
    tags,
    isKept: isKeepable(rendered),
    began,
    checked: began,
    until: Number(headers["x-masthead-until"] ?? Number.POSITIVE_INFINITY) || Number.POSITIVE_INFINITY,
    hits: 0,
    isForEdges: tagged && tags.length > 0 && isKeepable(rendered),
    hash,
    common,
    length: body.length,
    forms: {},
    making: {},
  };
  if (isCompressible(type) && body.length > SHORT) {
    // A file is made once and sent to every reader; a page may be made anew at any moment.
    const quality = isFile ? BROTLI.best : BROTLI.first;
    const br = await brotli(body, quality);
    if (br.length < body.length) page.forms.br = formIn("br", br, page, quality);
  }
  if (!page.forms.br) page.forms.identity = formIn("identity", body, page);
  return page;
}

function formIn(encoding: Encoding, body: Buffer, { hash, common }: Page, quality?: number): Form {
  const suffix = encoding === "identity" ? "" : `-${encoding}${quality ?? ""}`;
  return makeForm(body, [...common, "etag", `"${hash}${suffix}"`], encoding);
}

/** A page in an encoding, made of what is kept of it where it is not. */
function formOf(page: Page, encoding: Encoding): Form | Promise<Form> {
  const { forms, making } = page;
  const made = forms[encoding] ?? (forms.br ? undefined : forms.identity);
  if (made) return made;
  making[encoding] ??= remade(page, encoding).finally(() => delete making[encoding]);
  return making[encoding];
}

async function remade(page: Page, encoding: Encoding): Promise<Form> {
  const body = await unbrotli((page.forms.br as Form).body);
  if (encoding === "identity") return formIn(encoding, body, page);
  const form = formIn(encoding, await gzipped(body), page);
  page.forms[encoding] = form;
  return form;
}

/** The policy of a page: its own scripts and styles by their hashes, and the frames that it may show. */
function policyOf({ scripts, styles, frames }: Pick<SetPage, "scripts" | "styles" | "frames">): string {
  return contentPolicy({
    scripts: scripts.join(" "),
    styles: styles.join(" "),
    frames: frames.join(" "),
  });
}

/** Of Next's headers, what the page's own take the place of or what concerns one connection. */
const LEFT =
  /^(?:cache-control|connection|content-encoding|content-length|content-security-policy|date|etag|keep-alive|last-modified|link|set-cookie|surrogate-key|transfer-encoding|vary|x-masthead-.*|x-nextjs-.*|x-powered-by)$/;

/** Of Next's headers, what says something of a file. */
const OF_FILES: ReadonlySet<string> = new Set(["content-type", ...ANSWER_HEADERS]);

function fileHeaders(headers: Rendered["headers"]): string[] {
  return Object.entries(headers).flatMap(([name, value]) => (OF_FILES.has(name) && value ? [name, String(value)] : []));
}

function keptHeaders(headers: Rendered["headers"]): string[] {
  const kept: string[] = [];
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || LEFT.test(name)) continue;
    for (const one of [value].flat()) kept.push(name, one);
  }
  const links = [headers.link ?? []].flat().flatMap((line) => line.split(/,\s*(?=<)/));
  const preloads = links.filter((link) => !isOfScripts(linkAttributes(link)));
  if (preloads.length > 0) kept.push("link", preloads.join(", "));
  return kept;
}

function linkAttributes(link: string): { href?: string; rel?: string; as?: string } {
  const parameter = (name: string) => link.match(new RegExp(`;\\s*${name}="?([^";]*)`, "i"))?.[1];
  return { href: link.match(/^\s*<([^>]*)>/)?.[1], rel: parameter("rel"), as: parameter("as") };
}

/** Of a form's headers, what an answer says that the asker has it already. */
const UNCHANGED: ReadonlySet<string> = new Set([
  ...["cache-control", "content-security-policy", "etag", "surrogate-key", "vary"],
  ...ANSWER_HEADERS,
]);

function makeForm(body: Buffer, common: string[], encoding: Encoding): Form {
  const unchanged = common.filter((_, at) => UNCHANGED.has(common[at - (at % 2)] ?? ""));
  const head = [...common, "content-length", String(body.length)];
  if (encoding !== "identity") head.push("content-encoding", encoding);
  return { body, head: [...head, ...said("hit")], unchanged: [...unchanged, ...said("hit")] };
}

function said(outcome: Outcome): [string, string] {
  return ["server-timing", `press;desc=${outcome}`];
}

/** Answers a GET or HEAD with a page. */
export function answer(page: Page, request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  const form = formOf(page, chooseEncoding(request.headers["accept-encoding"]));
  if (form instanceof Promise)
    void form.then(
      (made) => send(page, made, request, response, outcome),
      () => response.destroy(),
    );
  else send(page, form, request, response, outcome);
}

function send(page: Page, form: Form, request: IncomingMessage, response: ServerResponse, outcome: Outcome): void {
  const held = request.headers["if-none-match"];
  const isHeld = held !== undefined && page.status === 200 && (held.includes(page.hash) || held.trim() === "*");
  let head = isHeld ? form.unchanged : form.head;
  if (outcome !== "hit") head = [...head.slice(0, -2), ...said(outcome)];
  if (page.isForEdges) head = [...forEdges(page, outcome), ...head];
  response.writeHead(isHeld ? 304 : page.status, head);
  response.end(isHeld || request.method === "HEAD" ? undefined : form.body);
}

/** How long a cache in front may keep an answer without asking again, in seconds; what is not there, shorter. */
const EDGE_KEEPS = { page: 600, absence: 60 } as const;

/**
 * What caches in front are told besides the tags: for how long the page is right, unless it is purged, and of which events
 * it is known that it is. One that was purged by a later event must not keep it: it was under way meanwhile.
 */
function forEdges({ status, until, checked }: Page, outcome: Outcome): string[] {
  const most = status < 400 ? EDGE_KEEPS.page : EDGE_KEEPS.absence;
  const seconds = Math.max(0, Math.min(most, Math.floor((until - Date.now()) / 1000)));
  const control = outcome === "stale" ? "no-store" : `max-age=${seconds}`;
  return ["surrogate-control", control, "x-masthead-event", String(checked)];
}

/** Longer bodies would keep a core busy for seconds, in bytes. */
const LONGEST_TO_IMPROVE = 512 * 1024;

/** Gives a page that is asked for often its smallest form, off the event loop. */
export async function improve(page: Page): Promise<void> {
  const { br } = page.forms;
  if (!br || page.length > LONGEST_TO_IMPROVE) return;
  const body = await brotli(await unbrotli(br.body), BROTLI.best);
  if (body.length >= br.body.length) return;
  page.forms.br = formIn("br", body, page, BROTLI.best);
}
