import { beforeAll, expect, test } from "vitest";
import { makeByline, makeSection, makeStaff, makeTopic } from "@/db/factories";
import type { Actor } from "@/domain/people/staff";
import { EMPTY_ARTICLE } from "./article";
import { createArticle, saveDraft } from "./editing";
import { previewStory } from "./preview";

let writer: Actor;
let other: Actor;
let reporter: Actor;
beforeAll(async () => {
  writer = await makeStaff({ role: "contributor" });
  other = await makeStaff({ role: "contributor" });
  reporter = await makeStaff({ role: "reporter" });
});

test("a draft is the page it would be: its section, its bylines and topics in order", async () => {
  const [section, topics] = [await makeSection(), [await makeTopic(), await makeTopic()]];
  const bylines = [await makeByline(), await makeByline()];
  const { subjectId: id } = await createArticle(writer);
  const content = {
    ...EMPTY_ARTICLE,
    headline: "A draft",
    sectionId: section.id,
    topicIds: topics.map((topic) => topic.id).reverse(),
    bylineIds: bylines.map((byline) => byline.id).reverse(),
  };
  await saveDraft(writer, { id, version: 1, content });
  expect(await previewStory(reporter, id)).toMatchObject({
    headline: "A draft",
    path: null,
    publishedAt: null,
    section: { slug: section.slug },
    topics: topics.map(({ slug }) => ({ slug })).reverse(),
    bylines: bylines.map(({ slug }) => ({ slug })).reverse(),
  });
});

test("a draft with nothing in it yet has a page too", async () => {
  const { subjectId: id } = await createArticle(writer);
  expect(await previewStory(writer, id)).toMatchObject({ headline: "", section: null, blocks: [], lead: null });
});

test("another contributor's draft is not found, nor one that does not exist", async () => {
  const { subjectId: id } = await createArticle(writer);
  await expect(previewStory(other, id)).rejects.toMatchObject({ code: "not-found" });
  await expect(previewStory(writer, "none")).rejects.toMatchObject({ code: "not-found" });
});
