import { describe, expect, test } from "vitest";
import { makeSection, makeStaff } from "@/db/factories";
import { completeContent } from "@/domain/testing/content";
import { listArticles, listWriters, readArticle, searchStories, storiesById } from "./desk";
import { createArticle, saveDraft } from "./editing";
import { publishArticle, unpublishArticle } from "./publication";

const headlines = (list: { rows: { headline: string }[] }) => list.rows.map((row) => row.headline);

async function write(actor: Awaited<ReturnType<typeof makeStaff>>, headline: string, sectionId?: string) {
  const { subjectId: id } = await createArticle(actor);
  await saveDraft(actor, { id, version: 1, content: await completeContent({ headline, sectionId }) });
  return id;
}

describe("listArticles", () => {
  test("finds by words of the headline, state, section and person, those saved last first", async () => {
    const editor = await makeStaff({ role: "editor" });
    const other = await makeStaff({ role: "editor" });
    const sectionId = (await makeSection()).id;
    await write(editor, "Otters return to the quay", sectionId);
    const published = await write(editor, "Otters seen again", sectionId);
    await write(other, "100% of otters counted");
    await publishArticle(editor, { id: published, version: 2 });

    expect(headlines(await listArticles(editor, { search: "otters" }))).toHaveLength(3);
    expect(headlines(await listArticles(editor, { search: "again OTTERS" }))).toEqual(["Otters seen again"]);
    expect(headlines(await listArticles(editor, { search: "%" }))).toHaveLength(3);
    expect(headlines(await listArticles(editor, { sectionId }))).toEqual([
      "Otters seen again",
      "Otters return to the quay",
    ]);
    expect(headlines(await listArticles(editor, { readers: "live" }))).toEqual(["Otters seen again"]);
    expect(headlines(await listArticles(editor, { staffId: other.id }))).toEqual(["100% of otters counted"]);
    await unpublishArticle(editor, { id: published });
    expect(headlines(await listArticles(editor, { readers: "unpublished" }))).toEqual(["Otters seen again"]);
  });

  test("pages by cursor without losing or repeating a row, and takes a nonsense cursor for none", async () => {
    const writer = await makeStaff({ role: "editor" });
    const wrote = new Set<string>();
    for (let n = 0; n < 65; n++) wrote.add((await createArticle(writer)).subjectId);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticles(writer, { staffId: writer.id, cursor });
      seen.push(...page.rows.map((row) => row.id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toHaveLength(65);
    expect(new Set(seen)).toEqual(wrote);
    expect((await listArticles(writer, { staffId: writer.id, cursor: "' or 1" })).rows).toHaveLength(30);
  });

  test("shows a contributor their own alone, here and one by one", async () => {
    const contributor = await makeStaff({ role: "contributor" });
    const editor = await makeStaff({ role: "editor" });
    const own = await write(contributor, "Own");
    const foreign = await write(editor, "Foreign");
    expect((await listArticles(contributor)).rows.map((row) => row.id)).toEqual([own]);
    expect(await listWriters(contributor)).toEqual([{ id: contributor.id, name: contributor.name }]);
    await expect(readArticle(contributor, foreign)).rejects.toMatchObject({ code: "not-found" });
    await expect(readArticle(editor, "nothing")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("stories to put beside another", () => {
  test("are found by the words of their headlines, but for the one being written", async () => {
    const editor = await makeStaff({ role: "editor" });
    const tern = await write(editor, "A tern over the weir");
    const heron = await write(editor, "A heron under the weir");
    const found = async (text: string, but?: string) => (await searchStories(editor, text, but)).map(({ id }) => id);
    expect(await found("weir a")).toEqual([heron, tern]);
    expect(await found("weir", heron)).toEqual([tern]);
    expect(await found("tern heron")).toEqual([]);
    expect((await storiesById(editor, [tern, "nothing", heron])).map(({ id }) => id)).toEqual([tern, heron]);
  });

  test("are for a contributor their own, and others' as readers see them", async () => {
    const contributor = await makeStaff({ role: "contributor" });
    const editor = await makeStaff({ role: "editor" });
    const own = await write(contributor, "The sluice, unpublished");
    const secret = await write(editor, "The sluice, secret");
    const live = await write(editor, "The sluice, live");
    await publishArticle(editor, { id: live, version: 2 });
    const content = await completeContent({ headline: "The sluice, rewritten in secret" });
    await saveDraft(editor, { id: live, version: 2, content });
    const told = (await searchStories(contributor, "sluice")).map(({ id, headline }) => [id, headline]);
    expect(told.sort()).toEqual(
      [
        [own, "The sluice, unpublished"],
        [live, "The sluice, live"],
      ].sort(),
    );
    expect(await searchStories(contributor, "secret")).toEqual([]);
    expect((await storiesById(contributor, [secret, live])).map(({ headline }) => headline)).toEqual([
      "The sluice, live",
    ]);
  });
});
