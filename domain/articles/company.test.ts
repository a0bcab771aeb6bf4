import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { revisions } from "@/db/schema";
import { completeContent } from "@/domain/testing/content";
import type { ContentField } from "./article";
import { GONE_AFTER, keepCompany, takeOver } from "./company";
import { createArticle, saveDraft } from "./editing";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Two editors with one story open, each in a tab. */
async function two() {
  const [ada, ben] = [await makeStaff({ role: "editor" }), await makeStaff({ role: "editor" })];
  const { subjectId: id } = await createArticle(ada);
  const tabs = { ada: `tab-of-ada-${id}`.slice(0, 40), ben: `tab-of-ben-${id}`.slice(0, 40) };
  const beat = (who: "ada" | "ben", field: ContentField | null, leaves = false) =>
    keepCompany(who === "ada" ? ada : ben, { id, tab: tabs[who], field, leaves });
  return { ada, ben, id, tabs, beat };
}

const later = (ms: number) => vi.setSystemTime(Date.now() + ms);

describe("who has a story open", () => {
  test("is told with the field that they write in, and who came first holds it", async () => {
    const { ada, beat } = await two();
    expect((await beat("ada", "headline")).others).toEqual([]);
    later(1000);
    expect((await beat("ben", "headline")).others).toMatchObject([{ name: ada.name, field: "headline", holds: true }]);
    expect((await beat("ada", "headline")).others).toMatchObject([{ field: "headline", holds: false }]);
  });

  test("leaves a field by going to another, and the one who waits then holds it", async () => {
    const { beat } = await two();
    await beat("ada", "headline");
    later(1000);
    await beat("ben", "headline");
    later(1000);
    expect((await beat("ada", "body")).others).toMatchObject([{ field: "headline", holds: true }]);
    expect((await beat("ben", "headline")).others).toMatchObject([{ field: "body", holds: true }]);
  });

  test("is forgotten at once when they leave, and in under a minute when their browser dies", async () => {
    const { beat } = await two();
    await beat("ada", "headline");
    await beat("ada", null, true);
    expect((await beat("ben", null)).others).toEqual([]);
    await beat("ada", "headline");
    later(GONE_AFTER - 1);
    expect((await beat("ben", null)).others).toHaveLength(1);
    later(2);
    expect((await beat("ben", null)).others).toEqual([]);
    expect(GONE_AFTER).toBeLessThan(60_000);
  });

  test("is heard of as long as they go on saying so, though most words are not written down", async () => {
    const { beat } = await two();
    for (let beats = 0; beats < 40; beats++) {
      await beat("ada", "headline");
      later(3000);
    }
    expect((await beat("ben", null)).others).toHaveLength(1);
  });

  test("is nobody's business who may not write in the story", async () => {
    const { id } = await two();
    const reporter = await makeStaff({ role: "reporter" });
    await expect(keepCompany(reporter, { id, tab: "tab-of-nobody", field: null })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(takeOver(reporter, { id, tab: "tab-of-nobody", field: "body" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("a tab is its own person's alone", async () => {
    const { ben, id, tabs, beat } = await two();
    await beat("ada", "headline");
    const refused = { code: "not-found" };
    await expect(keepCompany(ben, { id, tab: tabs.ada, field: "body" })).rejects.toMatchObject(refused);
    await expect(takeOver(ben, { id, tab: tabs.ada, field: "body" })).rejects.toMatchObject(refused);
  });
});

describe("taking over", () => {
  test("gives the field to who takes it, keeps the text that stands, and tells who had it", async () => {
    const { ada, ben, id, tabs, beat } = await two();
    const content = await completeContent({ headline: "Ada’s words" });
    await saveDraft(ada, { id, version: 1, content });
    await beat("ada", "headline");
    await beat("ben", null);
    await takeOver(ben, { id, tab: tabs.ben, field: "headline" });
    const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect(kept).toMatchObject([{ reason: "takeover", headline: "Ada’s words", createdBy: ada.id, version: 2 }]);
    // She is in it still, and holds it no more.
    const told = await beat("ada", "headline");
    expect(told.takenOver).toMatchObject({ by: ben.name, field: "headline" });
    expect(told.others).toMatchObject([{ name: ben.name, field: "headline", holds: true }]);
    expect((await beat("ben", "headline")).others).toMatchObject([{ field: null, holds: false }]);
    // Once she goes elsewhere it is over.
    expect((await beat("ada", "body")).takenOver).toBeNull();
  });

  test("keeps nothing where nobody holds the field", async () => {
    const { ben, id, tabs } = await two();
    await takeOver(ben, { id, tab: tabs.ben, field: "headline" });
    expect(await db().select().from(revisions).where(eq(revisions.articleId, id))).toEqual([]);
  });
});
