import { eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { makeByline, makeStaff } from "@/db/factories";
import { drafts, events, revisions } from "@/db/schema";
import { firstUseOf } from "@/domain/articles/body";
import { bodyOf, completeContent } from "@/domain/testing/content";
import { Refusal } from "@/lib/refusal";
import { EMPTY_ARTICLE } from "./article";
import { readArticle } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { publishArticle } from "./publication";

async function start(role: "contributor" | "reporter" | "editor" = "reporter") {
  const actor = await makeStaff({ role });
  const { subjectId: id } = await createArticle(actor);
  return { actor, id };
}

const eventsOf = (id: string) => db().select().from(events).where(eq(events.subjectId, id));

describe("createArticle", () => {
  test("starts an empty draft under the writer's own byline", async () => {
    const actor = await makeStaff({ role: "contributor" });
    const byline = await makeByline({ staffId: actor.id });
    const { subjectId } = await createArticle(actor);
    const article = await readArticle(actor, subjectId);
    expect(article.content).toEqual({ ...EMPTY_ARTICLE, bylineIds: [byline.id] });
    expect(article).toMatchObject({ readers: "never", plan: { stage: "drafting" } });
    expect(article.ownerId).toBe(actor.id);
  });
});

describe("saveDraft", () => {
  test("keeps the text and counts the version up, with one event", async () => {
    const { actor, id } = await start();
    const content = await completeContent();
    const result = await saveDraft(actor, { id, version: 1, content });
    expect(result).toMatchObject({ saved: { version: 2 } });
    expect((await readArticle(actor, id)).content).toEqual(content);
    expect((await eventsOf(id)).map((event) => event.verb)).toEqual(["article.created", "article.edited"]);
  });

  test("keeps both texts when another save came first, and tells the second person", async () => {
    const { actor: first, id } = await start();
    const second = await makeStaff({ role: "editor" });
    const content = await completeContent();
    await saveDraft(first, { id, version: 1, content });
    const mine = { ...content, headline: "Mine", body: bodyOf("My paragraph.") };
    const result = await saveDraft(second, { id, version: 1, content: mine });

    expect(result).toMatchObject({ conflict: { current: content, version: 2, savedBy: first.name } });
    expect((await readArticle(first, id)).content).toEqual(content);
    const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect(kept).toMatchObject([{ reason: "conflict", headline: "Mine", body: mine.body, createdBy: second.id }]);
  });

  test("keeps the other text too when the second person writes over it", async () => {
    const { actor: first, id } = await start();
    const second = await makeStaff({ role: "editor" });
    const content = await completeContent();
    await saveDraft(first, { id, version: 1, content: { ...content, headline: "Theirs" } });
    await saveDraft(second, { id, version: 1, content: { ...content, headline: "Mine" } });
    await saveDraft(second, { id, version: 2, content: { ...content, headline: "Mine" } });

    expect((await readArticle(first, id)).content.headline).toBe("Mine");
    const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect(kept.map(({ headline, version, createdBy }) => [headline, version, createdBy])).toEqual([
      ["Theirs", 2, first.id],
      ["Mine", 1, second.id],
    ]);
  });

  test("joins what two wrote in different fields, and gives the second the text that stands", async () => {
    const { actor: first, id } = await start();
    const second = await makeStaff({ role: "editor" });
    const content = await completeContent();
    await saveDraft(first, { id, version: 1, content });
    await saveDraft(first, { id, version: 2, content: { ...content, headline: "Theirs" } });
    const mine = { ...content, standfirst: "Mine." };
    const result = await saveDraft(second, { id, version: 2, content: mine, changed: ["standfirst"] });
    const joined = { ...content, headline: "Theirs", standfirst: "Mine." };
    expect(result).toMatchObject({ saved: { version: 4, joined } });
    expect((await readArticle(first, id)).content).toEqual(joined);
  });

  test("joins nothing in a field that both wrote in, and says which it is", async () => {
    const { actor: first, id } = await start();
    const content = await completeContent();
    await saveDraft(first, { id, version: 1, content });
    const mine = { ...content, headline: "Mine", kicker: "Mine too" };
    const result = await saveDraft(first, { id, version: 1, content: mine, changed: ["headline", "kicker"] });
    expect(result).toMatchObject({ conflict: { fields: ["headline"], current: content } });
    expect((await readArticle(first, id)).content).toEqual(content);
  });

  test("makes one revision of a sitting, and another where somebody else goes on", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-28T12:00:00Z") });
    try {
      const { actor, id } = await start();
      const second = await makeStaff({ role: "editor" });
      const content = await completeContent();
      let version = 1;
      const saveAs = async (who: typeof actor, headline: string, minute: number) => {
        vi.setSystemTime(new Date(Date.UTC(2026, 10, 28, 12, minute)));
        await saveDraft(who, { id, version: version++, content: { ...content, headline } });
      };
      for (let minute = 0; minute < 9; minute++) await saveAs(actor, `First ${minute}`, minute);
      await saveAs(actor, "After ten minutes", 11);
      await saveAs(second, "Somebody else", 12);
      const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
      expect(kept.map(({ headline, reason, createdBy }) => [headline, reason, createdBy])).toEqual([
        ["First 8", "sitting", actor.id],
        ["After ten minutes", "sitting", actor.id],
      ]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("keeps what was only suggested too, where the rest of that version is kept as it was published", async () => {
    const { actor: first, id } = await start("editor");
    const second = await makeStaff({ role: "editor" });
    const attrs = { id: "one", authorId: first.id, at: 0 };
    const marks = [{ type: "insertion" as const, attrs }];
    const words = { type: "text" as const, text: " Perhaps.", marks };
    const said = { type: "text" as const, text: "It is so." };
    const body = { version: 1 as const, blocks: [{ type: "paragraph" as const, content: [said, words] }] };
    const content = { ...(await completeContent()), body };
    await saveDraft(first, { id, version: 1, content });
    await publishArticle(first, { id, version: 2 });
    await saveDraft(second, { id, version: 2, content: { ...content, body: bodyOf("Otherwise.") } });
    const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect(kept.find(({ reason }) => reason === "sitting")?.body).toEqual(body);
    expect(JSON.stringify(kept.find(({ reason }) => reason === "publication")?.body)).not.toContain("Perhaps");
  });

  test("may be sent again when its answer was lost", async () => {
    const { actor, id } = await start();
    const content = await completeContent();
    await saveDraft(actor, { id, version: 1, content });
    expect(await saveDraft(actor, { id, version: 1, content })).toMatchObject({ saved: { version: 2 } });
    expect(await eventsOf(id)).toHaveLength(2);
  });

  test("lets one of many that race through, and keeps what each of them wrote", async () => {
    const { actor, id } = await start();
    const content = await completeContent();
    const texts = ["a", "b", "c", "d", "e"];
    const results = await Promise.all(
      texts.map((headline) => saveDraft(actor, { id, version: 1, content: { ...content, headline } })),
    );
    expect(results.filter((result) => "saved" in result)).toHaveLength(1);
    const standing = (await readArticle(actor, id)).content.headline;
    const kept = await db().select().from(revisions).where(eq(revisions.articleId, id));
    expect([standing, ...kept.map((revision) => revision.headline)].sort()).toEqual(texts);
  });

  test.each([
    ["section", { sectionId: "nowhere" }],
    ["topics", { topicIds: ["nothing"] }],
    ["bylines", { bylineIds: ["nobody"] }],
    ["body", { lead: { ...firstUseOf({ id: "none" }), alt: "", caption: "", credit: "" } }],
  ])("refuses a %s that does not exist, and changes nothing", async (field, wrong) => {
    const { actor, id } = await start();
    const content = { ...(await completeContent()), ...wrong };
    const refusal = await saveDraft(actor, { id, version: 1, content }).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(Object.keys(refusal.fields)).toEqual([field]);
    const [draft] = await db().select().from(drafts).where(eq(drafts.articleId, id));
    expect(draft?.version).toBe(1);
  });

  test("is refused on another's article to contributors and reporters, and allowed to editors", async () => {
    const { id } = await start();
    const content = await completeContent();
    for (const role of ["contributor", "reporter"] as const) {
      const other = await makeStaff({ role });
      await expect(saveDraft(other, { id, version: 1, content })).rejects.toMatchObject({ code: "forbidden" });
    }
    const editor = await makeStaff({ role: "editor" });
    expect(await saveDraft(editor, { id, version: 1, content })).toHaveProperty("saved");
  });

  test("says so when the article does not exist", async () => {
    const { actor } = await start();
    const saving = saveDraft(actor, { id: "nothing", version: 1, content: EMPTY_ARTICLE });
    await expect(saving).rejects.toMatchObject({ code: "not-found" });
  });
});
