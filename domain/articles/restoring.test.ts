import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { revisions } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { newId } from "@/lib/id";
import type { ReadersContent } from "./article";
import { keepCompany } from "./company";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { publishArticle } from "./publication";
import { findByPath } from "./published";
import { restoreRevision } from "./restoring";
import { compareTexts, DRAFT, listRevisions, trailOfStory } from "./revisions";

const KINDS = { label: String, role: String, review: String, language: String };

let editor: Actor;
let content: ReadersContent;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
});
beforeEach(async () => {
  content = await completeContent({ headline: "Fog", body: bodyOf("The ferry sails at six.") });
});

/** A story that readers see, whose draft says something else. */
async function rewritten(by: Actor = editor) {
  const { subjectId: id } = await createArticle(by);
  await saveDraft(by, { id, version: 1, content });
  await publishArticle(editor, { id, version: 2 });
  const now = { ...content, headline: "Fog lifts", body: bodyOf("The ferry sails at seven.") };
  await saveDraft(by, { id, version: 2, content: now });
  const { rows } = await listRevisions(editor, id);
  return { id, revisionId: rows.at(-1)?.id ?? "", version: 3, now };
}

describe("restoreRevision", () => {
  test("makes an earlier text the draft, keeps what stood, and shows readers nothing of it", async () => {
    const { id, revisionId, version, now } = await rewritten();
    const path = (await readArticle(editor, id)).live?.path ?? "";
    expect(await restoreRevision(editor, { id, revisionId, version })).toBe(4);
    const restored = await readArticle(editor, id);
    expect(restored.content).toMatchObject({ headline: "Fog", body: content.body, slug: now.slug });
    const { rows } = await listRevisions(editor, id);
    expect(rows[0]).toMatchObject({ version: 3, reason: "sitting", headline: "Fog lifts" });
    expect(await findByPath(path)).toMatchObject({ story: { headline: "Fog" } });
    const { rows: trail } = await trailOfStory(editor, id);
    expect(trail[0]).toMatchObject({ verb: "article.restored", actor: editor.name });
    // And back again: nothing is ever lost by it.
    await restoreRevision(editor, { id, revisionId: rows[0]?.id ?? "", version: 4 });
    expect((await readArticle(editor, id)).content.headline).toBe("Fog lifts");
  });

  test("is refused upon a draft that was saved since, and while somebody else writes in the story", async () => {
    const { id, revisionId, version } = await rewritten();
    await expect(restoreRevision(editor, { id, revisionId, version: version - 1 })).rejects.toMatchObject({
      code: "conflict",
    });
    const other = await makeStaff({ role: "editor" });
    const tab = newId();
    await keepCompany(other, { id, tab, field: "body" });
    await expect(restoreRevision(editor, { id, revisionId, version })).rejects.toMatchObject({
      message: expect.stringContaining(other.name),
    });
    expect((await readArticle(editor, id)).version).toBe(version);
    await keepCompany(other, { id, tab, field: null, leaves: true });
    await restoreRevision(editor, { id, revisionId, version });
  });

  test("is refused where the draft says it already, for a text of another story, and to who may not edit", async () => {
    const { id, revisionId, version } = await rewritten();
    const elsewhere = await rewritten();
    await expect(restoreRevision(editor, { id, revisionId: elsewhere.revisionId, version })).rejects.toMatchObject({
      code: "not-found",
    });
    const reporter = await makeStaff({ role: "reporter" });
    await expect(restoreRevision(reporter, { id, revisionId, version })).rejects.toMatchObject({ code: "forbidden" });
    await restoreRevision(editor, { id, revisionId, version });
    await expect(restoreRevision(editor, { id, revisionId, version: 4 })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("the newsroom's history", () => {
  test("any two texts are compared, the draft among them, by fields and words", async () => {
    const { id, revisionId } = await rewritten();
    const { changes } = await compareTexts(editor, id, { from: revisionId, to: DRAFT }, KINDS);
    expect(changes.map(({ field }) => field)).toEqual(["headline", "body"]);
    const same = await compareTexts(editor, id, { from: DRAFT, to: DRAFT }, KINDS);
    expect(same.changes).toEqual([]);
    await expect(compareTexts(editor, id, { from: "none", to: DRAFT }, KINDS)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("every kept text is listed with who, why and when readers saw it, a text that lost a race too", async () => {
    const { id, version } = await rewritten();
    const other = await makeStaff({ role: "editor", name: "Ana Lind" });
    await saveDraft(other, { id, version: version - 1, content: { ...content, headline: "Lost" } });
    const { rows, next } = await listRevisions(editor, id);
    expect(rows.map(({ reason, by, headline }) => ({ reason, by, headline }))).toContainEqual({
      reason: "conflict",
      by: "Ana Lind",
      headline: "Lost",
    });
    expect(rows.find(({ published }) => published.length > 0)?.published).toMatchObject([
      { kind: "first", until: null },
    ]);
    expect(next).toBeNull();
    expect(await db().$count(revisions, eq(revisions.articleId, id))).toBe(rows.length);
  });

  test("is for those who may read the story", async () => {
    const { id, revisionId } = await rewritten();
    const contributor = await makeStaff({ role: "contributor" });
    await expect(listRevisions(contributor, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(trailOfStory(contributor, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(compareTexts(contributor, id, { from: revisionId, to: DRAFT }, KINDS)).rejects.toMatchObject({
      code: "not-found",
    });
    const own = await rewritten(contributor);
    expect((await listRevisions(contributor, own.id)).rows).toHaveLength(1);
  });
});
