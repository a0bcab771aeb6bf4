import { createHmac } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { events } from "@/db/schema";
import type { Verb } from "@/domain/events/event";
import { lastEventNumber } from "@/domain/events/read";
import { record } from "@/domain/events/record";
import type { Standing } from "@/domain/events/tags";
import { now } from "@/lib/clock";
import type { Edge } from "./edge";
import { keepEdgesFresh } from "./purging";

const TOKEN = "a-token-of-the-edge";
const named: { purge: string[]; webhook: string[] } = { purge: [], webhook: [] };

vi.mock("@/lib/env", async (original) => {
  const real = await original<typeof import("@/lib/env")>();
  const edges = () => ({ EDGE_PURGE: named.purge, EDGE_WEBHOOK: named.webhook, EDGE_TOKEN: TOKEN });
  return { ...real, getEnv: () => ({ ...real.getEnv(), ...edges() }) };
});

type Asked = { method?: string; url?: string; headers: IncomingHttpHeaders; body: string };

/** A cache in front that writes down what it is asked, and answers as the test says. */
async function startEdge(port = 0) {
  const asked: Asked[] = [];
  const edge = { asked, answers: (_: number): number | Promise<number> => 200 };
  const server: Server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", async () => {
      const { method, url, headers } = request;
      asked.push({ method, url, headers, body });
      response.writeHead(await edge.answers(asked.length)).end("as you wish");
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const at = (server.address() as AddressInfo).port;
  return Object.assign(edge, {
    port: at,
    address: `http://127.0.0.1:${at}/`,
    end: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

type Started = Awaited<ReturnType<typeof startEdge>>;

let edge: Started;
let folder: string;
let keepers: { stop: () => Promise<void> }[] = [];

beforeEach(async () => {
  edge = await startEdge();
  folder = mkdtempSync(path.join(tmpdir(), "masthead-edges-"));
  Object.assign(named, { purge: [edge.address], webhook: [] });
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "log").mockImplementation(() => {});
});
afterEach(async () => {
  await Promise.all(keepers.map(({ stop }) => stop()));
  keepers = [];
  await edge.end();
  rmSync(folder, { recursive: true });
});

function keep(build = "one", edges: Edge[] = [{ kind: "varnish", address: edge.address }]) {
  const keeper = keepEdgesFresh({ edges, folder, build, againAfter: 40 });
  keepers.push(keeper);
  return keeper;
}

/** An edge that has forgotten all and is told what happens from now on. */
async function settled(build?: string) {
  const keeper = keep(build);
  await vi.waitUntil(() => edge.asked.length === 2);
  edge.asked.length = 0;
  return keeper;
}

const standing: Standing = { sectionIds: ["s"], topicIds: [], bylineIds: [], seriesIds: [], originalIds: [] };
const happens = (verb: Verb, subjectId: string) => transact((tx) => record(tx, null, verb, subjectId, standing));
/** The tags that the edge was asked to forget, one request after the other, hard ones with an exclamation mark. */
const purged = (of = edge) =>
  of.asked.map(({ headers }) => (headers["xkey-purge"] ? `!${headers["xkey-purge"]}` : headers["xkey-soft"]));
const tags = (id: string) => `stories a:${id} s:s`;

describe("an edge", () => {
  test("that nothing is known of forgets everything, twice, and for good", async () => {
    await happens("article.published", "before");
    keep();
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual(["!*", "!*"]);
  });

  test("forgets what an event touched, at once, and once more for what was on its way", async () => {
    await settled();
    const { number } = await happens("article.updated", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual([tags("one"), tags("one")]);
    expect(edge.asked[0]).toMatchObject({
      method: "PURGE",
      url: "/",
      headers: { authorization: `Bearer ${TOKEN}`, "x-masthead-event": String(number) },
    });
  });

  test("forgets for good what was taken from readers", async () => {
    await settled();
    await happens("article.unpublished", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual([`!${tags("one")}`, `!${tags("one")}`]);
  });

  test("is not asked to forget what readers do not see", async () => {
    await settled();
    await happens("article.edited", "draft");
    await happens("staff.signed-in", "somebody");
    await happens("article.updated", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual([tags("one"), tags("one")]);
  });

  test("is told in the order in which it happened, however slow it is, and of a burst together", async () => {
    await settled();
    edge.answers = (at) => new Promise((resolve) => setTimeout(resolve, at === 1 ? 150 : 5, 200));
    await happens("article.published", "one");
    await vi.waitUntil(() => edge.asked.length === 1);
    await happens("article.published", "two");
    await happens("article.unpublished", "three");
    await vi.waitUntil(() => edge.asked.length >= 3);
    expect(purged().slice(0, 3)).toEqual([tags("one"), `!${tags("three")}`, "a:two"]);
  });

  test("is told again until it has heard, whatever it answers", async () => {
    await settled();
    edge.answers = (at) => [500, 403, 301, 200][at - 1] ?? 200;
    await happens("article.unpublished", "one");
    await vi.waitUntil(() => edge.asked.length === 5);
    expect(new Set(purged())).toEqual(new Set([`!${tags("one")}`]));
    // Once when it begins to fail, and once when it is over.
    expect(console.error).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("answered 500"));
    expect(console.log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("hears again"));
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain(TOKEN);
  });

  test("that was away is told what it missed, once it is back", async () => {
    await settled();
    await edge.end();
    await happens("article.published", "one");
    await happens("article.unpublished", "two");
    await vi.waitUntil(() => vi.mocked(console.error).mock.calls.length > 0);
    edge = await startEdge(edge.port);
    await vi.waitUntil(() => edge.asked.length >= 2);
    expect(purged().slice(0, 2)).toEqual([`!${tags("two")}`, "a:one"]);
  });

  test("that missed too much forgets everything", async () => {
    const keeper = await settled();
    await happens("article.published", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    await keeper.stop();
    edge.asked.length = 0;
    const row = { verb: "article.edited", actorId: null, subjectKind: "article", subjectId: "x", at: now(), data: {} };
    await transact(async (tx) => {
      for (let at = 0; at < 60; at++) await tx.insert(events).values(Array.from({ length: 100 }, () => row));
    });
    keep();
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual(["!*", "!*"]);
  });

  test("that does not hear does not keep another from hearing", async () => {
    const other = await startEdge();
    named.purge = [edge.address, other.address];
    edge.answers = () => 503;
    keep("one", [
      { kind: "varnish", address: edge.address },
      { kind: "varnish", address: other.address },
    ]);
    await vi.waitUntil(() => other.asked.length === 2);
    await happens("article.published", "one");
    await vi.waitUntil(() => other.asked.length === 4);
    expect(purged(other).slice(2)).toEqual([tags("one"), tags("one")]);
    await other.end();
  });

  test("that the operator has not named is not called", async () => {
    named.purge = [];
    keep();
    await vi.waitUntil(() => vi.mocked(console.error).mock.calls.length > 0);
    expect(edge.asked).toEqual([]);
  });
});

describe("after a start", () => {
  test("an edge is told what happened meanwhile, and nothing else", async () => {
    const keeper = await settled();
    await happens("article.published", "heard");
    await vi.waitUntil(() => edge.asked.length === 2);
    await keeper.stop();
    edge.asked.length = 0;
    await happens("article.published", "missed");
    keep();
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual([tags("missed"), tags("missed")]);
  });

  test("what happened just before the end is told before it", async () => {
    const keeper = await settled();
    await happens("article.unpublished", "last");
    await keeper.stop();
    expect(purged()[0]).toBe(`!${tags("last")}`);
  });

  test("what was told but once is told again", async () => {
    await settled();
    const writtenDown = path.join(folder, "edges.json");
    await vi.waitUntil(() => existsSync(writtenDown) && readFileSync(writtenDown, "utf8").includes(edge.address));
    // As after kill -9: what was written down is from before.
    const before = readFileSync(writtenDown, "utf8");
    await happens("article.published", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    await Promise.all(keepers.map(({ stop }) => stop()));
    writeFileSync(writtenDown, before);
    edge.asked.length = 0;
    keep();
    await vi.waitUntil(() => edge.asked.length >= 1);
    expect(purged()[0]).toBe(tags("one"));
  });

  test("of another build an edge asks anew for every page, and may show the older ones until it is answered", async () => {
    const keeper = await settled("one");
    await happens("article.unpublished", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    await keeper.stop();
    edge.asked.length = 0;
    await happens("article.unpublished", "missed");
    keep("two");
    await vi.waitUntil(() => edge.asked.length === 4);
    expect(purged()).toEqual(["*", "*", `!${tags("missed")}`, `!${tags("missed")}`]);
  });

  test.each([
    ["is of another database", (event: number) => JSON.stringify({ event, at: 12345, build: "one" })],
    ["is ahead of the database", (event: number) => JSON.stringify({ event: event + 9, at: 12345, build: "one" })],
    ["cannot be read", () => "{"],
  ])("an edge forgets everything if what was written down %s", async (_, written) => {
    const { number } = await happens("article.published", "one");
    writeFileSync(path.join(folder, "edges.json"), `{${JSON.stringify(edge.address)}:${written(number)}}`);
    keep();
    await vi.waitUntil(() => edge.asked.length === 2);
    expect(purged()).toEqual(["!*", "!*"]);
    expect(edge.asked[0]?.headers["x-masthead-event"]).toBe(String(await lastEventNumber()));
  });
});

describe("a webhook", () => {
  test("gets what to forget as JSON that is signed with the time", async () => {
    const hook = `${edge.address}purge?service=1`;
    Object.assign(named, { purge: [], webhook: [hook] });
    keep("one", [{ kind: "webhook", address: hook }]);
    await vi.waitUntil(() => edge.asked.length === 2);
    edge.asked.length = 0;
    const { number } = await happens("article.unpublished", "one");
    await vi.waitUntil(() => edge.asked.length === 2);
    const [{ method, url, headers, body }] = edge.asked as [Asked];
    expect([method, url]).toEqual(["POST", "/purge?service=1"]);
    const gone = ["stories", "a:one", "s:s"];
    expect(JSON.parse(body)).toEqual({ site: expect.any(String), event: number, tags: gone, withdrawn: gone });
    const timestamp = headers["x-masthead-timestamp"];
    expect(Math.abs(Number(timestamp) * 1000 - Date.now())).toBeLessThan(60_000);
    const signature = createHmac("sha256", TOKEN).update(`${timestamp}.${body}`).digest("hex");
    expect(headers["x-masthead-signature"]).toBe(`sha256=${signature}`);
    expect(JSON.stringify(headers)).not.toContain(TOKEN);
  });
});
