import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeAsset, makeByline, makePublishedArticle, makeSection, makeStaff, makeTopic } from "@/db/factories";
import {
  articles,
  bylines,
  drafts,
  events,
  permalinks,
  plans,
  publications,
  revisionBylines,
  revisions,
  revisionTopics,
  sections,
  sectionTopics,
  series,
  topics,
} from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { EditByline } from "./byline";
import { createByline, editByline } from "./byline-keeping";
import {
  bylinesById,
  listBylines,
  listSections,
  listSeries,
  listTopics,
  manageSections,
  ownByline,
  readByline,
  searchBylines,
  searchSeries,
  searchTopics,
  seriesById,
  topicsById,
} from "./desk";
import { findSection } from "./published";
import { EditSection, NewSection } from "./section";
import { createSection, editSection, moveSection } from "./section-keeping";
import { NewSeries } from "./series";
import { createSeries, editSeries } from "./series-keeping";
import { NewTopic } from "./topic";
import { createTopic, renameTopic } from "./topic-keeping";

let editor: Actor;
let reporter: Actor;
let contributor: Actor;

beforeEach(async () => {
  await transact(async (tx) => {
    for (const table of [
      events,
      permalinks,
      publications,
      revisionBylines,
      revisionTopics,
      revisions,
      plans,
      drafts,
      articles,
      bylines,
      sectionTopics,
      sections,
      series,
      topics,
    ])
      await tx.delete(table);
  });
  editor = await makeStaff({ role: "editor" });
  reporter = await makeStaff({ role: "reporter" });
  contributor = await makeStaff({ role: "contributor" });
});

const trail = async () => (await db().select().from(events)).map((event) => [event.verb, event.subjectId]);

describe("a section", () => {
  test("gets its web address from its name, and a place behind the others", async () => {
    await makeSection({ name: "World", position: 4 });
    const created = await createSection(editor, NewSection.parse({ name: "Arts & Books" }));

    expect(created.slug).toBe("arts-and-books");
    expect((await listSections(contributor)).map((section) => section.name)).toEqual(["World", "Arts & Books"]);
    expect(await trail()).toEqual([["section.created", created.id]]);
  });

  test("cannot take an address of another section or of the site", async () => {
    await makeSection({ slug: "world" });
    await expect(createSection(editor, NewSection.parse({ name: "World" }))).rejects.toMatchObject({
      code: "conflict",
      fields: { slug: expect.any(String) },
    });
    expect(NewSection.safeParse({ name: "Newsroom" }).error?.issues[0]?.path).toEqual(["slug"]);
    expect(NewSection.safeParse({ name: "World", slug: "a b" }).error?.issues[0]?.path).toEqual(["slug"]);
    expect(NewSection.safeParse({ name: "…" }).success).toBe(false);
  });

  test("keeps its address when it is renamed", async () => {
    const { id } = await makeSection({ slug: "world", name: "World" });
    await editSection(editor, EditSection.parse({ id, name: "Abroad", description: "From elsewhere" }));
    expect(await listSections(editor)).toEqual([
      { id, slug: "world", name: "Abroad", description: "From elsewhere", accent: "" },
    ]);
    expect(await trail()).toEqual([["section.edited", id]]);
    const none = EditSection.parse({ id: "none", name: "X" });
    await expect(editSection(editor, none)).rejects.toMatchObject({ code: "not-found" });
  });

  test("leads to sub-topics in the order they were given, those alone that a live story is about", async () => {
    const { id, slug } = await makeSection();
    const [fish, ships, ice] = [await makeTopic(), await makeTopic(), await makeTopic()];
    const topicIds = [ships.id, fish.id, ice.id, ships.id];
    const input = EditSection.parse({ id, name: "Harbour", accent: "#0B5A6F", topicIds });
    await editSection(editor, input);
    await makePublishedArticle({ topicIds: [fish.id] });
    await makePublishedArticle({ topicIds: [ships.id] });
    const found = await findSection(slug);
    expect(found).toMatchObject({ accent: "#0b5a6f", topics: [{ id: ships.id }, { id: fish.id }] });
    // The one that is not shown too: its first story brings it up.
    expect(found?.tags).toEqual(["frame", `t:${ships.id}`, `t:${fish.id}`, `t:${ice.id}`]);

    await editSection(editor, EditSection.parse({ id, name: "Harbour", topicIds: ice.id }));
    expect(await findSection(slug)).toMatchObject({ accent: "", topics: [] });
    const unknown = editSection(editor, EditSection.parse({ id, name: "Harbour", topicIds: ["none"] }));
    await expect(unknown).rejects.toMatchObject({ code: "invalid", fields: { topicIds: expect.any(String) } });
  });

  test("moves up and down by one, and not past the ends", async () => {
    const names = async () => (await listSections(editor)).map((section) => section.name);
    // Two with the same position, as an import might leave them.
    const a = await makeSection({ name: "A", position: 0 });
    await makeSection({ name: "B", position: 1 });
    const c = await makeSection({ name: "C", position: 7 });

    await moveSection(editor, { id: c.id, direction: "up" });
    expect(await names()).toEqual(["A", "C", "B"]);
    await moveSection(editor, { id: a.id, direction: "down" });
    expect(await names()).toEqual(["C", "A", "B"]);
    await moveSection(editor, { id: c.id, direction: "up" });
    expect(await names()).toEqual(["C", "A", "B"]);
    await expect(moveSection(editor, { id: "none", direction: "up" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("a topic", () => {
  test("is made once a name", async () => {
    const made = await createTopic(editor, NewTopic.parse({ name: " Ferry Traffic " }));
    expect(made).toMatchObject({ slug: "ferry-traffic", name: "Ferry Traffic" });
    await expect(createTopic(editor, { name: "ferry traffic" })).rejects.toMatchObject({ code: "conflict" });
    expect(NewTopic.safeParse({ name: "“…”" }).success).toBe(false);
  });

  test("keeps its address when it is renamed", async () => {
    const { id } = await makeTopic({ slug: "ferries", name: "Ferries" });
    await renameTopic(editor, { id, name: "Ships" });
    expect(await topicsById(contributor, ["none", id])).toEqual([{ id, slug: "ferries", name: "Ships" }]);
    await expect(renameTopic(editor, { id: "none", name: "X" })).rejects.toMatchObject({ code: "not-found" });
  });

  test("is found by a part of its name, whatever the accents, capitals and wildcards", async () => {
    await makeTopic({ slug: "zoe-alund", name: "Zoë Ålund" });
    await makeTopic({ slug: "growth-of-5", name: "Growth of 5%" });
    const found = async (text: string) => (await searchTopics(contributor, text)).map((topic) => topic.slug);
    expect(await found("ZOE")).toEqual(["zoe-alund"]);
    expect(await found("5%")).toEqual(["growth-of-5"]);
    expect(await found("%")).toEqual(["growth-of-5"]);
    expect(await found("quay")).toEqual([]);
    expect(await found(" ")).toEqual(["growth-of-5", "zoe-alund"]);
  });

  test("lists go on at a cursor, without a gap or a repeat", async () => {
    for (let n = 0; n < 52; n++) await makeTopic({ name: n % 2 ? "Same name" : `name ${n}` });
    const first = await listTopics(editor, {});
    const second = await listTopics(editor, { cursor: first.next });
    expect(first.rows).toHaveLength(50);
    expect(second.rows).toHaveLength(2);
    expect(second.next).toBeUndefined();
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(52);
    expect((await listTopics(editor, { cursor: "nonsense" })).rows).toEqual(first.rows);
  });
});

describe("a byline", () => {
  test("of a guest may share a name, at an address of its own", async () => {
    await createByline(editor, { name: "Jane Roe", title: "Novelist", bio: "" });
    await createByline(editor, { name: "Jane Roe", title: "", bio: "" });
    const { rows } = await listBylines(editor, { search: "jane" });
    expect(rows.map((row) => row.slug).sort()).toEqual(["jane-roe", "jane-roe-2"]);
    expect(rows.every((row) => row.guest)).toBe(true);
  });

  test("is edited without a change of address", async () => {
    const { id, slug } = await makeByline();
    const profile = EditByline.parse({ id, name: "Jane Roe", title: "Critic", bio: "Reads." });
    await editByline(editor, profile);
    expect(await readByline(editor, id)).toMatchObject({ slug, name: "Jane Roe", title: "Critic", bio: "Reads." });
    await expect(editByline(editor, { ...profile, id: "none" })).rejects.toMatchObject({ code: "not-found" });
    await expect(readByline(editor, "none")).rejects.toMatchObject({ code: "not-found" });
  });

  test("takes its portrait from the library only, and gives it up again", async () => {
    const { id, name } = await makeByline();
    const { id: portraitAssetId } = await makeAsset();
    await editByline(editor, EditByline.parse({ id, name, portraitAssetId }));
    expect(await readByline(editor, id)).toMatchObject({ portraitAssetId });
    for (const wrong of ["none", (await makeAsset({ kind: "audio" })).id]) {
      const edit = editByline(editor, EditByline.parse({ id, name, portraitAssetId: wrong }));
      await expect(edit).rejects.toMatchObject({ code: "invalid", fields: { portraitAssetId: expect.any(String) } });
    }
    await editByline(editor, EditByline.parse({ id, name, portraitAssetId: "" }));
    expect(await readByline(editor, id)).toMatchObject({ portraitAssetId: null });
  });

  test("of one's own is found, and those chosen come in their order", async () => {
    const own = await makeByline({ staffId: reporter.id });
    const guest = await makeByline();
    expect(await ownByline(reporter)).toMatchObject({ id: own.id, guest: false });
    expect(await ownByline(contributor)).toBeNull();
    expect((await bylinesById(reporter, [guest.id, own.id])).map((row) => row.id)).toEqual([guest.id, own.id]);
    expect((await searchBylines(reporter, own.name)).map((row) => row.id)).toEqual([own.id]);
  });
});

test("reporters and contributors choose from all of it and change none of it", async () => {
  const section = await makeSection();
  const topic = await makeTopic();
  const byline = await makeByline();
  const forbidden = { code: "forbidden" };
  for (const actor of [reporter, contributor]) {
    await expect(createSection(actor, NewSection.parse({ name: "X" }))).rejects.toMatchObject(forbidden);
    await expect(editSection(actor, EditSection.parse({ id: section.id, name: "X" }))).rejects.toMatchObject(forbidden);
    await expect(moveSection(actor, { id: section.id, direction: "up" })).rejects.toMatchObject(forbidden);
    await expect(createTopic(actor, { name: "X" })).rejects.toMatchObject(forbidden);
    await expect(renameTopic(actor, { id: topic.id, name: "X" })).rejects.toMatchObject(forbidden);
    await expect(createByline(actor, { name: "X", title: "", bio: "" })).rejects.toMatchObject(forbidden);
    await expect(editByline(actor, EditByline.parse({ id: byline.id, name: "X" }))).rejects.toMatchObject(forbidden);
    await expect(manageSections(actor)).rejects.toMatchObject(forbidden);
    await expect(listTopics(actor, {})).rejects.toMatchObject(forbidden);
    await expect(listBylines(actor, {})).rejects.toMatchObject(forbidden);
    await expect(readByline(actor, byline.id)).rejects.toMatchObject(forbidden);
  }
  expect(await db().select().from(sections).where(eq(sections.id, section.id))).toEqual([section]);
  expect(await trail()).toEqual([]);
});

describe("a series", () => {
  test("is named and described, and keeps its web address when it is renamed", async () => {
    const made = await createSeries(
      editor,
      NewSeries.parse({ name: "The long harbour ", description: " Seven parts. " }),
    );
    expect(made).toMatchObject({ slug: "the-long-harbour", name: "The long harbour", description: "Seven parts." });
    await editSeries(editor, { id: made.id, name: "The harbour", description: "" });
    expect(await seriesById(contributor, [made.id])).toEqual([
      { id: made.id, slug: "the-long-harbour", name: "The harbour", description: "" },
    ]);
    expect(await trail()).toEqual([
      ["series.created", made.id],
      ["series.edited", made.id],
    ]);
  });

  test("is found by a part of its name", async () => {
    const made = await createSeries(editor, NewSeries.parse({ name: "Élan" }));
    expect(await searchSeries(contributor, "ela")).toMatchObject([{ id: made.id }]);
    expect((await listSeries(editor, {})).rows).toMatchObject([{ id: made.id, live: false }]);
  });

  test("has a name of its own", async () => {
    await createSeries(editor, NewSeries.parse({ name: "Elan" }));
    await expect(createSeries(editor, NewSeries.parse({ name: "Élan" }))).rejects.toMatchObject({
      code: "conflict",
      fields: { name: expect.any(String) },
    });
    expect(NewSeries.safeParse({ name: "!!" }).success).toBe(false);
    await expect(editSeries(editor, { id: "nothing", name: "N", description: "" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  test("is kept by editors and owners alone", async () => {
    const { id } = await createSeries(editor, NewSeries.parse({ name: "Kept" }));
    await expect(createSeries(reporter, NewSeries.parse({ name: "Other" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(editSeries(reporter, { id, name: "N", description: "" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(listSeries(reporter, {})).rejects.toMatchObject({ code: "forbidden" });
  });
});
