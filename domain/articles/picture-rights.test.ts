import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makePublishedArticle, makeSettings, makeStaff } from "@/db/factories";
import { assets, notices, schedules, settings } from "@/db/schema";
import { completeContent } from "@/domain/testing/content";
import { DAY, HOUR } from "@/lib/clock";
import { wallTimeOf } from "@/lib/zoned-time";
import type { ReadersContent } from "./article";
import { firstUseOf } from "./body";
import { createArticle, saveDraft } from "./editing";
import { performSchedule } from "./performing";
import { readPictureRights } from "./picture-rights";
import { amendArticle, publishArticle, unpublishArticle } from "./publication";
import { moveSchedule, schedulePublication } from "./scheduling";

const ZONE = "Europe/Oslo";
const start = new Date("2026-03-10T09:00:00Z");
const at = (after: number) => new Date(start.getTime() + after);
const wall = (after: number) => wallTimeOf(at(after), ZONE);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact((tx) => tx.delete(settings));
  await makeSettings({ timeZone: ZONE });
});
afterEach(() => vi.useRealTimers());

type Given = Parameters<typeof makeAsset>[0];
const use = (id: string) => ({ ...firstUseOf({ id }), alt: "A bridge", caption: "A bridge", credit: "R. Oyelaran" });
const change = (id: string, to: Given) =>
  transact((tx) =>
    tx
      .update(assets)
      .set(to ?? {})
      .where(eq(assets.id, id)),
  );
const refused = (message: RegExp) => ({ code: "invalid", message: expect.stringMatching(message) });

/** A story that shows a picture with these rights, in one of the places in which a story shows something. */
async function showing(given: Given, where: "lead" | "body" | "gallery" | "share" | "film" = "lead") {
  const asset = await makeAsset({ filename: "bridge.jpg", ...given, ...(where === "film" && { kind: "video" }) });
  const editor = await makeStaff();
  const { subjectId: id } = await createArticle(editor);
  const content = await completeContent(contentWith(asset.id, where));
  if (where !== "lead" && where !== "share") {
    content.body = { version: 1, blocks: [...(await completeContent()).body.blocks, ...content.body.blocks] };
  }
  await saveDraft(editor, { id, version: 1, content });
  return { asset, editor, id, content };
}

function contentWith(assetId: string, where: string): Partial<ReadersContent> {
  if (where === "lead") return { lead: use(assetId) };
  if (where === "share") return { share: { title: "", description: "", assetId } };
  const film = {
    ...{ assetId, title: "The bridge", caption: "Said", credit: "" },
    ...{ posterAssetId: null, captionsAssetId: null, captionsLanguage: "" },
  };
  if (where === "film") return { body: { version: 1, blocks: [{ type: "video", attrs: film }] } };
  if (where === "gallery") {
    return { body: { version: 1, blocks: [{ type: "gallery", attrs: { title: "", pictures: [use(assetId)] } }] } };
  }
  return { body: { version: 1, blocks: [{ type: "picture", attrs: use(assetId) }] } };
}

describe("a story that is published now", () => {
  test.each([
    ["usable", {}, null],
    ["lapsing soon", { validUntil: at(1) }, null],
    ["lapsed to the millisecond", { validUntil: at(0) }, /The rights to the lead picture “bridge.jpg” lapsed on/],
    ["valid from now", { validFrom: at(0) }, null],
    ["not yet valid", { validFrom: at(1) }, /The lead picture “bridge.jpg” may not be shown before/],
    ["with no use left", { usesAllowed: 0 }, /may not be used in any story/],
    ["restricted", { restrictions: "No covers", territory: "Finland", usageTerms: "Editorial" }, null],
  ] as const)("with a picture that is %s", async (_, rights, message) => {
    const { editor, id } = await showing(rights);
    const publishing = publishArticle(editor, { id, version: 2 });
    if (message) await expect(publishing).rejects.toMatchObject(refused(message));
    else await expect(publishing).resolves.toMatchObject({ verb: "article.published" });
  });

  test.each(["body", "gallery", "share", "film"] as const)(
    "is refused wherever the story shows it: %s",
    async (where) => {
      const { editor, id } = await showing({ validUntil: at(0) }, where);
      await expect(publishArticle(editor, { id, version: 2 })).rejects.toMatchObject(refused(/“bridge.jpg” lapsed on/));
    },
  );

  test("has in its checklist what keeps it back, what will soon, and on which terms", async () => {
    const { editor, id, asset } = await showing({ validUntil: at(0) });
    const messages = async () => {
      const { blocking, advisory } = await readPictureRights(editor, id);
      return [blocking, advisory].map((list) => list.map(({ field, message }) => `${field}: ${message}`));
    };
    expect(await messages()).toEqual([
      ["lead: The rights to the lead picture “bridge.jpg” lapsed on 10 March 2026 at 10:00 CET."],
      [],
    ]);
    await change(asset.id, { validUntil: at(13 * DAY), restrictions: "No covers" });
    expect(await messages()).toEqual([
      [],
      [
        "lead: The rights to the lead picture “bridge.jpg” lapse on 23 March 2026 at 10:00 CET.",
        "lead: “bridge.jpg”: Restrictions: No covers.",
      ],
    ]);
  });

  test("its checklist is for those who may read it", async () => {
    const { id } = await showing({});
    const stranger = await makeStaff({ role: "contributor" });
    await expect(readPictureRights(stranger, id)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("the number of uses", () => {
  test("counts stories that came before readers, also those that were taken from them", async () => {
    const { editor, id, asset } = await showing({ usesAllowed: 2 });
    const { article } = await makePublishedArticle({ lead: use(asset.id) });
    await unpublishArticle(editor, { id: article.id });
    // A draft is no use.
    await showing({});
    await publishArticle(editor, { id, version: 2 });
    const third = await createArticle(editor);
    await saveDraft(editor, {
      id: third.subjectId,
      version: 1,
      content: await completeContent({ lead: use(asset.id) }),
    });
    await expect(publishArticle(editor, { id: third.subjectId, version: 2 })).rejects.toMatchObject(
      refused(/was in 2 stories already, and may be used in 2 only/),
    );
  });

  test("a story that had its use may be published again, updated and brought back", async () => {
    const { editor, id, content } = await showing({ usesAllowed: 1 });
    await publishArticle(editor, { id, version: 2 });
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "Anew" } });
    await publishArticle(editor, { id, version: 3 });
    await unpublishArticle(editor, { id });
    await expect(publishArticle(editor, { id, version: 3 })).resolves.toMatchObject({ verb: "article.updated" });
  });
});

describe("a live story whose picture has lapsed meanwhile", () => {
  async function lapsed() {
    const story = await showing({ validUntil: at(HOUR) });
    await publishArticle(story.editor, { id: story.id, version: 2 });
    vi.setSystemTime(at(2 * HOUR));
    return story;
  }

  test("can be updated and corrected, with a word of warning", async () => {
    const { editor, id, content } = await lapsed();
    await saveDraft(editor, { id, version: 2, content: { ...content, headline: "Mended" } });
    const { blocking, advisory } = await readPictureRights(editor, id);
    expect(blocking).toEqual([]);
    expect(advisory[0]?.message).toMatch(/lapsed on .* Readers see it in this story already\.$/);
    await publishArticle(editor, { id, version: 3, change: { kind: "minor" } });
    const correction = { kind: "correction", text: "Wrong.", place: "end", approvedBy: editor.id } as const;
    await expect(amendArticle(editor, { id, change: correction })).resolves.toMatchObject({
      verb: "article.corrected",
    });
  });

  test("cannot come back once it was taken from readers, nor can another show it anew", async () => {
    const { editor, id, asset } = await lapsed();
    await unpublishArticle(editor, { id });
    await expect(publishArticle(editor, { id, version: 2 })).rejects.toMatchObject(refused(/lapsed on/));
    const other = await createArticle(editor);
    const content = await completeContent({ lead: use(asset.id) });
    await saveDraft(editor, { id: other.subjectId, version: 1, content });
    await expect(publishArticle(editor, { id: other.subjectId, version: 2 })).rejects.toMatchObject(
      refused(/lapsed on/),
    );
  });
});

describe("a story that is planned", () => {
  test("is looked at for its time, when it is planned and when it is moved", async () => {
    const { editor, id } = await showing({ validFrom: at(HOUR), validUntil: at(2 * HOUR) });
    const plan = (after: number) => schedulePublication(editor, { id, version: 2, at: wall(after) });
    await expect(plan(HOUR / 2)).rejects.toMatchObject(refused(/may not be shown before/));
    await expect(plan(2 * HOUR)).rejects.toMatchObject(refused(/lapsed on/));
    await plan(HOUR);
    const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
    const move = (after: number) => moveSchedule(editor, { scheduleId: row?.id ?? "", at: wall(after) });
    await expect(move(3 * HOUR)).rejects.toMatchObject(refused(/lapsed on/));
    await move(1.5 * HOUR);
  });

  test.each(["warn", "placeholder"] as const)(
    "is stopped at its time by what lapsed since, and whoever planned it is told (%s)",
    async (whenLapsed) => {
      await transact((tx) => tx.update(settings).set({ pictureDesk: { whenLapsed } }));
      const { editor, id, asset } = await showing({ validUntil: at(5 * HOUR) });
      await schedulePublication(editor, { id, version: 2, at: wall(HOUR) });
      await change(asset.id, { validUntil: at(HOUR) });
      vi.setSystemTime(at(HOUR));
      const [row] = await db().select().from(schedules).where(eq(schedules.articleId, id));
      await performSchedule(row?.id ?? "");
      const [after] = await db().select().from(schedules).where(eq(schedules.articleId, id));
      expect(after).toMatchObject({ outcome: "failed", failure: expect.stringMatching(/“bridge.jpg” lapsed on/) });
      const told = await db().select().from(notices).where(eq(notices.articleId, id));
      expect(told).toMatchObject([{ kind: "schedule-failed", staffId: editor.id }]);
    },
  );
});
