import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import type { Visitor } from "@/scripts/trials/visitor";
import { type Ledger, textIn, wordOf } from "./ledger";

// What must be so of a paper whatever happened to it, by its database, by its pages and by its folder.

/** Each must find nothing: what is before readers halfway, and what was done twice. */
const HALF: Record<string, string> = {
  "live without an address": `select p.article_id from publications p left join permalinks l
    on l.article_id = p.article_id and l.retired_at is null where p.ended_at is null and l.path is null`,
  "an address without anything published": `select path from permalinks
    where article_id not in (select article_id from publications)`,
  "kept for publication and not published": `select id from revisions where reason = 'publication'
    and id not in (select revision_id from publications)`,
  "live and not in the index of search": `select article_id from publications where ended_at is null
    and article_id not in (select article_id from search_entries)`,
  "in the index of search and not live": `select article_id from search_entries
    where article_id not in (select article_id from publications where ended_at is null)`,
  "published more or less often than told": `select a.id from articles a where
    (select count(*) from publications p where p.article_id = a.id) <>
    (select count(*) from events e where e.subject_id = a.id and e.verb in ('article.published', 'article.updated'))`,
  "a draft saved more or less often than told": `select d.article_id from drafts d where d.version <> 1 +
    (select count(*) from events e where e.subject_id = d.article_id and e.verb = 'article.edited')`,
  "planned without a text": `select id from schedules where act = 'publish' and revision_id is null`,
  "a plan kept other than once": `select s.id from schedules s where s.outcome = 'done' and
    (select count(*) from events e where json_extract(e.data, '$.scheduleId') = s.id
      and e.verb in ('article.published', 'article.updated')) <> 1`,
  "a plan kept that is not over": `select e.number from events e join schedules s on s.id = json_extract(e.data, '$.scheduleId')
    where e.verb in ('article.published', 'article.updated') and s.outcome is not 'done'`,
  "a plan that failed": `select id from schedules where outcome = 'failed'`,
  "a file of the library without a copy": "select id from assets where id not in (select asset_id from renditions)",
  "a file of the library that was told of other than once": `select a.id from assets a where
    (select count(*) from events e where e.subject_id = a.id and e.verb = 'asset.uploaded') <> 1`,
};

type Live = { articleId: string; path: string; headline: string; section: string };

/** Reads a database as another process would. */
export function reading<T>(file: string, work: (all: <R>(statement: string, ...given: unknown[]) => R[]) => T): T {
  const database = new Database(file, { readonly: true, timeout: 10_000 });
  try {
    // One look: others go on writing.
    return database.transaction(() =>
      work((statement, ...given) => database.prepare(statement).all(...given) as never[]),
    )();
  } finally {
    database.close();
  }
}

/** Does something to the database from outside. */
export function inDatabase<T>(file: string, work: (database: Database.Database) => T): T {
  const database = new Database(file, { timeout: 10_000 });
  try {
    return work(database);
  } finally {
    database.close();
  }
}

/** Whether the database is sound, and whether anything in it is halfway. @returns what is wrong, in words */
export function halfDone(file: string): { unsound: string[]; half: string[] } {
  return reading(file, (all) => {
    const integrity = all<{ integrity_check: string }>("pragma integrity_check").map((row) => row.integrity_check);
    const keys = all<{ table: string }>("pragma foreign_key_check").map(
      ({ table }) => `${table} names a row that is not there`,
    );
    const half = Object.entries(HALF).flatMap(([what, statement]) => {
      const found = all<Record<string, unknown>>(statement);
      return found.length > 0 ? [`${what}: ${JSON.stringify(found.slice(0, 3))}`] : [];
    });
    return { unsound: [...integrity.filter((said) => said !== "ok"), ...keys], half };
  });
}

/** Whether all that was acknowledged is there, and nothing that was never sent. @returns what is wrong, in words */
export function lostOf(file: string, { stories, uploaded }: Ledger): string[] {
  return reading(file, (all) => {
    const wrong: string[] = [];
    const headlines = (statement: string, id: string) =>
      all<{ headline: string }>(statement, id)
        .map(({ headline }) => headline)
        .join(" ");
    for (const story of stories) {
      const draft = textIn(headlines("select headline from drafts where article_id = ?", story.id), story);
      if (draft < story.saved || draft > story.sent) {
        wrong.push(`${story.word}: text ${story.saved} was saved, ${story.sent} sent, and ${draft} stands`);
      }
      const published = `select r.headline from publications p join revisions r on r.id = p.revision_id where p.article_id = ?`;
      const ever = headlines(published, story.id);
      if (story.published > 0 && !ever.includes(`${wordOf(story, story.published)} `)) {
        wrong.push(`${story.word}: text ${story.published} was published, and never was`);
      }
      if (textIn(ever, story) > story.sent) wrong.push(`${story.word}: readers had a text that was never sent`);
      const plans = headlines(
        "select r.headline from schedules s join revisions r on r.id = s.revision_id where s.article_id = ?",
        story.id,
      );
      for (const text of story.planned) {
        if (!plans.includes(`${wordOf(story, text)} `))
          wrong.push(`${story.word}: text ${text} was planned, and is not`);
      }
    }
    for (const { id, hash } of uploaded) {
      const [asset] = all<{ hash: string }>("select hash from assets where id = ?", id);
      if (asset?.hash !== hash) wrong.push(`the file ${id} was taken in, and is not there`);
    }
    return wrong;
  });
}

/**
 * Whether every page that shows a story shows the text that the database says is live. What is planned comes out while it
 * is being looked: then all is looked at anew. @returns where not
 */
export async function disagreeing(reader: Visitor, file: string): Promise<string[]> {
  for (let looks = 0; looks < 10; looks++) {
    const live = liveIn(file);
    const wrong = await differing(reader, live);
    if (wrong.length === 0 || JSON.stringify(live) === JSON.stringify(liveIn(file))) return wrong;
  }
  return ["the database changed under each of ten looks"];
}

function liveIn(file: string): Live[] {
  return reading(file, (all) =>
    all<Live>(`select p.article_id as articleId, l.path, r.headline, s.slug as section
      from publications p join revisions r on r.id = p.revision_id join sections s on s.id = p.section_id
      join permalinks l on l.article_id = p.article_id and l.retired_at is null where p.ended_at is null
      order by p.article_id`),
  );
}

async function differing(reader: Visitor, live: Live[]): Promise<string[]> {
  const wrong: string[] = [];
  const page = async (address: string) => {
    const answer = await reader.fetch(address);
    if (answer.status !== 200) wrong.push(`${address} answers ${answer.status}`);
    return answer.text();
  };
  const lists = ["/", ...new Set(live.map(({ section }) => `/${section}`)), "/rss.xml"];
  const listed = await Promise.all(lists.map(async (address) => [address, await page(address)] as const));
  for (const { path: address, headline } of live) {
    const found = await page(`/search?q=${encodeURIComponent(headline.split(" ")[1] ?? "")}`);
    const own = [
      [address, await page(address)] as const,
      [`${address}/history`, await page(`${address}/history`)] as const,
    ];
    for (const [where, text] of [...own, ...listed, ["/search", found] as const]) {
      // Search marks what it found.
      if (!text.replace(/<\/?mark[^>]*>/g, "").includes(headline)) wrong.push(`${where} does not show "${headline}"`);
    }
  }
  return wrong;
}

/** Work that is still to be done, and when; what recurs is not among it. */
export function undone(file: string): string[] {
  return reading(file, (all) => [
    ...all<{ id: string }>("select id from jobs where done_at is null and kind not in ('rank-readings')").map(
      ({ id }) => id,
    ),
    ...all<{ id: string }>("select id from schedules where ended_at is null").map(({ id }) => `plan ${id}`),
    ...all<{ id: string }>("select id from assets where kind = 'picture' and copies_say is null").map(
      ({ id }) => `copies ${id}`,
    ),
  ]);
}

/** Files without rows, rows without files, files that are not what their row says, and what was being written. */
export function orphans(folder: string): string[] {
  const file = path.join(folder, "masthead.db");
  const rows = reading(file, (all) => ({
    originals: all<{ name: string }>("select hash as name from assets where purged_at is null"),
    media: all<{ name: string }>("select distinct key as name from renditions"),
  }));
  const wrong: string[] = [];
  for (const part of ["originals", "media"] as const) {
    const named = new Set(rows[part].map(({ name }) => name));
    const there = filesBelow(path.join(folder, part));
    for (const { name, at } of there) if (!named.has(name)) wrong.push(`${part}: ${at} is nobody's`);
    const present = new Map(there.map(({ name, at }) => [name, at]));
    for (const name of named) {
      const at = present.get(name);
      if (!at) wrong.push(`${part}: ${name} is missing`);
      else if (!sha256(at).startsWith(name.split(".")[0] ?? "")) wrong.push(`${part}: ${name} holds something else`);
    }
  }
  const known =
    /^(?:masthead\.db(?:-wal|-shm|-migrating.*)?|(?:starting|files|in-use)\.lock.*|secret|originals|media|backups)$/;
  for (const name of readdirSync(folder)) if (!known.test(name)) wrong.push(`${name} was left behind`);
  return wrong;
}

function sha256(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

/** All files below a folder, also those that are folders of uploads. */
function filesBelow(folder: string): { name: string; at: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() || entry.parentPath.endsWith("incoming"))
    .map(({ name, parentPath }) => ({ name, at: path.join(parentPath, name) }));
}
