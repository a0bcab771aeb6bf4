import { beforeAll, describe, expect, test } from "vitest";
import { makeByline, makePublishedArticle, makeSection, makeSettings, makeStaff } from "@/db/factories";
import { listNotices } from "@/domain/notices/desk";
import { completeContent } from "@/domain/testing/content";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { moveOnCalendar, planArticle, proposeIdea } from "./planning";
import { publishArticle } from "./publication";

// Helsinki is two hours ahead in winter, three in summer.
beforeAll(() => makeSettings());

const forbidden = { code: "forbidden" };
const planOf = async (id: string) => (await readArticle(await makeStaff({ role: "editor" }), id)).plan;

async function idea() {
  const editor = await makeStaff({ role: "editor" });
  const { subjectId: id } = await proposeIdea(editor, { headline: "Otters", brief: "How many?" });
  return { id, editor };
}

describe("proposeIdea", () => {
  test("puts an idea down with its brief and section, whoever has it", async () => {
    const contributor = await makeStaff({ role: "contributor" });
    const sectionId = (await makeSection()).id;
    const { verb, subjectId: id } = await proposeIdea(contributor, {
      headline: " Otters ",
      brief: "Count.",
      sectionId,
    });
    expect(verb).toBe("article.proposed");
    expect(await readArticle(contributor, id)).toMatchObject({
      ownerId: contributor.id,
      readers: "never",
      content: { headline: "Otters", sectionId },
      plan: { stage: "idea", brief: "Count.", assignee: null },
    });
  });

  test("gives it to somebody at once, for whoever may plan", async () => {
    const editor = await makeStaff({ role: "editor" });
    const reporter = await makeStaff({ role: "reporter" });
    const given = { headline: "Otters", assigneeId: reporter.id, deadlineAt: { at: "2026-12-01T18:00" } };
    const { subjectId: id } = await proposeIdea(editor, given);
    expect(await planOf(id)).toMatchObject({
      stage: "assigned",
      assignee: { id: reporter.id },
      deadlineAt: new Date("2026-12-01T16:00Z"),
    });
    const contributor = await makeStaff({ role: "contributor" });
    await expect(proposeIdea(contributor, given)).rejects.toMatchObject(forbidden);
  });

  test("is refused without saying what it is about, and with an unknown section", async () => {
    const editor = await makeStaff({ role: "editor" });
    await expect(proposeIdea(editor, { headline: " " })).rejects.toThrow(/Say what it is about/);
    await expect(proposeIdea(editor, { headline: "Otters", sectionId: "none" })).rejects.toMatchObject({
      fields: { sectionId: "This section no longer exists." },
    });
  });
});

describe("planArticle", () => {
  test("gives an idea to somebody, whose it is from then on, and who is told", async () => {
    const { id, editor } = await idea();
    const reporter = await makeStaff({ role: "reporter" });
    const byline = await makeByline({ staffId: reporter.id });
    await planArticle(editor, {
      id,
      assigneeId: reporter.id,
      brief: "Count them.",
      plannedFor: { at: "2026-12-02T06:30" },
    });
    const story = await readArticle(reporter, id);
    expect(story).toMatchObject({
      ownerId: reporter.id,
      writer: reporter.name,
      plan: { stage: "assigned", brief: "Count them.", plannedFor: new Date("2026-12-02T04:30Z"), deadlineAt: null },
    });
    expect(story.content.bylineIds).toEqual([byline.id]);
    expect((await listNotices(reporter)).rows).toMatchObject([{ kind: "assigned", actor: editor.name, read: false }]);
    await saveDraft(reporter, { id, version: story.version, content: await completeContent() });
    expect((await planOf(id)).stage).toBe("drafting");
  });

  test("leaves an assignment where it is while an editor writes in it", async () => {
    const { id, editor } = await idea();
    const reporter = await makeStaff({ role: "reporter" });
    await planArticle(editor, { id, assigneeId: reporter.id });
    await saveDraft(editor, { id, version: 1, content: await completeContent() });
    expect((await planOf(id)).stage).toBe("assigned");
  });

  test("takes it back, and tells who had it", async () => {
    const { id, editor } = await idea();
    const reporter = await makeStaff({ role: "reporter" });
    await planArticle(editor, { id, assigneeId: reporter.id });
    await planArticle(editor, { id });
    expect(await planOf(id)).toMatchObject({ stage: "idea", assignee: null });
    expect((await listNotices(reporter)).rows.map(({ kind }) => kind)).toEqual(["unassigned", "assigned"]);
  });

  test("gives a story in the midst of its work to another, who may go on, while the first may not", async () => {
    const first = await makeStaff({ role: "reporter" });
    const second = await makeStaff({ role: "reporter" });
    const { subjectId: id } = await createArticle(first);
    const content = await completeContent();
    await saveDraft(first, { id, version: 1, content });
    await planArticle(await makeStaff({ role: "editor" }), { id, assigneeId: second.id });
    expect((await planOf(id)).stage).toBe("drafting");
    await saveDraft(second, { id, version: 2, content: { ...content, standfirst: "Mine now." } });
    await expect(saveDraft(first, { id, version: 3, content })).rejects.toMatchObject(forbidden);
  });

  test("assigns an update of a story at rest, whose work ends as it is published", async () => {
    const { article, content } = await makePublishedArticle();
    const editor = await makeStaff({ role: "editor" });
    const { id } = article;
    await planArticle(editor, { id, assigneeId: editor.id, deadlineAt: { at: "2026-12-01T18:00" } });
    expect((await planOf(id)).stage).toBe("assigned");
    await saveDraft(editor, { id, version: 1, content: { ...content, standfirst: "Once more." } });
    await publishArticle(editor, { id, version: 2 });
    expect(await planOf(id)).toMatchObject({ stage: null, deadlineAt: null, assignee: { id: editor.id } });
  });

  test("is refused to a colleague, for somebody who has left, and at no time", async () => {
    const { id, editor } = await idea();
    const colleague = await makeStaff({ role: "reporter" });
    await expect(planArticle(colleague, { id })).rejects.toMatchObject(forbidden);
    const gone = await makeStaff({ disabledAt: new Date() });
    await expect(planArticle(editor, { id, assigneeId: gone.id })).rejects.toMatchObject({
      fields: { assigneeId: "This person is no longer of the staff." },
    });
    await expect(planArticle(editor, { id, deadlineAt: { at: "2026-02-30T10:00" } })).rejects.toMatchObject({
      fields: { "deadlineAt.at": expect.stringContaining("Choose a day and a time") },
    });
  });

  test("asks which of two in the night in which the clocks go back, and keeps it as it was where it is not touched", async () => {
    const { id, editor } = await idea();
    const at = "2026-10-25T03:30";
    await expect(planArticle(editor, { id, deadlineAt: { at } })).rejects.toMatchObject({
      fields: { "deadlineAt.turn": expect.stringContaining("comes twice") },
    });
    await expect(proposeIdea(editor, { headline: "Otters", plannedFor: { at } })).rejects.toMatchObject({
      fields: { "plannedFor.turn": expect.stringContaining("comes twice") },
    });
    await planArticle(editor, { id, deadlineAt: { at, turn: "second" }, plannedFor: { at, turn: "first" } });
    const plan = { deadlineAt: new Date("2026-10-25T01:30Z"), plannedFor: new Date("2026-10-25T00:30Z") };
    expect(await planOf(id)).toMatchObject(plan);
    await planArticle(editor, { id, brief: "Count.", deadlineAt: { at }, plannedFor: { at, turn: "first" } });
    expect(await planOf(id)).toMatchObject({ brief: "Count.", ...plan });
    await planArticle(editor, { id, deadlineAt: { at, turn: "first" } });
    expect(await planOf(id)).toMatchObject({ deadlineAt: plan.plannedFor, plannedFor: plan.plannedFor });
  });

  test("refuses the hour that the clocks leave out, with the one that follows", async () => {
    const { id, editor } = await idea();
    await expect(planArticle(editor, { id, plannedFor: { at: "2027-03-28T03:30" } })).rejects.toMatchObject({
      fields: { "plannedFor.at": expect.stringMatching(/03:30 does not come\. Choose 04:30/) },
    });
  });

  test("leaves times as they are where nothing is said of them, and takes them away where they are emptied", async () => {
    const { id, editor } = await idea();
    await planArticle(editor, { id, deadlineAt: { at: "2020-12-01T18:00" }, plannedFor: { at: "2026-12-02T06:30" } });
    await planArticle(editor, { id, brief: "Count." });
    expect(await planOf(id)).toMatchObject({ deadlineAt: new Date("2020-12-01T16:00Z") });
    await planArticle(editor, { id, deadlineAt: { at: "" } });
    expect(await planOf(id)).toMatchObject({ deadlineAt: null, plannedFor: new Date("2026-12-02T04:30Z") });
  });
});

describe("moveOnCalendar", () => {
  test("moves a deadline to another day at the time that it had, over a change of the clocks", async () => {
    const { id, editor } = await idea();
    await planArticle(editor, { id, deadlineAt: { at: "2027-03-27T18:00" } });
    await moveOnCalendar(editor, { kind: "deadlineAt", id, day: "2027-03-28" });
    expect((await planOf(id)).deadlineAt).toEqual(new Date("2027-03-28T15:00Z"));
  });

  test("takes the next hour where the clocks leave out the one it had", async () => {
    const { id, editor } = await idea();
    await planArticle(editor, { id, plannedFor: { at: "2027-03-27T03:30" } });
    await moveOnCalendar(editor, { kind: "plannedFor", id, day: "2027-03-28" });
    expect((await planOf(id)).plannedFor).toEqual(new Date("2027-03-28T01:30Z"));
  });

  test("is refused to a colleague, on a day that is none, and where nothing is planned", async () => {
    const { id, editor } = await idea();
    const at = { kind: "deadlineAt" as const, id };
    await expect(moveOnCalendar(editor, { ...at, day: "2027-01-01" })).rejects.toMatchObject({ code: "invalid" });
    await planArticle(editor, { id, deadlineAt: { at: "2027-03-27T18:00" } });
    await expect(moveOnCalendar(editor, { ...at, day: "2027-02-30" })).rejects.toMatchObject({ code: "invalid" });
    const colleague = await makeStaff({ role: "reporter" });
    await expect(moveOnCalendar(colleague, { ...at, day: "2027-01-01" })).rejects.toMatchObject(forbidden);
  });
});
