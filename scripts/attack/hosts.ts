import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { builtActions } from "./entries";
import { type Answer, askRaw } from "./raw";
import { shapes } from "./shapes";

/** What no answer may hold. */
const MARK = "evil-mark";
const EVIL = `${MARK}.example`;

/** Whether what a client says of hosts, of proxies and of what Next says to itself changes an answer, or what others get. */
export const hosts: Trial = {
  name: "hosts",
  run: async (run) => {
    const rows: Row[] = [];
    for (const proxies of run.isShort ? ["0"] : ["0", "1"]) {
      await withFolder(async (folder) => {
        const paper = await startPaper(folder, { SEED: "demo", TRUST_PROXY: proxies, WEB_WORKERS: "2" });
        try {
          rows.push(...(await mutated(run, paper, Number(proxies))));
          if (proxies === "0") rows.push(await asksElsewhere(run, paper), ...(await shapes(paper)));
        } finally {
          await paper.end();
        }
      });
    }
    return rows;
  },
};

/** Headers that a client makes up: each a change of the plain request. */
function mutations(): Record<string, string | string[]>[] {
  const named = (names: string[], values: string[]) =>
    names.flatMap((name) => values.map((value) => ({ [name]: value })));
  return [
    ...named(
      ["host"],
      [EVIL, `${EVIL}:80`, `localhost@${EVIL}`, `localhost.${EVIL}`, "", `${EVIL}/x`, "127.0.0.1", "[::1]"],
    ),
    ...named(
      ["x-forwarded-host", "x-host", "x-original-host", "x-http-host-override", "x-forwarded-server"],
      [EVIL, `${EVIL},localhost`],
    ),
    ...named(["forwarded"], [`host=${EVIL};proto=https`, `for=1.2.3.4;host="${EVIL}"`, `by=${MARK}`]),
    ...named(
      ["x-forwarded-proto", "x-forwarded-scheme", "x-url-scheme", "front-end-https"],
      ["https", MARK, "javascript"],
    ),
    ...named(["x-forwarded-port"], ["1", MARK]),
    ...named(
      ["x-forwarded-for", "x-real-ip", "client-ip", "true-client-ip", "cf-connecting-ip"],
      ["127.0.0.1", MARK, "::1, 10.0.0.1"],
    ),
    ...named(
      ["x-forwarded-prefix", "x-forwarded-path", "x-original-url", "x-rewrite-url", "x-original-uri"],
      ["/newsroom", `/${MARK}`],
    ),
    ...named(
      ["x-middleware-subrequest"],
      ["proxy", "proxy:proxy:proxy:proxy:proxy", "src/middleware:src/middleware:src/middleware"],
    ),
    ...named(
      [
        "x-middleware-rewrite",
        "x-middleware-next",
        "x-middleware-override-headers",
        "x-middleware-request-x-masthead-client",
        "x-middleware-set-cookie",
        "x-middleware-prefetch",
      ],
      ["/newsroom", `https://${EVIL}/`],
    ),
    ...named(
      [
        "x-nextjs-data",
        "x-nextjs-rewrite",
        "x-nextjs-matched-path",
        "x-nextjs-redirect",
        "x-nextjs-request-id",
        "x-nextjs-html-request-id",
      ],
      ["1", `/${MARK}`],
    ),
    ...named(
      [
        "x-matched-path",
        "x-invoke-path",
        "x-invoke-query",
        "x-invoke-output",
        "x-invoke-status",
        "x-invoke-error",
        "x-now-route-matches",
      ],
      ["/newsroom", "500"],
    ),
    ...named(
      [
        "x-prerender-revalidate",
        "x-prerender-bypass-mode",
        "x-next-revalidated-tags",
        "next-resume",
        "x-next-resume-state-length",
      ],
      [MARK, "1"],
    ),
    ...named(["x-masthead-client", "x-masthead-path", "x-masthead-event", "x-masthead-anything"], [MARK, "press"]),
    ...named(["x-action-forwarded", "x-action-redirect", "x-action-revalidated"], ["1", `https://${EVIL}`]),
    ...named(
      ["rsc", "next-router-prefetch", "next-router-segment-prefetch", "next-url", "next-hmr-refresh"],
      ["1", `/${MARK}`],
    ),
    { rsc: "1", "next-router-state-tree": "%5B%22%22%2C%7B%7D%5D" },
    { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
    ...named(["x-http-method-override", "x-http-method", "x-method-override"], ["DELETE", "POST"]),
    ...named(["accept", "accept-language", "accept-charset"], [MARK, "*/*;q=0", "application/json"]),
    ...named(
      ["cookie"],
      [`${MARK}=1`, `__prerender_bypass=${MARK}; __next_preview_data=${MARK}`, `masthead-session=${MARK}`],
    ),
    ...named(["authorization"], [`Basic ${MARK}`, `Bearer ${MARK}`]),
    ...named(["origin", "referer"], [`https://${EVIL}`, "null"]),
    ...named(["user-agent"], [`${MARK}`, "Googlebot/2.1"]),
    ...named(["surrogate-key", "surrogate-capability", "cdn-loop", "via", "x-purge-token", "x-purge"], [MARK]),
    ...named(["cache-control", "pragma"], ["no-cache", "only-if-cached"]),
    ...named(["connection"], ["x-masthead-client, cookie", "upgrade", `close, ${MARK}`]),
    ...named(["transfer-encoding"], ["identity"]).slice(0, 0),
    { "x-forwarded-host": [EVIL, "localhost"] },
    { "x-forwarded-for": ["1.1.1.1", MARK] },
    { host: EVIL, "x-forwarded-host": EVIL, "x-forwarded-proto": "https", origin: `https://${EVIL}` },
  ];
}

/** What a trusted proxy may say: there it is no forgery. */
const OF_PROXIES = /^x-forwarded-(?:host|proto|for)$/;

const STAFF = /^\/(?:newsroom|sign-in)$/;

async function routesOf(paper: Paper): Promise<string[]> {
  const front = await askRaw(paper.url, "/");
  const story = /href="(\/[a-z-]+\/[a-z0-9-]+)"/.exec(front.body)?.[1] ?? "/";
  const picture = /\/media\/[a-f0-9]{32}\.\w+/.exec(front.body)?.[0] ?? "/media/none.jpg";
  return [
    "/",
    story,
    story.replace(/\/[^/]+$/, ""),
    "/topics/none",
    "/archive",
    "/search?q=harbour",
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
    "/news-sitemap.xml",
    "/robots.txt",
    "/manifest.webmanifest",
    "/opensearch.xml",
    "/about",
    "/corrections",
    "/nothing-here",
    picture,
    "/sign-in",
    "/newsroom",
    "/api/health",
    "/.well-known/security.txt",
  ];
}

async function mutated({ isShort }: Run, paper: Paper, proxies: number): Promise<Row[]> {
  const all = mutations();
  const every = isShort ? 16 : 1;
  const chosen = all.filter((mutation, at) => {
    const isSaidByProxy = proxies > 0 && Object.keys(mutation).some((name) => OF_PROXIES.test(name));
    return at % every === 0 && !isSaidByProxy;
  });
  const routes = await routesOf(paper);
  const found = { changed: [] as string[], marked: [] as string[], poisoned: [] as string[], failed: [] as string[] };
  let refused = 0;
  for (const [which, route] of routes.entries()) {
    const plain = tellable(await askRaw(paper.url, route, USUAL));
    for (const [at, mutation] of chosen.entries()) {
      // By these staff's pages are had in another form, as Next's navigation asks for it.
      if (STAFF.test(route) && "rsc" in mutation) continue;
      const what = `${route} with ${JSON.stringify(mutation)}`;
      // Also of a page that nobody asked for yet: a made-up parameter that the search knows makes it another one.
      const isFresh = route.startsWith("/search");
      const asked = isFresh
        ? `${route}&from=2020-01-${String((at % 28) + 1).padStart(2, "0")}&page=${1 + which}`
        : route;
      const answer = await askRaw(paper.url, asked, { ...USUAL, ...mutation }).catch((error: Error) => {
        refused += Number(/parse|invalid|hang up|reset/i.test(error.message));
        return null;
      });
      if (!answer) continue;
      if (holdsMark(answer)) found.marked.push(what);
      if (answer.status >= 500) found.failed.push(`${what}: ${answer.status}`);
      if (answer.status === 400) refused++;
      else if (!isFresh && tellable(answer) !== plain) found.changed.push(`${what}: ${answer.status}`);
      if (isFresh && holdsMark(await askRaw(paper.url, asked, USUAL))) found.poisoned.push(what);
    }
    const after = await askRaw(paper.url, route, USUAL);
    if (tellable(after) !== plain || holdsMark(after)) found.poisoned.push(route);
  }
  for (const [kind, list] of Object.entries(found))
    for (const what of list.slice(0, 12)) console.error(`  ${kind}: ${what}`);
  const told = `${chosen.length} changes of the headers on ${routes.length} routes, TRUST_PROXY=${proxies}`;
  return [
    { what: told, figure: `${chosen.length * routes.length} requests, ${refused} refused as malformed` },
    none("Answers that are other than the plain one", found.changed.length),
    none("Answers that hold what was made up", found.marked.length),
    none("Failures", found.failed.length),
    none("Pages that others got otherwise afterwards", found.poisoned.length),
  ];
}

function holdsMark({ headers, body }: Answer): boolean {
  return body.includes(MARK) || JSON.stringify(headers).includes(MARK);
}

/** Without a name of the program Next writes a page of the staff a little otherwise; with one, always the same. */
const USUAL = { "user-agent": "Mozilla/5.0" };

/** What of an answer must be the same each time: not the moment, nor what is made anew for each. */
function tellable({ status, headers, body }: Answer): string {
  const { location = "", "content-type": type = "" } = headers;
  const same = body
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(/\\?"nonce\\?":\\?"[^"\\]*\\?"/g, "")
    .replaceAll(/\$ACTION_KEY" value="[^"]*"/g, "")
    .replaceAll(/"P":|_R_[^"\s]*|\\?"[bB]\\?":\\?"[^"]*"/g, "");
  return JSON.stringify([status, location, type, same.length > 0 ? same : ""]);
}

/** Whether the server calls the host that a client names, as it follows what an action answers. */
async function asksElsewhere({ isShort }: Run, paper: Paper): Promise<Row> {
  let called = 0;
  const elsewhere = createServer((_, response) => {
    called++;
    response.end();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const host = `localhost:${(elsewhere.address() as AddressInfo).port}`;
  let sent = 0;
  for (const { id, page } of builtActions().filter((_, at) => !isShort || at % 8 === 0)) {
    const headers = { host, origin: `http://${host}`, "next-action": id, "content-type": "text/plain;charset=UTF-8" };
    for (const at of [page, "/sign-in"]) {
      sent++;
      await askRaw(paper.url, at, headers, { method: "POST", body: '[{"done":false},{}]' }).catch(() => null);
    }
  }
  elsewhere.close();
  return none(`Calls to a host that ${sent} requests of actions named as ours`, called);
}
