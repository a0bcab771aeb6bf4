import { readFileSync } from "node:fs";
import path from "node:path";
import { MINUTE } from "@/lib/clock";
import { type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import type { Row, Trial } from "@/scripts/trials/report";
import { type Part, processesOf } from "@/scripts/trials/tree";
import { linksOn, sitemapsOf, storiesOf } from "./crawl";

/** How much memory all processes of the paper together may take, in bytes. */
const BOUND = 1024 ** 3;

/** How often it is looked, in milliseconds. */
const EVERY = 2000;

const WORDS = "harbour tram bridge council storm market ferry school strike museum river minister garden winter".split(
  " ",
);

/**
 * Readers ask for whatever there is, at random: stories, lists and their pages, feeds, searches, addresses where nothing
 * is, files that a build has, as fast as they are answered, so many minutes (`--minutes=30`), upon the archive in
 * BENCH_ARCHIVE or else the demonstration edition.
 */
export const memory: Trial = {
  name: "memory",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const given = process.argv.find((arg) => arg.startsWith("--minutes="))?.slice("--minutes=".length);
      const minutes = Number(given ?? (isShort ? 0.5 : 2));
      const archive = process.env.BENCH_ARCHIVE;
      const data = archive ?? path.join(folder, "data");
      const paper = await startPaper(data, {
        SEED: archive ? "none" : "demo",
        WEB_WORKERS: "2",
        SEARCHES_PER_MINUTE: "1000000",
      });
      try {
        return await reading(paper, minutes * MINUTE);
      } finally {
        await paper.end();
      }
    }),
};

async function reading(paper: Paper, milliseconds: number): Promise<Row[]> {
  const site = paper.url;
  const idle = memoryOf(paper);
  const pages = await pagesOf(site);
  const samples: Taken[] = [];
  const until = performance.now() + milliseconds;
  const looking = setInterval(() => samples.push(memoryOf(paper)), EVERY);
  let [asked, failed, made] = [0, 0, 0];
  const reader = async () => {
    while (performance.now() < until) {
      const response = await fetch(site + anyOf(pages), { redirect: "manual" }).catch(() => null);
      await response?.arrayBuffer().catch(() => {});
      asked++;
      if (!response || response.status >= 500) failed++;
      else if (response.headers.get("server-timing")?.endsWith("miss")) made++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, reader));
  clearInterval(looking);
  const most = samples.toSorted((a, b) => b.all - a.all)[0] ?? idle;
  const half = samples.slice(samples.length / 2);
  const growth = ((half.at(-1)?.all ?? 0) - (half[0]?.all ?? 0)) / 2 ** 20;
  return [
    { what: `Read at random, of ${pages.length} pages and more`, figure: `${asked}, of them ${made} rendered` },
    { what: "Not answered", figure: String(failed), bound: "0", holds: failed === 0 },
    { what: "Memory before", figure: described(idle) },
    {
      what: `The most within ${(milliseconds / MINUTE).toFixed(1)} minutes`,
      figure: described(most),
      bound: "under 1024 MB",
      holds: most.all < BOUND,
    },
    { what: "From the middle to the end", figure: `${growth > 0 ? "+" : ""}${growth.toFixed(0)} MB` },
  ];
}

/** Some thousand stories from all over the archive, and what they lead to. */
async function pagesOf(site: string): Promise<string[]> {
  const files = await sitemapsOf(site);
  const lists = await linksOn(`${site}/`);
  const stories = await storiesOf(site);
  const archive = await linksOn(`${site}/archive`);
  return [...stories, ...files, ...lists, ...archive, "/", "/rss.xml", "/atom.xml", "/feed.json", "/archive"];
}

const random = (below: number) => Math.floor(Math.random() * below);

/** Mostly stories; some of all else. */
function anyOf(pages: readonly string[]): string {
  const page = pages[random(pages.length)] ?? "/";
  const [word, other] = [WORDS[random(WORDS.length)], WORDS[random(WORDS.length)]];
  switch (random(20)) {
    case 0:
      return `/search?q=${word}`;
    case 1:
      return `/search?q=${word}+${other}&page=${1 + random(20)}`;
    case 2:
      return `/harbour/no-such-story-${random(1e9)}`;
    case 3:
      return `/harbour?page=${1 + random(500)}`;
    case 4:
      return `${page}/history`;
    case 5:
      return `/share${page}.png`;
    default:
      return page;
  }
}

/** Memory that processes take, in bytes: what they share is counted once. */
type Taken = { all: number; by: Partial<Record<Part, number>> };

/** What all processes of a paper take, each page of memory that several share once. */
export function memoryOf({ child }: Paper): Taken {
  const by: Taken["by"] = {};
  for (const { pid, part } of processesOf(child.pid ?? 0)) by[part] = (by[part] ?? 0) + share(pid);
  return { by, all: Object.values(by).reduce((sum, bytes) => sum + bytes, 0) };
}

function share(pid: number): number {
  try {
    const said = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    return Number(said.match(/^Pss:\s+(\d+) kB/m)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

/** The same in words. */
export function described({ all, by }: Taken): string {
  const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
  const parts = Object.entries(by).map(([part, bytes]) => `${part} ${megabytes(bytes)}`);
  return `${megabytes(all)} (${parts.join(", ")})`;
}
