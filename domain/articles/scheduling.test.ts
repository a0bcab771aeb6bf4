import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeSettings, makeStaff } from "@/db/factories";
import { articles, embargoes, jobs, permalinks, publications, revisions, schedules, settings } from "@/db/schema";
import { whileDiskIsFull } from "@/db/testing/full-disk";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { runDueJobs } from "@/jobs/run";
import { HOUR, MINUTE } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";
import type { ReadersContent } from "./article";
import { listArticles } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { liftEmbargo, setEmbargo } from "./embargo";
import { performSchedule } from "./performing";
import { amendArticle, publishArticle, unpublishArticle } from "./publication";
import { findByPath } from "./published";
import { cancelSchedule, moveSchedule, schedulePublication, scheduleUnpublication } from "./scheduling";

const ZONE = "Europe/Oslo";
const start = new Date("2026-03-10T09:00:00Z");
const wall = (after: number) => wallTimeOf(new Date(start.getTime() + after), ZONE);
const goTo = (after: number) => vi.setSystemTime(new Date(start.getTime() + after));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact(async (tx) => {
    await tx.delete(schedules);
    await tx.delete(embargoes);
    await tx.delete(jobs);
    await tx.delete(settings);
  });
  await makeSettings({ timeZone: ZONE });
});
afterEach(() => vi.useRealTimers());

async function written(given: Partial<ReadersContent> = {}) {
  const editor = await makeStaff({ role: "editor" });
  const { subjectId: id } = await createArticle(editor);
  const content = await completeContent(given);
  await saveDraft(editor, { id, version: 1, content });
  return { editor, id, content };
}

const planned = async (id: string) => {
  const rows = await db().select().from(schedules).where(eq(schedules.articleId, id)).orderBy(schedules.at);
  return rows.map(({ act, outcome }) => `${act} ${outcome ?? "pending"}`);
};

/** The headline that readers get at the article's address; null for none. */
async function read(id: string): Promise<string | null> {
  const [address] = await db().select().from(permalinks).where(eq(permalinks.articleId, id));
  const found = address && (await findByPath(address.path));
  return found && "story" in found ? found.story.headline : null;
}

const refused = (code: string, message: RegExp) => ({ code, message: expect.stringMatching(message) });

describe("what is planned", () => {
  test("that the disk has no room for is no failure: it happens once there is", async () => {
    const words = (from: number) => Array.from({ length: 5000 }, (_, at) => `harbour${from + at}`).join(" ");
    const blocks = Array.from({ length: 12 }, (_, at) => bodyOf(words(at * 5000)).blocks).flat();
    const { editor, id } = await written({ body: { version: 1, blocks } });
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    goTo(HOUR);
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
    const perform = () => performSchedule(row?.id ?? "");
    await expect(whileDiskIsFull(perform)).rejects.toMatchObject({ code: "full" });
    expect(await planned(id)).toEqual(["publish pending"]);
    await perform();
    expect(await planned(id)).toEqual(["publish done"]);
  });

  test("happens at its time, once, with the text that stood when it was planned", async () => {
    const { editor, id, content } = await written({ headline: "As planned" });
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "Written since" } });
    goTo(HOUR - 1000);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    goTo(HOUR);
    await runDueJobs();
    await runDueJobs();
    expect(await read(id)).toBe("As planned");
    const all = await db().select().from(publications).where(eq(publications.articleId, id));
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      kind: "first",
      publishedBy: editor.id,
      publishedAt: new Date(start.getTime() + HOUR),
    });
    expect(await planned(id)).toEqual(["publish done"]);
  });

  test("happens once though several see to it in the same moment, and though one is told again", async () => {
    const { editor, id } = await written();
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    goTo(HOUR);
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
    const told = row?.id ?? "";
    await Promise.all([performSchedule(told), performSchedule(told), runDueJobs(), runDueJobs()]);
    await performSchedule(told);
    expect(await db().select().from(publications).where(eq(publications.articleId, id))).toHaveLength(1);
  });

  test("happens late after a time in which nothing ran, in the order in which it was planned", async () => {
    const { editor, id } = await written();
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    await scheduleUnpublication(editor, { id, at: wall(2 * HOUR) });
    goTo(10 * HOUR);
    await runDueJobs();
    expect(await planned(id)).toEqual(["publish done", "unpublish done"]);
    expect(await read(id)).toBeNull();
    const [late] = await db().select().from(schedules).where(eq(schedules.articleId, id));
    expect((late?.endedAt?.getTime() ?? 0) - (late?.dueAt?.getTime() ?? 0)).toBe(9 * HOUR);
  });

  test("brings an update to a live story, which readers see as it was until then", async () => {
    const { editor, id, content } = await written({ headline: "Before" });
    await publishArticle(editor, { id, version: 2 });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "After" } });
    await schedulePublication(editor, { id, version: 3, at: wall(HOUR) });
    expect(await read(id)).toBe("Before");
    goTo(HOUR);
    await runDueJobs();
    expect(await read(id)).toBe("After");
  });

  test("is moved, and given up", async () => {
    const { editor, id } = await written();
    const { subjectId } = await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, subjectId));
    const scheduleId = row?.id ?? "";
    await moveSchedule(editor, { scheduleId, at: wall(3 * HOUR) });
    goTo(2 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    await cancelSchedule(editor, { scheduleId });
    goTo(4 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    await expect(cancelSchedule(editor, { scheduleId })).rejects.toMatchObject({ code: "not-found" });
    expect(await planned(id)).toEqual(["publish cancelled"]);
  });

  test("is given up where a newer text came before readers first, and where somebody took the story from them", async () => {
    const { editor, id, content } = await written({ headline: "Older" });
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "Newer" } });
    await publishArticle(editor, { id, version: 3 });
    await saveDraft(editor, { id, version: 3, content: { ...content, headline: "Newest" } });
    await schedulePublication(editor, { id, version: 4, at: wall(2 * HOUR) });
    await unpublishArticle(editor, { id });
    expect(await planned(id)).toEqual(["publish superseded", "publish cancelled"]);
    goTo(3 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
  });

  test("tells the desk what could not be done, and does not try it again", async () => {
    const one = await written({ headline: "Tide", slug: "tide" });
    await schedulePublication(one.editor, { id: one.id, version: 2, at: wall(HOUR) });
    const other = await written({ headline: "Tide too", slug: "tide", sectionId: one.content.sectionId });
    await publishArticle(other.editor, { id: other.id, version: 2 });
    goTo(HOUR);
    await runDueJobs();
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, one.id));
    expect(row).toMatchObject({
      outcome: "failed",
      failure: expect.stringContaining("Another article has the address"),
    });
    expect(await db().select().from(jobs).where(eq(jobs.kind, "keep-schedule"))).toEqual([
      expect.objectContaining({ doneAt: expect.any(Date), lastError: null }),
    ]);
  });

  test("is refused where it makes no sense, is incomplete, or is older than what stands", async () => {
    const { editor, id, content } = await written();
    const plan = (at: string, version = 2) => schedulePublication(editor, { id, version, at });
    await expect(plan(wall(-MINUTE))).rejects.toMatchObject(refused("invalid", /has passed/));
    await expect(plan("")).rejects.toMatchObject(refused("invalid", /Choose a day and a time/));
    await expect(plan(wall(HOUR), 1)).rejects.toMatchObject(refused("conflict", /saved again/));
    await expect(scheduleUnpublication(editor, { id, at: wall(HOUR) })).rejects.toMatchObject(
      refused("invalid", /would not see/),
    );
    await plan(wall(HOUR));
    await expect(plan(wall(2 * HOUR))).rejects.toMatchObject(refused("invalid", /planned already/));
    await scheduleUnpublication(editor, { id, at: wall(2 * HOUR) });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "" } });
    await expect(plan(wall(HOUR), 3)).rejects.toMatchObject(refused("invalid", /Write a headline/));
    const reporter = await makeStaff({ role: "reporter" });
    await expect(scheduleUnpublication(reporter, { id, at: wall(3 * HOUR) })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("is right on both nights on which the clocks are changed", async () => {
    const { editor, id } = await written();
    vi.setSystemTime(new Date("2026-03-28T12:00:00Z"));
    const plan = (at: string, turn?: "first" | "second") => schedulePublication(editor, { id, version: 2, at, turn });
    await expect(plan("2026-03-29T02:30")).rejects.toMatchObject(
      refused("invalid", /02:30 does not come. Choose 03:30/),
    );
    await expect(plan("2026-10-25T02:30")).rejects.toMatchObject({
      fields: { turn: expect.stringMatching(/comes twice/) },
    });
    await plan("2026-10-25T02:30", "second");
    vi.setSystemTime(new Date("2026-10-25T00:30:00Z"));
    await runDueJobs();
    expect(await read(id)).toBeNull();
    vi.setSystemTime(new Date("2026-10-25T01:30:00Z"));
    await runDueJobs();
    expect(await read(id)).not.toBeNull();
  });
});

describe("an embargo", () => {
  test("refuses every publication until its minute, and holds what was planned for before", async () => {
    const { editor, id } = await written();
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    const reporter = await makeStaff({ role: "reporter" });
    await expect(setEmbargo(reporter, { id, at: wall(5 * HOUR) })).rejects.toMatchObject({ code: "forbidden" });
    await setEmbargo(editor, { id, at: wall(5 * HOUR), note: "Agreed with the ministry" });
    await expect(publishArticle(editor, { id, version: 2 })).rejects.toMatchObject(refused("invalid", /embargo/));
    goTo(4 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    goTo(5 * HOUR);
    await runDueJobs();
    expect(await read(id)).not.toBeNull();
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
    expect(row?.dueAt).toEqual(new Date(start.getTime() + 5 * HOUR));
  });

  test("goes with a plan at its end or later, and with none before", async () => {
    const { editor, id } = await written();
    await setEmbargo(editor, { id, at: wall(2 * HOUR) });
    const plan = (after: number) => schedulePublication(editor, { id, version: 2, at: wall(after) });
    await expect(plan(HOUR)).rejects.toMatchObject(refused("invalid", /embargo holds it back/));
    await plan(2 * HOUR);
    goTo(2 * HOUR);
    await runDueJobs();
    expect(await read(id)).not.toBeNull();
  });

  test("lifted, lets what waited happen at once; only who may publish lifts or shortens it", async () => {
    const { editor, id } = await written();
    const writer = await makeStaff({ role: "reporter" });
    await transact((tx) => tx.update(articles).set({ createdBy: writer.id }).where(eq(articles.id, id)));
    await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
    await setEmbargo(writer, { id, at: wall(5 * HOUR) });
    await expect(setEmbargo(writer, { id, at: wall(2 * HOUR) })).rejects.toMatchObject({ code: "forbidden" });
    await expect(liftEmbargo(writer, { id })).rejects.toMatchObject({ code: "forbidden" });
    await setEmbargo(writer, { id, at: wall(6 * HOUR) });
    goTo(2 * HOUR);
    await liftEmbargo(editor, { id });
    await runDueJobs();
    expect(await read(id)).not.toBeNull();
  });

  test("keeps a live story before readers as it is, and takes it from them at the planned time all the same", async () => {
    const { editor, id, content } = await written({ headline: "Before" });
    await publishArticle(editor, { id, version: 2 });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "After" } });
    await schedulePublication(editor, { id, version: 3, at: wall(HOUR) });
    await scheduleUnpublication(editor, { id, at: wall(2 * HOUR) });
    await setEmbargo(editor, { id, at: wall(3 * HOUR) });
    goTo(HOUR);
    await runDueJobs();
    expect(await read(id)).toBe("Before");
    goTo(2 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    goTo(4 * HOUR);
    await runDueJobs();
    expect(await read(id)).toBeNull();
    expect(await planned(id)).toEqual(["publish superseded", "unpublish done"]);
  });
});

test("a planned text is kept as a revision of its own", async () => {
  const { editor, id } = await written();
  await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
  const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
  expect(kept).toEqual([expect.objectContaining({ reason: "schedule", version: 2, createdBy: editor.id })]);
});

test("the list of stories says what is planned and held back, and is narrowed to that", async () => {
  const planned = await written({ headline: "Planned" });
  await schedulePublication(planned.editor, { id: planned.id, version: 2, at: wall(HOUR) });
  const held = await written({ headline: "Held back" });
  await setEmbargo(held.editor, { id: held.id, at: wall(2 * HOUR) });
  const listed = async (readers: "scheduled" | "embargoed") => (await listArticles(held.editor, { readers })).rows;
  expect(await listed("scheduled")).toMatchObject([
    { id: planned.id, next: { act: "publish", at: new Date(start.getTime() + HOUR) }, embargoedUntil: null },
  ]);
  expect(await listed("embargoed")).toMatchObject([
    { id: held.id, next: null, embargoedUntil: new Date(start.getTime() + 2 * HOUR) },
  ]);
});

test("a retracted story stays retracted though the clock is set back and it is taken from readers and published again", async () => {
  const { editor, id, content } = await written({ headline: "Retracted" });
  await publishArticle(editor, { id, version: 2 });
  await saveDraft(editor, { id, version: 2, content: { ...content, headline: "Retracted, changed" } });
  await publishArticle(editor, { id, version: 3 });
  goTo(-2 * HOUR);
  await amendArticle(editor, { id, change: { kind: "retraction", reason: "It does not hold." } });
  await unpublishArticle(editor, { id });
  await publishArticle(editor, { id, version: 3 });
  const [address] = await db().select().from(permalinks).where(eq(permalinks.articleId, id));
  const page = await findByPath(address?.path ?? "");
  expect(page && "story" in page && page.story.retraction).toMatchObject({ reason: "It does not hold." });
});
