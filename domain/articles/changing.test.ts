import { eq } from "drizzle-orm";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeSettings, makeStaff } from "@/db/factories";
import { corrections, rankings, renditions } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { newsFile } from "@/domain/feeds/news-sitemap";
import { correctionsFeed, siteFeed } from "@/domain/feeds/published";
import { sitemapFile } from "@/domain/feeds/sitemap";
import { publicRendition } from "@/domain/media/serving";
import type { Actor } from "@/domain/people/staff";
import { countReading, writeReadings } from "@/domain/readings/counting";
import { mostRead } from "@/domain/readings/published";
import { rankReadings } from "@/domain/readings/ranking";
import { search } from "@/domain/search/published";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { HOUR } from "@/lib/clock";
import { newId } from "@/lib/id";
import { wallTimeOf } from "@/lib/zoned-time";
import { Change, type ReadersContent } from "./article";
import { correctionsOfPaper } from "./corrections";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { findHistory } from "./history";
import { dueSchedules } from "./performing";
import { openPreview } from "./preview-opening";
import { sharePreview } from "./preview-sharing";
import { amendArticle, publishArticle, unpublishArticle } from "./publication";
import { findByPath, inSection, latest } from "./published";
import { schedulePublication } from "./scheduling";
import { liftTakedown, takeDownArticle } from "./taking-down";
import { readTimeline } from "./timeline";

const KINDS = { label: String, role: String, review: String, language: String };

let editor: Actor;
let other: Actor;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
  other = await makeStaff({ role: "editor" });
  await makeSettings();
});
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T10:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const later = () => vi.setSystemTime(Date.now() + HOUR);

/** A story before readers, and how to say more of it. */
async function published(given: Partial<ReadersContent> = {}) {
  const { subjectId: id } = await createArticle(editor);
  const word = `w${newId()}`;
  let content = await completeContent({ headline: `Fog ${word}`, ...given });
  const save = async (changed: Partial<ReadersContent> = {}) => {
    content = { ...content, ...changed };
    const { version } = await readArticle(editor, id);
    const result = await saveDraft(editor, { id, version, content });
    return "saved" in result ? result.saved.version : 0;
  };
  await publishArticle(editor, { id, version: await save() });
  const path = (await readArticle(editor, id)).live?.path ?? "";
  const update = async (change: Change, changed: Partial<ReadersContent>) => {
    later();
    return publishArticle(editor, { id, version: await save(changed), change });
  };
  return { id, path, word, content, save, update };
}

async function storyAt(path: string) {
  const found = await findByPath(path);
  if (!found || !("story" in found)) throw new Error("no story");
  return found.story;
}

async function historyAt(path: string, page = 1) {
  const found = await findHistory(path, page, KINDS);
  if (!found || !("history" in found)) throw new Error("no history");
  return found.history;
}

/** Every time at which readers are told that the story changed. */
async function timesOf(id: string, path: string) {
  const month = (await storyAt(path)).publishedAt?.toISOString().slice(0, 7) ?? "";
  return {
    page: (await storyAt(path)).updatedAt,
    card: (await latest())?.cards.find(({ articleId }) => articleId === id)?.updatedAt,
    feed: (await siteFeed())?.feed.entries.find((entry) => entry.id === id)?.updatedAt,
    sitemap: (await sitemapFile(month))?.find((entry) => entry.path === path)?.updatedAt,
  };
}

const each = (at: Date) => ({ page: at, card: at, feed: at, sitemap: at });

describe("minor and notable", () => {
  test("a minor update moves no time that anybody is told; a notable one moves all of them, and says what changed", async () => {
    const { id, path, update } = await published();
    const first = new Date();
    await update({ kind: "minor" }, { standfirst: "Mended." });
    expect((await storyAt(path)).standfirst).toBe("Mended.");
    expect(await timesOf(id, path)).toEqual(each(first));
    await update({ kind: "update", note: "The ferries sail again." }, { standfirst: "They sail." });
    expect(await timesOf(id, path)).toEqual(each(new Date()));
    const second = new Date();
    await update({ kind: "minor" }, { standfirst: "They sail!" });
    expect(await timesOf(id, path)).toEqual(each(second));
    const { groups, total } = await historyAt(path);
    expect(total).toBe(4);
    expect(groups.map((group) => group.map(({ kind, note }) => note || kind))).toEqual([
      ["minor"],
      ["The ferries sail again."],
      ["minor"],
      ["first"],
    ]);
  });

  test("each kind has to say what readers are told of it", () => {
    for (const lacking of [
      { kind: "update", note: " " },
      { kind: "correction", text: "", place: "end", approvedBy: "x" },
      { kind: "correction", text: "It was 1911.", place: "end" },
      { kind: "retraction", reason: "" },
      { kind: "first" },
      {},
    ]) {
      expect(Change.safeParse(lacking).success, JSON.stringify(lacking)).toBe(false);
    }
    expect(Change.parse({ kind: "minor", endsRetraction: "on" })).toEqual({ kind: "minor", endsRetraction: true });
  });
});

describe("correction", () => {
  const change = () => ({
    kind: "correction" as const,
    text: "The bridge opened in 1911, not 1912.",
    place: "top" as const,
    approvedBy: other.id,
  });

  test("is published with the draft's changes, or upon what readers see while the draft holds unfinished work", async () => {
    const { id, path, save, update } = await published({ body: bodyOf("The bridge opened in 1912.") });
    await update(change(), { body: bodyOf("The bridge opened in 1911.") });
    expect(await storyAt(path)).toMatchObject({ corrections: [{ text: change().text, place: "top" }] });
    const [entry] = (await historyAt(path)).groups[0] ?? [];
    expect(entry).toMatchObject({ kind: "correction", note: change().text });
    expect(entry?.changes).toEqual([
      {
        field: "body",
        rows: [
          {
            is: "changed",
            line: { kind: "text", text: "The bridge opened in 1911." },
            pieces: [
              { is: "same", text: "The bridge opened in " },
              { is: "removed", text: "1912" },
              { is: "added", text: "1911" },
              { is: "same", text: "." },
            ],
          },
        ],
      },
    ]);

    await save({ headline: "Unfinished work" });
    later();
    await amendArticle(editor, { id, change: { ...change(), kind: "clarification", text: "Crowns are meant." } });
    expect((await storyAt(path)).headline).not.toBe("Unfinished work");
    const [told] = (await historyAt(path)).groups[0] ?? [];
    expect(told).toMatchObject({ kind: "clarification", isSameText: true, changes: [] });
    const kept = await db().select().from(corrections).where(eq(corrections.articleId, id));
    expect(kept.map(({ approvedBy, publishedBy }) => ({ approvedBy, publishedBy }))).toEqual([
      { approvedBy: other.id, publishedBy: editor.id },
      { approvedBy: other.id, publishedBy: editor.id },
    ]);
  });

  test("nobody who is not of the staff approves one", async () => {
    const { id } = await published();
    const gone = await makeStaff({ role: "editor", disabledAt: new Date() });
    for (const approvedBy of ["nobody", gone.id]) {
      await expect(amendArticle(editor, { id, change: { ...change(), approvedBy } })).rejects.toMatchObject({
        fields: { "change.approvedBy": expect.any(String) },
      });
    }
  });

  test("the paper's corrections and their feed tell it while the story is before readers, the newest first", async () => {
    const one = await published();
    const two = await published();
    later();
    await amendArticle(editor, { id: one.id, change: change() });
    later();
    await amendArticle(editor, { id: two.id, change: { kind: "retraction", reason: "We could not stand it up." } });
    const told = async () =>
      (await correctionsOfPaper())?.entries
        .filter(({ articleId }) => [one.id, two.id].includes(articleId))
        .map(({ kind, path }) => [kind, path]);
    expect(await told()).toEqual([
      ["retraction", two.path],
      ["correction", one.path],
    ]);
    const feed = (await correctionsFeed())?.feed;
    const own = feed?.entries.filter(({ url }) => [one.path, two.path].some((path) => url.includes(path)));
    expect(own?.map(({ title, summary }) => [title, summary])).toEqual([
      [`Retraction: ${two.content.headline}`, "We could not stand it up."],
      [`Correction: ${one.content.headline}`, change().text],
    ]);
    await unpublishArticle(editor, { id: one.id });
    expect(await told()).toEqual([["retraction", two.path]]);
    expect(await correctionsOfPaper(500)).toBeNull();
  });
});

describe("retraction", () => {
  const retraction: Change = { kind: "retraction", reason: "Two of its sources were one." };

  async function isListed(id: string, word: string, sectionId: string) {
    const in_ = (cards: { articleId: string }[] | undefined) =>
      cards?.some(({ articleId }) => articleId === id) ?? false;
    const found = await search({ typed: word, order: "best", page: 1 }, "UTC");
    return {
      latest: in_((await latest())?.cards),
      section: in_((await inSection(sectionId))?.cards),
      feed: (await siteFeed())?.feed.entries.some((entry) => entry.id === id),
      news: (await newsFile(1)).some(({ headline }) => headline.includes(word)),
      search: in_(found?.results.map(({ card }) => card)),
      mostRead: in_((await mostRead(10)).cards),
    };
  }

  test("the page stays and says why; the story leaves every list, and comes back only by an explicit act", async () => {
    const { id, path, word, content, update } = await published();
    await countReading({ articleId: id, address: newId(), userAgent: "Mozilla/5.0 Firefox/140.0" });
    await writeReadings();
    await rankReadings();
    expect(await db().$count(rankings, eq(rankings.articleId, id))).toBe(1);
    const sectionId = content.sectionId ?? "";
    const all = (is: boolean) => ({ latest: is, section: is, feed: is, news: is, search: is, mostRead: is });
    expect(await isListed(id, word, sectionId)).toEqual(all(true));
    later();
    const retractedAt = new Date();
    await amendArticle(editor, { id, change: retraction });
    expect(await storyAt(path)).toMatchObject({
      retraction: { at: retractedAt, reason: "Two of its sources were one." },
    });
    expect(await isListed(id, word, sectionId)).toEqual(all(false));
    expect((await readArticle(editor, id)).live?.retraction).toMatchObject({ at: retractedAt });

    await update({ kind: "update", note: "More on why." }, { standfirst: "Why." });
    expect(await storyAt(path)).toMatchObject({ standfirst: "Why.", retraction: { at: retractedAt } });
    expect(await isListed(id, word, sectionId)).toEqual(all(false));
    await unpublishArticle(editor, { id });
    later();
    await publishArticle(editor, { id, version: (await readArticle(editor, id)).version });
    expect((await storyAt(path)).retraction).not.toBeNull();

    await update({ kind: "update", note: "It holds.", endsRetraction: true }, { standfirst: "It holds." });
    expect((await storyAt(path)).retraction).toBeNull();
    expect(await isListed(id, word, sectionId)).toEqual(all(true));
    const entries = (await historyAt(path)).groups.flat();
    expect(entries[0]).toMatchObject({ endsRetraction: true, note: "It holds." });
    expect(entries[1]?.absentSince).toBeInstanceOf(Date);
  });

  test("no older page of it may be shown any more, as with a story that was taken away", async () => {
    const { id } = await published();
    const before = await lastEventNumber();
    await amendArticle(editor, { id, change: retraction });
    expect((await eventsAfter(before)).map(({ withdraws }) => withdraws)).toEqual([true]);
  });

  test("a minor change says nothing upon the same text, except that a retraction ends", async () => {
    const { id, path } = await published();
    const minor: Change = { kind: "minor", endsRetraction: true };
    await expect(amendArticle(editor, { id, change: minor })).rejects.toMatchObject({ code: "invalid" });
    await amendArticle(editor, { id, change: retraction });
    await amendArticle(editor, { id, change: minor });
    expect((await storyAt(path)).retraction).toBeNull();
  });
});

describe("take-down", () => {
  const down = (id: string) => ({ id, reason: "privacy" as const, note: "It named somebody." });

  test("nothing of the story can be read anywhere, and readers are told why, until it is lifted and published again", async () => {
    const asset = await makeAsset();
    const lead = { ...firstUseOf({ id: asset.id }), alt: "", caption: "", credit: "A. Drawer" };
    const { id, path, word, update } = await published({ lead });
    await update({ kind: "update", note: "More." }, { standfirst: "More." });
    const { version } = await readArticle(editor, id);
    const { secret } = await sharePreview(editor, { id, version, recipient: "A lawyer", lasts: "7" });
    expect(await openPreview(secret)).toMatchObject({ state: "open" });
    const [file] = await db().select({ key: renditions.key }).from(renditions).where(eq(renditions.assetId, asset.id));
    const key = file?.key ?? "";
    expect(await publicRendition(key)).not.toBeNull();

    const before = await lastEventNumber();
    await takeDownArticle(editor, down(id));
    const [event] = await eventsAfter(before);
    expect(event).toMatchObject({ withdraws: true });
    const gone = { gone: { note: "It named somebody.", takedown: "privacy" } };
    expect(await findByPath(path)).toMatchObject(gone);
    expect(await findHistory(path, 1, KINDS)).toMatchObject(gone);
    expect(await publicRendition(key)).toBeNull();
    expect(await openPreview(secret)).toEqual({ state: "revoked" });
    expect((await search({ typed: word, order: "best", page: 1 }, "UTC"))?.results ?? []).toEqual([]);
    expect((await siteFeed())?.feed.entries.some((entry) => entry.id === id)).toBe(false);
    expect(await readArticle(editor, id)).toMatchObject({
      readers: "taken-down",
      live: null,
      takedown: { reason: "privacy" },
    });
    await expect(publishArticle(editor, { id, version })).rejects.toMatchObject({ code: "invalid" });
    await expect(takeDownArticle(editor, down(id))).rejects.toMatchObject({ code: "invalid" });

    await liftTakedown(editor, { id });
    expect(await readArticle(editor, id)).toMatchObject({ readers: "unpublished", takedown: null });
    expect(await findByPath(path)).toMatchObject({ gone: { takedown: null } });
    await publishArticle(editor, { id, version });
    expect(await storyAt(path)).toMatchObject({ standfirst: "More." });
    expect((await historyAt(path)).total).toBe(3);
    await expect(liftTakedown(editor, { id })).rejects.toMatchObject({ code: "invalid" });
  });

  test("what was taken down is not told again by the history of what comes after it", async () => {
    const { id, path, update } = await published({ standfirst: "Ann Other lives at 4 Mill Lane." });
    await update({ kind: "update", note: "More." }, { standfirst: "Ann Other of 4 Mill Lane speaks." });
    expect(JSON.stringify(await historyAt(path))).toContain("Mill Lane");
    later();
    await takeDownArticle(editor, down(id));
    await liftTakedown(editor, { id });
    await update({ kind: "update", note: "Nobody is named any more." }, { standfirst: "A neighbour speaks." });
    await update({ kind: "update", note: "She spoke again." }, { standfirst: "A neighbour spoke again." });
    const { groups } = await historyAt(path);
    expect(groups.flat().map(({ note, isWithheld }) => [note, isWithheld])).toEqual([
      ["She spoke again.", false],
      ["Nobody is named any more.", true],
      ["More.", true],
      ["", false],
    ]);
    expect(JSON.stringify(groups)).not.toContain("Mill");
    expect(JSON.stringify(groups)).toContain("again");
  });

  test("gives up what was planned, and nobody outside is shown it anew, until it is lifted", async () => {
    const { id, save } = await published();
    const version = await save({ standfirst: "Planned." });
    const at = wallTimeOf(new Date(Date.now() + 2 * HOUR), "Europe/Helsinki");
    await schedulePublication(editor, { id, version, at });
    await takeDownArticle(editor, down(id));
    expect((await readTimeline(editor, id)).pending).toEqual([]);
    const link = { id, version, recipient: "A friend", lasts: "7" as const };
    await expect(sharePreview(editor, link)).rejects.toMatchObject({ code: "invalid" });
    const soon = wallTimeOf(new Date(Date.now() + 2 * HOUR), "Europe/Helsinki");
    await expect(schedulePublication(editor, { id, version, at: soon })).rejects.toMatchObject({ code: "invalid" });
    await liftTakedown(editor, { id });
    later();
    later();
    later();
    expect(await dueSchedules()).toEqual([]);
    await expect(sharePreview(editor, link)).resolves.toBeDefined();
  });

  test("is for those who may, and for what readers saw", async () => {
    const { id } = await published();
    const reporter = await makeStaff({ role: "reporter" });
    await expect(takeDownArticle(reporter, down(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(liftTakedown(reporter, { id })).rejects.toMatchObject({ code: "forbidden" });
    const { subjectId } = await createArticle(editor);
    await expect(takeDownArticle(editor, down(subjectId))).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("history", () => {
  test("a story that was never changed has one of one entry; a draft has none, and a moved one leads on", async () => {
    const { id, path, content, update } = await published();
    expect(await historyAt(path)).toMatchObject({ total: 1, groups: [[{ kind: "first", changes: [] }]] });
    expect((await storyAt(path)).hasHistory).toBe(false);
    await update({ kind: "update", note: "It moved." }, { ...content, slug: `moved-${newId()}` });
    const present = (await readArticle(editor, id)).live?.path ?? "";
    expect(await findHistory(path, 1, KINDS)).toMatchObject({ movedTo: `${present}/history` });
    expect((await storyAt(present)).hasHistory).toBe(true);
    const [entry] = (await historyAt(present)).groups[0] ?? [];
    expect(entry?.changes.map(({ field }) => field)).toEqual(["address"]);
    expect(await findHistory("/harbour/none", 1, KINDS)).toBeNull();
  });

  test("fifty versions stand on five pages, each told once, and no page reads more than it shows", async () => {
    const { path, update } = await published();
    for (let n = 1; n < 50; n++)
      await update({ kind: n % 3 ? "minor" : "update", note: `Part ${n}.` } as Change, { body: bodyOf(`Text ${n}.`) });
    const pages = await Promise.all([1, 2, 3, 4, 5].map((page) => historyAt(path, page)));
    const numbers = pages.flatMap(({ groups }) => groups.flat().map(({ number }) => number));
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => 50 - index));
    expect(pages[4]?.groups.at(-1)?.[0]).toMatchObject({ kind: "first", changes: [] });
    // The last of a page is told against the first of the next.
    for (const { groups } of pages.slice(0, 4)) expect(groups.flat().at(-1)?.changes).toHaveLength(1);
    expect(await findHistory(path, 6, KINDS)).toBeNull();
  });

  test("nothing is told of a draft, of what is only suggested, or of stories that readers do not see", async () => {
    const { subjectId: hidden } = await createArticle(editor);
    await saveDraft(editor, { id: hidden, version: 1, content: await completeContent({ headline: "A secret" }) });
    const { path, save, update } = await published();
    const link = { type: "link" as const, attrs: { href: `article:${hidden}` } };
    const body = {
      version: 1 as const,
      blocks: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "Read on.", marks: [link] }] }],
    };
    await update({ kind: "update", note: "With a link." }, { body, relatedIds: [hidden] });
    await save({ headline: "Another secret" });
    expect(JSON.stringify(await historyAt(path))).not.toMatch(/secret/);
  });
});
