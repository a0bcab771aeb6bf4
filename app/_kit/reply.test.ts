import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, beforeAll, expect, test } from "vitest";
import { answerHeaders, BARE_POLICY } from "@/lib/answer-headers";
import { getEnv } from "@/lib/env";
import { requestIdInHand } from "@/lib/log";
import { PLAIN_POLICY } from "@/lib/plain-page";
import { faultPage } from "./fault-page";
import { replyNotFound, watchReplies } from "./reply";

let server: Server | undefined;
beforeAll(watchReplies);
afterEach(() => server?.close());

const ID = "the-id-of-the-request";
const FAULT_PAGE = faultPage(ID);

async function ask(answer: RequestListener, path = "/harbour/story", init: RequestInit = {}) {
  const listening = createServer(answer);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept: "text/html", "x-request-id": ID }, ...init });
}

/** An empty document in pieces and compressed, as Next sends it. */
const fail: RequestListener = (_, response) => {
  response.statusCode = 500;
  response.setHeader("content-encoding", "gzip");
  response.setHeader("etag", '"x"');
  response.setHeader("x-kept", "yes");
  response.write(gzipSync('<html id="__next_error__">'));
  setTimeout(() => response.end(), 5);
};

test("a page that fails is a whole page, and keeps the headers that are not of its body", async () => {
  const answer = await ask(fail);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toBe(FAULT_PAGE);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.headers.get("etag")).toBeNull();
  expect(answer.headers.get("x-kept")).toBe("yes");
});

test("one that fails at once does so too, and a HEAD has its headers alone", async () => {
  const atOnce: RequestListener = (_, response) => response.writeHead(500, { "content-type": "text/plain" }).end("Oh");
  expect(await (await ask(atOnce)).text()).toBe(FAULT_PAGE);
  const head = await ask(fail, "/", { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([500, ""]);
});

test("what is logged meanwhile says whose request it was, and so does the page", async () => {
  let logged: string | undefined;
  const failLater: RequestListener = async (_, response) => {
    await new Promise(setImmediate);
    logged = requestIdInHand();
    response.writeHead(500).end();
  };
  expect(await (await ask(failLater)).text()).toContain(`Reference: ${ID}`);
  expect(logged).toBe(ID);
});

test("an address that cannot be read is answered with 400", async () => {
  const answer = await ask(fail, "/harbour/%E0%A4%A");
  expect([answer.status, await answer.text()]).toEqual([400, FAULT_PAGE]);
});

test.each([
  ["the newsroom", "/newsroom/articles", {}],
  ["a post", "/", { method: "POST" }],
  ["a feed's reader", "/rss.xml", { headers: { accept: "application/rss+xml" } }],
  ["the framework's own request", "/", { headers: { accept: "text/html", rsc: "1" } }],
])("%s gets what was sent", async (_, path, init) => {
  const plain: RequestListener = (_request, response) => response.writeHead(500).end("as sent");
  expect(await (await ask(plain, path, init)).text()).toBe("as sent");
});

test("a page sets the status of its own reply, however long it took and whoever else asks", async () => {
  const answer = await ask(async (request, response) => {
    await new Promise((resolve) => setTimeout(resolve, request.url === "/slow" ? 30 : 5));
    if (request.url === "/slow") replyNotFound();
    response.end("words");
  }, "/slow");
  expect([answer.status, await answer.text()]).toEqual([404, "words"]);
});

test("every answer says what all of them do, and what staff get is kept by nobody, unless it says otherwise itself", async () => {
  const plain: RequestListener = (_, response) => response.writeHead(404).end();
  for (const path of ["/harbour", "/newsroom/x", "/media/a.webp", "/_next/static/none.js"]) {
    const { headers } = await ask(plain, path);
    for (const [name, value] of answerHeaders(getEnv())) expect(headers.get(name), path).toBe(value);
    expect(headers.get("content-security-policy")).toBe(BARE_POLICY);
    expect(headers.get("cache-control")).toBe(path.startsWith("/newsroom") ? "private, no-store" : null);
  }
  // As Next does: it leaves out what an answer says already, so nothing may stand there before.
  const open: RequestListener = (_, response) => {
    if (!response.hasHeader("cross-origin-resource-policy")) {
      response.setHeader("cross-origin-resource-policy", "cross-origin");
    }
    response.writeHead(200, { "Content-Security-Policy": "sandbox" }).end();
  };
  const { headers } = await ask(open, "/newsroom/x");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("content-security-policy")).toBe("sandbox");
});

test("the page of a fault has a policy that lets it show itself", async () => {
  expect((await ask(fail)).headers.get("content-security-policy")).toBe(PLAIN_POLICY);
});
