import { desc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { assets, events, notices, staff } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { tag, tagsFor } from "@/domain/events/tags";
import { listNotices } from "@/domain/notices/desk";
import { noticeWords, placeOfNotice } from "@/domain/notices/notice";
import { runDueJobs } from "@/jobs/run";
import { DAY, HOUR } from "@/lib/clock";
import { isRightsNewsDue, tellOfRights } from "./lapsing";
import { LAPSES_SOON } from "./rights";
import { listLapsing } from "./rights-desk";

const start = new Date("2026-03-10T09:00:00Z");
const at = (after: number) => new Date(start.getTime() + after);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact((tx) => tx.update(assets).set({ validUntil: null }));
  // Whoever another test made is told of nothing here.
  await transact((tx) => tx.update(staff).set({ disabledAt: start }));
});
afterEach(() => vi.useRealTimers());
await makeSettings({ timeZone: "Europe/Oslo" });

async function shown(until: number) {
  const [uploader, editor, stranger] = [
    await makeStaff({ role: "reporter", name: "Uploader" }),
    await makeStaff({ name: "Editor" }),
    await makeStaff({ role: "contributor", name: "Stranger" }),
  ];
  const asset = await makeAsset({ filename: "bridge.jpg", uploadedBy: uploader.id, validUntil: at(until) });
  const { article } = await makePublishedArticle({ lead: firstUseOf(asset), by: uploader.id, headline: "The bridge" });
  return { uploader, editor, stranger, asset, article };
}

const told = async (assetId: string) => {
  const rows = await db()
    .select({ name: staff.name, kind: notices.kind })
    .from(notices)
    .innerJoin(events, eq(events.number, notices.eventNumber))
    .innerJoin(staff, eq(staff.id, notices.staffId))
    .where(eq(events.subjectId, assetId))
    .orderBy(staff.name, notices.eventNumber);
  return rows.map(({ name, kind }) => `${name} ${kind}`);
};

describe("the desk is told", () => {
  test("two weeks before and at the end, once each, whoever uploaded it and those who may publish its stories", async () => {
    const { asset } = await shown(LAPSES_SOON + 1);
    expect(await isRightsNewsDue()).toBe(false);
    vi.setSystemTime(at(1));
    expect(await isRightsNewsDue()).toBe(true);
    await Promise.all([tellOfRights(), tellOfRights()]);
    await tellOfRights();
    expect(await told(asset.id)).toEqual(["Editor rights-lapsing", "Uploader rights-lapsing"]);
    vi.setSystemTime(at(LAPSES_SOON + 1));
    await runDueJobs();
    await runDueJobs();
    expect(await isRightsNewsDue()).toBe(false);
    expect(await told(asset.id)).toEqual([
      "Editor rights-lapsing",
      "Editor rights-lapsed",
      "Uploader rights-lapsing",
      "Uploader rights-lapsed",
    ]);
  });

  test("anew of an end that was moved", async () => {
    const { asset } = await shown(DAY);
    await tellOfRights();
    await transact((tx) =>
      tx
        .update(assets)
        .set({ validUntil: at(2 * DAY) })
        .where(eq(assets.id, asset.id)),
    );
    await tellOfRights();
    expect((await told(asset.id)).filter((each) => each === "Editor rights-lapsing")).toHaveLength(2);
  });

  test("of nothing that readers do not see", async () => {
    const asset = await makeAsset({ validUntil: at(HOUR) });
    expect(await isRightsNewsDue()).toBe(false);
    await tellOfRights();
    expect(await told(asset.id)).toEqual([]);
  });

  test("in a sentence that names it, and leads to what lapses", async () => {
    const { editor, asset, article } = await shown(HOUR);
    await tellOfRights();
    const [notice] = (await listNotices(editor)).rows;
    if (!notice) throw new Error("Nobody was told");
    expect(noticeWords(notice)).toBe("The rights to something that “The bridge” shows lapse soon");
    expect(notice.detail).toBe("The rights to the picture “bridge.jpg” lapse on 10 March 2026 at 11:00 CET.");
    expect(placeOfNotice(notice)).toBe("/newsroom/media/rights");
    vi.setSystemTime(at(HOUR));
    await tellOfRights();
    const [event] = await db()
      .select()
      .from(events)
      .where(eq(events.subjectId, asset.id))
      .orderBy(desc(events.number))
      .limit(1);
    expect(event?.actorId).toBeNull();
    const touched = tagsFor({ verb: "asset.rights-lapsed", subjectId: asset.id, data: event?.data });
    expect(touched).toContain(tag.article(article.id));
  });
});

describe("the page of what lapses", () => {
  test("lists what readers see, the first to lapse first, with the stories that show it", async () => {
    const { editor, asset, article } = await shown(HOUR);
    const later = await makeAsset({ validUntil: at(LAPSES_SOON) });
    const face = await makeByline({ portraitAssetId: later.id });
    await makePublishedArticle({ bylineIds: [face.id] });
    await makeAsset({ validUntil: at(HOUR) });
    await makePublishedArticle({ lead: firstUseOf(await makeAsset({ validUntil: at(LAPSES_SOON + 2 * HOUR) })) });
    const { rows, more } = await listLapsing(editor);
    expect(more).toBe(false);
    expect(rows).toMatchObject([
      {
        asset: { id: asset.id },
        hasLapsed: false,
        stories: [{ id: article.id, headline: "The bridge" }],
        portraits: [],
        mayEdit: true,
      },
      { asset: { id: later.id }, stories: [], portraits: [{ id: face.id, name: face.name }] },
    ]);
    vi.setSystemTime(at(HOUR));
    expect((await listLapsing(editor)).rows.map(({ hasLapsed }) => hasLapsed)).toEqual([true, false]);
    expect((await listLapsing(editor, 1)).more).toBe(true);
  });

  test("names no story to those who may not read it", async () => {
    const { stranger, asset } = await shown(HOUR);
    const { rows } = await listLapsing(stranger);
    expect(rows).toMatchObject([{ asset: { id: asset.id }, stories: [], hasOthers: true, mayEdit: false }]);
    const nobody = { ...stranger, grants: {} };
    await expect(listLapsing(nobody)).rejects.toMatchObject({ code: "forbidden" });
  });
});
