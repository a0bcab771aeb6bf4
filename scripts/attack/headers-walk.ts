import { connect } from "node:net";
import { answerHeaders } from "@/lib/answer-headers";
import { isStaffAddress } from "@/lib/staff-address";
import type { Paper } from "@/scripts/trials/paper";
import { processesOf } from "@/scripts/trials/tree";
import type { Visitor } from "@/scripts/trials/visitor";
import type { Filled } from "./filled";

export const SITE = "https://paper.example";

const EVERY = answerHeaders({ SITE_URL: SITE, HSTS: "subdomains" });

/** Looks at answers, and remembers what they lacked. */
export class Walk {
  readonly faults = new Set<string>();
  readonly cookies = new Set<string>();
  /** The statuses of what the press answered without Next. */
  readonly own = new Set<string>();
  readonly #statuses = new Map<number, number>();
  answers = 0;

  /** @param at where the paper listens */
  constructor(readonly at: string) {}

  byStatus(): string {
    const sorted = [...this.#statuses].sort(([a], [b]) => a - b);
    return sorted.map(([status, many]) => `${status} ${many}×`).join(", ");
  }

  async ask(who: Visitor, address: string, init: RequestInit = {}): Promise<Response> {
    const response = await who.fetch(this.at + address, init);
    await response.arrayBuffer();
    this.look(address, init.method ?? "GET", response);
    return response;
  }

  /** Asks once more for what one has: 304. */
  async askAgain(who: Visitor, address: string): Promise<void> {
    const etag = (await who.fetch(address)).headers.get("etag") ?? "";
    const { status } = await this.ask(who, address, { headers: { "if-none-match": etag } });
    if (status !== 304) this.faults.add(`${address}: ${status} and not 304`);
  }

  look(address: string, method: string, response: Response): void {
    this.answers++;
    this.#statuses.set(response.status, (this.#statuses.get(response.status) ?? 0) + 1);
    for (const fault of faultsOf(address, method, response))
      this.faults.add(`${method} ${address} ${response.status}: ${fault}`);
    for (const cookie of response.headers.getSetCookie()) {
      this.cookies.add(cookie.split("=")[0] ?? "");
      if (!isClosed(cookie)) this.faults.add(`${method} ${address} sets ${cookie.replace(/=[^;]*/, "=…")}`);
      if (!isStaffAddress(address)) this.faults.add(`${method} ${address} sets a cookie`);
    }
  }

  /** Says something to the port that need not be a request. */
  async say(port: number, text: string): Promise<void> {
    const head = (await exchange(port, text)).split("\r\n\r\n")[0]?.toLowerCase() ?? "";
    const [, status = ""] = head.split(" ");
    this.own.add(status);
    this.answers++;
    const lacks = EVERY.filter(([name, value]) => !head.includes(`${name}: ${value.toLowerCase()}`));
    const told = [...lacks.map(([name]) => name), ...(head.includes("content-security-policy:") ? [] : ["no policy"])];
    for (const fault of told) this.faults.add(`${JSON.stringify(text.slice(0, 30))} ${status}: ${fault}`);
  }

  /** Asks for a page that is not held while the one worker is being started anew. */
  async whileNobodyAnswers({ child }: Paper, who: Visitor): Promise<void> {
    const kill = () => {
      // The one that takes its place is not to answer either.
      for (const { pid, part } of processesOf(child.pid ?? 0)) {
        if (part !== "worker") continue;
        try {
          process.kill(pid, "SIGKILL");
        } catch {} // It has gone meanwhile.
      }
    };
    kill();
    const killing = setInterval(kill, 100);
    for (const address of ["/?page=7", "/newsroom", "/api/health"]) {
      this.own.add(String((await this.ask(who, address)).status));
    }
    clearInterval(killing);
  }
}

function* faultsOf(address: string, method: string, { status, headers }: Response): Generator<string> {
  const isOpen = /^public/.test(headers.get("cache-control") ?? "") || /^\/share\//.test(address);
  for (const [name, value] of EVERY) {
    const said = headers.get(name);
    if (said === value) continue;
    if (name === "cross-origin-resource-policy" && said === "cross-origin" && isOpen) continue;
    if (name === "referrer-policy" && said === "no-referrer" && /^\/preview\//.test(address)) continue;
    yield `${name}: ${said ?? "nothing"}`;
  }
  // Readers' pictures may be shown by other sites; a preview's address is told to nobody.
  const isPicture = /^\/media\//.test(address) && status === 200 && /^public/.test(headers.get("cache-control") ?? "");
  if (isPicture && headers.get("cross-origin-resource-policy") !== "cross-origin") yield "a picture of readers is shut";
  const isPreview = /^\/preview\/\w/.test(address) && status < 400;
  if (isPreview && headers.get("referrer-policy") !== "no-referrer") yield "tells a preview's address";
  const isFile = /^\/media\/|\/original$/.test(address) && status === 200;
  if (isFile && !/sandbox/.test(headers.get("content-security-policy") ?? "")) yield "a file without a sandbox";
  for (const name of ["x-powered-by", "server"]) if (headers.has(name)) yield `tells ${name}`;
  yield* faultsOfPolicy(address, status, headers);
  const caching = headers.get("cache-control") ?? "";
  if (isStaffAddress(address) && !/no-store/.test(caching)) yield `cache-control: ${caching || "nothing"}`;
  // Nobody is to be able to make a fault by asking. Next has a page of its own for faults, which anybody may open, and
  // takes a form that is cut off for one.
  const isNexts = address === "/_global-error" || (address === "/sign-in" && method === "POST");
  if (status >= 500 && status !== 503 && !isNexts) yield "a fault";
  if (status >= 500 && !/no-store/.test(caching)) yield `a fault that may be kept: ${caching || "nothing"}`;
}

function* faultsOfPolicy(address: string, status: number, headers: Headers): Generator<string> {
  const policy = headers.get("content-security-policy");
  // Nothing that is built is a document; policies are of documents.
  if (!policy && status < 400 && /immutable/.test(headers.get("cache-control") ?? "") && !/^\/media/.test(address))
    return;
  if (!policy) {
    yield "no content security policy";
    return;
  }
  const [, scripts = ""] = /script-src ([^;]*)/.exec(policy) ?? [];
  if (/unsafe-inline|unsafe-eval|\*|https:/.test(scripts)) yield `script-src ${scripts}`;
  if (!/default-src '(?:none|self)'/.test(policy)) yield "no default-src";
  if (!/sandbox|frame-ancestors 'none'/.test(policy)) yield "no frame-ancestors";
  const isPage = /^text\/html/.test(headers.get("content-type") ?? "") && status < 500;
  if (!isPage) return;
  for (const rule of [/(?:object|default)-src 'none'/, /base-uri 'none'/, /form-action '(?:self|none)'/]) {
    if (!rule.test(policy)) yield `lacks ${rule}`;
  }
  if (isStaffAddress(address) && !/'nonce-[\w+/=]{20,}' 'strict-dynamic'/.test(scripts)) yield `script-src ${scripts}`;
  if (isStaffAddress(address) ? !/style-src 'self' 'nonce-/.test(policy) : /unsafe-inline/.test(policy)) {
    // A page that did not come through the press has Next's own policy.
    if (isStaffAddress(address) || /hit|miss/.test(headers.get("server-timing") ?? "")) yield `styles: ${policy}`;
  }
}

function isClosed(cookie: string): boolean {
  const needs = [/^__Host-/, /;\s*secure/i, /;\s*httponly/i, /;\s*samesite=(?:lax|strict)/i, /;\s*path=\/(?:;|$)/i];
  return needs.every((need) => need.test(cookie)) && !/;\s*domain=/i.test(cookie);
}

/** How files are asked for besides whole: known, in parts, in parts that there are not, only if they are others. */
export const PARTLY: readonly RequestInit[] = [
  {},
  { method: "HEAD" },
  { headers: { "if-none-match": "*" } },
  { headers: { range: "bytes=0-9" } },
  { headers: { range: "bytes=99999999-" } },
  { headers: { "if-match": '"another"' } },
  { method: "POST" },
];

/** What no page links to. */
export function unusual({ stories }: Filled): [string, RequestInit][] {
  const path = stories[0]?.path ?? "/";
  const rsc = { headers: { rsc: "1", "next-router-prefetch": "1" } };
  const action = (headers: Record<string, string>, body = "") => ({ method: "POST", headers, body });
  const tus = { "tus-resumable": "1.0.0" };
  return [
    ...[
      `${path}/`,
      `/${path}`,
      "//elsewhere.example",
      "/%E0%A4%A",
      "/%2e%2e/etc",
      "/a%00b",
      "/.env",
      `${path}.html`,
    ].map((address): [string, RequestInit] => [address, {}]),
    ...["/_next/static/none.js", "/_next/image?url=%2Fx&w=64&q=1", "/_next/data/x/y.json", "/_next", "/sw.js"].map(
      (address): [string, RequestInit] => [address, {}],
    ),
    [path, rsc],
    ["/newsroom", rsc],
    ["/newsroom/nothing", {}],
    ["/newsroom/articles/nothing", {}],
    ["/media/nothing.webp", {}],
    ["/preview/nothing", {}],
    ["/newsroom", action({ "next-action": "0".repeat(42) })],
    ["/", action({ "next-action": "0".repeat(42) })],
    ["/newsroom", action({ "content-type": "application/x-www-form-urlencoded" }, "a=b")],
    ["/sign-in", action({ "content-type": "multipart/form-data; boundary=x" }, "--x\r\n\r\n")],
    ["/newsroom/articles/x/draft", { method: "PUT", body: "x".repeat(5_000_000) }],
    ["/newsroom", action({ "next-action": "0".repeat(42), "content-type": "text/plain" }, "x".repeat(3_000_000))],
    ["/api/readings", action({}, "x".repeat(10_000))],
    ["/api/readings", action({ origin: "https://elsewhere.example" }, "x")],
    ["/newsroom/media/upload", { method: "POST", headers: { ...tus, "upload-length": "9" } }],
    ["/newsroom/media/upload", { method: "POST", headers: { ...tus, "upload-length": "99999999999999" } }],
    ["/newsroom/media/upload", { method: "OPTIONS", headers: tus }],
    ["/newsroom/media/upload/nothing", { method: "HEAD", headers: tus }],
    ["/newsroom/media/upload/nothing", { method: "PATCH", headers: { ...tus, "upload-offset": "0" }, body: "x" }],
  ];
}

/** The files of ours that pages name. */
export function filesIn(pages: string): string[] {
  const named = [...pages.matchAll(/["' ,](\/(?:_next\/static|media|reader|fonts|icons|share)\/[^"' ,\\)<>?]+)/g)];
  return [...new Set(named.map(([, address = ""]) => address))];
}

/** What is no request, or one that nobody may send. */
export const UNREADABLE: readonly string[] = [
  "HELLO\r\n\r\n",
  "GET / HTTP/1.1\r\nno colon\r\n\r\n",
  "GET / HTTP/1.1\r\n\r\n",
  "GET / HTTP/9.9\r\nhost: a\r\n\r\n",
  "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n",
  `GET / HTTP/1.1\r\nhost: a\r\nx: ${"x".repeat(40_000)}\r\n\r\n`,
  "GET / HTTP/1.1\r\nhost: a\r\nexpect: a-miracle\r\n\r\n",
];

function exchange(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    const done = () => {
      socket.destroy();
      resolve(heard);
    };
    socket.on("data", (chunk) => {
      heard += chunk;
      if (heard.includes("\r\n\r\n")) done();
    });
    socket.on("error", done).on("close", done).setTimeout(5000, done);
  });
}
