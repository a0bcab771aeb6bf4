import { eq } from "drizzle-orm";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeSection, makeSettings, makeStaff } from "@/db/factories";
import { events, previewLinks, renditions, revisions, staff } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { publicRendition } from "@/domain/media/serving";
import type { Actor } from "@/domain/people/staff";
import { bodyOf } from "@/domain/testing/content";
import { DAY, MINUTE } from "@/lib/clock";
import { EMPTY_ARTICLE } from "./article";
import { createArticle, saveDraft } from "./editing";
import { setEmbargo } from "./embargo";
import { openPreview, previewFile } from "./preview-opening";
import { listPreviewLinks, revokePreview, sharePreview } from "./preview-sharing";

let reporter: Actor;
let editor: Actor;
beforeAll(async () => {
  await makeSettings();
  reporter = await makeStaff({ role: "reporter" });
  editor = await makeStaff({ role: "editor" });
});
afterEach(() => vi.useRealTimers());

const week = { recipient: "A lawyer", lasts: "7" as const };

async function story() {
  const { subjectId: id } = await createArticle(reporter);
  const asset = await makeAsset();
  const content = {
    ...EMPTY_ARTICLE,
    headline: "Not yet told",
    sectionId: (await makeSection()).id,
    body: bodyOf("The first text."),
    lead: { ...firstUseOf({ id: asset.id }), alt: "", caption: "", credit: "" },
  };
  await saveDraft(reporter, { id, version: 1, content });
  return { id, version: 2, content, asset };
}

async function shown(secret: string) {
  const preview = await openPreview(secret);
  if (preview?.state !== "open") throw new Error(`It is ${preview?.state}`);
  return preview;
}

const filesIn = (told: unknown) =>
  [...JSON.stringify(told).matchAll(/\/preview\/files\/([^/"]+)\/([^/"]+)\/([^/"]+)"/g)].map(
    ([, link = "", signature = "", key = ""]) => ({ link, signature, key }),
  );

test("a link shows the text that stood when it was made, whatever is saved since", async () => {
  const { id, version, content } = await story();
  const { secret } = await sharePreview(reporter, { id, version, ...week });
  await saveDraft(reporter, { id, version, content: { ...content, headline: "Another" } });
  expect(await shown(secret)).toMatchObject({
    recipient: "A lawyer",
    story: { headline: "Not yet told", path: null },
    publishedPath: null,
  });
  expect(await listPreviewLinks(reporter, id)).toMatchObject([{ state: "open", outdated: true }]);
});

test("of the secret only a hash is kept, and the trail holds neither it nor whom it is for", async () => {
  const { id, version } = await story();
  const { secret } = await sharePreview(reporter, { id, version, ...week });
  const kept = JSON.stringify([
    await db().select().from(previewLinks).where(eq(previewLinks.articleId, id)),
    await db().select().from(events).where(eq(events.subjectId, id)),
  ]);
  expect(kept).not.toContain(secret);
  expect(JSON.stringify(await db().select().from(events).where(eq(events.subjectId, id)))).not.toContain("A lawyer");
});

test("two links to one text keep it once", async () => {
  const { id, version } = await story();
  await sharePreview(reporter, { id, version, ...week });
  await sharePreview(editor, { id, version, ...week });
  expect(await db().select().from(revisions).where(eq(revisions.articleId, id))).toHaveLength(1);
});

test("a link that is over, was taken back, or whose maker was shut out says why and nothing else", async () => {
  const { id, version } = await story();
  const maker = await makeStaff({ role: "editor" });
  const [over, back, orphan] = [
    await sharePreview(reporter, { id, version, ...week, lasts: "1" }),
    await sharePreview(reporter, { id, version, ...week }),
    await sharePreview(maker, { id, version, ...week }),
  ];
  await revokePreview(editor, { id: back.id });
  await transact((tx) => tx.update(staff).set({ disabledAt: new Date() }).where(eq(staff.id, maker.id)));
  vi.useFakeTimers({ now: Date.now() + DAY, toFake: ["Date"] });
  expect(await openPreview(over.secret)).toEqual({ state: "expired" });
  expect(await openPreview(back.secret)).toEqual({ state: "revoked" });
  expect(await openPreview(orphan.secret)).toEqual({ state: "revoked" });
  expect(await openPreview("never-was-one")).toBeNull();
  await expect(revokePreview(editor, { id: over.id })).rejects.toMatchObject({ code: "not-found" });
});

test("its pictures are for its page alone: no address of one opens another, or outlives the link", async () => {
  const { id, version, asset } = await story();
  const { id: linkId, secret } = await sharePreview(reporter, { id, version, ...week });
  const files = filesIn(await shown(secret));
  const [first] = files;
  if (!first) throw new Error("No picture is shown");
  expect(JSON.stringify(await shown(secret))).not.toContain('"/media/');
  expect(JSON.stringify(files)).not.toContain(secret);
  for (const { link, signature, key } of files) expect(await previewFile(link, signature, key)).toMatchObject({ key });

  const [foreign] = await db()
    .select()
    .from(renditions)
    .where(eq(renditions.assetId, (await makeAsset()).id));
  expect(await previewFile(first.link, first.signature, foreign?.key ?? "")).toBeNull();
  expect(await previewFile(first.link, "", first.key)).toBeNull();
  const other = await sharePreview(reporter, { id, version, ...week });
  expect(await previewFile(other.id, first.signature, first.key)).toBeNull();
  for (const { key } of await db().select().from(renditions).where(eq(renditions.assetId, asset.id)))
    expect(await publicRendition(key)).toBeNull();

  await revokePreview(reporter, { id: linkId });
  expect(await previewFile(first.link, first.signature, first.key)).toBeNull();
});

test("the list says when a link was last opened; opening it again within a minute writes nothing", async () => {
  const { id, version } = await story();
  const { id: linkId, secret } = await sharePreview(reporter, { id, version, ...week });
  expect(await listPreviewLinks(editor, id)).toMatchObject([{ openedAt: null, createdBy: reporter.name }]);
  const at = Date.now();
  for (const [later, openings] of [
    [0, 1],
    [MINUTE / 2, 1],
    [2 * MINUTE, 2],
  ] as const) {
    vi.useFakeTimers({ now: at + later, toFake: ["Date"] });
    await openPreview(secret);
    const [row] = await db().select().from(previewLinks).where(eq(previewLinks.id, linkId));
    expect(row?.openings).toBe(openings);
  }
  expect(await listPreviewLinks(editor, id)).toMatchObject([{ openedAt: new Date(at + 2 * MINUTE) }]);
});

test("until a time is in the publication's zone, still to come, and not for ever", async () => {
  vi.useFakeTimers({ now: new Date("2026-03-01T10:00:00Z"), toFake: ["Date"] });
  const { id, version } = await story();
  const until = (at: string) => sharePreview(reporter, { id, version, ...week, lasts: "until", until: { at } });
  const link = await until("2026-03-30T14:00");
  expect((await shown(link.secret)).expiresAt).toEqual(new Date("2026-03-30T11:00:00Z"));
  for (const wrong of ["", "soon", "2026-02-30T10:00", "2026-03-01T11:59", "2026-09-01T10:00"]) {
    await expect(until(wrong)).rejects.toMatchObject({ code: "invalid", fields: { "until.at": expect.any(String) } });
  }
});

test("until a time that comes twice is asked about, and until one that is left out refused", async () => {
  vi.useFakeTimers({ now: new Date("2026-10-01T10:00:00Z"), toFake: ["Date"] });
  const { id, version } = await story();
  const given = { id, version, ...week, lasts: "until" as const };
  const at = "2026-10-25T03:30";
  await expect(sharePreview(reporter, { ...given, until: { at } })).rejects.toMatchObject({
    fields: { "until.turn": expect.stringContaining("comes twice") },
  });
  const link = await sharePreview(reporter, { ...given, until: { at, turn: "second" } });
  expect((await shown(link.secret)).expiresAt).toEqual(new Date("2026-10-25T01:30:00Z"));
  vi.setSystemTime(new Date("2027-03-01T10:00:00Z"));
  await expect(sharePreview(reporter, { ...given, until: { at: "2027-03-28T03:30" } })).rejects.toMatchObject({
    fields: { "until.at": expect.stringContaining("does not come") },
  });
});

test("a link works under an embargo, and its page says until when", async () => {
  const { id, version } = await story();
  const { secret } = await sharePreview(reporter, { id, version, ...week });
  expect((await shown(secret)).embargoedUntil).toBeNull();
  await setEmbargo(reporter, { id, at: "2099-01-01T12:00" });
  expect((await shown(secret)).embargoedUntil).toEqual(new Date("2099-01-01T10:00:00Z"));
});

test("no link is made to a text that the maker has not seen, or by who may not", async () => {
  const { id, version } = await story();
  const other = await makeStaff({ role: "reporter" });
  const contributor = await makeStaff({ role: "contributor" });
  await expect(sharePreview(reporter, { id, version: version - 1, ...week })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(sharePreview(other, { id, version, ...week })).rejects.toMatchObject({ code: "forbidden" });
  await expect(sharePreview(contributor, { id, version, ...week })).rejects.toMatchObject({ code: "forbidden" });
  await sharePreview(reporter, { id, version, ...week });
  expect(await listPreviewLinks(other, id)).toEqual([]);
});
