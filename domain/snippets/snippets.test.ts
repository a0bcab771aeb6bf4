import { describe, expect, test } from "vitest";
import { makeStaff } from "@/db/factories";
import { bodyOf } from "@/domain/testing/content";
import { listSnippets, manageSnippets } from "./desk";
import { createSnippet, editSnippet, removeSnippet } from "./keeping";
import { NewSnippet } from "./snippet";

describe("snippets", () => {
  test("are made, changed and taken away by editors, and had by whoever writes", async () => {
    const editor = await makeStaff({ role: "editor", name: "Ed" });
    const contributor = await makeStaff({ role: "contributor" });
    const { subjectId: id } = await createSnippet(editor, { name: "Helpline", body: bodyOf("Call us.") });
    expect(await listSnippets(contributor)).toEqual([{ id, name: "Helpline", blocks: bodyOf("Call us.").blocks }]);
    await editSnippet(editor, { id, name: "Helplines", body: bodyOf("Write to us.") });
    expect(await manageSnippets(editor)).toMatchObject([{ id, name: "Helplines", editedBy: "Ed" }]);
    expect(await manageSnippets(editor, { search: "write HELP" })).toHaveLength(1);
    expect(await manageSnippets(editor, { search: "call" })).toEqual([]);
    await expect(manageSnippets(contributor)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeSnippet(contributor, { id })).rejects.toMatchObject({ code: "forbidden" });
    // Who keeps them need not write.
    const keeper = { ...contributor, grants: { "snippet.manage": "any" as const } };
    expect(await manageSnippets(keeper)).toHaveLength(1);
    await removeSnippet(editor, { id });
    expect(await listSnippets(contributor)).toEqual([]);
    await expect(removeSnippet(editor, { id })).rejects.toMatchObject({ code: "not-found" });
  });

  test("have names of their own", async () => {
    const editor = await makeStaff({ role: "editor" });
    const body = bodyOf("Call us.");
    const { subjectId: id } = await createSnippet(editor, { name: "One", body });
    await expect(createSnippet(editor, { name: "One", body })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    await createSnippet(editor, { name: "Two", body });
    await expect(editSnippet(editor, { id, name: "Two", body })).rejects.toMatchObject({ code: "conflict" });
    await editSnippet(editor, { id, name: "One", body });
  });

  test.each([
    ["no text", { version: 1, blocks: [] }],
    ["nothing but space", bodyOf("  ")],
    ["a divider", { version: 1, blocks: [...bodyOf("a").blocks, { type: "horizontalRule" }] }],
    ["what is no body", "nonsense"],
  ])("are not made of %s", (_, body) => {
    expect(NewSnippet.safeParse({ name: "A", body: JSON.stringify(body) }).success).toBe(false);
  });
});
