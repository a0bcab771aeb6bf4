import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, events, permalinks, sections, series, topics } from "@/db/schema";
import type { Standing } from "@/domain/events/tags";
import { eventsOf, type Job } from "@/domain/jobs/queue";
import { post } from "@/domain/outbound/post";
import { readMachines } from "@/domain/settings/published";
import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { routes } from "@/lib/routes";
import { hubPing, indexNowPing, PINGS } from "./ping";

type Gathered = Pick<Job, "payload">;

/**
 * Tells IndexNow the addresses of the articles to which something happened: those they have, and those they had.
 * @throws Error if it could not be told now and is to be told later
 */
export async function pingIndexNow({ payload }: Gathered): Promise<void> {
  const machines = await readMachines();
  const articles = (await happened(payload)).map(({ subjectId }) => subjectId);
  const found = await db()
    .select({ path: permalinks.path })
    .from(permalinks)
    .where(inArray(permalinks.articleId, articles));
  if (!PINGS["ping-index-now"](machines) || found.length === 0) return;
  const paths = found.map(({ path }) => path);
  const { type, body } = indexNowPing(paths, machines.indexNowKey, getEnv().SITE_URL);
  await tell("IndexNow", machines.indexNowEndpoint, type, body);
}

/**
 * Tells the hub which feeds changed by what happened to articles.
 * @throws Error if it could not be told now and is to be told later
 */
export async function pingHub({ payload }: Gathered): Promise<void> {
  const machines = await readMachines();
  if (!PINGS["ping-hub"](machines)) return;
  const pages = await pagesWithFeeds((await happened(payload)).map(({ data }) => data as Partial<Standing>));
  const { type, body } = hubPing(pages, getEnv().SITE_URL);
  await tell("The hub", machines.webSubHub, type, body);
}

function happened(payload: Job["payload"]) {
  return db()
    .select({ subjectId: events.subjectId, data: events.data })
    .from(events)
    .where(inArray(events.number, eventsOf(payload)));
}

/** The front, and the pages of all lists in which the articles stood or stand. */
async function pagesWithFeeds(standings: readonly Partial<Standing>[]): Promise<string[]> {
  const ids = (key: keyof Standing) => [...new Set(standings.flatMap((standing) => standing[key] ?? []))];
  const slugs = (table: typeof sections | typeof topics | typeof bylines | typeof series, of: string[]) =>
    db().select({ slug: table.slug }).from(table).where(inArray(table.id, of));
  const [shelves, about, people, parts] = await Promise.all([
    slugs(sections, ids("sectionIds")),
    slugs(topics, ids("topicIds")),
    slugs(bylines, ids("bylineIds")),
    slugs(series, ids("seriesIds")),
  ]);
  return [
    routes.home(),
    ...shelves.map(({ slug }) => routes.section(slug)),
    ...about.map(({ slug }) => routes.topic(slug)),
    ...people.map(({ slug }) => routes.byline(slug)),
    ...parts.map(({ slug }) => routes.series(slug)),
  ];
}

/** Of what was refused for good, a second ping would be refused too: it is written down, and let go. */
async function tell(whom: string, endpoint: string, type: string, body: string): Promise<void> {
  const status = await post(endpoint, type, body);
  if (status >= 200 && status < 300) return;
  if (status >= 500 || status === 408 || status === 429) throw new Error(`${whom} answered ${status}`);
  log.warn({ whom, status }, "A ping was refused: see what the settings say of it");
}
