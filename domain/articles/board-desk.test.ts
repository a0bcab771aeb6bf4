import { beforeAll, describe, expect, test } from "vitest";
import { makeSection, makeSettings, makeStaff } from "@/db/factories";
import type { TrailFilters } from "@/domain/events/trail";
import { completeContent } from "@/domain/testing/content";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { isoInZone } from "@/lib/time";
import { listActive, readActivity } from "./activity";
import { type BoardFilters, readBoard, readCalendar, readOwnWork } from "./board-desk";
import { createArticle, saveDraft } from "./editing";
import { planArticle, proposeIdea } from "./planning";
import { publishArticle } from "./publication";
import { schedulePublication } from "./scheduling";
import { takeStep } from "./stepping";

const ZONE = "Europe/Helsinki";
beforeAll(() => makeSettings({ timeZone: ZONE }));

type Person = Awaited<ReturnType<typeof makeStaff>>;

async function written(writer: Person, headline: string, sectionId?: string) {
  const { subjectId: id } = await createArticle(writer);
  await saveDraft(writer, { id, version: 1, content: await completeContent({ headline, sectionId }) });
  return id;
}

const named = (cards: { headline: string }[]) => cards.map(({ headline }) => headline);

describe("readBoard", () => {
  test("has a story under way in the column of its stage, those due first, and none at rest", async () => {
    const editor = await makeStaff({ role: "editor" });
    const sectionId = (await makeSection()).id;
    const late = await written(editor, "Due late", sectionId);
    const soon = await written(editor, "Due soon", sectionId);
    await written(editor, "Never due", sectionId);
    await planArticle(editor, { id: late, deadlineAt: { at: "2027-01-02T12:00" } });
    await planArticle(editor, { id: soon, deadlineAt: { at: "2027-01-01T12:00" } });
    const out = await written(editor, "Out", sectionId);
    await publishArticle(editor, { id: out, version: 2 });
    await written(editor, "Elsewhere");
    const columns = await readBoard(editor, { sectionId });
    const drafting = columns.find(({ stage }) => stage === "drafting");
    expect(named(drafting?.cards ?? [])).toEqual(["Due soon", "Due late", "Never due"]);
    expect(named(columns.flatMap(({ cards }) => cards))).not.toContain("Out");
    const other = await makeStaff({ role: "editor" });
    expect(named((await readBoard(editor, { staffId: other.id })).flatMap(({ cards }) => cards))).toEqual([]);
  });

  test("shows a contributor their own alone, and what is assigned to them", async () => {
    const contributor = await makeStaff({ role: "contributor" });
    const editor = await makeStaff({ role: "editor" });
    await written(editor, "Secret");
    await proposeIdea(editor, { headline: "For you", assigneeId: contributor.id });
    await written(contributor, "Mine");
    const cards = (await readBoard(contributor)).flatMap((column) => column.cards);
    expect(named(cards).sort()).toEqual(["For you", "Mine"]);
  });
});

describe("readOwnWork", () => {
  test("has what is assigned, returned and sent to somebody, each in its list", async () => {
    const writer = await makeStaff({ role: "reporter" });
    const editor = await makeStaff({ role: "editor" });
    await proposeIdea(editor, { headline: "Given", assigneeId: writer.id });
    const back = await written(writer, "Given back");
    await takeStep(writer, { id: back, step: "submit" });
    await takeStep(editor, { id: back, step: "return", reason: "Why?" });
    const sent = await written(writer, "Sent");
    await takeStep(writer, { id: sent, step: "submit" });
    const approved = await written(writer, "Approved");
    await takeStep(writer, { id: approved, step: "submit" });
    await takeStep(editor, { id: approved, step: "approve" });

    const own = await readOwnWork(writer);
    expect(named(own.toWrite)).toEqual(["Given"]);
    expect(own.returned).toMatchObject([{ headline: "Given back", plan: { reason: "Why?", by: editor.name } }]);
    expect(named(own.elsewhere).sort()).toEqual(["Approved", "Sent"]);
    expect([...own.toReview, ...own.toPublish]).toEqual([]);
    const editors = await readOwnWork(editor);
    expect(named(editors.toReview)).toContain("Sent");
    expect(named(editors.toPublish)).toContain("Approved");
    expect(named(editors.toWrite)).toEqual([]);
  });
});

describe("readCalendar", () => {
  test("has deadlines, plans, schedules and what came out on the days of the publication’s zone", async () => {
    const editor = await makeStaff({ role: "editor" });
    const id = await written(editor, "Over midnight");
    await planArticle(editor, { id, deadlineAt: { at: "2031-05-01T00:30" }, plannedFor: { at: "2031-05-03T07:00" } });
    await schedulePublication(editor, { id, version: 2, at: "2031-05-04T07:00" });
    const items = (await readCalendar(editor, "2031-05", ZONE)).filter(({ articleId }) => articleId === id);
    expect(items.map(({ kind, day, mayMove }) => [kind, day, mayMove])).toEqual([
      ["deadlineAt", "2031-05-01", true],
      ["plannedFor", "2031-05-03", true],
      ["publish", "2031-05-04", true],
    ]);
    expect(items[0]?.at).toEqual(new Date("2031-04-30T21:30Z"));
    const narrowed = async (filters: BoardFilters) =>
      (await readCalendar(editor, "2031-05", ZONE, filters)).filter(({ articleId }) => articleId === id).length;
    expect(await narrowed({ staffId: editor.id })).toBe(3);
    expect(await narrowed({ staffId: newId() })).toBe(0);
    expect(await narrowed({ sectionId: newId() })).toBe(0);
    const reporter = await makeStaff({ role: "reporter" });
    const theirs = (await readCalendar(reporter, "2031-05", ZONE)).filter(({ articleId }) => articleId === id);
    expect(theirs.map(({ mayMove }) => mayMove)).toEqual([false, false, false]);
    const contributor = await makeStaff({ role: "contributor" });
    expect(await readCalendar(contributor, "2031-05", ZONE)).toEqual([]);
    const out = await written(editor, "Came out");
    await publishArticle(editor, { id: out, version: 2 });
    const month = new Date().toISOString().slice(0, 7);
    const published = (await readCalendar(editor, month, ZONE)).filter(({ articleId }) => articleId === out);
    expect(published).toMatchObject([{ kind: "published", mayMove: false }]);
  });
});

describe("readActivity", () => {
  test("tells in words what happened, to whom and why, to those who may read the story", async () => {
    const editor = await makeStaff({ role: "editor", name: "Mirjam" });
    const writer = await makeStaff({ role: "reporter", name: "Inês" });
    const { subjectId: id } = await proposeIdea(editor, { headline: "Otters" });
    await planArticle(editor, { id, assigneeId: writer.id });
    await takeStep(editor, { id, step: "kill", reason: "No otters." });
    const of = async (actor: Person) => (await readActivity(actor)).rows.filter(({ articleId }) => articleId === id);
    const said = (await of(editor)).map(({ sentence, detail }) => [Object.values(sentence).join(""), detail]);
    expect(said).toEqual([
      ["Mirjam killed “Otters”", "No otters."],
      ["Mirjam assigned “Otters”", "To Inês"],
      ["Mirjam proposed “Otters”", ""],
    ]);
    expect(await of(await makeStaff({ role: "contributor" }))).toEqual([]);
  });

  test("is narrowed by who, what, which story and day, and never to what one may not read", async () => {
    const editor = await makeStaff({ role: "editor", name: "Mirjam" });
    const writer = await makeStaff({ role: "contributor", name: "Inês" });
    const { subjectId: id } = await proposeIdea(editor, { headline: "Herons of the weir" });
    await planArticle(editor, { id, assigneeId: writer.id });
    await takeStep(editor, { id, step: "hold", reason: "Wait." });
    await proposeIdea(writer, { headline: "Herons elsewhere" });
    const told = async (actor: Person, filters: TrailFilters) =>
      (await readActivity(actor, { ...filters, timeZone: ZONE })).rows.map(({ sentence }) =>
        Object.values(sentence).join(""),
      );
    expect(await told(editor, { about: "herons", actorId: writer.id })).toEqual(["Inês proposed “Herons elsewhere”"]);
    expect(await told(editor, { about: "weir herons", what: "article.held" })).toEqual([
      "Mirjam held “Herons of the weir”",
    ]);
    const today = isoInZone(now(), ZONE).slice(0, 10);
    expect(await told(editor, { about: "herons", from: today, until: today })).toHaveLength(4);
    expect(await told(editor, { about: "herons", until: "2020-01-01" })).toEqual([]);
    const other = await makeStaff({ role: "contributor" });
    expect(await told(other, { about: "herons" })).toEqual([]);
    expect(await listActive(other)).toEqual([]);
    expect((await listActive(writer)).map(({ name }) => name)).toEqual(["Inês", "Mirjam"]);
    expect((await listActive(editor)).map(({ id }) => id)).toEqual(expect.arrayContaining([editor.id, writer.id]));
  });

  test("goes on by pages, and leaves out every save", async () => {
    const editor = await makeStaff({ role: "editor" });
    for (let n = 0; n < 51; n++) await written(editor, `No. ${n}`);
    const first = await readActivity(editor);
    expect(first.rows).toHaveLength(50);
    expect(first.rows.filter(({ sentence }) => !sentence.before.endsWith(" began "))).toEqual([]);
    const second = await readActivity(editor, { cursor: first.next ?? "" });
    expect(second.rows[0]?.number).toBeLessThan(first.rows.at(-1)?.number ?? 0);
  });
});
