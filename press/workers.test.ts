import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { render } from "./rendering";
import { NobodyAnswers, startWorkers, type Worker, type Workers } from "./workers";

/** A worker of the test's own: it answers with its number, and beats. */
const folder = mkdtempSync(path.join(tmpdir(), "masthead-workers-"));
const program = path.join(folder, "worker.mjs");
writeFileSync(
  program,
  `import { createServer } from "node:http";
  const beat = () => process.send({ masthead: "beat", rss: 1, heap: Number(globalThis.heap ?? 1), heapLimit: 100, lag: 0 });
  setInterval(beat, 50);
  beat();
  process.on("message", (text) => eval(text));
  globalThis.server = createServer((request, response) => {
    response.setHeader("surrogate-key", "a");
    if (request.url !== "/never") response.end(String(process.pid));
  });
  server.listen(process.env.SOCKET);`,
);
afterAll(() => rmSync(folder, { recursive: true }));

let workers: Workers | undefined;
afterEach(() => workers?.stop(500));

async function start(count: number) {
  workers = startWorkers(count, (SOCKET) => fork(program, { env: { ...process.env, SOCKET } }), {
    quiet: 300,
    hung: 1500,
  });
  const started = workers;
  await vi.waitFor(() => expect(started.up).toBe(count), { timeout: 10_000 });
  return started;
}

const ask = ({ renders, quiet }: Worker, address = "/") =>
  render({ address, site: new URL("http://paper.example"), began: 0, id: "x" }, renders, quiet.signal);
const pidOf = async (all: Workers) => Number((await all.lend((worker) => ask(worker)))?.body);
const child = (all: Workers) => all.lend(async (worker) => worker.child);

describe("a worker that hangs", () => {
  test("has nothing more to do within a moment, and is ended and replaced", async () => {
    const said = vi.spyOn(log, "error");
    const all = await start(2);
    const hung = await child(all);
    // Until then it counts as one that is still loading.
    let beats = 0;
    hung.on("message", () => beats++);
    await vi.waitFor(() => expect(beats).toBeGreaterThan(3), { timeout: 10_000 });
    hung.kill("SIGSTOP");
    await expect(all.lend(ask)).rejects.toThrow(/abort/i);
    const began = performance.now();
    for (let asked = 0; asked < 20; asked++) expect(await pidOf(all)).not.toBe(hung.pid);
    // It would take minutes if each waited for the one that hangs.
    expect(performance.now() - began).toBeLessThan(20_000);
    await vi.waitFor(() => expect([all.restarts, all.up]).toEqual([1, 2]), { timeout: 50_000 });
    expect(said).toHaveBeenCalledWith({ of: "worker", worker: hung.pid }, expect.stringContaining("hangs"));
  });

  test("and goes on again, is given work again", async () => {
    const all = await start(1);
    const one = await child(all);
    one.kill("SIGSTOP");
    await vi.waitFor(() => expect(all.lend(async () => {}, 0)).rejects.toThrow(NobodyAnswers), { timeout: 5000 });
    setTimeout(() => one.kill("SIGCONT"), 300);
    expect(await pidOf(all)).toBe(one.pid);
    expect(all.restarts).toBe(0);
  });
});

describe("a worker that is ending", () => {
  test("is not tried again, though it has not been told yet that it is gone", async () => {
    const all = await start(2);
    const ending = await child(all);
    ending.send("server.close(); server.closeAllConnections()");
    await vi.waitFor(() => expect(all.lend(ask)).rejects.toThrow(/ECONN|ENOENT|closed/), {
      timeout: 2000,
      interval: 5,
    });
    for (let asked = 0; asked < 3; asked++) expect(await pidOf(all)).not.toBe(ending.pid);
    expect(all.restarts).toBe(0);
  });
});

describe("where no worker is up", () => {
  test("it is waited for the next, but not by whoever has no patience", async () => {
    const all = await start(1);
    const one = await child(all);
    one.kill("SIGKILL");
    await vi.waitFor(() => expect(all.up).toBe(0));
    await expect(all.lend(async () => {}, 0)).rejects.toThrow(NobodyAnswers);
    expect(await pidOf(all)).not.toBe(one.pid);
  });
});

describe("a worker that is nearly out of memory", () => {
  test("is replaced once it has nothing in hand, while the others answer", async () => {
    const all = await start(2);
    const full = await child(all);
    full.send("globalThis.heap = 90");
    await vi.waitFor(() => expect(all.restarts).toBe(1), { timeout: 10_000 });
    for (let asked = 0; asked < 20; asked++) expect(await pidOf(all)).not.toBe(full.pid);
    await vi.waitFor(() => expect(all.up).toBe(2), { timeout: 10_000 });
  });

  test("goes on where there is no other", async () => {
    const all = await start(1);
    (await child(all)).send("globalThis.heap = 90");
    await vi.waitFor(() => expect(all.beats[0]?.beat.heap).toBe(90));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([all.up, all.restarts]).toEqual([1, 0]);
  });
});
