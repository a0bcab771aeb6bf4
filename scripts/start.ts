import { createServer, type Server } from "node:http";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { closeDatabase } from "@/db/client";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { readPublication } from "@/domain/settings/published";
import { answerHeaders } from "@/lib/answer-headers";
import { MINUTE } from "@/lib/clock";
import { type Env, readEnv } from "@/lib/env";
import { plainPage } from "@/lib/plain-page";
import type { PressReport } from "@/lib/press-report";
import { wordsOf } from "@/lib/words";
import { createPress } from "@/press/press";
import { keepRunning } from "@/press/process";
import { refuseWith } from "@/press/refusing";
import { startWorkers } from "@/press/workers";
import { backUp } from "./back-up";
import { firstEdition } from "./first-edition";
import { prepare } from "./prepare";
import { picturesAddress, startJobsProcess, startPicturesProcess, startWorker } from "./processes";

const here = import.meta.dirname;
const migrations = path.join(here, "drizzle");

/** Production: prepares, puts in the first edition if there is nothing, and serves. */
async function main() {
  // What is kept holds drafts and people: it is for the user alone who runs this.
  process.umask(0o077);
  const backUpAt = process.argv.indexOf("--back-up");
  if (backUpAt > 0) {
    const target = process.argv[backUpAt + 1];
    if (!target) throw new Error("--back-up needs the folder to copy to");
    await backUp(readEnv(), path.resolve(target));
    return closeDatabase();
  }
  const env = await prepare(migrations);
  const welcome = await firstEdition(env, path.join(here, "put-in-edition.mjs"));
  await serve(env);
  for (const line of welcome) console.log(line);
  console.log(`Masthead is at ${env.SITE_URL} (newsroom: ${env.SITE_URL}/newsroom)`);
}

/** Starts the press, the workers behind it, what works on pictures, and the jobs. It returns when pages are answered. */
async function serve(env: Env): Promise<void> {
  const { socket: picturesAt, remove: removeAddress } = picturesAddress();
  // Workers and jobs inherit it.
  process.env.MASTHEAD_PICTURES = picturesAt;
  const pictures = keepRunning(
    () => startPicturesProcess(picturesAt),
    (how) => console.error(`The process for pictures ended (${how}) and is started anew.`),
  );
  const mostBytes = env.PRESS_MEMORY * 1024 * 1024;
  const since = Date.now();
  const workers = startWorkers(env.WEB_WORKERS, (socket) => startWorker(socket, report));
  const press = createPress({
    workers,
    lastEvent: await lastEventNumber(),
    eventsAfter,
    site: new URL(env.SITE_URL),
    headers: answerHeaders(env),
    bytes: mostBytes,
    proxies: env.TRUST_PROXY,
    unavailable: await unavailablePage(),
  });
  function report(): PressReport {
    const { up, count, restarts } = workers;
    return { ...press.report(), mostBytes, since, workers: { up, count, restarts } };
  }

  const server = createServer({ keepAliveTimeout: 65_000, requireHostHeader: false }, press.handle);
  refuseWith(answerHeaders(env), server);
  await listening(server, env);
  await withinAMinute(workers.ready);
  const jobs = keepRunning(startJobsProcess, (how) => console.error(`The jobs ended (${how}) and are started anew.`));

  async function end(code: number): Promise<void> {
    await drained(server);
    await Promise.all([workers.stop(), jobs.stop(), pictures.stop()]);
    removeAddress();
    closeDatabase();
    process.exit(code);
  }
  process.once("SIGTERM", () => end(143));
  process.once("SIGINT", () => end(130));
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

/** How long answers that have begun may take to finish once the end was asked for, in milliseconds. */
const PATIENCE = 3000;

/** Takes no more requests, and waits for those that are being answered. */
async function drained(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // What has no end of its own, such as an event stream, is cut off.
  await Promise.race([closed, setTimeout(PATIENCE, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}

/** What readers get while no worker answers, in the language of the paper. */
async function unavailablePage(): Promise<string> {
  const language = (await readPublication())?.language ?? "en";
  const words = wordsOf(language);
  return plainPage({ language, title: words("unavailable"), text: words("unavailableWhatNow") });
}

main().catch((error) => {
  console.error(`Masthead cannot start: ${error.message}`);
  process.exit(1);
});
