import { expect, test } from "vitest";
import { transact } from "@/db/client";
import { makeByline, makePublishedArticle, makeStaff, makeTopic } from "@/db/factories";
import { publications } from "@/db/schema";
import { listTopics, readByline } from "./desk";

test("a byline and a topic are said to be open to readers while a live story carries them", async () => {
  const editor = await makeStaff({ role: "editor" });
  const byline = await makeByline();
  const topic = await makeTopic();
  const seen = async () => [
    (await readByline(editor, byline.id)).live,
    (await listTopics(editor, { search: topic.name })).rows[0]?.live,
  ];
  expect(await seen()).toEqual([false, false]);
  await makePublishedArticle({ bylineIds: [byline.id], topicIds: [topic.id] });
  expect(await seen()).toEqual([true, true]);
  await transact((tx) => tx.update(publications).set({ endedAt: new Date() }));
  expect(await seen()).toEqual([false, false]);
});
