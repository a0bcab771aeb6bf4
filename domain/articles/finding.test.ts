import { beforeAll, expect, test } from "vitest";
import { makeByline, makeStaff } from "@/db/factories";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { EMPTY_ARTICLE } from "./article";
import { createArticle, saveDraft } from "./editing";
import { find } from "./finding";

const word = `ferry${newId()}`;
let reporter: Actor;
let contributor: Actor;
beforeAll(async () => {
  reporter = await makeStaff({ role: "reporter", name: `Rea ${word}` });
  contributor = await makeStaff({ role: "contributor", name: `Con ${word}` });
  await makeByline({ name: `Guest ${word}` });
});

async function story(actor: Actor, headline: string) {
  const { subjectId: id } = await createArticle(actor);
  await saveDraft(actor, { id, version: 1, content: { ...EMPTY_ARTICLE, headline } });
  return id;
}
const ids = async (actor: Actor, text: string) => (await find(actor, text)).stories.map(({ id }) => id);

test("a contributor finds their own stories and nobody's account; a reporter others' stories too", async () => {
  const [hers, his] = [await story(reporter, `One ${word}`), await story(contributor, `Two ${word}`)];
  expect(await ids(contributor, word)).toEqual([his]);
  expect(await ids(reporter, word)).toEqual([his, hers]);
  expect((await find(contributor, word)).people).toEqual([]);
  expect((await find(reporter, word)).people.map(({ kind }) => kind)).toEqual(["stories", "stories"]);
});

test("an editor finds bylines, an owner accounts", async () => {
  const kinds = async (role: "editor" | "owner") =>
    (await find(await makeStaff({ role }), word)).people.map(({ kind }) => kind);
  expect(await kinds("editor")).toEqual(["stories", "stories", "byline"]);
  expect(await kinds("owner")).toEqual(["account", "account", "byline"]);
});

test("without words come the stories one worked on, the last first", async () => {
  const actor = await makeStaff({ role: "editor" });
  const [first, second] = [await story(actor, "First"), await story(actor, "Second")];
  await story(reporter, "Another's");
  expect(await ids(actor, " ")).toEqual([second, first]);
  await saveDraft(actor, { id: first, version: 2, content: { ...EMPTY_ARTICLE, headline: "First again" } });
  expect(await ids(actor, "")).toEqual([first, second]);
});
