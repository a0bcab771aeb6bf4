import { expect, test } from "vitest";
import { makeByline, makePublishedArticle, makeSeries, makeStaff, makeTopic } from "@/db/factories";
import { findByPath } from "@/domain/articles/published";
import { listStaff } from "@/domain/people/desk";
import { newId } from "@/lib/id";
import { listBylines, listSeries, listTopics, searchBylines, searchSeries, searchTopics } from "./desk";
import { setAside } from "./setting-aside";

const owner = await makeStaff({ role: "owner" });
const names = ({ rows }: { rows: { name: string }[] }) => rows.map(({ name }) => name);

test("bylines are narrowed to the staff's or the guests', topics to those that readers meet or not", async () => {
  const search = newId();
  await makeByline({ name: `A ${search}` });
  await makeByline({ name: `B ${search}`, staffId: (await makeStaff()).id });
  expect(names(await listBylines(owner, { search, show: "guest" }))).toEqual([`A ${search}`]);
  expect(names(await listBylines(owner, { search, show: "staff" }))).toEqual([`B ${search}`]);

  const live = await makeTopic({ name: `A ${search}` });
  await makeTopic({ name: `B ${search}` });
  await makePublishedArticle({ topicIds: [live.id] });
  expect(names(await listTopics(owner, { search, show: "live" }))).toEqual([`A ${search}`]);
  expect(names(await listTopics(owner, { search, show: "unused" }))).toEqual([`B ${search}`]);
});

test("the staff are narrowed by role, by name or address, and to those who were shut out", async () => {
  const word = newId();
  await makeStaff({ name: `A ${word}`, role: "reporter" });
  await makeStaff({ name: "Somebody", email: `${word}@example.test`, role: "editor" });
  await makeStaff({ name: `C ${word}`, role: "editor", disabledAt: new Date() });
  const find = async (show?: "editor" | "disabled") => names(await listStaff(owner, { search: word, show }));
  expect(await find()).toEqual([`A ${word}`, `C ${word}`, "Somebody"]);
  expect(await find("editor")).toEqual([`C ${word}`, "Somebody"]);
  expect(await find("disabled")).toEqual([`C ${word}`]);
});

test("what is set aside is offered to no writer, kept by the stories that have it, and can be brought back", async () => {
  const word = newId();
  const [topic, another] = [await makeTopic({ name: `A ${word}` }), await makeTopic({ name: `B ${word}` })];
  const story = await makePublishedArticle({ topicIds: [topic.id] });
  const offered = async () => (await searchTopics(owner, word)).map(({ name }) => name);
  const ids = [topic.id, another.id];
  expect(await setAside(owner, "topic", { ids: [another.id], aside: "yes" })).toMatchObject({ done: 1 });
  const outcome = await setAside(owner, "topic", { ids: [...ids, newId()], aside: "yes" });
  expect(outcome).toMatchObject({ done: 1, unchanged: 1, undo: [topic.id] });
  expect(await offered()).toEqual([]);
  expect(names(await listTopics(owner, { search: word, show: "aside" }))).toEqual([`A ${word}`, `B ${word}`]);
  expect(await findByPath(story.path)).toMatchObject({ story: { topics: [{ id: topic.id }] } });
  await setAside(owner, "topic", { ids: outcome.undo, aside: "no" });
  expect(await offered()).toEqual([`A ${word}`]);

  const [series, byline] = [await makeSeries({ name: word }), await makeByline({ name: word })];
  await setAside(owner, "series", { ids: [series.id], aside: "yes" });
  await setAside(owner, "byline", { ids: [byline.id], aside: "yes" });
  expect([await searchSeries(owner, word), await searchBylines(owner, word)]).toEqual([[], []]);
  expect(names(await listSeries(owner, { search: word, show: "aside" }))).toEqual([word]);
  expect(names(await listBylines(owner, { search: word, show: "aside" }))).toEqual([word]);
  const reporter = await makeStaff({ role: "reporter" });
  await expect(setAside(reporter, "topic", { ids, aside: "no" })).rejects.toMatchObject({ code: "forbidden" });
});
