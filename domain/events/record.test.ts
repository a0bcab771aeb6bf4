import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { articles, staff } from "@/db/schema";
import { createArticle } from "@/domain/articles/editing";
import { record } from "./record";

const forbidden = { code: "forbidden" };
const change = (id: string, to: Partial<typeof staff.$inferInsert>) =>
  transact(async (tx) => tx.update(staff).set(to).where(eq(staff.id, id)));

test.each([
  ["was disabled", { disabledAt: new Date() }],
  ["was given another role", { role: "contributor" as const }],
])("nothing is kept of the deed of somebody who %s between asking and doing", async (_, to) => {
  const actor = await makeStaff({ role: "editor" });
  await change(actor.id, to);
  await expect(createArticle(actor)).rejects.toMatchObject(forbidden);
  expect(await db().select().from(articles).where(eq(articles.createdBy, actor.id))).toEqual([]);
});

test("says who did what to what, and when", async () => {
  const actor = await makeStaff({ role: "editor" });
  const event = await transact((tx) => record(tx, actor, "section.moved", "x"));
  expect(event).toMatchObject({ verb: "section.moved", subjectKind: "section", subjectId: "x", actorId: actor.id });
  expect(event.number).toBeGreaterThan(0);
});
