import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createProbes } from "./probes";

let server: Server | undefined;
afterEach(() => server?.close());

async function probes(options: Partial<Parameters<typeof createProbes>[0]>) {
  const made = createProbes({ checks: {}, headers: [], metrics: async () => "a 1\n", token: undefined, ...options });
  server = createServer((request, response) => {
    if (!made.handle(request, response)) response.writeHead(418).end();
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
    return { status: response.status, text: await response.text(), caching: response.headers.get("cache-control") };
  };
  return { ask, forget: made.forget };
}

describe("/api/ready", () => {
  test("names each check that fails, throws or hangs, and nothing else of it", async () => {
    const { ask } = await probes({
      checks: {
        fine: () => true,
        wrong: async () => false,
        broken: () => Promise.reject(new Error("/var/secret/path")),
        hung: () => new Promise(() => {}),
      },
    });
    const said = await ask("/api/ready");
    expect(said.status).toBe(503);
    expect(JSON.parse(said.text)).toEqual({ status: "not ready", failed: ["wrong", "broken", "hung"] });
    expect(said.caching).toBe("no-store");
  });

  test("costs one look however often it is asked, and looks again once told to", async () => {
    let looks = 0;
    const { ask, forget } = await probes({ checks: { counted: () => ++looks < 2 } });
    for (let asked = 0; asked < 20; asked++) expect((await ask("/api/ready")).status).toBe(200);
    expect(looks).toBe(1);
    forget();
    expect((await ask("/api/ready")).status).toBe(503);
  });
});

describe("/api/metrics", () => {
  const token = "0123456789abcdef";
  const as = (authorization: string) => ({ headers: { authorization } });

  test("is nowhere without a token in the settings, or without the same in the request", async () => {
    const open = await probes({});
    expect((await open.ask("/api/metrics", as("Bearer undefined"))).status).toBe(404);
    server?.close();
    const { ask } = await probes({ token });
    const tries = [undefined, as("Bearer "), as(`Bearer ${token}0`), as(token), as(`Basic ${token}`)];
    for (const init of tries)
      expect(await ask("/api/metrics", init)).toMatchObject({ status: 404, text: "Not found\n" });
    expect((await ask(`/api/metrics?token=${token}`)).status).toBe(404);
  });

  test("is for whoever has it, and kept nowhere", async () => {
    const { ask } = await probes({ token });
    expect(await ask("/api/metrics", as(`Bearer ${token}`))).toEqual({
      status: 200,
      text: "a 1\n",
      caching: "no-store",
    });
  });
});

test("all else is not for it", async () => {
  const { ask } = await probes({ checks: {} });
  expect(await ask("/api/health", { method: "HEAD" })).toMatchObject({ status: 200, text: "" });
  for (const path of ["/", "/api/readings", "/api/healthy", "/api/health/x"])
    expect((await ask(path)).status).toBe(418);
  expect((await ask("/api/health", { method: "POST" })).status).toBe(418);
});
