import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { eq, inArray } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { events, jobs, publications, schedules } from "@/db/schema";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { schedulePublication, scheduleUnpublication } from "@/domain/articles/scheduling";
import { planJob } from "@/domain/jobs/queue";
import { completeContent } from "@/domain/testing/content";
import { DAY, MINUTE, now } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";

const PROCESSES = 3;
const STORIES = 4;
const TALLIES = 24;

const started: ChildProcess[] = [];

function start(written: string): void {
  const program = path.join(import.meta.dirname, "testing", "one-of-several.ts");
  for (let each = 0; each < PROCESSES; each++)
    started.push(fork(program, [written], { execArgv: ["--import", "tsx"] }));
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** Lets all go on once each has come to the same point. @throws if one of them ends before */
async function gather(where: string): Promise<void> {
  const over = new AbortController();
  const came = started.map((child) =>
    Promise.race([
      once(child, "message", over).then(([said]) => expect(said).toBe(where)),
      once(child, "exit", over).then(([code]) => expect.fail(`One ended before "${where}", with ${code}`)),
    ]),
  );
  await Promise.all(came);
  over.abort();
  for (const child of started) child.send("go on");
}

/** Stories that are to come before readers, and then to leave them, at times that have passed. */
async function dueStories(): Promise<string[]> {
  const editor = await makeStaff({ role: "editor" });
  const at = (days: number) => wallTimeOf(new Date(now().getTime() + days * DAY), "UTC");
  const ids: string[] = [];
  for (let each = 0; each < STORIES; each++) {
    const { subjectId: id } = await createArticle(editor);
    await saveDraft(editor, { id, version: 1, content: await completeContent() });
    await schedulePublication(editor, { id, version: 2, at: at(1) });
    await scheduleUnpublication(editor, { id, at: at(2) });
    ids.push(id);
  }
  const ago = (minutes: number) => new Date(now().getTime() - minutes * MINUTE);
  await transact(async (tx) => {
    await tx
      .update(schedules)
      .set({ at: ago(20) })
      .where(eq(schedules.act, "publish"));
    await tx
      .update(schedules)
      .set({ at: ago(10) })
      .where(eq(schedules.act, "unpublish"));
  });
  return ids;
}

test("Of what is due each thing happens once, in its order, though several processes see to one database at once", async () => {
  await makeSettings({ timeZone: "UTC" });
  const stories = await dueStories();
  const tallies = Array.from({ length: TALLIES }, (_, at) => `tally-${at}`);
  for (const id of tallies) await planJob({ id, kind: "tally", runAt: now() });
  const written = path.join(process.env.DATA_DIR ?? "", "tally");
  start(written);
  const ended = Promise.all(started.map((child) => once(child, "exit")));

  await gather("start");
  await gather("keep-schedule");
  await gather("tally");
  expect((await ended).map(([code]) => code)).toEqual(Array(PROCESSES).fill(0));

  const plans = await db().select().from(schedules).orderBy(schedules.articleId, schedules.at);
  expect(plans.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual(
    stories.flatMap(() => ["publish done", "unpublish done"]),
  );
  const before = await db().select().from(publications).where(inArray(publications.articleId, stories));
  expect(before.map(({ articleId }) => articleId).sort()).toEqual([...stories].sort());
  expect(before.every(({ endedAt }) => endedAt !== null)).toBe(true);
  const told = await db().select().from(events).where(inArray(events.subjectId, stories)).orderBy(events.number);
  for (const id of stories) {
    const verbs = told.filter(({ subjectId }) => subjectId === id).map(({ verb }) => verb);
    expect(verbs.filter((verb) => /published$/.test(verb))).toEqual(["article.published", "article.unpublished"]);
  }

  const done = readFileSync(written, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
  expect(done.map(([id]) => id).sort()).toEqual([...tallies].sort());
  expect(new Set(done.map(([, pid]) => pid)).size).toBe(PROCESSES);
  const kept = await db().select().from(jobs).where(eq(jobs.kind, "tally"));
  expect(kept.filter(({ doneAt, attempts, lastError }) => doneAt && attempts === 1 && !lastError)).toHaveLength(
    TALLIES,
  );
}, 180_000);
