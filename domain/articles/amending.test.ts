import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { corrections, publications } from "@/db/schema";
import { eventsAfter, lastEventNumber } from "@/domain/events/read";
import { tag } from "@/domain/events/tags";
import type { Actor } from "@/domain/people/staff";
import { AmendArticle } from "./article";
import { listCorrections, readArticle } from "./desk";
import { createArticle } from "./editing";
import { amendArticle } from "./publication";
import { findByPath, latest } from "./published";

let editor: Actor;
beforeAll(async () => {
  editor = await makeStaff({ role: "editor" });
});

const said = { kind: "correction" as const, text: "The bridge opened in 1911, not 1912.", place: "end" as const };
const correction = (id: string) => ({ id, change: { ...said, approvedBy: editor.id } });
const day = (n: number) => new Date(Date.UTC(2026, 0, n));

async function corrected() {
  const made = await makePublishedArticle({ publishedAt: day(2), firstPublishedAt: day(1) });
  const before = await lastEventNumber();
  await amendArticle(editor, correction(made.article.id));
  return { ...made, id: made.article.id, before };
}

describe("amendArticle", () => {
  test("readers see it with the story, which stays the same otherwise", async () => {
    const { path, content } = await corrected();
    const found = await findByPath(path);
    expect(found).toMatchObject({ story: { headline: content.headline, publishedAt: day(1), corrections: [said] } });
  });

  test("the story's page and its card tell one time of the change, which is the correction's", async () => {
    const { path, id } = await corrected();
    const found = await findByPath(path);
    const story = found && "story" in found ? found.story : null;
    const card = (await latest())?.cards.find(({ articleId }) => articleId === id);
    expect(story?.updatedAt).toEqual(story?.corrections[0]?.publishedAt);
    expect(card?.updatedAt).toEqual(story?.updatedAt);
  });

  test("the publication before it ends with it, and nothing of the draft comes before readers", async () => {
    const { id, revision } = await corrected();
    const rows = await db().select().from(publications).where(eq(publications.articleId, id));
    expect(rows.map(({ kind, revisionId }) => ({ kind, revisionId }))).toEqual([
      { kind: "first", revisionId: revision.id },
      { kind: "correction", revisionId: revision.id },
    ]);
    expect(rows[0]?.endedAt).toEqual(rows[1]?.publishedAt);
    expect(rows[1]?.endedAt).toBeNull();
  });

  test("touches the story and all that tells when it changed", async () => {
    const { id, before, section } = await corrected();
    const [event] = await eventsAfter(before);
    expect(event?.tags).toEqual(expect.arrayContaining([tag.article(id), tag.stories, tag.section(section.id)]));
  });

  test("the newsroom lists it, by whom", async () => {
    const { id } = await corrected();
    expect(await listCorrections(editor, id)).toMatchObject([
      { ...said, publishedBy: editor.name, approvedBy: editor.name },
    ]);
    expect((await readArticle(editor, id)).readers).toBe("live");
  });

  test("refuses who may not publish, and what readers do not see", async () => {
    const { article } = await makePublishedArticle();
    const reporter = await makeStaff({ role: "reporter" });
    await expect(amendArticle(reporter, correction(article.id))).rejects.toMatchObject({ code: "forbidden" });
    const { subjectId: id } = await createArticle(editor);
    await expect(amendArticle(editor, correction(id))).rejects.toMatchObject({ code: "invalid" });
    await expect(amendArticle(editor, correction("none"))).rejects.toMatchObject({ code: "not-found" });
    expect(await db().select().from(corrections).where(eq(corrections.articleId, article.id))).toEqual([]);
  });

  test("a text of blanks is no correction", () => {
    const of = (text: string) => AmendArticle.safeParse({ id: "x", change: { ...correction("x").change, text } });
    expect(of("  \n ").success).toBe(false);
    expect(of(" Yes. ").data?.change).toMatchObject({ text: "Yes." });
  });
});
