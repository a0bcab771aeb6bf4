import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Pool } from "undici";
import { setPage } from "@/press/setting";
import { EDITION } from "./servers";
import { expect, test } from "./test";

// A worker of its own upon the edition, asked as the press asks: by it each page can be had both ways.
const folder = mkdtempSync(path.join(tmpdir(), "masthead-straight-"));
const socket = path.join(folder, "sock");
const pool = new Pool("http://worker", { socketPath: socket });
let worker: ChildProcess;

type Answer = { status: number; way: unknown; page: ReturnType<typeof setPage>; headers: object };

/** @param way "next" has Next make the page. */
async function ask(address: string, way: "next" | "either" = "either"): Promise<Answer> {
  const { statusCode, headers, body } = await pool.request({
    method: "GET",
    path: address,
    headers: {
      host: new URL(EDITION.url).host,
      accept: "text/html",
      "x-masthead-client": "press",
      "x-masthead-way": way,
    },
  });
  const { date, connection, "content-length": _, "transfer-encoding": __, "x-masthead-way": said, ...others } = headers;
  return { status: statusCode, way: said, page: setPage(await body.text()), headers: others };
}

test.beforeAll(async () => {
  const env = { ...process.env, ...EDITION.env, MASTHEAD_SOCKET: socket, MASTHEAD_PRESS: "1", HOSTNAME: "127.0.0.1" };
  worker = fork(path.resolve(".next/standalone/worker.mjs"), { env, stdio: "ignore" });
  await expect.poll(() => ask("/api/health").catch(() => null), { timeout: 60_000 }).toMatchObject({ status: 200 });
});

test.afterAll(async () => {
  await pool.close();
  worker.disconnect();
  await once(worker, "exit");
  rmSync(folder, { recursive: true, force: true });
});

test("every page that is made straight is to the byte what the press makes of Next's, its headers too @once", async ({
  request,
}) => {
  const locations = async (sitemap: string) =>
    [...(await (await request.get(sitemap)).text()).matchAll(/<loc>([^<]*)/g)].map(
      ([, at = ""]) => new URL(at).pathname,
    );
  const pages = (await Promise.all((await locations("/sitemap.xml")).map(locations))).flat();
  expect(pages.length).toBeGreaterThan(100);
  const straight: string[] = [];
  for (const address of [...pages, "/?page=2"]) {
    // From the first of a kind the worker learns.
    await ask(address);
    // Other journeys publish meanwhile: then it is asked anew.
    await expect(async () => {
      const { way: _, ...known } = await ask(address, "next");
      const { way, ...made } = await ask(address);
      expect(made, address).toEqual(known);
      if (way) straight.push(address);
    }).toPass();
  }
  // What is read most is made so: stories, lists, the front.
  const left = pages.filter(
    (address) => !straight.includes(address) && !/^\/(?:about|corrections)(?:\/|$)/.test(address),
  );
  // The first of a kind is learned from after it was answered.
  for (const address of left)
    await expect.poll(async () => (await ask(address)).way, { message: address }).toBe("straight");
});

test("what is not there, was moved, or has a way elsewhere is Next's to say @once", async () => {
  for (const address of ["/no/such-story", "/nowhere", "/topics/none", "/harbour?page=99", "/search", "/rss.xml"]) {
    const [next, either] = [await ask(address, "next"), await ask(address)];
    expect(either.way, address).toBeUndefined();
    expect([either.status, either.page.html], address).toEqual([next.status, next.page.html]);
  }
});
