import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeByline, makePublishedArticle, makeSeries, makeStaff } from "@/db/factories";
import { drafts, publications } from "@/db/schema";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { tag } from "@/domain/events/tags";
import type { Actor } from "@/domain/people/staff";
import { completeContent } from "@/domain/testing/content";
import type { ReadersContent } from "./article";
import { createArticle, saveDraft } from "./editing";
import { previewStory } from "./preview";
import { publishArticle, unpublishArticle } from "./publication";
import { findByPath } from "./published";

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const SECRET = "Nobody may read this yet";

let editor: Actor;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
});

async function read(path: string) {
  const found = await findByPath(path);
  if (!found || !("story" in found)) throw new Error(`Nothing is at ${path}`);
  return found;
}

/** A draft that says something readers may not know of. */
async function drafted(given: Partial<ReadersContent>) {
  const { subjectId: id } = await createArticle(editor);
  const content = await completeContent({ headline: SECRET, standfirst: SECRET, ...given });
  await saveDraft(editor, { id, version: 1, content });
  return id;
}

/** Publishes a draft, and says whether that touched a page which carries these tags. */
async function publishTouches(id: string, tags: readonly string[]) {
  const before = await lastEventNumber();
  await publishArticle(editor, { id, version: 2 });
  return (await eventsAfter(before)).some((event) => event.tags.some((touched) => tags.includes(touched)));
}

describe("a series", () => {
  test("leads to the parts before and after, in the order in which they came out", async () => {
    const { id: seriesId, slug } = await makeSeries();
    const [second, first, third] = [
      await makePublishedArticle({ seriesId, publishedAt: day(2) }),
      await makePublishedArticle({ seriesId, publishedAt: day(9), firstPublishedAt: day(1) }),
      await makePublishedArticle({ seriesId, publishedAt: day(3) }),
    ];
    expect((await read(second.path)).story.series).toMatchObject({
      slug,
      part: 2,
      of: 3,
      previous: { path: first.path },
      next: { path: third.path },
    });
    expect((await read(first.path)).story.series).toMatchObject({ part: 1, previous: null });
    expect((await read(third.path)).story.series).toMatchObject({ part: 3, next: null });
  });

  test("a part that is not live is not told of, until it is; then the pages beside it are made anew", async () => {
    const { id: seriesId } = await makeSeries();
    const { path } = await makePublishedArticle({ seriesId, publishedAt: day(1) });
    const id = await drafted({ seriesId });
    const before = await read(path);
    expect(JSON.stringify(before.story)).not.toContain(SECRET);
    expect(before.story.series).toMatchObject({ part: 1, of: 1, next: null });
    expect((await previewStory(editor, id)).series).toMatchObject({ part: 2, of: 2, previous: { path } });

    expect(await publishTouches(id, before.tags)).toBe(true);
    expect((await read(path)).story.series).toMatchObject({ part: 1, of: 2, next: { headline: SECRET } });
    await unpublishArticle(editor, { id });
    expect(JSON.stringify((await read(path)).story)).not.toContain(SECRET);
  });
});

describe("translations", () => {
  test("all that are live lead to each other, with their languages", async () => {
    const original = await makePublishedArticle({ publishedAt: day(1) });
    const of = { translationOf: original.article.id };
    const arabic = await makePublishedArticle({ ...of, language: "ar", publishedAt: day(2) });
    const finnish = await makePublishedArticle({ ...of, language: "fi", publishedAt: day(3) });
    const told = async (path: string) => (await read(path)).story.translations.map((other) => other.language);
    expect(await told(original.path)).toEqual(["ar", "fi"]);
    expect(await told(arabic.path)).toEqual(["", "fi"]);
    expect(await told(finnish.path)).toEqual(["", "ar"]);
  });

  test("one that is not live is not told of, until it is; then the others are made anew", async () => {
    const original = await makePublishedArticle();
    const of = { translationOf: original.article.id };
    const arabic = await makePublishedArticle({ ...of, language: "ar" });
    const id = await drafted({ ...of, language: "fi" });
    const pages = [await read(original.path), await read(arabic.path)];
    for (const { story } of pages) expect(JSON.stringify(story)).not.toContain(SECRET);
    const before = await lastEventNumber();
    await publishArticle(editor, { id, version: 2 });
    const [touched] = await eventsAfter(before);
    for (const { tags } of pages) expect(touched?.tags.some((one) => tags.includes(one))).toBe(true);
    expect((await read(arabic.path)).story.translations.map(({ language }) => language)).toEqual(["", "fi"]);
  });
});

describe("stories chosen by hand, beside the text or in it", () => {
  test("show as they are live, never as drafts, and appear as they are published", async () => {
    const id = await drafted({});
    const live = await makePublishedArticle({ headline: "Live" });
    await transact((tx) => tx.update(drafts).set({ headline: SECRET }).where(eq(drafts.articleId, live.article.id)));
    const gone = await makePublishedArticle({ headline: SECRET });
    await transact((tx) =>
      tx
        .update(publications)
        .set({ endedAt: day(1) })
        .where(eq(publications.id, gone.publication.id)),
    );
    const ids = [id, gone.article.id, live.article.id];
    const { path } = await makePublishedArticle({
      relatedIds: ids,
      body: { version: 1, blocks: [{ type: "relatedStories", attrs: { articleIds: ids } }] },
    });
    const before = await read(path);
    expect(JSON.stringify(before.story)).not.toContain(SECRET);
    expect(before.story.related.map(({ headline }) => headline)).toEqual(["Live"]);
    expect(before.tags).toEqual(expect.arrayContaining(ids.map(tag.article)));
    expect(await publishTouches(id, before.tags)).toBe(true);
    expect((await read(path)).story.related.map(({ headline }) => headline)).toEqual([SECRET, "Live"]);
  });
});

describe("credits", () => {
  test("tell who did what, by kinds of work, and change with the names", async () => {
    const [editing, photos] = [await makeByline({ name: "Ed" }), await makeByline({ name: "Pho" })];
    const { path } = await makePublishedArticle({
      credits: [
        { role: "photographer", bylineId: photos.id },
        { role: "editor", bylineId: editing.id },
        { role: "photographer", bylineId: editing.id },
      ],
    });
    const { story, tags } = await read(path);
    expect(story.credits.map(({ role, people }) => [role, people.map(({ name }) => name)])).toEqual([
      ["editor", ["Ed"]],
      ["photographer", ["Pho", "Ed"]],
    ]);
    expect(tags).toEqual(expect.arrayContaining([tag.profile(editing.id), tag.profile(photos.id)]));
  });
});

test("the preview is the page that readers get, with every field", async () => {
  const { id: seriesId } = await makeSeries();
  const other = await makePublishedArticle();
  const byline = await makeByline();
  const id = await drafted({
    seriesId,
    translationOf: other.article.id,
    language: "ar",
    label: "review",
    kicker: "First night",
    review: { kind: "performance", item: "The Salt Wife", rating: 3.5 },
    credits: [{ role: "translator", bylineId: byline.id }],
    relatedIds: [other.article.id],
  });
  const preview = await previewStory(editor, id);
  await publishArticle(editor, { id, version: 2 });
  const [row] = await db().select().from(publications).where(eq(publications.articleId, id));
  const after = await previewStory(editor, id);
  const { story } = await read(after.path ?? "");
  expect(after).toEqual(story);
  expect({
    ...preview,
    path: after.path,
    publishedAt: row?.publishedAt,
    updatedAt: row?.publishedAt,
    seenSince: row?.publishedAt,
  }).toEqual(story);
});
