import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { events } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { comment, deleteComment, editComment, reopenThread, resolveThread } from "./commenting";
import { listMentions, readConversation } from "./conversation";
import { createArticle } from "./editing";

let writer: Actor;
let editor: Actor;
let other: Actor;
let articleId: string;

beforeEach(async () => {
  writer = await makeStaff({ role: "reporter", name: "Ines" });
  editor = await makeStaff({ role: "editor", name: "Mirjam" });
  other = await makeStaff({ role: "reporter", name: "Tom" });
  articleId = (await createArticle(writer)).subjectId;
});

async function say(actor: Actor, text: string, given: { threadId?: string; mentions?: string[]; id?: string } = {}) {
  const id = given.id ?? newId();
  const { threadId = null, mentions = [] } = given;
  await comment(actor, { deed: "comment", id, articleId, threadId, quote: "six", text, mentions });
  return id;
}
const threadsOf = async (actor: Actor) => (await readConversation(actor, articleId)).threads;
const edit = (actor: Actor, id: string, text: string, mentions: string[] = []) =>
  editComment(actor, { deed: "edit", id, text, mentions });

test("a thread has its quote, its replies in order, and who said what", async () => {
  const id = await say(editor, "Says who?");
  await say(writer, "The timetable.", { threadId: id });
  expect(await threadsOf(other)).toMatchObject([
    {
      id,
      quote: "six",
      resolvedAt: null,
      comments: [
        { text: "Says who?", author: { name: "Mirjam" }, editedAt: null },
        { text: "The timetable.", author: { name: "Ines" } },
      ],
    },
  ]);
});

test("a comment whose answer got lost is sent again, and is there once", async () => {
  const id = await say(editor, "Says who?");
  await say(editor, "Says who?", { id });
  expect(await threadsOf(editor)).toHaveLength(1);
  await expect(say(writer, "Mine", { id })).rejects.toMatchObject({ code: "not-found" });
});

test("whoever may read a story reads what is said of it; whoever may not edit it says nothing", async () => {
  const contributor = await makeStaff({ role: "contributor" });
  const id = await say(editor, "Says who?");
  await expect(readConversation(contributor, articleId)).rejects.toMatchObject({ code: "not-found" });
  expect(await threadsOf(other)).toHaveLength(1);
  for (const deed of [
    () => say(other, "Me"),
    () => say(other, "Me", { threadId: id }),
    () => resolveThread(other, { id }),
  ])
    await expect(deed()).rejects.toMatchObject({ code: "forbidden" });
});

test("only one's own comment is changed or taken back", async () => {
  const id = await say(editor, "Says who?");
  await expect(edit(writer, id, "Never mind")).rejects.toMatchObject({ code: "forbidden" });
  await expect(deleteComment(writer, { id })).rejects.toMatchObject({ code: "forbidden" });
  await edit(editor, id, "Who says so?");
  expect(await threadsOf(writer)).toMatchObject([
    { comments: [{ text: "Who says so?", editedAt: expect.any(String) }] },
  ]);
  await deleteComment(editor, { id });
  expect(await threadsOf(writer)).toEqual([]);
});

test("a thread stays when its beginning is taken back after an answer", async () => {
  const id = await say(editor, "Says who?", { mentions: [writer.id] });
  const reply = await say(writer, "The timetable.", { threadId: id });
  await deleteComment(editor, { id });
  expect(await threadsOf(writer)).toMatchObject([{ id, comments: [{ text: "", isDeleted: true }, { id: reply }] }]);
  await expect(edit(editor, id, "Again")).rejects.toMatchObject({ code: "not-found" });
});

test("a thread is settled and opened again, and an answer to one of another story is refused", async () => {
  const id = await say(editor, "Says who?");
  await resolveThread(writer, { id });
  expect(await threadsOf(editor)).toMatchObject([{ resolvedBy: "Ines", resolvedAt: expect.any(String) }]);
  await reopenThread(editor, { id });
  expect(await threadsOf(editor)).toMatchObject([{ resolvedBy: null, resolvedAt: null }]);
  articleId = (await createArticle(writer)).subjectId;
  await expect(say(writer, "Here", { threadId: id })).rejects.toMatchObject({ code: "not-found" });
});

test("whoever is named sees the thread until it is settled, in stories that they may read", async () => {
  const contributor = await makeStaff({ role: "contributor" });
  const id = await say(editor, "Says who?");
  const reply = await say(editor, "@Tom knows", { threadId: id, mentions: [other.id, contributor.id, other.id] });
  expect(await listMentions(other)).toMatchObject([{ commentId: reply, articleId, author: "Mirjam" }]);
  expect(await listMentions(contributor)).toEqual([]);
  expect(await listMentions(editor)).toEqual([]);
  await resolveThread(editor, { id });
  expect(await listMentions(other)).toEqual([]);
  await reopenThread(editor, { id });
  await edit(editor, reply, "Nobody knows");
  expect(await listMentions(other)).toEqual([]);
  await expect(say(editor, "@Nobody", { mentions: ["nobody"] })).rejects.toMatchObject({ code: "invalid" });
});

test("those who may read the story may be named", async () => {
  const contributor = await makeStaff({ role: "contributor", name: "Samira" });
  const gone = await makeStaff({ name: "Gone", disabledAt: new Date() });
  const { people } = await readConversation(editor, articleId);
  const ids = people.map(({ id }) => id);
  expect(ids).toContain(other.id);
  expect(ids).not.toContain(contributor.id);
  expect(ids).not.toContain(gone.id);
});

test("each deed is an event", async () => {
  const id = await say(editor, "Says who?", { mentions: [writer.id] });
  await resolveThread(editor, { id });
  const told = await db().select().from(events).where(eq(events.subjectId, id));
  expect(told.map(({ verb }) => verb)).toEqual(["comment.added", "comment.resolved"]);
  expect(told[0]?.data).toMatchObject({ articleId, mentions: [writer.id] });
});
