import { request as httpRequest, type IncomingMessage, type RequestListener } from "node:http";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Stage, stage } from "./testing/stage";

let staged: Stage | undefined;
afterEach(() => staged?.end());

// Much is sent, while other tests run beside.
vi.setConfig({ testTimeout: 20_000 });

const MEGABYTE = 1024 * 1024;

async function consumed(request: IncomingMessage): Promise<number> {
  let length = 0;
  for await (const chunk of request) length += chunk.length;
  return length;
}

async function* megabytes(count: number, onEach: (sent: number) => void = () => {}) {
  for (let sent = 1; sent <= count; sent++) {
    onEach(sent);
    yield Buffer.alloc(MEGABYTE);
    await pause(0);
  }
}

const upload = (url: string, count: number, onEach?: (sent: number) => void) =>
  fetch(`${url}/newsroom/media/upload`, {
    method: "POST",
    body: Readable.toWeb(Readable.from(megabytes(count, onEach))) as ReadableStream,
    duplex: "half",
  } as RequestInit);

describe("an upload", () => {
  test("arrives whole", async () => {
    staged = await stage(async (request, response) => void response.end(String(await consumed(request))));
    expect(await (await upload(staged.url, 20)).text()).toBe(String(20 * MEGABYTE));
  });

  test("is read no faster than Next reads it", async () => {
    let goOn = () => {};
    const asked = new Promise<void>((resolve) => (goOn = resolve));
    staged = await stage(async (request, response) => {
      await asked;
      response.end(String(await consumed(request)));
    });
    let sent = 0;
    const uploading = upload(staged.url, 30, (now) => (sent = now));
    await vi.waitUntil(() => sent > 0);
    // Until nothing moves any more: the buffers of three sockets are full.
    for (let before = 0; before !== sent; await pause(200)) before = sent;
    expect(sent).toBeLessThan(25);
    goOn();
    expect(await (await uploading).text()).toBe(String(30 * MEGABYTE));
  });

  test("that Next refuses before it has come whole is answered", async () => {
    staged = await stage((_, response) => void response.writeHead(413, { connection: "close" }).end("too long"));
    const status = await new Promise((resolve, reject) => {
      const asking = httpRequest(`${staged?.url}/newsroom/x`, {
        method: "POST",
        headers: { "content-length": 50 * MEGABYTE },
      });
      asking.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject);
      asking.write(Buffer.alloc(1000));
    });
    expect(status).toBe(413);
  });

  test("that is broken off is broken off for Next too", async () => {
    const broken = vi.fn();
    staged = await stage((request) => void request.on("error", broken).resume());
    const asking = httpRequest(`${staged.url}/newsroom/x`, { method: "POST" });
    asking.on("error", () => {}).write("half");
    await vi.waitUntil(() => staged?.press.report().passed === 1);
    await pause(50);
    asking.destroy();
    await vi.waitUntil(() => broken.mock.calls.length > 0);
  });
});

describe("an answer", () => {
  test("streams as it comes, and its end is told to Next when the asker goes", async () => {
    const closed = vi.fn();
    let say = (_: string) => {};
    staged = await stage((_, response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.on("close", closed);
      say = (text) => void response.write(`data: ${text}\n\n`);
      say("one");
    });
    const gone = new AbortController();
    const response = await fetch(`${staged.url}/api/stream`, { signal: gone.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe("data: one\n\n");
    say("two");
    expect((await reader?.read())?.value).toBe("data: two\n\n");
    gone.abort();
    await vi.waitUntil(() => closed.mock.calls.length > 0);
  });

  test("is asked of Next no faster than the asker takes it", async () => {
    let written = 0;
    staged = await stage(async (_, response) => {
      response.writeHead(200);
      for (let sent = 0; sent < 30; sent++) {
        const goesOn = response.write(Buffer.alloc(MEGABYTE));
        written++;
        if (!goesOn) await new Promise((resolve) => response.once("drain", resolve));
      }
      response.end();
    });
    const response = await fetch(`${staged.url}/media/film`);
    for (let before = -1; before !== written; await pause(200)) before = written;
    expect(written).toBeLessThan(25);
    expect((await response.arrayBuffer()).byteLength).toBe(30 * MEGABYTE);
  });

  test("that breaks off in the middle does so for the asker", async () => {
    staged = await stage((_, response) => {
      response.writeHead(200, { "content-length": 100 }).write("half");
      setTimeout(() => response.destroy(), 20);
    });
    await expect(fetch(`${staged.url}/media/x`).then((response) => response.text())).rejects.toThrow();
  });

  test("that nobody waits for any more is not waited for", async () => {
    const closed = vi.fn();
    staged = await stage((_, response) => void response.on("close", closed));
    const gone = new AbortController();
    const asking = fetch(`${staged.url}/newsroom/slow`, { signal: gone.signal }).catch(() => {});
    await vi.waitUntil(() => staged?.press.report().passed === 1);
    await pause(50);
    gone.abort();
    await asking;
    await vi.waitUntil(() => closed.mock.calls.length > 0);
  });
});

describe("headers", () => {
  /** What Next got of a request's headers, and the asker of an answer's. */
  async function through(sent: string[], answered: string[] = [], proxies = 0) {
    let got: IncomingMessage | undefined;
    const next: RequestListener = (request, response) => {
      got = request;
      response.writeHead(200, answered).end();
    };
    staged = await stage(next, { proxies });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpRequest(`${staged?.url}/newsroom`, { headers: sent }, (answer) => resolve(answer.resume()))
        .on("error", reject)
        .end();
    });
    return { got: got?.headers ?? {}, answer: response };
  }

  test("of one connection stay there; all others pass, as often as they were sent", async () => {
    const { got, answer } = await through(
      ["host", "paper.example", "connection", "x-hop", "x-hop", "1", "te", "trailers", "accept", "a", "cookie", "a=b"],
      [
        "set-cookie",
        "a=1",
        "set-cookie",
        "b=2",
        "connection",
        "x-drop",
        "x-drop",
        "1",
        "keep-alive",
        "timeout=99",
        "x-y",
        "z",
      ],
    );
    expect(got).toMatchObject({ host: "paper.example", accept: "a", cookie: "a=b" });
    for (const name of ["x-hop", "te"]) expect(got).not.toHaveProperty(name);
    expect(answer.headers["set-cookie"]).toEqual(["a=1", "b=2"]);
    expect(answer.headers["x-y"]).toBe("z");
    expect(answer.headers).not.toHaveProperty("x-drop");
    expect(answer.headers["keep-alive"]).not.toContain("99");
  });

  const claims = ["host", "a.example", "x-forwarded-for", "6.6.6.6, 7.7.7.7", "x-forwarded-host", "b.example"];
  const more = [
    "x-forwarded-proto",
    "https",
    "x-masthead-client",
    "8.8.8.8",
    "x-masthead-path",
    "/x",
    "forwarded",
    "for=9.9.9.9",
  ];

  test("by which a client claims to be another are dropped", async () => {
    const { got } = await through([...claims, ...more]);
    expect(got).toMatchObject({
      "x-masthead-client": "127.0.0.1",
      "x-forwarded-for": "127.0.0.1",
      "x-forwarded-host": "a.example",
      "x-forwarded-proto": "http",
    });
    for (const name of ["x-masthead-path", "forwarded"]) expect(got).not.toHaveProperty(name);
  });

  test("of a proxy that we trust are believed, and no further than it saw", async () => {
    const { got } = await through([...claims, ...more], [], 1);
    expect(got).toMatchObject({
      "x-masthead-client": "7.7.7.7",
      "x-forwarded-for": "6.6.6.6, 7.7.7.7, 127.0.0.1",
      "x-forwarded-host": "b.example",
      "x-forwarded-proto": "https",
    });
  });
});

test("an upgrade to another protocol is not taken up: the request is answered as it stands", async () => {
  staged = await stage((request, response) => void response.end(request.headers.upgrade ?? "no upgrade"));
  const { port, hostname } = new URL(staged.url);
  const socket = connect(Number(port), hostname);
  socket.write(
    `GET /api/x HTTP/1.1\r\nhost: ${hostname}\r\nconnection: upgrade, close\r\nupgrade: websocket\r\nsec-websocket-key: x\r\n\r\n`,
  );
  const answer = (await new Response(Readable.toWeb(socket) as ReadableStream).text()) ?? "";
  expect(answer).toMatch(/^HTTP\/1.1 200 OK\r\n/);
  expect(answer).toContain("no upgrade");
});

test("a body that is sent by GET, in chunks, is passed on as well", async () => {
  staged = await stage(async (request, response) => void response.end(String(await consumed(request))));
  const length = await new Promise((resolve, reject) => {
    const asking = httpRequest(
      `${staged?.url}/api/x`,
      { headers: { "transfer-encoding": "chunked" } },
      async (answer) => resolve(await new Response(Readable.toWeb(answer) as ReadableStream).text()),
    );
    asking.on("error", reject).end("four");
  });
  expect(length).toBe("4");
});
