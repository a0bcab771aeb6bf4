import { beforeEach, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { aboutPages, events } from "@/db/schema";
import { EMPTY_BODY } from "@/domain/articles/body";
import type { Actor } from "@/domain/people/staff";
import { ABOUT_MEANINGS, ABOUT_SLUGS, AboutBody, beginningOf, EditAbout } from "./about";
import { editAbout } from "./about-keeping";
import { listAbout, readAbout } from "./desk";
import { aboutLinks, findAbout } from "./published";

let editor: Actor;

beforeEach(async () => {
  await transact(async (tx) => {
    await tx.delete(aboutPages);
    await tx.delete(events);
  });
  editor = await makeStaff({ role: "editor" });
});

const paragraph = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
const saying = (text: string) => ({ version: 1, blocks: [paragraph(text)] });
const input = (given: object) =>
  EditAbout.parse({ slug: "ethics", title: "How we work", body: saying("We ask."), publish: false, ...given });
const trail = async () =>
  (await db().select().from(events)).map(({ verb, subjectId, data }) => [verb, subjectId, data]);

test("a page is kept without being shown, shown, changed before readers' eyes, and taken down", async () => {
  await editAbout(editor, input({}));
  expect(await findAbout("ethics")).toBeNull();
  expect(await readAbout(editor, "ethics")).toMatchObject({ title: "How we work", live: false, editedBy: editor.name });

  const since = async () => (await readAbout(editor, "ethics")).editedAt;
  await editAbout(editor, input({ since: await since(), publish: "yes" }));
  expect(await aboutLinks()).toEqual([{ slug: "ethics", title: "How we work" }]);

  await editAbout(editor, input({ since: await since(), publish: "yes", body: saying("We ask twice.") }));
  expect(await findAbout("ethics")).toMatchObject({ blocks: saying("We ask twice.").blocks });

  await editAbout(editor, input({ since: await since(), body: saying("We ask twice.") }));
  expect(await findAbout("ethics")).toBeNull();
  expect(await readAbout(editor, "ethics")).toMatchObject({ body: saying("We ask twice."), live: false });
  expect(await trail()).toEqual([false, true, true, false].map((live) => ["about.edited", "ethics", { live }]));
});

test("a page is told of by its first line, cut between words", () => {
  const line = "We ask, and we ask again. ".repeat(20).trim();
  expect(beginningOf(AboutBody.parse({ version: 1, blocks: [paragraph("We ask."), paragraph("Twice.")] }))).toBe(
    "We ask.",
  );
  const cut = beginningOf(AboutBody.parse(saying(line)));
  expect(cut.length).toBeLessThanOrEqual(201);
  expect(line.startsWith(`${cut.slice(0, -1)} `)).toBe(true);
  expect(beginningOf(EMPTY_BODY)).toBe("");
});

test("nobody overwrites what they have not seen", async () => {
  await editAbout(editor, input({}));
  const { editedAt } = await readAbout(editor, "ethics");
  await editAbout(editor, input({ since: editedAt, title: "Second" }));
  for (const since of ["", editedAt]) {
    await expect(editAbout(editor, input({ since, title: "Third" }))).rejects.toMatchObject({ code: "conflict" });
  }
  expect(await readAbout(editor, "ethics")).toMatchObject({ title: "Second" });
});

test("readers never find an empty page", async () => {
  const empty = input({ body: EMPTY_BODY, publish: true });
  await expect(editAbout(editor, empty)).rejects.toMatchObject({
    code: "invalid",
    fields: { body: expect.any(String) },
  });
  await editAbout(editor, input({ publish: true }));
  const { editedAt: since } = await readAbout(editor, "ethics");
  await expect(editAbout(editor, input({ body: EMPTY_BODY, since, publish: true }))).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a page is written with text, subheads, lists, quotes and links, and with nothing else", () => {
  const item = { type: "listItem", content: [paragraph("One")] };
  const allowed = [
    paragraph("Text"),
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Subhead" }] },
    { type: "bulletList", content: [item] },
    { type: "quote", attrs: { attribution: "" }, content: [paragraph("Said")] },
  ];
  expect(AboutBody.safeParse({ version: 1, blocks: allowed }).success).toBe(true);
  const note = { type: "footnote", attrs: { text: "x" } };
  const refused = [
    { type: "horizontalRule" },
    { type: "embed", attrs: { url: "https://a.example", title: "", caption: "" } },
    { type: "paragraph", content: [note] },
    { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [note] }] }] },
  ];
  for (const block of refused) expect(AboutBody.safeParse({ version: 1, blocks: [block] }).success).toBe(false);
});

test("owners and editors keep the pages; reporters and contributors do not see them", async () => {
  for (const role of ["owner", "editor"] as const) {
    expect((await listAbout(await makeStaff({ role }))).map(({ slug }) => slug)).toEqual([...ABOUT_SLUGS]);
  }
  for (const role of ["reporter", "contributor"] as const) {
    const actor = await makeStaff({ role });
    for (const attempt of [listAbout(actor), readAbout(actor, "ethics"), editAbout(actor, input({}))])
      await expect(attempt).rejects.toMatchObject({ code: "forbidden" });
  }
  await expect(readAbout(editor, "elsewhere")).rejects.toMatchObject({ code: "not-found" });
});

test("every page means something to machines, and no two the same", () => {
  expect(new Set(Object.values(ABOUT_MEANINGS)).size).toBe(ABOUT_SLUGS.length);
});
