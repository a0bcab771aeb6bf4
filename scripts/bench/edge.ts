import { fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { inParallel, outcomeOf, storiesOf } from "./crawl";
import { lists } from "./deeds";
import { described, type Load, load, median } from "./load";
import { hasNginx, startNginx } from "./nginx";
import { hasVarnish, startEdge, startPlain, type Varnish } from "./varnish";
import { watch } from "./watch";
import { startWriter, type Writer } from "./writers";

const ARTICLE = "/science/the-tide-gauge-in-the-cellar";
const TOKEN = "a-token-of-the-bench-alone";
/** How long after the acknowledgement of a publish an older page may come from the edge, in milliseconds. */
const SLACK = 100;
const BOUND = 0.8;

/** Varnish in front, as deploy/ has it: its speed, its misses, what it serves after a publish and when the paper is gone. */
export const edge: Trial = {
  name: "edge",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      if (!hasVarnish(folder)) return [{ what: "Varnish or its modules are not installed", figure: "not measured" }];
      const port = await freePort();
      const settings = {
        SEED: "demo",
        SEARCHES_PER_MINUTE: "1000000",
        WEB_WORKERS: "2",
        TRUST_PROXY: "1",
        EDGE_PURGE: `http://127.0.0.1:${port}/`,
        EDGE_TOKEN: TOKEN,
        PORT: String(await freePort()),
      };
      const data = path.join(folder, "data");
      const start = () => startPaper(data, settings);
      let paper = await start();
      const varnish = await startEdge(path.join(folder, "edge"), { port, backend: settings.PORT, token: TOKEN });
      let writer: Writer | undefined;
      try {
        await untilKept(varnish);
        writer = await startWriter(paper.env, "verbs");
        const rows = [
          ...(await speed(varnish, folder, isShort)),
          await collapse(paper, varnish),
          ...(await manners(varnish)),
          await again(paper, varnish),
          ...(await freshness(varnish, writer, isShort ? 60 : 1002)),
        ];
        return [
          ...rows,
          ...(await withoutPaper(paper, varnish, writer)),
          ...(await afterwards(varnish, writer, async () => {
            paper = await start();
          })),
        ];
      } finally {
        writer?.end();
        await varnish.end();
        await paper.end();
      }
    }),
};

/** An edge of which nothing is known is purged when the paper first reaches it; until then nothing stays. */
async function untilKept({ url }: Varnish): Promise<void> {
  while ((await outcomeOf(url + ARTICLE)) !== "edge;desc=hit") await pause(100);
}

/** A page in turn with the same bytes from servers that do nothing else. */
async function speed({ url }: Varnish, folder: string, isShort: boolean): Promise<Row[]> {
  const page = url + ARTICLE;
  const bare = fork(path.join(import.meta.dirname, "bare.ts"), { env: { ...process.env, PAGE: page } });
  const [source] = (await once(bare, "message")) as [string];
  const plain = await startPlain(path.join(folder, "plain"), source);
  const nginx = hasNginx() ? await startNginx(path.join(folder, "nginx"), source) : null;
  try {
    const [ours, static_, files]: [Load[], Load[], Load[]] = [[], [], []];
    const seconds = isShort ? 2 : 8;
    for (let round = 0; round < 3; round++) {
      ours.push(await load(page, seconds));
      static_.push(await load(plain.url, seconds));
      if (nginx) files.push(await load(nginx.url, seconds));
    }
    const ratio = median(ours).perSecond / median(static_).perSecond;
    return [
      { what: "An article from the edge", figure: described(median(ours)) },
      { what: "The same bytes from Varnish that knows nothing else", figure: described(median(static_)) },
      ...(nginx ? [{ what: "The same bytes as a file of nginx", figure: described(median(files)) }] : []),
      {
        what: "The edge, of that Varnish",
        figure: ratio.toFixed(2),
        bound: `at least ${BOUND}`,
        holds: ratio >= BOUND,
      },
      ...(nginx
        ? [{ what: "The edge, of nginx", figure: (median(ours).perSecond / median(files).perSecond).toFixed(2) }]
        : []),
    ];
  } finally {
    bare.disconnect();
    await plain.end();
    await nginx?.end();
  }
}

/** A hundred at once ask for a page that nobody has. */
async function collapse(_: Paper, varnish: Varnish): Promise<Row> {
  let most = 0;
  for (const address of ["/archive", "/corrections", "/topics/shipping?page=1"]) {
    const before = varnish.counter("MAIN.backend_req");
    await Promise.all(Array.from({ length: 100 }, () => outcomeOf(varnish.url + address)));
    most = Math.max(most, varnish.counter("MAIN.backend_req") - before);
  }
  return {
    what: "Asked of the paper, of 100 at once for a page not held",
    figure: String(most),
    bound: "1",
    holds: most === 1,
  };
}

const FOR_CACHES = ["surrogate-key", "surrogate-control", "xkey", "x-masthead-event", "x-varnish", "via"];

/** What is not for readers does not reach them; what is not for all is not kept; nobody else purges. */
async function manners({ url }: Varnish): Promise<Row[]> {
  const response = await fetch(url + ARTICLE, {
    headers: { cookie: "masthead=1", "x-forwarded-host": "evil.example" },
  });
  const text = await response.text();
  const told = FOR_CACHES.filter((name) => response.headers.has(name));
  const etag = response.headers.get("etag") ?? "";
  const unchanged = await fetch(url + ARTICLE, { headers: { "if-none-match": etag } });
  const kept: string[] = [];
  for (const path of ["/sign-in", "/newsroom", "/api/health", "/no-such-file.png", "/preview/x", "/setup"]) {
    for (let time = 0; time < 3; time++) if ((await outcomeOf(url + path)) === "edge;desc=hit") kept.push(path);
  }
  const isAbsence = (path: string) => path === "/no-such-file.png";
  const rsc = await outcomeOf(url + ARTICLE, { headers: { rsc: "1" } });
  const statuses = [];
  for (const headers of [{}, { authorization: "Bearer wrong" }] as Record<string, string>[]) {
    const asked = await fetch(url, { method: "PURGE", headers: { ...headers, "xkey-purge": "*" } });
    statuses.push(asked.status);
  }
  const isStill = (await outcomeOf(url + ARTICLE)) === "edge;desc=hit";
  const one = await outcomeOf(`${url}${ARTICLE}?utm_source=a&fbclid=b`);
  return [
    none("Headers for caches that reach readers", told.length),
    none("Foreign hosts that get into a page", text.includes("evil.example") ? 1 : 0),
    {
      what: "A page that the reader has",
      figure: String(unchanged.status),
      bound: "304",
      holds: unchanged.status === 304,
    },
    none(
      "Pages kept that are not for all",
      kept.filter((path) => !isAbsence(path)).length + Number(rsc.startsWith("edge")),
    ),
    {
      what: "A page with parameters that it does not know",
      figure: one,
      bound: "a hit",
      holds: one === "edge;desc=hit",
    },
    {
      what: "PURGE without the token, or with a wrong one",
      figure: statuses.join(", "),
      bound: "403, and nothing is forgotten",
      holds: statuses.every((status) => status === 403) && isStill,
    },
  ];
}

/** A purge that comes a second time takes nothing back of a later one: an answer from between the two is not kept. */
async function again(paper: Paper, { url }: Varnish): Promise<Row> {
  const last = Number((await fetch(paper.url + ARTICLE)).headers.get("x-masthead-event"));
  const purge = (event: number, more: Record<string, string> = {}) => {
    const headers = { authorization: `Bearer ${TOKEN}`, "x-masthead-event": String(event), "xkey-soft": "*", ...more };
    return fetch(url, { method: "PURGE", headers });
  };
  await purge(last + 1);
  await purge(last, { "x-masthead-again": "yes" });
  const outcomes = [await outcomeOf(url + ARTICLE), await outcomeOf(url + ARTICLE)];
  await purge(last);
  return {
    what: "An older answer than the last purge, after an earlier one came again",
    figure: outcomes.join(", "),
    bound: "not kept",
    holds: outcomes.every((outcome) => !outcome.startsWith("edge")),
  };
}

async function freshness({ url }: Varnish, { story, perform }: Writer, deeds: number): Promise<Row[]> {
  const watched = watch(url, [story], lists(), SLACK);
  watched.begin(8);
  for (let deed = 0; deed < deeds; deed++) await watched.deed(story, perform);
  await watched.end();
  const { asked, stale, failed } = watched.found;
  for (const line of stale.slice(0, 10)) console.log(`Stale: ${line}`);
  const { address, p50, p99 } = watched.slowest();
  return [
    none(`Stale ${SLACK} ms after the acknowledgement, of ${asked} answers over ${deeds} deeds`, stale.length),
    none("Of these not answered", failed),
    {
      what: `Acknowledged to visible at the edge (slowest: ${address})`,
      figure: `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
    },
  ];
}

/** The paper is killed: what is held is served on, but nothing that was taken from readers. */
async function withoutPaper(paper: Paper, { url }: Varnish, { story, perform }: Writer): Promise<Row[]> {
  const pages = [...(await storiesOf(url)), ...lists()];
  const ask = () => inParallel(pages, async (page) => (await fetch(url + page)).status, 8);
  // Published and held; then taken from readers, and all else held anew.
  do await perform(++story.begun);
  while (story.begun % 3 !== 1);
  await pause(SLACK);
  await outcomeOf(url + story.address);
  await perform(++story.begun);
  await pause(SLACK);
  await ask();
  paper.child.kill("SIGKILL");
  await paper.gone;
  await pause(5000);
  const statuses = await ask();
  const served = statuses.filter((status) => status === 200).length;
  const lost = pages.filter((_, at) => statuses[at] !== 200);
  const text = await (await fetch(url + story.address)).text();
  return [
    {
      what: "Pages served while the paper is gone, of those held",
      figure: `${served} of ${pages.length}`,
      bound: "all",
      holds: served === pages.length,
    },
    ...lost.slice(0, 3).map((page) => ({ what: "  not served", figure: page })),
    none("Shown of what was taken from readers", text.includes(story.mark) ? 1 : 0),
  ];
}

/** What the command line did while the paper was gone is told once it is back. */
async function afterwards({ url }: Varnish, { story, perform }: Writer, start: () => Promise<void>): Promise<Row[]> {
  while (story.begun % 3 !== 1) await perform(++story.begun);
  await start();
  const began = performance.now();
  const watched = watch(url, [story], lists(), SLACK);
  // It has missed an update: nothing else happens.
  story.acknowledged.push({ deed: story.begun, at: performance.now() + 2000 });
  watched.begin(4);
  await pause(4000);
  await watched.end();
  for (const line of watched.found.stale.slice(0, 10)) console.log(`Stale: ${line}`);
  return [
    none(
      `Stale 2 s after the paper is back, of ${watched.found.asked} answers in ${Math.round(performance.now() - began)} ms`,
      watched.found.stale.length,
    ),
  ];
}
