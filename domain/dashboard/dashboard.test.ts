import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { embargoes, jobs, plans, readings, schedules } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { takeStep } from "@/domain/articles/stepping";
import { record } from "@/domain/events/record";
import type { Actor } from "@/domain/people/staff";
import { DAY, HOUR, MINUTE } from "@/lib/clock";
import { newId } from "@/lib/id";
import { readDue } from "./due";
import { readFailures } from "./failures";
import { readReadings } from "./read";

/** Noon in Helsinki. */
const NOON = new Date("2026-11-28T10:00:00Z");
const at = (hours: number) => new Date(NOON.getTime() + hours * HOUR);
const zone = "Europe/Helsinki";

let owner: Actor;
let editor: Actor;
let contributor: Actor;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOON, toFake: ["Date"] });
  owner = await makeStaff({ role: "owner" });
  editor = await makeStaff({ role: "editor" });
  contributor = await makeStaff({ role: "contributor" });
  await transact(async (tx) => {
    for (const table of [schedules, embargoes, readings, jobs]) await tx.delete(table);
    await tx.update(plans).set({ deadlineAt: null, plannedFor: null });
  });
});
afterEach(() => vi.useRealTimers());
await makeSettings({ timeZone: zone });

async function story(by: Actor, plan: Partial<typeof plans.$inferInsert> = {}) {
  const { subjectId: id } = await createArticle(by);
  await saveDraft(by, { id, version: 1, content: { ...EMPTY_ARTICLE, headline: `Story ${newId()}` } });
  await transact((tx) =>
    tx
      .update(plans)
      .set({ deadlineAt: null, ...plan })
      .where(eq(plans.articleId, id)),
  );
  return id;
}

function plan(articleId: string, when: Date, given: Partial<typeof schedules.$inferInsert> = {}) {
  const values = { articleId, act: "unpublish" as const, at: when, plannedBy: editor.id, plannedAt: at(-48), ...given };
  return transact((tx) => tx.insert(schedules).values(values));
}

test("today holds what is due until midnight of the paper’s zone and what was missed, in the order of time", async () => {
  const missed = await story(editor, { deadlineAt: at(-30) });
  const tonight = await story(editor, { deadlineAt: at(11.9), plannedFor: at(3) });
  await story(editor, { deadlineAt: at(12.1), plannedFor: at(30) });
  await plan(tonight, at(5));
  await plan(tonight, at(13));
  await plan(tonight, at(1), { endedAt: NOON, outcome: "cancelled" });
  const embargo = { articleId: missed, until: at(4), note: "", setBy: editor.id, setAt: at(-2) };
  await transact((tx) => tx.insert(embargoes).values(embargo));
  expect((await readDue(editor, zone)).map(({ kind, articleId, late }) => [kind, articleId, late])).toEqual([
    ["deadline", missed, true],
    ["planned", tonight, false],
    ["embargo", missed, false],
    ["unpublish", tonight, false],
    ["deadline", tonight, false],
  ]);
});

test("a deadline is met once the story is ready, and nothing is due of what was killed", async () => {
  const id = await story(editor, { deadlineAt: at(1), plannedFor: at(2) });
  await takeStep(editor, { id, step: "submit" });
  expect((await readDue(editor, zone)).map(({ kind }) => kind)).toEqual(["deadline", "planned"]);
  await takeStep(editor, { id, step: "approve" });
  expect((await readDue(editor, zone)).map(({ kind }) => kind)).toEqual(["planned"]);
  await takeStep(editor, { id, step: "kill", reason: "Untrue." });
  expect(await readDue(editor, zone)).toEqual([]);
});

test("who reads their own stories alone learns of nothing else that is due or failed", async () => {
  const [own, other] = [await story(contributor, { deadlineAt: at(1) }), await story(editor, { deadlineAt: at(1) })];
  for (const id of [own, other]) await plan(id, at(-1), { endedAt: NOON, outcome: "failed", failure: "No section." });
  expect((await readDue(contributor, zone)).map(({ articleId }) => articleId)).toEqual([own]);
  expect((await readFailures(contributor)).map(({ article }) => article?.id)).toEqual([own]);
});

test("readings of a day are told by the hour, those of the last hours apart, beside the day before", async () => {
  const [much, little] = [await makePublishedArticle(), await makePublishedArticle({ by: contributor.id })];
  const read = (articleId: string, hours: number, count: number) =>
    transact((tx) => tx.insert(readings).values({ articleId, hour: at(hours), count }));
  await read(much.article.id, 0, 5);
  await read(much.article.id, -20, 7);
  await read(much.article.id, -23, 1);
  await read(much.article.id, -24, 4);
  await read(little.article.id, -2, 2);
  const { readings: told, most, own } = await readReadings(editor);
  expect([told.today, told.before, own]).toEqual([15, 4, false]);
  expect(told.hours.map(({ count }) => count).filter(Boolean)).toEqual([1, 7, 2, 5]);
  expect(most.map(({ articleId, today, lastHours }) => [articleId, today, lastHours])).toEqual([
    [much.article.id, 13, 5],
    [little.article.id, 2, 2],
  ]);
  expect(await readReadings(contributor)).toMatchObject({
    own: true,
    live: 1,
    readings: { today: 2 },
    most: [{ articleId: little.article.id }],
  });
});

test("what failed is told for three days, and what is late now unless an embargo holds it", async () => {
  const [failed, late, held] = [await story(editor), await story(editor), await story(editor)];
  await plan(failed, at(-5), { endedAt: at(-5), outcome: "failed", failure: "It has no section." });
  await plan(failed, at(-90), { endedAt: at(-90), outcome: "failed", failure: "Long ago." });
  await plan(failed, at(-8), { endedAt: new Date(at(-8).getTime() + 40 * MINUTE), outcome: "done" });
  await plan(failed, at(-9), { endedAt: at(-9), outcome: "done" });
  await plan(late, new Date(NOON.getTime() - 10 * MINUTE));
  await plan(held, at(-1));
  await transact((tx) =>
    tx.insert(embargoes).values({ articleId: held, until: at(9), note: "", setBy: editor.id, setAt: at(-2) }),
  );
  expect((await readFailures(editor)).map(({ kind, article, why }) => [kind, article?.id, why])).toEqual([
    ["overdue", late, "Its time has gone by and nothing has happened yet."],
    ["schedule", failed, "It has no section."],
    ["schedule", failed, "Nothing ran when it was due."],
  ]);
});

test("jobs and letters that fail are told to who keeps the house running, and to nobody else", async () => {
  const job = { kind: "ping", payload: {}, runAt: at(1), attempts: 3 };
  await transact(async (tx) => {
    await tx.insert(jobs).values({ ...job, id: newId(), lastError: "No route to host" });
    await tx.insert(jobs).values({ ...job, id: newId(), lastError: null });
    await record(tx, null, "letter.undelivered", "invitation", { reason: "550 no such mailbox" });
  });
  expect((await readFailures(owner)).map(({ kind, why }) => [kind, why])).toEqual([
    ["job", "No route to host"],
    ["letter", "550 no such mailbox"],
  ]);
  expect(await readFailures(editor)).toEqual([]);
  vi.setSystemTime(NOON.getTime() + 4 * DAY);
  // By then the work should long have been tried again.
  expect((await readFailures(owner)).map(({ kind, what }) => [kind, what])).toEqual([
    ["waiting", "2 jobs are due, and nothing does them"],
    ["job", "The job “ping” failed 3 times"],
  ]);
});
