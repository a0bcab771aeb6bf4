import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { events, plans } from "@/db/schema";
import { completeContent } from "@/domain/testing/content";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { publishArticle } from "./publication";
import { STAGES, STEPS, type Stage, type Step, type Underway } from "./stage";
import { takeStep } from "./stepping";

/** A whole story of somebody's, at a stage. */
async function storyAt(stage: Stage | null, before: Underway | null = null, role: "editor" | "reporter" = "reporter") {
  const owner = await makeStaff({ role });
  const { subjectId: id } = await createArticle(owner);
  await saveDraft(owner, { id, version: 1, content: await completeContent() });
  await transact((tx) => tx.update(plans).set({ stage, before }).where(eq(plans.articleId, id)));
  return { id, owner };
}

const stageOf = async (id: string) => {
  const [plan] = await db().select().from(plans).where(eq(plans.articleId, id));
  return plan?.stage;
};

const reason = "Because of the tide.";

/** Where each step leads, from which stage. What was held or killed here was ready before. */
const LEADS: Record<Step, Partial<Record<Stage, Stage>>> = {
  begin: { idea: "drafting", assigned: "drafting" },
  submit: { drafting: "review" },
  withdraw: { review: "drafting" },
  return: { review: "drafting", ready: "drafting" },
  approve: { review: "ready" },
  hold: { idea: "held", assigned: "held", drafting: "held", review: "held", ready: "held" },
  resume: { held: "ready" },
  kill: {
    idea: "killed",
    assigned: "killed",
    drafting: "killed",
    review: "killed",
    ready: "killed",
    held: "killed",
  },
  revive: { killed: "ready" },
};

describe.each(STEPS)("%s", (step) => {
  for (const stage of [...STAGES, null]) {
    const to = stage && LEADS[step][stage];
    test(`from ${stage ?? "rest"} ${to ? `leads to ${to}` : "is refused"}`, async () => {
      const { id } = await storyAt(stage, stage === "held" || stage === "killed" ? "ready" : null);
      const editor = await makeStaff({ role: "editor" });
      if (!to) {
        await expect(takeStep(editor, { id, step, reason })).rejects.toMatchObject({ code: "invalid" });
        expect(await stageOf(id)).toBe(stage);
        return;
      }
      const event = await takeStep(editor, { id, step, reason });
      expect(await stageOf(id)).toBe(to);
      const [row] = await db().select().from(events).where(eq(events.number, event.number));
      expect(row).toMatchObject({ subjectId: id, actorId: editor.id, data: { from: stage, to } });
    });
  }

  const from = Object.keys(LEADS[step])[0] as Stage;
  const before = from === "held" || from === "killed" ? "ready" : null;
  const isWriters = ["begin", "submit", "withdraw"].includes(step);

  test(`is ${isWriters ? "the writer’s too" : "no writer’s"}`, async () => {
    const { id, owner } = await storyAt(from, before);
    const stepping = takeStep(owner, { id, step, reason });
    if (isWriters) await stepping;
    else await expect(stepping).rejects.toMatchObject({ code: "forbidden" });
    expect(await stageOf(id)).toBe(isWriters ? LEADS[step][from] : from);
  });

  test("is refused to a colleague who may only write their own", async () => {
    const { id } = await storyAt(from, before);
    const colleague = await makeStaff({ role: "reporter" });
    await expect(takeStep(colleague, { id, step, reason })).rejects.toMatchObject({ code: "forbidden" });
    expect(await stageOf(id)).toBe(from);
  });
});

describe("takeStep", () => {
  test.each(["return", "hold", "kill"] as const)("will know why, before it takes the step %s", async (step) => {
    const { id } = await storyAt("review");
    const editor = await makeStaff({ role: "editor" });
    await expect(takeStep(editor, { id, step, reason: "  " })).rejects.toThrow(/Say why/);
    await takeStep(editor, { id, step, reason });
    expect((await readArticle(editor, id)).plan).toMatchObject({ reason, by: editor.name });
  });

  test("sends nothing to review without a headline", async () => {
    const editor = await makeStaff({ role: "editor" });
    const { subjectId: id } = await createArticle(editor);
    await expect(takeStep(editor, { id, step: "submit" })).rejects.toMatchObject({
      fields: { headline: "Write a headline." },
    });
  });

  test("takes what was held and then killed back to where it was held", async () => {
    const { id } = await storyAt("review");
    const editor = await makeStaff({ role: "editor" });
    await takeStep(editor, { id, step: "hold", reason });
    await takeStep(editor, { id, step: "kill", reason });
    await takeStep(editor, { id, step: "revive" });
    expect(await stageOf(id)).toBe("review");
  });
});

describe("a story’s cycle", () => {
  test("goes from a draft over review, a return and an approval to readers, and rests", async () => {
    const { id, owner } = await storyAt("drafting");
    const editor = await makeStaff({ role: "editor" });
    await takeStep(owner, { id, step: "submit" });
    await takeStep(editor, { id, step: "return", reason });
    await takeStep(owner, { id, step: "submit" });
    expect((await readArticle(owner, id)).plan.reason).toBe("");
    await takeStep(editor, { id, step: "approve" });
    await publishArticle(editor, { id, version: 2 });
    expect(await readArticle(editor, id)).toMatchObject({ readers: "live", plan: { stage: null, by: editor.name } });
  });

  test("begins anew as a live story is changed, while readers keep what they had", async () => {
    const { article, content } = await makePublishedArticle();
    const editor = await makeStaff({ role: "editor" });
    const { id } = article;
    await saveDraft(editor, { id, version: 1, content: { ...content, headline: "Second thoughts" } });
    await takeStep(editor, { id, step: "submit" });
    const story = await readArticle(editor, id);
    expect(story).toMatchObject({ readers: "changed", plan: { stage: "review" }, live: { version: 1 } });
  });

  test("does not end before readers while it is held or killed", async () => {
    const { id } = await storyAt("ready");
    const editor = await makeStaff({ role: "editor" });
    await takeStep(editor, { id, step: "hold", reason });
    await expect(publishArticle(editor, { id, version: 2 })).rejects.toThrow(/is held: “Because of the tide/);
    await takeStep(editor, { id, step: "kill", reason });
    await expect(publishArticle(editor, { id, version: 2 })).rejects.toThrow(/is killed/);
    await takeStep(editor, { id, step: "revive" });
    await publishArticle(editor, { id, version: 2 });
  });

  test("asks for review again where its writer changed what was approved", async () => {
    const { id, owner } = await storyAt("ready");
    const content = await completeContent({ headline: "Another one" });
    await saveDraft(owner, { id, version: 2, content });
    expect(await stageOf(id)).toBe("review");
  });
});
