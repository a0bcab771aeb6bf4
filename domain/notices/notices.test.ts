import { beforeEach, describe, expect, test } from "vitest";
import { transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { notices, staff } from "@/db/schema";
import { comment } from "@/domain/articles/commenting";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { planArticle } from "@/domain/articles/planning";
import { takeStep } from "@/domain/articles/stepping";
import { completeContent } from "@/domain/testing/content";
import { newId } from "@/lib/id";
import { countUnread, listNotices, markNotices, readNotice } from "./desk";
import type { NoticeShow } from "./notice";

type Person = Awaited<ReturnType<typeof makeStaff>>;

const told = async (person: Person) => (await listNotices(person)).rows.map(({ kind, detail }) => [kind, detail]);

let writer: Person;
let editor: Person;
let id: string;
beforeEach(async () => {
  // Editors of other tests would be told too.
  await transact(async (tx) => {
    await tx.delete(notices);
    await tx.update(staff).set({ disabledAt: new Date() });
  });
  writer = await makeStaff({ role: "reporter" });
  editor = await makeStaff({ role: "editor" });
  id = (await createArticle(writer)).subjectId;
  await saveDraft(writer, { id, version: 1, content: await completeContent() });
});

const say = (by: Person, text: string, threadId: string | null, mentions: string[] = []) => {
  const commentId = newId();
  return comment(by, { deed: "comment", id: commentId, articleId: id, threadId, quote: "", text, mentions }).then(
    () => commentId,
  );
};

describe("notices", () => {
  test("tell editors of what is sent to review, and its writer of what they decide and why", async () => {
    const colleague = await makeStaff({ role: "reporter" });
    await takeStep(writer, { id, step: "submit" });
    expect(await told(editor)).toEqual([["review", ""]]);
    expect(await told(colleague)).toEqual([]);
    await takeStep(editor, { id, step: "return", reason: "Who says so?" });
    await takeStep(writer, { id, step: "submit" });
    await takeStep(editor, { id, step: "approve" });
    await takeStep(editor, { id, step: "hold", reason: "After the vote." });
    await takeStep(editor, { id, step: "kill", reason: "Overtaken." });
    expect(await told(writer)).toEqual([
      ["killed", "Overtaken."],
      ["held", "After the vote."],
      ["approved", ""],
      ["returned", "Who says so?"],
    ]);
  });

  test("tell nobody of their own doing, and nobody who has left", async () => {
    const gone = await makeStaff({ role: "editor", disabledAt: new Date() });
    await takeStep(editor, { id, step: "submit" });
    expect(await told(editor)).toEqual([]);
    expect(await told(gone)).toEqual([]);
  });

  test("tell who is named and who is answered, once each", async () => {
    const thread = await say(writer, "Which list?", null, [editor.id]);
    expect(await told(editor)).toEqual([["mentioned", "Which list?"]]);
    await say(editor, "The first.", thread);
    expect(await told(writer)).toEqual([["replied", "The first."]]);
    await say(writer, "Sure?", thread, [editor.id]);
    expect(await told(editor)).toEqual([
      ["mentioned", "Sure?"],
      ["mentioned", "Which list?"],
    ]);
  });

  test("are counted until they are read, by whom they are for alone", async () => {
    await takeStep(writer, { id, step: "submit" });
    const [notice] = (await listNotices(editor)).rows;
    if (!notice) throw new Error("The editor was told nothing");
    await expect(readNotice(writer, notice)).rejects.toMatchObject({ code: "not-found" });
    expect(await markNotices(writer, { ids: [notice.id], read: "yes" })).toMatchObject({ done: 0, undo: [] });
    expect(await countUnread(editor)).toBe(1);
    expect(await readNotice(editor, notice)).toEqual({ kind: "review", articleId: id, commentId: null });
    expect(await countUnread(editor)).toBe(0);
    expect((await listNotices(editor)).rows).toMatchObject([{ read: true }]);
  });

  test("are narrowed to new ones and by their matter; several are marked together, and made new again", async () => {
    await takeStep(writer, { id, step: "submit" });
    await say(writer, "Look?", null, [editor.id]);
    const shown = async (show: NoticeShow) => (await listNotices(editor, { show })).rows.map(({ kind }) => kind);
    expect(await shown("work")).toEqual(["review"]);
    expect(await shown("comments")).toEqual(["mentioned"]);
    expect(await shown("warnings")).toEqual([]);
    expect(await shown("unread")).toEqual(["mentioned", "review"]);
    const ids = (await listNotices(editor)).rows.map((row) => row.id);
    const marked = await markNotices(editor, { ids, read: "yes" });
    expect(marked).toMatchObject({ done: 2, unchanged: 0 });
    expect(await shown("unread")).toEqual([]);
    await markNotices(editor, { ids: marked.undo, read: "no" });
    expect(await countUnread(editor)).toBe(2);
  });

  test("do not name a story that somebody may not read any more", async () => {
    const contributor = await makeStaff({ role: "contributor" });
    await planArticle(editor, { id, assigneeId: contributor.id });
    await planArticle(editor, { id });
    expect((await listNotices(contributor)).rows).toMatchObject([
      { kind: "unassigned", headline: null },
      { kind: "assigned", headline: null },
    ]);
  });

  test("come by pages, none lost and none twice", async () => {
    for (let n = 0; n < 45; n++) await say(writer, `No. ${n}`, null, [editor.id]);
    const first = await listNotices(editor);
    const second = await listNotices(editor, { cursor: first.next ?? "" });
    expect(first.rows).toHaveLength(40);
    expect([...first.rows, ...second.rows].map(({ detail }) => detail)).toEqual(
      Array.from({ length: 45 }, (_, n) => `No. ${44 - n}`),
    );
    expect(second.next).toBeNull();
  });
});
