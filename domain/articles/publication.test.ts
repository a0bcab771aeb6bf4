import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeAsset, makeSection, makeStaff } from "@/db/factories";
import { permalinks, publications, revisions } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { bodyOf, completeContent } from "@/domain/testing/content";
import type { ReadersContent } from "./article";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { publishArticle, unpublishArticle } from "./publication";

async function written(given: Partial<ReadersContent> = {}) {
  const editor = await makeStaff({ role: "editor" });
  const { subjectId: id } = await createArticle(editor);
  const content = await completeContent(given);
  await saveDraft(editor, { id, version: 1, content });
  return { editor, id, content, version: 2 };
}

const publicationsOf = (id: string) =>
  db().select().from(publications).where(eq(publications.articleId, id)).orderBy(publications.publishedAt);

describe("publishArticle", () => {
  test("pins what the draft says as a revision and puts it before readers", async () => {
    const { editor, id, content, version } = await written({ headline: " Tide turns " });
    const event = await publishArticle(editor, { id, version });
    expect(event.verb).toBe("article.published");
    const [publication] = await publicationsOf(id);
    expect(publication).toMatchObject({ kind: "first", endedAt: null, sectionId: content.sectionId });
    const [revision] = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect(revision).toMatchObject({ headline: "Tide turns", slug: "tide-turns", reason: "publication", version });
    const article = await readArticle(editor, id);
    expect(article).toMatchObject({ readers: "live", plan: { stage: null } });
    expect(article.live?.path).toMatch(/^\/section-\d+\/tide-turns$/);
  });

  test("an update takes the place of what is live, keeps the first time and the address", async () => {
    const { editor, id, content, version } = await written();
    await publishArticle(editor, { id, version });
    const path = (await readArticle(editor, id)).live?.path;
    await saveDraft(editor, { id, version, content: { ...content, headline: "The bridge reopens at last" } });
    expect(await readArticle(editor, id)).toMatchObject({ readers: "changed", plan: { stage: "drafting" } });

    const event = await publishArticle(editor, { id, version: version + 1 });
    expect(event.verb).toBe("article.updated");
    const [first, second] = await publicationsOf(id);
    expect(first?.endedAt).toEqual(second?.publishedAt);
    expect(second).toMatchObject({ kind: "update", endedAt: null, firstPublishedAt: first?.firstPublishedAt });
    expect((await readArticle(editor, id)).live?.path).toBe(path);
  });

  test("a changed permalink or section leaves the old address to redirect, and may go back to it", async () => {
    const { editor, id, content, version } = await written({ slug: "old-name" });
    await publishArticle(editor, { id, version });
    const old = (await readArticle(editor, id)).live?.path ?? "";
    const moved = { ...content, slug: "new-name", sectionId: (await makeSection({ slug: "elsewhere" })).id };
    await saveDraft(editor, { id, version, content: moved });
    await publishArticle(editor, { id, version: version + 1 });
    expect((await readArticle(editor, id)).live?.path).toBe("/elsewhere/new-name");
    const [retired] = await db().select().from(permalinks).where(eq(permalinks.path, old));
    expect(retired).toMatchObject({ articleId: id, retiredAt: expect.any(Date) });

    await saveDraft(editor, { id, version: version + 1, content });
    await publishArticle(editor, { id, version: version + 2 });
    expect((await readArticle(editor, id)).live?.path).toBe(old);
  });

  test("two stories with one headline get two addresses; a typed address that is taken is refused", async () => {
    const sectionId = (await makeSection({ slug: "harbour" })).id;
    const paths = [];
    for (let n = 0; n < 2; n++) {
      const { editor, id, version } = await written({ sectionId, headline: "Fog" });
      await publishArticle(editor, { id, version });
      paths.push((await readArticle(editor, id)).live?.path);
    }
    expect(paths).toEqual(["/harbour/fog", "/harbour/fog-2"]);
    const { editor, id, version } = await written({ sectionId, slug: "fog" });
    await expect(publishArticle(editor, { id, version })).rejects.toMatchObject({
      code: "invalid",
      fields: { slug: expect.stringContaining("/harbour/fog") },
    });
  });

  test("refuses a version that is not the one last saved, so that nothing unread is published", async () => {
    const { editor, id, content, version } = await written();
    await saveDraft(editor, { id, version, content: { ...content, headline: "Changed behind your back" } });
    await expect(publishArticle(editor, { id, version })).rejects.toMatchObject({ code: "conflict" });
    expect(await publicationsOf(id)).toHaveLength(0);
  });

  test("refuses to publish again what readers already see", async () => {
    const { editor, id, version } = await written();
    await publishArticle(editor, { id, version });
    await expect(publishArticle(editor, { id, version })).rejects.toMatchObject({ code: "invalid" });
    expect(await publicationsOf(id)).toHaveLength(1);
  });

  test.each<[string, Partial<ReadersContent>]>([
    ["headline", { headline: "  " }],
    ["section", { sectionId: null }],
    ["bylines", { bylineIds: [] }],
    ["body", { body: bodyOf("   ") }],
  ])("refuses a story without its %s, and names the field", async (field, lacking) => {
    const { editor, id, version } = await written();
    const content = { ...(await completeContent()), ...lacking };
    await saveDraft(editor, { id, version, content });
    const publishing = publishArticle(editor, { id, version: version + 1 });
    await expect(publishing).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
  });

  test("refuses pictures without alternative text or credit, and takes decorative ones", async () => {
    const assetId = (await makeAsset()).id;
    const lead = { ...firstUseOf({ id: assetId }), alt: null, caption: "", credit: "A. Drawer" };
    const { editor, id, content, version } = await written({ lead });
    await expect(publishArticle(editor, { id, version })).rejects.toMatchObject({ fields: { lead: /decorative/ } });
    const uncredited = { ...content, lead: { ...lead, alt: "", credit: " " } };
    await saveDraft(editor, { id, version, content: uncredited });
    const publishing = publishArticle(editor, { id, version: version + 1 });
    await expect(publishing).rejects.toMatchObject({ fields: { lead: expect.stringContaining("credit") } });
    await saveDraft(editor, { id, version: version + 1, content: { ...content, lead: { ...lead, alt: "" } } });
    await publishArticle(editor, { id, version: version + 2 });
  });

  test("is refused to contributors and reporters, even on their own", async () => {
    for (const role of ["contributor", "reporter"] as const) {
      const writer = await makeStaff({ role });
      const { subjectId: id } = await createArticle(writer);
      await saveDraft(writer, { id, version: 1, content: await completeContent() });
      await expect(publishArticle(writer, { id, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});

describe("unpublishArticle", () => {
  test("takes the article from readers and keeps all else; publishing again keeps the first time", async () => {
    const { editor, id, content, version } = await written();
    await publishArticle(editor, { id, version });
    const first = (await readArticle(editor, id)).live;
    await unpublishArticle(editor, { id });
    expect(await readArticle(editor, id)).toMatchObject({ readers: "unpublished", live: null, content });
    await publishArticle(editor, { id, version });
    expect((await readArticle(editor, id)).live).toMatchObject({
      path: first?.path,
      firstPublishedAt: first?.firstPublishedAt,
    });
  });

  test("keeps what readers are told of the reason, with the publication that ended", async () => {
    const { editor, id, version } = await written();
    await publishArticle(editor, { id, version });
    await unpublishArticle(editor, { id, note: "A court forbade it." });
    const [ended] = await db().select().from(publications).where(eq(publications.articleId, id));
    expect(ended).toMatchObject({ endedBy: editor.id, endNote: "A court forbade it." });
    await publishArticle(editor, { id, version });
    await unpublishArticle(editor, { id });
    const notes = await db()
      .select({ note: publications.endNote })
      .from(publications)
      .where(eq(publications.articleId, id));
    expect(notes.map(({ note }) => note).sort()).toEqual(["", "A court forbade it."]);
  });

  test("is refused where nothing is live, and to those who may not", async () => {
    const { editor, id, version } = await written();
    await expect(unpublishArticle(editor, { id })).rejects.toMatchObject({ code: "invalid" });
    await publishArticle(editor, { id, version });
    const reporter = await makeStaff({ role: "reporter" });
    await expect(unpublishArticle(reporter, { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});
