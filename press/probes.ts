import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { sayAlways } from "./refusing";

type Options = {
  /** What must be so for requests to be sent here, each by a name; what throws is not so. */
  checks: Readonly<Record<string, () => boolean | Promise<boolean>>>;
  /** What is measured, as Prometheus reads it. */
  metrics: () => Promise<string>;
  /** What every answer says to browsers besides itself. */
  headers: readonly (readonly [string, string])[];
  /** Who may ask for that (METRICS_TOKEN); nobody without one. */
  token: string | undefined;
};

/** For how long what was found is said again, in milliseconds: whoever asks often must not cost much. */
const HOLDS = 1000;

/** How long one check may take, in milliseconds. */
const PATIENCE = 2000;

/**
 * What orchestrators and monitoring ask. It is answered here, where it can be while no worker is up.
 * @returns answers a request that is one of theirs, and says whether it was.
 */
export function createProbes({ checks, metrics, headers, token }: Options) {
  let found: { at: number; failed: Promise<string[]> } | undefined;

  function failedChecks(): Promise<string[]> {
    if (!found || performance.now() - found.at > HOLDS) found = { at: performance.now(), failed: tryAll(checks) };
    return found.failed;
  }

  async function ready(): Promise<[number, unknown]> {
    const failed = await failedChecks();
    return failed.length === 0 ? [200, { status: "ready" }] : [503, { status: "not ready", failed }];
  }

  return {
    handle(request: IncomingMessage, response: ServerResponse): boolean {
      if (!request.url?.startsWith("/api/") || (request.method !== "GET" && request.method !== "HEAD")) return false;
      const [path] = request.url.split("?");
      const say = (status: number, body: string, type: string) => {
        const head = { "content-type": type, "content-length": Buffer.byteLength(body), "cache-control": "no-store" };
        sayAlways(response, headers);
        response.writeHead(status, head);
        response.end(request.method === "HEAD" ? undefined : body);
      };
      const json = (status: number, body: unknown) => say(status, JSON.stringify(body), "application/json");
      const fail = () => json(500, { status: "failed" });
      if (path === "/api/health") json(200, { status: "ok" });
      else if (path === "/api/ready") ready().then((said) => json(...said), fail);
      else if (path === "/api/metrics") {
        if (!token || !isToken(request.headers.authorization, token)) say(404, "Not found\n", "text/plain");
        else metrics().then((text) => say(200, text, "text/plain; version=0.0.4; charset=utf-8"), fail);
      } else return false;
      return true;
    },
    /** Has the next question answered anew. */
    forget(): void {
      found = undefined;
    },
  };
}

async function tryAll(checks: Options["checks"]): Promise<string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(resolve, PATIENCE, false);
      });
      const holds = await Promise.race([Promise.resolve().then(check), late]).catch(() => false);
      clearTimeout(timer);
      return holds ? [] : [name];
    }),
  );
  return results.flat();
}

function isToken(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${token}`));
}
