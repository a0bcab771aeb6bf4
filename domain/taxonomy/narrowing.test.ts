import { expect, test } from "vitest";
import { makeByline, makePublishedArticle, makeStaff, makeTopic } from "@/db/factories";
import { listStaff } from "@/domain/people/desk";
import { newId } from "@/lib/id";
import { listBylines, listTopics } from "./desk";

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
