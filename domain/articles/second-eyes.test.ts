import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeSettings, makeStaff } from "@/db/factories";
import { editWorkflow } from "@/domain/settings/editing";
import { completeContent } from "@/domain/testing/content";
import { wallTimeOf } from "@/lib/zoned-time";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { dueSchedules, performSchedule } from "./performing";
import { planArticle } from "./planning";
import { publishArticle } from "./publication";
import { schedulePublication } from "./scheduling";

beforeAll(async () => {
  await makeSettings();
  await editWorkflow(await makeStaff({ role: "owner" }), { secondEyes: true });
});

afterEach(() => void vi.useRealTimers());

const someEditor = () => makeStaff({ role: "editor" });

async function written() {
  const writer = await someEditor();
  const { subjectId: id } = await createArticle(writer);
  const content = await completeContent();
  await saveDraft(writer, { id, version: 1, content });
  return { writer, id, content };
}

describe("the second pair of eyes", () => {
  test("keeps a story’s owner from publishing and scheduling it, and lets a colleague", async () => {
    const { writer, id } = await written();
    expect((await readArticle(writer, id)).ownWork).toBe(true);
    const refusal = { code: "forbidden", message: expect.stringContaining("somebody else has to") };
    await expect(publishArticle(writer, { id, version: 2 })).rejects.toMatchObject(refusal);
    const at = wallTimeOf(new Date(Date.now() + 86_400_000), "Europe/Helsinki");
    await expect(schedulePublication(writer, { id, version: 2, at })).rejects.toMatchObject(refusal);
    const colleague = await someEditor();
    expect((await readArticle(colleague, id)).ownWork).toBe(false);
    await publishArticle(colleague, { id, version: 2 });
  });

  test("keeps whoever saved its text since it was published last, and nobody for what was published before", async () => {
    const { writer, id, content } = await written();
    const first = await someEditor();
    await saveDraft(first, { id, version: 2, content: { ...content, standfirst: "Better so." } });
    await expect(publishArticle(first, { id, version: 3 })).rejects.toMatchObject({ code: "forbidden" });
    const second = await someEditor();
    await publishArticle(second, { id, version: 3 });
    await saveDraft(writer, { id, version: 3, content: { ...content, standfirst: "Best so." } });
    await publishArticle(first, { id, version: 4 });
  });

  test("keeps whoever wrote on after a text was planned, though that came out meanwhile", async () => {
    const { id, content } = await written();
    const [first, second] = [await someEditor(), await someEditor()];
    vi.useFakeTimers({ toFake: ["Date"] });
    const at = wallTimeOf(new Date(Date.now() + 86_400_000), "Europe/Helsinki");
    await schedulePublication(second, { id, version: 2, at });
    await saveDraft(first, { id, version: 2, content: { ...content, standfirst: "Nobody read this." } });
    vi.setSystemTime(Date.now() + 2 * 86_400_000);
    const [due] = await dueSchedules();
    await performSchedule(due?.id ?? "");
    vi.useRealTimers();
    expect((await readArticle(first, id)).live?.version).toBe(2);
    await expect(publishArticle(first, { id, version: 3 })).rejects.toMatchObject({ code: "forbidden" });
    await publishArticle(second, { id, version: 3 });
  });

  test("looks at whose a story is, not at who began it", async () => {
    const editor = await someEditor();
    const { subjectId: id } = await createArticle(editor);
    const reporter = await makeStaff({ role: "reporter" });
    await planArticle(editor, { id, assigneeId: reporter.id });
    await saveDraft(reporter, { id, version: 1, content: await completeContent() });
    await publishArticle(editor, { id, version: 2 });
  });

  test("asks nothing of a paper that has not chosen it", async () => {
    await editWorkflow(await makeStaff({ role: "owner" }), { secondEyes: false });
    const { writer, id } = await written();
    await publishArticle(writer, { id, version: 2 });
  });

  test("is for an owner to choose", async () => {
    await expect(editWorkflow(await someEditor(), { secondEyes: false })).rejects.toMatchObject({ code: "forbidden" });
  });
});
