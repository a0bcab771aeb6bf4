import os from "node:os";
import path from "node:path";
import { startPaper, withFolder } from "@/scripts/trials/paper";
import { none, percentile, type Row, type Trial } from "@/scripts/trials/report";
import { inParallel, linksOn, outcomeOf, sitemapsOf, storiesOf } from "./crawl";
import { lists } from "./deeds";
import { watch } from "./watch";
import { startStaff, startWriter, type Writer } from "./writers";

/** How long after the acknowledgement 99 of a hundred readers have to see it, in milliseconds, on whichever page. */
const BOUND = 100;

/**
 * Publishes, updates and unpublishes three stories while readers ask for all that shows them: one by the command line, one
 * by staff over HTTP, one by plans that the paper's own jobs carry out. No answer may say less than what had been
 * acknowledged before it was asked for.
 */
export const freshness: Trial = {
  name: "freshness",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const paper = await startPaper(path.join(folder, "data"), {
        SEED: "demo",
        WEB_WORKERS: "2",
        SEARCHES_PER_MINUTE: "1000000",
      });
      const writers: Writer[] = [];
      try {
        writers.push(
          await startWriter(paper.env, "verbs"),
          await startStaff(paper),
          await startWriter(paper.env, "jobs"),
        );
        return [
          ...(await together(paper.url, writers, isShort ? 12 : 336)),
          ...(await visible(paper.url, writers[0] as Writer, isShort ? 8 : 60)),
          ...(await madeAnew(paper.url, writers[0] as Writer)),
        ];
      } finally {
        for (const writer of writers) writer.end();
        await paper.end();
      }
    }),
};

/** All at once, under load: what is stale, and what is not answered. */
async function together(site: string, writers: Writer[], each: number): Promise<Row[]> {
  const watched = watch(
    site,
    writers.map(({ story }) => story),
    lists(),
  );
  watched.begin(12);
  await Promise.all(
    writers.map(async ({ story, perform }) => {
      for (let deed = 0; deed < each; deed++) await watched.deed(story, perform);
    }),
  );
  await watched.end();
  const { asked, stale, failed } = watched.found;
  for (const line of stale.slice(0, 10)) console.log(`Stale: ${line}`);
  const { address, p50, p99 } = watched.slowest();
  return [
    none(
      `Stale of ${asked} answers, over ${each * writers.length} deeds by the command line, staff and jobs`,
      stale.length,
    ),
    none("Not answered", failed),
    {
      what: `Acknowledged to visible while ${watched.readers} read without a pause (slowest: ${address})`,
      figure: spread(p50, p99),
    },
  ];
}

/** One deed after the other: how soon each page shows what was done, asked for alone, and all of them at once. */
async function visible(site: string, { story, perform }: Writer, times: number): Promise<Row[]> {
  const pages = [story.address, ...lists()];
  const alone = watch(site, [story], lists());
  const together = watch(site, [story], lists());
  // Workers that have just started are slower.
  for (let deed = 0; deed < 9; deed++) await watch(site, [story], lists()).deed(story, perform);
  for (let time = 0; time < times; time++) {
    for (const page of pages) await alone.deed(story, perform, [page]);
    await together.deed(story, perform);
  }
  const slowest = alone.slowest();
  const all = [...alone.found.latencies.values()].flat();
  const last = [...together.found.latencies.values()].reduce((most, times) =>
    most.map((one, at) => Math.max(one, times[at] ?? 0)),
  );
  const [load = 0] = os.loadavg();
  return [
    {
      what: `Acknowledged to visible, on the slowest page (${slowest.address})`,
      figure: spread(slowest.p50, slowest.p99),
      bound: `p99 under ${BOUND} ms`,
      holds: slowest.p99 < BOUND,
    },
    { what: `On all ${pages.length} pages`, figure: spread(percentile(all, 0.5), percentile(all, 0.99)) },
    {
      what: `Until the last of all ${pages.length}, asked for at once`,
      figure: spread(percentile(last, 0.5), percentile(last, 0.99)),
    },
    { what: "How busy the machine was meanwhile", figure: `load ${load.toFixed(1)} of ${os.availableParallelism()}` },
    none("Stale meanwhile", alone.found.stale.length + together.found.stale.length),
  ];
}

function spread(p50: number, p99: number): string {
  return `p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`;
}

/** What a publish makes the press forget, of all that it holds. */
async function madeAnew(site: string, { story, perform }: Writer): Promise<Row[]> {
  const stories = await storiesOf(site);
  const found = await inParallel(["/", "/archive", ...stories.slice(0, 40)], (page) => linksOn(site + page));
  const others = new Set([...found.flat(), ...lists(), ...(await sitemapsOf(site)), "/sitemap.xml"]);
  for (const one of stories) others.delete(one);
  const rows: Row[] = [];
  for (const [what, deed] of [
    ["first publish", 0],
    ["update", 1],
    ["unpublish", 2],
  ] as const) {
    while ((story.begun + 1) % 3 !== deed) await perform(++story.begun);
    const anew = async (pages: string[]) => {
      const outcomes = await inParallel(pages, (page) => outcomeOf(site + page));
      return outcomes.filter((outcome) => outcome === "press;desc=miss").length;
    };
    const [articles, lists] = [[...stories], [...others]];
    await anew(articles);
    await anew(lists);
    // Feeds and the like end by the clock just after an event.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await anew(lists);
    await perform(++story.begun);
    const [a, l] = [await anew(articles), await anew(lists)];
    const share = ((a + l) / (articles.length + lists.length)) * 100;
    rows.push({
      what: `Rendered anew by a ${what}, of all pages held`,
      figure: `${a} of ${articles.length} stories, ${l} of ${lists.length} lists and files (${share.toFixed(0)}%)`,
    });
  }
  return rows;
}
