import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeDesk, makeSection, makeSettings, makeStaff } from "@/db/factories";
import { deskMembers, deskSections, desks, roles } from "@/db/schema";
import { findActor } from "@/domain/people/actors";
import type { Actor } from "@/domain/people/staff";
import { completeContent } from "@/domain/testing/content";
import { DAY } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";
import type { Change } from "./article";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { liftEmbargo, setEmbargo } from "./embargo";
import { amendArticle, publishArticle, unpublishArticle } from "./publication";
import { cancelSchedule, moveSchedule, renewSchedule, schedulePublication, scheduleUnpublication } from "./scheduling";
import { liftTakedown, takeDownArticle } from "./taking-down";
import { readTimeline } from "./timeline";

const forbidden = { code: "forbidden" };
const inDays = (days: number) => wallTimeOf(new Date(Date.now() + days * DAY), "Europe/Helsinki");

let owner: Actor;
beforeAll(() => makeSettings());
beforeEach(async () => {
  owner = await makeStaff({ role: "owner" });
});
afterEach(() =>
  transact(async (tx) => {
    await tx.delete(roles);
    await tx.delete(deskMembers);
    await tx.delete(deskSections);
    await tx.delete(desks);
  }),
);

async function present(id: string): Promise<Actor> {
  const actor = await findActor(db(), id);
  if (!actor) throw new Error("Nobody");
  return actor;
}

async function desk(sectionId: string): Promise<Actor> {
  const { id } = await makeStaff({ role: "editor" });
  await makeDesk({ sectionIds: [sectionId], memberIds: [id] });
  return present(id);
}

async function put(actor: Actor, id: string, sectionId: string | null): Promise<number> {
  const { version, content } = await readArticle(owner, id);
  const result = await saveDraft(actor, { id, version, content: { ...content, sectionId } });
  return "saved" in result ? result.saved.version : 0;
}

/** A story of a Sport editor's that the Politics desk put before readers. */
async function inPolitics() {
  const [sport, politics] = [await makeSection(), await makeSection()];
  const [writer, decider] = [await desk(sport.id), await desk(politics.id)];
  const { subjectId: id } = await createArticle(writer);
  await saveDraft(writer, { id, version: 1, content: await completeContent({ sectionId: politics.id }) });
  await publishArticle(decider, { id, version: 2 });
  return { id, sport, politics, writer, decider };
}

describe("what readers see in a section", () => {
  test("is no other desk’s because the draft was moved, to that desk or to none", async () => {
    for (const to of ["sport", "nowhere"] as const) {
      const { id, sport, writer } = await inPolitics();
      const version = await put(writer, id, to === "sport" ? sport.id : null);
      const said = { text: "It was 80 metres.", place: "end" as const, approvedBy: writer.id };
      const deeds: [string, () => Promise<unknown>][] = [
        ["publish", () => publishArticle(writer, { id, version })],
        ["correct", () => amendArticle(writer, { id, change: { kind: "correction", ...said } })],
        ["retract", () => amendArticle(writer, { id, change: { kind: "retraction", reason: "So." } })],
        ["unpublish", () => unpublishArticle(writer, { id })],
        ["take down", () => takeDownArticle(writer, { id, reason: "legal", note: "So." })],
        ["plan", () => schedulePublication(writer, { id, version, at: inDays(1) })],
        ["plan its end", () => scheduleUnpublication(writer, { id, at: inDays(1) })],
      ];
      for (const [what, deed] of deeds) await expect(deed(), `${what}, ${to}`).rejects.toMatchObject(forbidden);
    }
  });

  test("stays its desk’s though the draft was moved away", async () => {
    const { id, sport, writer, decider } = await inPolitics();
    await put(writer, id, sport.id);
    const said = { text: "It was 80 metres.", place: "end" as const, approvedBy: decider.id };
    await expect(amendArticle(decider, { id, change: { kind: "correction", ...said } })).resolves.toBeDefined();
    await expect(unpublishArticle(decider, { id })).resolves.toBeDefined();
  });

  test("is planned by its desk alone, whatever becomes of the draft", async () => {
    const { id, sport, politics, writer, decider } = await inPolitics();
    const version = await put(writer, id, politics.id).then(async () => {
      const { version, content } = await readArticle(owner, id);
      const saved = await saveDraft(writer, { id, version, content: { ...content, standfirst: "News." } });
      return "saved" in saved ? saved.saved.version : version;
    });
    await schedulePublication(decider, { id, version, at: inDays(1) });
    await unpublishArticle(decider, { id });
    await schedulePublication(decider, { id, version, at: inDays(1) });
    await scheduleUnpublication(decider, { id, at: inDays(2) });
    const newer = await put(writer, id, sport.id);
    const [first, last] = (await readTimeline(owner, id)).pending;
    for (const scheduleId of [first?.id ?? "", last?.id ?? ""]) {
      await expect(cancelSchedule(writer, { scheduleId })).rejects.toMatchObject(forbidden);
      await expect(moveSchedule(writer, { scheduleId, at: inDays(3) })).rejects.toMatchObject(forbidden);
    }
    await expect(renewSchedule(writer, { scheduleId: first?.id ?? "", version: newer })).rejects.toMatchObject(
      forbidden,
    );
    await expect(cancelSchedule(decider, { scheduleId: last?.id ?? "" })).resolves.toBeDefined();
  });
});

describe("an embargo", () => {
  test("on what a desk planned is lifted by that desk, though the draft was moved", async () => {
    const [sport, politics] = [await makeSection(), await makeSection()];
    const [writer, decider] = [await desk(sport.id), await desk(politics.id)];
    const { subjectId: id } = await createArticle(writer);
    await saveDraft(writer, { id, version: 1, content: await completeContent({ sectionId: politics.id }) });
    await setEmbargo(decider, { id, at: inDays(2) });
    await schedulePublication(decider, { id, version: 2, at: inDays(3) });
    await put(writer, id, sport.id);
    await expect(liftEmbargo(writer, { id })).rejects.toMatchObject(forbidden);
    await expect(setEmbargo(writer, { id, at: inDays(1) })).rejects.toMatchObject(forbidden);
    await expect(liftEmbargo(decider, { id })).resolves.toBeDefined();
  });
});

test("a take-down is lifted by the desk whose story it was", async () => {
  const { id, sport, writer, decider } = await inPolitics();
  await takeDownArticle(decider, { id, reason: "legal", note: "So." });
  await put(writer, id, sport.id);
  await expect(liftTakedown(writer, { id })).rejects.toMatchObject(forbidden);
  await expect(liftTakedown(decider, { id })).resolves.toBeDefined();
});

describe("a retraction", () => {
  const retraction: Change = { kind: "retraction", reason: "Two of its sources were one." };

  async function publisher() {
    await transact((tx) => tx.insert(roles).values({ role: "editor", grants: { "article.take-down": "nothing" } }));
    return present((await makeStaff({ role: "editor" })).id);
  }

  test("takes who may retract, by whatever way it is told", async () => {
    const editor = await publisher();
    const { subjectId: id } = await createArticle(editor);
    const content = await completeContent();
    await saveDraft(editor, { id, version: 1, content });
    await publishArticle(editor, { id, version: 2 });
    await saveDraft(editor, { id, version: 2, content: { ...content, standfirst: "Why." } });
    await expect(amendArticle(editor, { id, change: retraction })).rejects.toMatchObject(forbidden);
    await expect(publishArticle(editor, { id, version: 3, change: retraction })).rejects.toMatchObject(forbidden);
    await expect(
      schedulePublication(editor, { id, version: 3, change: retraction, at: inDays(1) }),
    ).rejects.toMatchObject(forbidden);

    await amendArticle(owner, { id, change: retraction });
    const ends: Change = { kind: "minor", endsRetraction: true };
    await expect(amendArticle(editor, { id, change: ends })).rejects.toMatchObject(forbidden);
    await expect(publishArticle(editor, { id, version: 3, change: ends })).rejects.toMatchObject(forbidden);
    await expect(publishArticle(editor, { id, version: 3, change: { kind: "minor" } })).resolves.toBeDefined();
  });
});
