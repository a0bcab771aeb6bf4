import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { databaseStanding, diskLeft } from "@/db/standing";
import { edgesOf } from "@/domain/edges/edge";
import { keepEdgesFresh } from "@/domain/edges/purging";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { keepFaults, writeFaults } from "@/domain/faults/keeping";
import { limitSearch } from "@/domain/limits/searching";
import { readPublication } from "@/domain/settings/published";
import { answerHeaders } from "@/lib/answer-headers";
import { measuring } from "@/lib/beat";
import { MINUTE } from "@/lib/clock";
import { isDiskFull } from "@/lib/disk-full";
import type { Env } from "@/lib/env";
import { log } from "@/lib/log";
import { plainPage } from "@/lib/plain-page";
import type { PressReport } from "@/lib/press-report";
import { type Words, wordsOf } from "@/lib/words";
import { createHistogram } from "@/press/metrics";
import { createPress } from "@/press/press";
import { createProbes } from "@/press/probes";
import { type Kept, keepRunning } from "@/press/process";
import { feelPulse, type Pulse } from "@/press/pulse";
import { refuseWith } from "@/press/refusing";
import { keepShortLivedSmall } from "@/press/short-lived";
import { sweepSockets } from "@/press/sockets";
import { startWorkers } from "@/press/workers";
import { firstEdition } from "./first-edition";
import { metricsText, type ProcessBeat } from "./metrics";
import { prepare } from "./prepare";
import { picturesAddress, startJobsProcess, startPicturesProcess, startWorker } from "./processes";

const here = import.meta.dirname;
const migrations = path.join(here, "drizzle");

/** Production: prepares, puts in the first edition if there is nothing, and serves. */
async function main() {
  // What is kept holds drafts and people: it is for the user alone who runs this.
  process.umask(0o077);
  const env = await prepare(migrations);
  const welcome = await firstEdition(env, path.join(here, "put-in-edition.mjs"));
  await serve(env);
  for (const line of welcome) console.log(line);
  console.log(`Masthead is at ${env.SITE_URL} (newsroom: ${env.SITE_URL}/newsroom)`);
}

/** Starts the press, the workers behind it, what works on pictures, and the jobs. It returns when pages are answered. */
async function serve(env: Env): Promise<void> {
  keepFaults();
  await sweepSockets();
  const { socket: picturesAt, remove: removeAddress } = picturesAddress();
  // Workers and jobs inherit it.
  process.env.MASTHEAD_PICTURES = picturesAt;
  const pictures = watched("pictures", () => startPicturesProcess(picturesAt));
  keepShortLivedSmall();
  const mostBytes = env.PRESS_MEMORY * 1024 * 1024;
  const since = Date.now();
  const workers = startWorkers(env.WEB_WORKERS, (socket) => startWorker(socket, report));
  const requests = createHistogram({
    name: "masthead_request_seconds",
    help: "How long answers took, by how the press came by them.",
    label: "outcome",
  });
  const renders = createHistogram({
    name: "masthead_render_seconds",
    help: "How long a worker took for a page.",
    label: "of",
  });
  const measured = measuring();
  const headers = answerHeaders(env);
  const press = createPress({
    workers,
    lastEvent: await lastEventNumber(),
    eventsAfter,
    site: new URL(env.SITE_URL),
    headers,
    bytes: mostBytes,
    proxies: env.TRUST_PROXY,
    unavailable: await ownPage("unavailable", "unavailableWhatNow"),
    observe: requests.observe,
    observeRender: (took) => renders.observe("page", took),
    tooMany: (await ownPage("tooManySearches", "tooManySearchesWhatNow"))(),
    limitSearch: (client) => limitSearch(client, env.SEARCHES_PER_MINUTE),
  });
  function report(): PressReport {
    const { up, count, restarts } = workers;
    const processes = beats().map(({ process, pid, beat: { rss, lag } }) => ({ process, pid, rss, lag }));
    return { ...press.report(), mostBytes, since, workers: { up, count, restarts }, processes };
  }

  let jobs: Watched | undefined;
  function beats(): ProcessBeat[] {
    const alone = { jobs: jobs?.pulse, pictures: pictures.pulse };
    return [
      { process: "press", pid: process.pid, beat: measured() },
      ...workers.beats.map((own) => ({ process: "worker", ...own })),
      ...Object.entries(alone).flatMap(([name, pulse]) => {
        return pulse?.beat ? [{ process: name, pid: pulse.pid, beat: pulse.beat }] : [];
      }),
    ];
  }
  let isEnding = false;
  const { lastMigration } = await databaseStanding();
  const probes = createProbes({
    checks: {
      running: () => !isEnding,
      database: async () => (await databaseStanding()).lastMigration === lastMigration,
      disk: async () => (await diskLeft()) >= env.DISK_FLOOR * 1024 * 1024,
      workers: () => workers.up > 0,
      jobs: () => jobs?.isWell ?? false,
    },
    metrics: () =>
      metricsText({
        report: report(),
        beats: beats(),
        restarts: { worker: workers.restarts, jobs: jobs?.restarts ?? 0, pictures: pictures.restarts },
        histograms: [requests.metric(), renders.metric()],
      }),
    headers,
    token: env.METRICS_TOKEN,
  });
  const server = createServer(MANNERS, (request, response) => {
    // Whoever asks on an open connection is answered still, and then goes elsewhere.
    if (isEnding) response.shouldKeepAlive = false;
    if (!probes.handle(request, response)) press.handle(request, response);
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = IDLE;
  refuseWith(headers, server);
  await listening(server, env);
  await withinAMinute(workers.ready);
  jobs = watched("jobs", startJobsProcess);
  const edges = keepEdgesFresh({ edges: edgesOf(env), folder: env.DATA_DIR, build: buildId() });

  async function end(code: number): Promise<void> {
    isEnding = true;
    probes.forget();
    const jobsEnded = jobs?.stop();
    await drained(server);
    await Promise.all([workers.stop(WORKERS_PATIENCE), jobsEnded]);
    await pictures.stop();
    await edges.stop();
    removeAddress();
    await writeFaults().catch(() => {});
    closeDatabase();
    process.exit(code);
  }
  process.once("SIGTERM", () => end(143));
  process.once("SIGINT", () => end(130));
}

/**
 * How long whoever asks may take, in milliseconds: between two requests, over the head of one, and over all of it. Whoever
 * sends a head by the letter is let go of soon; a piece of an upload may take its time on a slow line.
 */
const MANNERS = {
  requireHostHeader: false,
  keepAliveTimeout: 65_000,
  headersTimeout: 15_000,
  requestTimeout: 300_000,
  connectionsCheckingInterval: 2000,
};

/** How many may be connected at once: each takes some ten kilobytes, and one of the system's file handles. */
const MOST_CONNECTIONS = 8192;

/** For how long nothing at all may come or go on a connection, in milliseconds. */
const IDLE = 310_000;

/** What Next names the build by, and with it the files that its pages ask for. */
function buildId(): string {
  return readFileSync(path.join(here, ".next/BUILD_ID"), "utf8");
}

function listening(server: Server, { PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, () => resolve());
  });
}

async function withinAMinute(ready: Promise<void>): Promise<void> {
  const late = setTimeout(MINUTE, "late", { ref: false });
  if ((await Promise.race([ready, late])) === "late") {
    throw new Error("no worker answered within a minute; their messages stand above");
  }
}

/** How long a process may be silent that does what nobody waits for, in milliseconds. */
const SILENCE = 15_000;

/** How late a beat of such a process may be before it counts as unwell, in milliseconds. */
const LATE = 10_000;

type Watched = Kept & { readonly pulse: Pulse | undefined; readonly isWell: boolean };

/** Keeps one of our own processes running, and ends it where it hangs. */
function watched(name: string, start: () => ChildProcess): Watched {
  let pulse: Pulse | undefined;
  const kept = keepRunning(
    () => {
      const child = start();
      pulse = feelPulse(child, SILENCE, () => log.error({ of: name }, "A process hangs, and is ended"));
      return child;
    },
    (how) => log.error({ of: name, how }, "A process ended, and is started anew"),
  );
  return Object.defineProperties(kept, {
    pulse: { get: () => pulse },
    isWell: { get: () => pulse?.beat !== undefined && pulse.silence < LATE },
  }) as Watched;
}

/** How long workers may take to end once there is nothing left for them to answer, in milliseconds. */
const WORKERS_PATIENCE = 3000;

/** How long answers that have begun may take to finish once the end was asked for, in milliseconds. */
const PATIENCE = 5000;

/** For how long requests are taken still, in milliseconds: some are on their way over connections that stay open. */
const LAST_CALL = 500;

/** Takes no more requests, and waits for those that are being answered. */
async function drained(server: Server): Promise<void> {
  await setTimeout(LAST_CALL);
  // Just after the event loop has taken whoever waits to be taken: the system cuts off those who wait as it closes.
  await setImmediate();
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // What has no end of its own, such as an event stream, is cut off.
  await Promise.race([closed, setTimeout(PATIENCE, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

/** What readers get where there is no page, in the language of the paper; with the id by which the log has why, if there is one. */
async function ownPage(title: Parameters<Words>[0], text: Parameters<Words>[0]): Promise<(id?: string) => string> {
  const language = (await readPublication())?.language ?? "en";
  const words = wordsOf(language);
  return (id) =>
    plainPage({
      language,
      title: words(title),
      text: words(text),
      ...(id && { reference: words("reference", { id }) }),
    });
}

main().catch((error) => {
  const why = isDiskFull(error) ? "the disk is full: make room on it, then start again" : error.message;
  console.error(`Masthead cannot start: ${why}`);
  process.exit(1);
});
