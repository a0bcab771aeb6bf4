import { eq } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { assets, events, schedules } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { completeContent } from "@/domain/testing/content";
import { DAY } from "@/lib/clock";
import { deleteAsset, restoreAsset } from "./deleting";

const editor = await makeStaff({ role: "editor" });
const reporter = await makeStaff({ role: "reporter" });
await makeSettings();
afterEach(() => vi.useRealTimers());

const lead = (id: string) => ({ ...firstUseOf({ id }), alt: "", credit: "Jane Roe" });
const rowOf = async (id: string) => (await db().select().from(assets).where(eq(assets.id, id)))[0];

describe("deleting", () => {
  test("puts an asset into the bin, from which it can be had back, and the trail says so", async () => {
    const { id } = await makeAsset({ uploadedBy: reporter.id });
    await deleteAsset(reporter, { id });
    expect(await rowOf(id)).toMatchObject({ deletedBy: reporter.id, deletedAt: expect.any(Date) });
    await expect(deleteAsset(reporter, { id })).rejects.toMatchObject({ code: "not-found" });
    await restoreAsset(reporter, { id });
    expect(await rowOf(id)).toMatchObject({ deletedBy: null, deletedAt: null });
    await expect(restoreAsset(reporter, { id })).rejects.toMatchObject({ code: "not-found" });
    const trail = await db().select({ verb: events.verb }).from(events).where(eq(events.subjectId, id));
    expect(trail.map(({ verb }) => verb)).toEqual(["asset.deleted", "asset.restored"]);
  });

  test("another's is deleted by editors alone", async () => {
    const { id } = await makeAsset();
    await expect(deleteAsset(reporter, { id })).rejects.toMatchObject({ code: "forbidden" });
    await deleteAsset(editor, { id });
    await expect(restoreAsset(reporter, { id })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is refused while readers see it, saying where, and allowed once they do not", async () => {
    const { id } = await makeAsset();
    const { article } = await makePublishedArticle({ headline: "The weir holds", lead: lead(id) });
    await expect(deleteAsset(editor, { id })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("“The weir holds”"),
    });
    await unpublishArticle(editor, { id: article.id });
    await deleteAsset(editor, { id });
  });

  test("is refused while readers are planned to see it", async () => {
    const { id } = await makeAsset();
    const { article, publication } = await makePublishedArticle({ headline: "Tomorrow", lead: lead(id) });
    await unpublishArticle(editor, { id: article.id });
    const at = new Date(Date.now() + DAY);
    const plan = { articleId: article.id, act: "publish" as const, revisionId: publication.revisionId, at };
    await transact((tx) => tx.insert(schedules).values({ ...plan, plannedBy: editor.id, plannedAt: new Date() }));
    await expect(deleteAsset(editor, { id })).rejects.toMatchObject({ message: expect.stringMatching(/planned/) });
  });

  test("is refused for a portrait and for the paper's logo", async () => {
    const portrait = await makeAsset();
    await makeByline({ name: "Zoë Ålund", portraitAssetId: portrait.id });
    const refused = expect.objectContaining({ message: expect.stringContaining("the portrait of Zoë Ålund") });
    await expect(deleteAsset(editor, { id: portrait.id })).rejects.toEqual(refused);
    const logo = await makeAsset();
    await transact(async (tx) => {
      const { settings } = await import("@/db/schema");
      await tx.update(settings).set({ logoAssetId: logo.id });
    });
    await expect(deleteAsset(editor, { id: logo.id })).rejects.toMatchObject({
      message: expect.stringContaining("logo"),
    });
  });

  test("a draft that shows it is saved as before, and is not published with it until it is restored", async () => {
    const { id } = await makeAsset({ filename: "weir.jpg" });
    const { subjectId: articleId } = await createArticle(editor);
    const content = { ...(await completeContent()), lead: lead(id) };
    await deleteAsset(editor, { id });
    await saveDraft(editor, { id: articleId, version: 1, content });
    await expect(publishArticle(editor, { id: articleId, version: 2 })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringMatching(/“weir\.jpg” is in the bin/),
    });
    await restoreAsset(editor, { id });
    await publishArticle(editor, { id: articleId, version: 2 });
  });

  test("after thirty days nothing can be had back", async () => {
    const { id } = await makeAsset();
    await deleteAsset(editor, { id });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 30 * DAY + 1000 });
    await expect(restoreAsset(editor, { id })).rejects.toMatchObject({ code: "not-found" });
  });
});
