import { beforeAll, expect, test, vi } from "vitest";
import { makePublishedArticle, makeSection, makeStaff, makeTopic } from "@/db/factories";
import type { Actor } from "@/domain/people/staff";
import { EMPTY_ARTICLE } from "./article";
import { BulkChange, UndoBulk } from "./bulk";
import { changeMany, undoMany } from "./changing-many";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { planArticle } from "./planning";
import { takeStep } from "./stepping";

let reporter: Actor;
let editor: Actor;
beforeAll(async () => {
  reporter = await makeStaff({ role: "reporter" });
  editor = await makeStaff({ role: "editor" });
});

async function story(actor: Actor, said = {}) {
  const { subjectId: id } = await createArticle(actor);
  const content = { ...EMPTY_ARTICLE, headline: `Story ${id}`, ...said };
  await saveDraft(actor, { id, version: 1, content });
  return id;
}
const saidBy = async (id: string) => (await readArticle(editor, id)).content;

test("each story is changed for itself: what is refused of one is done to the others, and said with why", async () => {
  const section = await makeSection();
  const [own, others] = [await story(reporter), await story(editor)];
  const result = await changeMany(reporter, { deed: "section", ids: [own, others, "none"], sectionId: section.id });
  expect(result).toMatchObject({ done: 1, unchanged: 0 });
  expect(result.refused).toEqual([
    { headline: `Story ${others}`, why: expect.stringMatching(/^Your role/) },
    { headline: "A story", why: expect.stringMatching(/does not exist/) },
  ]);
  expect((await saidBy(own)).sectionId).toBe(section.id);
  expect((await saidBy(others)).sectionId).toBeNull();
});

test("a section and a topic are set back, each story to its own, but not where somebody changed it since", async () => {
  const [from, to, topic] = [await makeSection(), await makeSection(), await makeTopic()];
  const [first, second] = [await story(editor, { sectionId: from.id }), await story(editor)];
  const moved = await changeMany(editor, { deed: "section", ids: [first, second], sectionId: to.id });
  const { version, content } = await readArticle(editor, second);
  await saveDraft(editor, { id: second, version, content: { ...content, sectionId: from.id } });
  const undone = await undoMany(editor, UndoBulk.parse({ undo: JSON.stringify(moved.undo) }).undo);
  expect(undone).toMatchObject({
    done: 1,
    refused: [{ headline: `Story ${second}`, why: "It was changed again since." }],
  });
  expect((await saidBy(first)).sectionId).toBe(from.id);

  const added = await changeMany(editor, { deed: "add-topic", ids: [first], topicId: topic.id });
  expect((await saidBy(first)).topicIds).toEqual([topic.id]);
  expect(await changeMany(editor, { deed: "add-topic", ids: [first], topicId: topic.id })).toMatchObject({
    unchanged: 1,
    undo: [],
  });
  await undoMany(editor, added.undo);
  expect((await saidBy(first)).topicIds).toEqual([]);
});

test("an undo that names what is not the actor's is refused as the change would be", async () => {
  const id = await story(editor);
  const undo = [{ id, field: "sectionId" as const, before: (await makeSection()).id, after: null }];
  expect(await undoMany(reporter, undo)).toMatchObject({
    done: 0,
    refused: [{ why: expect.stringMatching(/^Your role/) }],
  });
});

test("only what readers see is taken from them, by who may", async () => {
  const live = await makePublishedArticle();
  const ids = [live.article.id, await story(editor)];
  expect(await changeMany(reporter, { deed: "unpublish", ids, note: "" })).toMatchObject({ done: 0 });
  expect(await changeMany(editor, { deed: "unpublish", ids, note: "" })).toMatchObject({
    done: 1,
    refused: [{ why: "This article is not before readers." }],
  });
});

test("stories are given to somebody, who keeps their deadline, and back", async () => {
  const id = await story(editor);
  // Of two that the clocks show, the second.
  const deadlineAt = { at: "2031-10-26T03:30", turn: "second" as const };
  await planArticle(editor, { id, assigneeId: editor.id, brief: "Count them.", deadlineAt });
  const before = (await readArticle(editor, id)).plan;
  const given = await changeMany(editor, { deed: "assign", ids: [id], assigneeId: reporter.id });
  const { plan } = await readArticle(editor, id);
  expect(plan).toMatchObject({ assignee: { id: reporter.id }, brief: "Count them.", deadlineAt: before.deadlineAt });
  await undoMany(editor, given.undo);
  expect((await readArticle(editor, id)).plan.assignee?.id).toBe(editor.id);
  expect(await undoMany(editor, given.undo)).toMatchObject({ refused: [{ why: "It was changed again since." }] });
  expect(await changeMany(reporter, { deed: "assign", ids: [id], assigneeId: reporter.id })).toMatchObject({ done: 0 });
});

test("stories are sent to review together", async () => {
  const ids = [await story(reporter), await story(reporter)];
  expect(await changeMany(reporter, { deed: "submit", ids })).toMatchObject({ done: 2, refused: [] });
  for (const id of ids) expect((await readArticle(editor, id)).plan.stage).toBe("review");
});

test("stories sent to review are taken back from there, but not where somebody decided since, nor by who may not", async () => {
  const [sent, approved, again] = [await story(reporter), await story(reporter), await story(reporter)];
  const result = await changeMany(reporter, { deed: "submit", ids: [sent, approved, again] });
  const { undo } = UndoBulk.parse({ undo: JSON.stringify(result.undo) });
  await takeStep(editor, { id: approved, step: "approve" });
  await takeStep(editor, { id: again, step: "return", reason: "How many?" });
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ["Date"] });
  await takeStep(reporter, { id: again, step: "submit" });
  vi.useRealTimers();

  const other = await makeStaff({ role: "reporter" });
  expect(await undoMany(other, undo)).toMatchObject({ done: 0 });
  const why = "It was changed again since.";
  expect(await undoMany(reporter, undo)).toMatchObject({
    done: 1,
    undo: [],
    refused: [
      { headline: `Story ${approved}`, why },
      { headline: `Story ${again}`, why },
    ],
  });
  const stages = await Promise.all(
    [sent, approved, again].map(async (id) => (await readArticle(editor, id)).plan.stage),
  );
  expect(stages).toEqual(["drafting", "ready", "review"]);
});

test("a form sends one story as a word and several as a list, and not more than a page or three", () => {
  expect(BulkChange.parse({ deed: "submit", ids: "a" }).ids).toEqual(["a"]);
  expect(BulkChange.parse({ deed: "submit", ids: ["a", "b"] }).ids).toEqual(["a", "b"]);
  expect(BulkChange.safeParse({ deed: "submit", ids: Array(101).fill("a") }).success).toBe(false);
  expect(BulkChange.safeParse({ deed: "submit" }).success).toBe(false);
});

test("no change leaves a story with more than a draft may hold: it could never be opened again", async () => {
  const topics = await Promise.all(Array.from({ length: 21 }, () => makeTopic()));
  const ids = topics.map(({ id }) => id);
  const id = await story(editor, { topicIds: ids.slice(0, 20) });
  const result = await changeMany(editor, { deed: "add-topic", ids: [id], topicId: ids[20] ?? "" });
  expect(result).toMatchObject({ done: 0, refused: [{ why: "An article has at most 20 topics." }] });
  expect((await saidBy(id)).topicIds).toHaveLength(20);
  const undo = { id, field: "topicIds" as const, before: ids, after: ids.slice(0, 20) };
  expect(await undoMany(editor, [undo])).toMatchObject({ done: 0, refused: [{ headline: `Story ${id}` }] });
  expect((await saidBy(id)).topicIds).toHaveLength(20);
});

test("what is taken back is read as what that field holds", () => {
  const said = (undo: object) => UndoBulk.safeParse({ undo: JSON.stringify([{ id: "one", ...undo }]) }).success;
  expect(said({ field: "sectionId", before: null, after: "two" })).toBe(true);
  expect(said({ field: "assigneeId", before: "two", after: null })).toBe(true);
  expect(said({ field: "topicIds", before: [], after: ["two"] })).toBe(true);
  expect(said({ field: "stage", since: "2026-11-28T18:00:00.000Z" })).toBe(true);
  expect(said({ field: "stage", since: "yesterday" })).toBe(false);
  expect(said({ field: "sectionId", before: ["two"], after: null })).toBe(false);
  expect(said({ field: "assigneeId", before: ["two"], after: null })).toBe(false);
  expect(said({ field: "topicIds", before: null, after: [] })).toBe(false);
  expect(said({ field: "topicIds", before: "two", after: [] })).toBe(false);
});
