import { expect, test } from "vitest";
import { makeStaff } from "@/db/factories";
import { listStyleRules, manageStyleRules } from "./desk";
import { addStyleRule, editStyleRule, removeStyleRule } from "./keeping";
import { EditStyleRule, NewStyleRule } from "./style";

test("rules are kept by editors and had by whoever writes; one word has one rule", async () => {
  const editor = await makeStaff({ role: "editor" });
  const contributor = await makeStaff({ role: "contributor" });
  const rule = NewStyleRule.parse({ avoid: " utilise ", preferred: "use", wholeWord: "yes" });
  const { subjectId: id } = await addStyleRule(editor, rule);
  expect(await listStyleRules(contributor)).toEqual([
    { id, avoid: "utilise", preferred: "use", reason: "", wholeWord: true, matchCase: false },
  ]);
  await expect(addStyleRule(editor, { ...rule, avoid: "Utilise" })).rejects.toMatchObject({ code: "conflict" });
  await expect(addStyleRule(contributor, { ...rule, avoid: "other" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(manageStyleRules(contributor)).rejects.toMatchObject({ code: "forbidden" });
  await editStyleRule(editor, EditStyleRule.parse({ id, avoid: "Utilise", preferred: "use" }));
  expect((await manageStyleRules(editor))[0]).toMatchObject({ avoid: "Utilise", wholeWord: false });
  await removeStyleRule(editor, { id });
  await expect(removeStyleRule(editor, { id })).rejects.toMatchObject({ code: "not-found" });
  expect(NewStyleRule.safeParse({ avoid: "use", preferred: "use" }).error?.issues[0]?.path).toEqual(["preferred"]);
});
