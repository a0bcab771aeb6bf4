import { none, type Row, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { chance } from "./random";
import { inDatabase } from "./reckoning";
import { metricsOf, notReady, pidsOf, published, readersRow, type Stand, whileReading, withStand } from "./stand";

/** Pages, work and processes fail one by one: each alone, told, and with the rest served. */
export const contained: Trial = {
  name: "contained",
  run: () =>
    withStand(async (stand) => [
      ...(await brokenBody(stand)),
      ...(await brokenWork(stand)),
      ...(await killedWorker(stand)),
      ...(await hungProcesses(stand)),
      ...(await told(stand)),
    ]),
};

/** What a newer version wrote into one story. */
async function brokenBody(stand: Stand): Promise<Row[]> {
  const { paper, file, staff } = stand;
  const [held, fresh, whole] = [
    await published(stand, "held"),
    await published(stand, "fresh"),
    await published(stand, "whole"),
  ];
  const first = await (await fetch(paper.url + held.path)).text();
  inDatabase(file, (database) => {
    for (const { id } of [held, fresh]) {
      const body = JSON.stringify({ version: 999, blocks: [{ type: "hologram" }] });
      database.prepare("update revisions set body = ? where article_id = ?").run(body, id);
    }
  });
  // Something else is published: what lists stories is made anew.
  await published(stand, "another");
  const last = await fetch(paper.url + held.path);
  const lastText = await last.text();
  const fault = await fetch(paper.url + fresh.path, { headers: { accept: "text/html" } });
  const faultText = await fault.text();
  const reference = /Reference: (\w+)/.exec(faultText)?.[1] ?? "none";
  const rest = [
    "/",
    "/harbour",
    whole.path,
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
    "/news-sitemap.xml",
  ];
  const others = [];
  for (const path of [...rest, "/search?q=ferry", "/archive"]) {
    const { status } = await fetch(paper.url + path, { headers: { accept: "text/html" } });
    if (status !== 200) others.push(`${path}: ${status}`);
  }
  for (const path of ["/newsroom", "/newsroom/articles", `/newsroom/articles/${whole.id}`]) {
    const { status } = await staff.fetch(path);
    if (status !== 200) others.push(`${path}: ${status}`);
  }
  const own = await (await staff.fetch(`/newsroom/articles/${fresh.id}`)).text();
  if (others.length > 0) console.log(`Failed with it:\n  ${others.join("\n  ")}`);
  return [
    {
      what: "A body from a newer version, page held",
      figure: `${last.status} as it was`,
      bound: "the last good page",
      holds: last.status === 200 && lastText === first,
    },
    {
      what: "The same, page not held",
      figure: `${fault.status}, a whole page with a reference`,
      bound: "500, with the reference",
      holds: fault.status === 500 && faultText.includes("could not print") && reference !== "none",
    },
    {
      what: "The log has that reference",
      figure: paper.said().includes(`"request":"${reference}"`) ? "yes" : "no",
      bound: "yes",
      holds: paper.said().includes(`"request":"${reference}"`),
    },
    none("Other pages, feeds, sitemaps and newsroom pages that fail with it", others.length),
    {
      what: "The editor of that story",
      figure: own.includes("Something broke") || own.includes("__next_error__") ? "a fault of its own" : "opens",
    },
  ];
}

/** Work that always fails, and work that ends the process each time, beside work that is due. */
async function brokenWork(stand: Stand): Promise<Row[]> {
  const { paper, file, desk } = stand;
  const plan = (database: Parameters<Parameters<typeof inDatabase>[1]>[0], id: string, kind: string) =>
    database
      .prepare("insert into jobs (id, kind, payload, run_at, attempts) values (?, ?, '{}', ?, 0)")
      .run(id, kind, Date.now() - 1000);
  inDatabase(file, (database) => {
    for (let count = 0; count < 20; count++) plan(database, `nobody-${count}`, "nobody-does-this");
  });
  const story = await published(stand, "planned");
  await desk.plan(story, chance(), 1500);
  const came = await untilSo(async () => {
    return (await (await fetch(paper.url + story.path)).text()).includes(`plannedx${story.sent}`);
  }, 15_000);
  const failing = await untilSo(
    async () => (await metricsOf(paper)).get('masthead_jobs{state="failing"}') === 20,
    15_000,
  );
  return [
    {
      what: "Twenty jobs that always fail: a plan due in 1.5 s is kept within",
      figure: came === null ? "never" : `${(came / 1000).toFixed(1)} s`,
      bound: "10 s",
      holds: came !== null && came < 10_000,
    },
    {
      what: "They are counted as failing, and wait longer each time",
      figure: failing === null ? "no" : "yes",
      bound: "yes",
      holds: failing !== null,
    },
  ];
}

async function killedWorker({ paper }: Stand): Promise<Row[]> {
  const [, readers] = await whileReading(paper.url, ["/", "/harbour"], async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    process.kill(pidsOf(paper, "worker")[0] ?? 0, "SIGKILL");
    await untilSo(async () => (await metricsOf(paper)).get("masthead_workers_up") === 2, 30_000);
  });
  return [{ ...readersRow("a worker killed", readers), bound: "all", holds: readers.failed.length === 0 }];
}

/** A worker, the jobs and the pictures stand still, as a debugger or a bad disk may have them. */
async function hungProcesses({ paper }: Stand): Promise<Row[]> {
  const parts = ["worker", "jobs", "pictures"] as const;
  const hung = parts.map((part) => pidsOf(paper, part)[0] ?? 0);
  let unready: string[] = [];
  const [replaced, readers] = await whileReading(paper.url, ["/", "/harbour"], async () => {
    for (const pid of hung) process.kill(pid, "SIGSTOP");
    return untilSo(async () => {
      unready = [...new Set([...unready, ...((await notReady(paper)) ?? [])])];
      const now = parts.flatMap((part) => pidsOf(paper, part));
      return !hung.some((pid) => now.includes(pid)) && (await notReady(paper))?.length === 0;
    }, 60_000);
  });
  return [
    {
      ...readersRow("a worker, the jobs and the pictures hung", readers),
      bound: "all",
      holds: readers.failed.length === 0,
    },
    {
      what: "The slowest of them waited",
      figure: `${(readers.slowest / 1000).toFixed(1)} s`,
    },
    {
      what: "All three replaced, and ready again, within",
      figure: replaced === null ? "never" : `${(replaced / 1000).toFixed(0)} s`,
      bound: "60 s",
      holds: replaced !== null,
    },
    { what: "/api/ready said meanwhile", figure: unready.join(", "), bound: "jobs", holds: unready.includes("jobs") },
  ];
}

/** What the log, the metrics and the page Operations say of all that. */
async function told({ paper, staff }: Stand): Promise<Row[]> {
  await new Promise((resolve) => setTimeout(resolve, 2500));
  const page = await (await staff.fetch("/newsroom/operations")).text();
  const metrics = await metricsOf(paper);
  const restarts = ["worker", "jobs", "pictures"].map((part) =>
    metrics.get(`masthead_restarts_total{process="${part}"}`),
  );
  const shown = ["A request failed", "nobody-does-this", "A process hangs"].filter((words) => page.includes(words));
  const lines = paper.said().split("\n");
  const logged = lines.filter((line) => line.startsWith("{"));
  const isJson = (line: string) => {
    try {
      return typeof JSON.parse(line).msg === "string";
    } catch {
      return false;
    }
  };
  return [
    {
      what: "Restarts of workers, jobs, pictures in the metrics",
      figure: restarts.join(", "),
      bound: "2, 1, 1",
      holds: restarts.join() === "2,1,1",
    },
    {
      what: "Kinds of these faults on the page Operations",
      figure: `${shown.length} of 3`,
      bound: "3",
      holds: shown.length === 3,
    },
    none("Lines of the log that are no JSON", logged.filter((line) => !isJson(line)).length),
    none(
      "E-mails and client addresses in what was said",
      lines.filter((line) => /@example\.test|127\.0\.0\.1/.test(line) && line.startsWith("{")).length,
    ),
  ];
}
