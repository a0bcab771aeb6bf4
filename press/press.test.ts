import type { IncomingMessage, RequestListener } from "node:http";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { request as ask } from "undici";
import { afterEach, describe, expect, test, vi } from "vitest";
import { answerHeaders } from "@/lib/answer-headers";
import { outcome, type Stage, stage } from "./testing/stage";

let staged: Stage | undefined;
afterEach(() => staged?.end());

/** A Next whose pages all say the same, and what it was asked. */
function next(tags: string | undefined, { status = 200, headers = {}, body = "<p>Page</p>" } = {}) {
  const asked: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request);
    const said = { "content-type": "text/html; charset=utf-8", ...(tags ? { "surrogate-key": tags } : {}), ...headers };
    response.writeHead(status, said).end(body);
  };
  return { asked, listener };
}

async function outcomes(urls: string[], init?: RequestInit): Promise<(string | undefined)[]> {
  const found = [];
  for (const url of urls) found.push(outcome(await fetch(url, { redirect: "manual", ...init })));
  return found;
}

describe("keeps", () => {
  test.each([200, 301, 308, 404, 410])("what was answered with %i and says what it depends on", async (status) => {
    const { listener, asked } = next("a:1", { status });
    staged = await stage(listener);
    expect(await outcomes([`${staged.url}/x`, `${staged.url}/x`])).toEqual(["miss", "hit"]);
    expect(asked).toHaveLength(1);
  });

  test.each([302, 307, 400, 403, 500, 503])("nothing that was answered with %i", async (status) => {
    staged = await stage(next("a:1", { status }).listener);
    expect(await outcomes([`${staged.url}/x`, `${staged.url}/x`])).toEqual(["miss", "miss"]);
  });

  test("nothing that does not say what it depends on, and nothing that sets a cookie", async () => {
    staged = await stage(next(undefined).listener);
    expect(await outcomes([`${staged.url}/x`, `${staged.url}/x`])).toEqual(["miss", "miss"]);
    await staged.end();
    staged = await stage(next("a:1", { headers: { "set-cookie": "a=b" } }).listener);
    expect(await outcomes([`${staged.url}/x`, `${staged.url}/x`])).toEqual(["pass", "pass"]);
  });

  test("files whose names change with their content, as long as the page that names them", async () => {
    const headers = { "content-type": "text/css", "cache-control": "public, max-age=31536000, immutable" };
    staged = await stage(next(undefined, { headers, body: "a{}" }).listener);
    const url = `${staged.url}/_next/static/chunks/a.css`;
    expect(await outcomes([url, url])).toEqual(["miss", "hit"]);
    expect((await fetch(url)).headers.get("cache-control")).toContain("immutable");
    // Elsewhere the word is not taken for it.
    const card = `${staged.url}/harbour/story/card.png`;
    expect(await outcomes([card, card])).toEqual(["pass", "pass"]);
  });

  test("one page for all spellings of its address and whatever else its query says", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const spellings = ["/harbour?utm_source=a", "/harbour", "/h%61rbour?fbclid=2&utm_source=b", "/harbour?"];
    expect(await outcomes(spellings.map((path) => staged?.url + path))).toEqual(["miss", "hit", "hit", "hit"]);
    expect(asked.map(({ url }) => url)).toEqual(["/harbour"]);
    expect(await outcomes(["/harbour?page=2", "/harbour?x=1&page=2"].map((path) => staged?.url + path))).toEqual([
      "miss",
      "hit",
    ]);
  });
});

describe("makes a page on behalf of nobody", () => {
  test("whoever asks first, with whatever they send", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const headers = {
      cookie: "masthead-session=secret",
      authorization: "Basic abc",
      "accept-language": "fi",
      "x-masthead-path": "/",
      "x-forwarded-host": "evil.example",
      "next-router-prefetch": "1",
    };
    const response = await ask(`${staged.url}/`, { headers: { ...headers, host: "evil.example" } });
    await response.body.dump();
    expect(asked[0]?.headers).toEqual({
      host: "paper.example",
      connection: "keep-alive",
      accept: "text/html,*/*",
      "accept-encoding": "identity",
      "x-forwarded-host": "paper.example",
      "x-forwarded-proto": "https",
      "x-masthead-client": "press",
      "x-request-id": expect.stringMatching(/^\w{16}$/),
    });
  });
});

describe("answers by itself", () => {
  test("what would change a file that was built, and what names no host", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const posted = await fetch(`${staged.url}/_next/static/chunks/a.css`, { method: "POST", body: "x" });
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(posted.headers.get("x-content-type-options")).toBe("nosniff");
    expect(asked).toEqual([]);
  });

  test("the whole of a file that comes with the product, whatever part of it is asked for", async () => {
    const { listener, asked } = next(undefined, { headers: { "content-type": "image/svg+xml" } });
    staged = await stage(listener);
    await fetch(`${staged.url}/icons/icon.svg`);
    await fetch(`${staged.url}/icons/icon.svg`, { headers: { range: "bytes=99-", "if-match": '"x"', "x-kept": "y" } });
    expect(asked.at(-1)?.headers).toMatchObject({ "x-kept": "y" });
    expect(asked.at(-1)?.headers).not.toHaveProperty("range");
    expect(asked.at(-1)?.headers).not.toHaveProperty("if-match");
  });
});

describe("passes on", () => {
  test.each([
    ["POST", "/sign-in"],
    ["GET", "/newsroom"],
    ["GET", "/newsroom/articles/x/preview"],
    ["GET", "/api/health"],
    ["GET", "/media/a.webp"],
    ["GET", "/harbour/"],
  ])("%s %s, each time, with all that was sent", async (method, path) => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const init = { method, headers: { cookie: "masthead-session=secret" } };
    expect(await outcomes([staged.url + path, staged.url + path], init)).toEqual(["pass", "pass"]);
    expect(asked.map(({ method, url, headers }) => [method, url, headers.cookie])).toEqual(
      Array(2).fill([method, path, "masthead-session=secret"]),
    );
  });
});

describe("is not led by what a client says", () => {
  test("to make a page otherwise, nor to make it anew", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const url = `${staged.url}/harbour?_rsc=1`;
    const said: Record<string, string>[] = [
      {},
      { rsc: "1" },
      { "next-router-prefetch": "1" },
      { "x-forwarded-host": "evil" },
    ];
    for (const headers of said) await fetch(url, { headers });
    expect(asked.map(({ url, headers }) => [url, headers.rsc, headers.host])).toEqual([
      ["/harbour", undefined, "paper.example"],
    ]);
  });

  test("to answer what may be read in two ways, or by a method that a page does not have", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const { hostname, port } = new URL(staged.url);
    const said = (bytes: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(bytes));
        let text = "";
        socket.on("data", (chunk) => {
          text += chunk;
        });
        socket.once("close", () => resolve(text.slice(9, 12)));
      });
    const ask = (method: string, target: string, more = "") =>
      said(`${method} ${target} HTTP/1.1\r\nHost: a\r\n${more}Connection: close\r\n\r\n`);
    expect(await ask("GET", "/x", "Host: b\r\n")).toBe("400");
    expect(await ask("GET", "http://evil.example/x")).toBe("400");
    expect(await ask("GET", "/%")).toBe("400");
    expect(await ask("GET", "/newsroom/%c0%af")).toBe("400");
    expect(await ask("GET", "/x?q=%")).toBe("200");
    for (const method of ["POST", "PUT", "DELETE", "TRACE", "PROPFIND"]) expect(await ask(method, "/x")).toBe("405");
    expect(await ask("TRACE", "/newsroom")).toBe("405");
    expect(asked.map(({ url }) => url)).toEqual(["/x"]);
  });

  test("to what the framework and the product say to themselves", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const own = ["x-middleware-subrequest", "x-nextjs-data", "x-action-forwarded", "x-invoke-path", "x-matched-path"];
    const more = ["next-resume", "x-next-resume-state-length", "x-prerender-revalidate", "x-masthead-path"];
    const headers = Object.fromEntries([...own, ...more].map((name) => [name, "1"]));
    await fetch(`${staged.url}/newsroom`, { headers: { ...headers, "next-action": "a", rsc: "1" } });
    const [request] = asked;
    expect([...own, ...more].filter((name) => request?.headers[name] !== undefined)).toEqual([]);
    expect([request?.headers["next-action"], request?.headers.rsc]).toEqual(["a", "1"]);
  });

  test("to lead elsewhere whoever asks for a file as Next's navigation asks for a page", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(listener);
    const navigation = { rsc: "1", "next-router-state-tree": "a", "next-router-prefetch": "1", "next-url": "/x" };
    for (const path of ["/media/a.webp", "/api/health"]) await fetch(staged.url + path, { headers: navigation });
    const said = asked.flatMap(({ headers }) => Object.keys(navigation).filter((name) => name in headers));
    expect([asked.length, said]).toEqual([2, []]);
  });
});

describe("a body that is too long", () => {
  const post = (path: string, length: number, init: RequestInit = {}) =>
    fetch(`${staged?.url}${path}`, { method: "POST", body: "x".repeat(length), ...init });
  const inChunks = (path: string, length: number) => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("x".repeat(length)));
        controller.close();
      },
    });
    return post(path, 0, { body, duplex: "half" } as RequestInit);
  };

  test("is refused before Next hears of it, by how long it says it is or by how long it turns out to be", async () => {
    const { listener, asked } = next("a:1");
    staged = await stage(async (request, response) => {
      request.resume().once("error", () => {});
      listener(request, response);
    });
    expect((await post("/sign-in", 70_000)).status).toBe(413);
    expect((await post("/newsroom/articles/x/draft", 9_000_000)).status).toBe(413);
    expect(asked).toEqual([]);
    expect((await post("/sign-in", 60_000)).status).toBe(200);
    expect((await post("/newsroom/articles/x/draft", 7_000_000)).status).toBe(200);
    expect((await post("/newsroom/media/upload", 9_000_000)).status).toBe(200);
  });

  test("is refused where it comes without a length", async () => {
    staged = await stage(async (request, response) => {
      for await (const _ of request);
      response.end();
    });
    expect((await inChunks("/sign-in", 60_000)).status).toBe(200);
    expect((await inChunks("/sign-in", 200_000)).status).toBe(413);
  });
});

test("who searches too often is told when to come back, and gets all that is held", async () => {
  const { listener } = next("a:1");
  let wait: number | null = null;
  const asked: string[] = [];
  staged = await stage(listener, {
    limitSearch: async (client) => {
      asked.push(client);
      return wait;
    },
  });
  const ask = (path: string) => fetch(`${staged?.url}${path}`);
  expect((await ask("/search?q=tram")).status).toBe(200);
  wait = 42;
  const turnedAway = await ask("/search?q=bus");
  expect([turnedAway.status, turnedAway.headers.get("retry-after")]).toEqual([429, "42"]);
  expect(await turnedAway.text()).toContain("Too many");
  expect((await ask("/search?q=tram")).status).toBe(200);
  expect((await ask("/search")).status).toBe(200);
  expect((await ask("/")).status).toBe(200);
  expect(asked).toEqual(["127.0.0.1", "127.0.0.1"]);
});

describe("answers", () => {
  const body = `<html><head></head><body>${"<p>Æ paragraph</p>".repeat(200)}<script>self.__next_f.push()</script></body></html>`;
  const whole = body.replace(/<script>.*<\/script>/, "");

  async function asking(headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET") {
    const response = await ask(`${staged?.url}/x`, { headers, method });
    return { ...response, bytes: Buffer.from(await response.body.arrayBuffer()) };
  }

  test("in the smallest encoding that the asker takes, each with a strong tag of its own", async () => {
    staged = await stage(next("a:1", { body }).listener);
    const read = { br: brotliDecompressSync, gzip: gunzipSync, "": (bytes: Buffer) => bytes };
    const tags = new Set();
    for (const [accepted, encoding] of [
      ["gzip, deflate, br, zstd", "br"],
      ["gzip", "gzip"],
      ["gzip;q=0, br;q=0", ""],
      ["", ""],
    ] as const) {
      const { headers, bytes } = await asking({ "accept-encoding": accepted });
      expect(headers["content-encoding"] ?? "").toBe(encoding);
      expect(headers["content-length"]).toBe(String(bytes.length));
      expect(headers.vary).toBe("accept-encoding");
      expect(read[encoding](bytes).toString()).toBe(whole);
      tags.add(headers.etag);
    }
    expect(tags.size).toBe(3);
    expect([...tags].every((tag) => /^"[^"]+"$/.test(String(tag)))).toBe(true);
  });

  test("HEAD as GET, without the body", async () => {
    staged = await stage(next("a:1", { body }).listener);
    await asking();
    const [get, head] = [await asking(), await asking({}, "HEAD")];
    const ofPage = ({ connection, "keep-alive": _, date, ...rest }: typeof get.headers) => rest;
    expect(ofPage(head.headers)).toEqual(ofPage(get.headers));
    expect(head.bytes).toHaveLength(0);
  });

  test("304 to who has it already, in whatever encoding, and 200 once it has changed", async () => {
    staged = await stage(next("a:1", { body }).listener);
    const { headers } = await asking({ "accept-encoding": "gzip" });
    const held = String(headers.etag);
    for (const list of [held, `W/${held}`, `"x", ${held}`, "*"]) {
      const answer = await asking({ "accept-encoding": "gzip", "if-none-match": list });
      expect([answer.statusCode, answer.bytes.length], list).toEqual([304, 0]);
      expect(answer.headers.etag).toBe(held);
    }
    expect((await asking({ "if-none-match": '"x"' })).statusCode).toBe(200);
  });

  test("with a smaller form once it is asked for often", async () => {
    staged = await stage(next("a:1", { body: body + Math.PI.toString().repeat(50) + body }).listener);
    const size = async () => (await asking({ "accept-encoding": "br" })).bytes.length;
    const first = await size();
    await vi.waitUntil(async () => (await size()) < first);
    const { bytes, headers } = await asking({ "accept-encoding": "br" });
    expect(brotliDecompressSync(bytes).toString()).toContain("3.14");
    expect(headers["content-length"]).toBe(String(bytes.length));
    const held = await asking({ "accept-encoding": "br", "if-none-match": String(headers.etag) });
    expect(held.statusCode).toBe(304);
  });

  test("what every answer says goes out with pages, with files, and with word that the asker has them", async () => {
    const said = Object.fromEntries(answerHeaders({ SITE_URL: "https://paper.example", HSTS: "host" }));
    const immutable = { "cache-control": "public, max-age=31536000, immutable", "content-type": "text/css" };
    for (const [path, more] of [
      ["/x", {}],
      ["/_next/static/chunks/a.css", immutable],
    ] as const) {
      staged = await stage(next("a:1", { headers: { ...said, ...more } }).listener);
      const whole = await fetch(staged.url + path);
      const held = await fetch(staged.url + path, { headers: { "if-none-match": whole.headers.get("etag") ?? "" } });
      expect(held.status).toBe(304);
      for (const [name, value] of Object.entries(said)) {
        expect([whole.headers.get(name), held.headers.get(name)], name).toEqual([value, value]);
      }
      await staged.end();
    }
  });

  test("with a policy of its own and no header of the framework's", async () => {
    const script = `<script data-keep="">1</script><x-y data-embed="https://player.vimeo.com/x"></x-y>`;
    const headers = {
      "content-security-policy": "script-src 'unsafe-inline'",
      "x-nextjs-cache": "x",
      "x-masthead-until": String(Date.now() + 60_000),
      vary: "rsc",
      "x-robots-tag": "noindex",
      link: '</a.woff2>; rel=preload; as="font"; crossorigin="", </_next/a.js>; rel=preload; as="script"',
    };
    staged = await stage(next("a:1 frame", { body: script, headers }).listener);
    const answer = (await asking()).headers;
    expect(answer["content-security-policy"]).toMatch(/script-src 'self' 'sha256-[^']+';/);
    expect(answer["content-security-policy"]).toContain("frame-src https://player.vimeo.com;");
    expect(answer["x-robots-tag"]).toBe("noindex");
    expect(answer.link).toBe('</a.woff2>; rel=preload; as="font"; crossorigin=""');
    expect(answer).not.toHaveProperty("x-nextjs-cache");
    expect(answer).not.toHaveProperty("x-masthead-until");
    // For caches in front, where there are any.
    expect(answer).not.toHaveProperty("surrogate-key");
    await staged.end();
    staged = await stage(next("a:1 frame").listener, { proxies: 1 });
    expect((await asking()).headers["surrogate-key"]).toBe("a:1 frame");
  });
});

describe("tells caches in front", () => {
  const said = async (url: string) => {
    const { headers } = await fetch(url);
    return [headers.get("surrogate-control"), headers.get("x-masthead-event")];
  };

  test("for how long a page is right, and of which event it is known to be, on a 304 too", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const until = Date.now() + 90_500;
    const says = { "surrogate-key": "a:1", "x-masthead-until": until };
    staged = await stage((_, response) => response.writeHead(200, says).end("x"), { proxies: 1 });
    const url = `${staged.url}/x`;
    expect(await said(url)).toEqual(["max-age=90", "0"]);
    staged.commit(["a:2"]);
    vi.advanceTimersByTime(60_000);
    expect(await said(url)).toEqual(["max-age=30", "1"]);
    const etag = (await fetch(url)).headers.get("etag") ?? "";
    const unchanged = await fetch(url, { headers: { "if-none-match": etag } });
    expect([unchanged.status, unchanged.headers.get("surrogate-control")]).toEqual([304, "max-age=30"]);
    vi.setSystemTime(until - 400);
    expect(await said(url)).toEqual(["max-age=0", "1"]);
    vi.useRealTimers();
  });

  test("at most ten minutes of a page, and a minute of what is not there", async () => {
    staged = await stage(next("a:1").listener, { proxies: 1 });
    expect(await said(`${staged.url}/x`)).toEqual(["max-age=600", "0"]);
    await staged.end();
    staged = await stage(next("a:1", { status: 410 }).listener, { proxies: 1 });
    expect(await said(`${staged.url}/x`)).toEqual(["max-age=60", "0"]);
  });

  test("to keep neither the last good page, nor what is not the press's to keep", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    staged = await stage(next("a:1").listener, { proxies: 1 });
    await outcomes([`${staged.url}/x`]);
    staged.commit(["a:1"]);
    staged.isUp = false;
    expect(await said(`${staged.url}/x`)).toEqual(["no-store", "0"]);
    await staged.end();
    staged = await stage(next("a:1", { status: 500 }).listener, { proxies: 1 });
    expect(await said(`${staged.url}/x`)).toEqual([null, null]);
    const asOthers = await fetch(`${staged.url}/newsroom`);
    expect([outcome(asOthers), asOthers.headers.get("surrogate-key")]).toEqual(["pass", null]);
  });

  test("and nobody where no proxy is trusted", async () => {
    staged = await stage(next("a:1").listener);
    expect(await said(`${staged.url}/x`)).toEqual([null, null]);
  });
});

describe("is never stale", () => {
  test("a touched page is made anew, others are not", async () => {
    staged = await stage((request, response) =>
      response.writeHead(200, { "surrogate-key": `a:${request.url?.slice(1)} frame` }).end("x"),
    );
    const [one, two] = [`${staged.url}/1`, `${staged.url}/2`];
    expect(await outcomes([one, two, one, two])).toEqual(["miss", "miss", "hit", "hit"]);
    staged.commit(["a:1"]);
    expect(await outcomes([one, two, one, two])).toEqual(["miss", "hit", "hit", "hit"]);
    staged.commit(["frame"]);
    expect(await outcomes([one, two])).toEqual(["miss", "miss"]);
    staged.commit(["*"]);
    expect(await outcomes([one, two])).toEqual(["miss", "miss"]);
    staged.commit([]);
    expect(await outcomes([one, two])).toEqual(["hit", "hit"]);
  });

  test("a page is made anew once the time has come to which it holds", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    staged = await stage((_, response) =>
      response.writeHead(200, { "surrogate-key": "a:1", "x-masthead-until": Date.now() + 1000 }).end("x"),
    );
    const url = `${staged.url}/x`;
    expect(await outcomes([url, url])).toEqual(["miss", "hit"]);
    vi.advanceTimersByTime(1000);
    expect(await outcomes([url, url])).toEqual(["miss", "hit"]);
    vi.useRealTimers();
  });

  test("who asks after a commit does not get a render that began before it", async () => {
    let text = "old";
    let release = () => {};
    staged = await stage(async (_, response) => {
      const read = text;
      if (read === "old") await new Promise<void>((resolve) => (release = resolve));
      response.writeHead(200, { "surrogate-key": "a:1" }).end(read);
    });
    const before = fetch(`${staged.url}/x`);
    await vi.waitUntil(() => staged?.press.report().renders === 1);
    text = "new";
    staged.commit(["a:1"]);
    const after = fetch(`${staged.url}/x`);
    await pause(20);
    release();
    expect(await (await before).text()).toBe("new");
    expect(await (await after).text()).toBe("new");
    expect(await (await fetch(`${staged.url}/x`)).text()).toBe("new");
  });

  // A model: what a page says are the versions of its tags; a commit raises some. Whatever the order in which things
  // happen to run, no answer may say less than what stood when it was asked for.
  test.each([1, 2, 3])("whatever runs when (seed %i)", async (seed) => {
    const random = numbers(seed);
    const versions = new Map<string, number>();
    const read = (page: string) => tagsOf(page).map((tag) => versions.get(tag) ?? 0);
    const tagsOf = (page: string) => [`a:${page}`, `s:${Number(page) % 2}`, "frame"];
    staged = await stage(async (request, response) => {
      const page = request.url?.slice(1) ?? "";
      await pause(random() * 4);
      const said = JSON.stringify(read(page));
      await pause(random() * 4);
      response.writeHead(200, { "surrogate-key": tagsOf(page).join(" ") }).end(said);
    });
    const { url, commit, press } = staged;
    let isOver = false;
    const reader = async () => {
      while (!isOver) {
        const page = String(Math.floor(random() * 4));
        const stood = read(page);
        const said: number[] = await (await fetch(`${url}/${page}`)).json();
        for (const [at, version] of stood.entries()) expect(said[at]).toBeGreaterThanOrEqual(version);
        if (random() < 0.3) await pause(random() * 3);
      }
    };
    const writer = async () => {
      for (let done = 0; done < 150; done++) {
        const tag = ["a:0", "a:1", "a:2", "a:3", "s:0", "s:1", "frame"][Math.floor(random() * 7)] ?? "";
        versions.set(tag, (versions.get(tag) ?? 0) + 1);
        commit([tag]);
        await pause(random() * 8);
      }
      isOver = true;
    };
    await Promise.all([writer(), ...Array.from({ length: 8 }, reader)]);
    const { hits, renders } = press.report();
    expect(hits).toBeGreaterThan(0);
    expect(renders).toBeGreaterThan(30);
  });
});

/** Numbers from 0 to 1 that look random and are the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("a page that an event touched while it was made is made again, since it may tell of neither before nor after", async () => {
  let renders = 0;
  staged = await stage((_, response) => {
    renders++;
    if (renders === 1) staged?.commit(["a:1"]);
    if (renders === 2) staged?.commit(["a:2"]);
    response.writeHead(200, { "content-type": "text/html", "surrogate-key": "a:1" }).end(`<p>${renders}</p>`);
  });
  expect(await (await fetch(`${staged.url}/x`)).text()).toBe("<p>2</p>");
});

test("a page that is touched at each of its renders is answered all the same", async () => {
  staged = await stage((_, response) => {
    staged?.commit(["a:1"]);
    response.writeHead(200, { "content-type": "text/html", "surrogate-key": "a:1" }).end("<p>Page</p>");
  });
  expect((await fetch(`${staged.url}/x`)).status).toBe(200);
});

test("one render serves however many ask at once", async () => {
  const { listener, asked } = next("a:1");
  staged = await stage((request, response) => void setTimeout(() => listener(request, response), 30));
  const { url } = staged;
  const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(`${url}/x`)));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(asked).toHaveLength(1);
});

test("a flood of made-up addresses fills nothing and pushes no page out", async () => {
  const tags = Array.from({ length: 20 }, (_, at) => `s:${at}`).join(" ");
  const body = "x".repeat(4000);
  staged = await stage(
    (request, response) =>
      response
        .writeHead(request.url === "/" || request.url?.includes("?") ? 200 : 404, { "surrogate-key": tags })
        .end(body),
    { bytes: 400_000 },
  );
  const { url, press } = staged;
  await fetch(url);
  const flood = async (address: (at: number) => string) => {
    for (let at = 0; at < 120; at += 20) {
      await Promise.all(Array.from({ length: 20 }, async (_, more) => (await fetch(url + address(at + more))).text()));
    }
  };
  await flood((at) => `/made-up-${at}`);
  await flood((at) => `/search?q=${at}`);
  expect(press.report().bytes).toBeLessThan(100_000);
  expect(await outcomes([url])).toEqual(["hit"]);
});

describe("while no worker answers", () => {
  test("pages that are right are served on, touched ones as they last were, unknown ones with 503", async () => {
    staged = await stage(next("a:1").listener);
    const url = `${staged.url}/x`;
    await fetch(url);
    staged.isUp = false;
    expect(await outcomes([url])).toEqual(["hit"]);
    staged.commit(["a:1"]);
    const stale = await fetch(url);
    expect([stale.status, outcome(stale), await stale.text()]).toEqual([200, "stale", "<p>Page</p>"]);
    for (const path of ["/y", "/newsroom"]) {
      const response = await fetch(staged.url + path);
      expect([response.status, response.headers.get("retry-after")]).toEqual([503, "2"]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toContain("Nothing just now");
    }
    staged.isUp = true;
    expect(await outcomes([url, url])).toEqual(["miss", "hit"]);
  });

  test("a page that shows what has been unpublished is not", async () => {
    staged = await stage(next("a:1 stories").listener);
    const url = `${staged.url}/x`;
    await fetch(url);
    staged.isUp = false;
    staged.commit(["a:1", "stories"], true);
    staged.commit(["a:1"]);
    const none = await fetch(url);
    expect(none.status).toBe(503);
    expect(none.headers.get("x-frame-options")).toBe("DENY");
    expect(none.headers.get("strict-transport-security")).toBe("max-age=31536000");
    expect(none.headers.get("content-security-policy")).toContain("style-src 'sha256-");
  });

  test("a worker that ends in the middle of a render is made up for by another", async () => {
    let asked = 0;
    const { listener } = next("a:1");
    staged = await stage((request, response) =>
      asked++ === 0 ? request.socket.destroy() : listener(request, response),
    );
    expect(await outcomes([`${staged.url}/x`])).toEqual(["miss"]);
  });
});

describe("while a page fails", () => {
  test("the last good one is shown, as long as nothing was taken from it; without one the fault", async () => {
    let status = 200;
    staged = await stage((_, response) => response.writeHead(status, { "surrogate-key": "a:1" }).end(String(status)));
    const url = `${staged.url}/x`;
    const ask = async (at = url) => {
      const response = await fetch(at);
      return [response.status, outcome(response), await response.text()];
    };
    expect(await ask()).toEqual([200, "miss", "200"]);
    status = 500;
    staged.commit(["a:1"]);
    expect(await ask()).toEqual([200, "stale", "200"]);
    expect(await ask(`${staged.url}/y`)).toEqual([500, "miss", "500"]);
    staged.commit(["a:1"], true);
    expect(await ask()).toEqual([500, "miss", "500"]);
    status = 200;
    expect(await ask()).toEqual([200, "miss", "200"]);
  });
});
