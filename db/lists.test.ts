import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { planArticle } from "@/domain/articles/planning";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { takeStep } from "@/domain/articles/stepping";
import { liftTakedown, takeDownArticle } from "@/domain/articles/taking-down";
import { completeContent } from "@/domain/testing/content";
import { MINUTE, now } from "@/lib/clock";
import { db, transact } from "./client";
import {
  makeByline,
  makePublishedArticle,
  makeSection,
  makeSeries,
  makeSettings,
  makeStaff,
  makeTopic,
} from "./factories";
import { publications } from "./schema";

const migration = readFileSync(
  path.resolve("drizzle", readdirSync("drizzle").find((name) => name.endsWith("_lists.sql")) ?? ""),
  "utf8",
).split("--> statement-breakpoint");
const statements = migration.map((statement) => statement.replace(/^\s*--.*$/gm, "").trim());

/** What the migration would put into a table, worked out of all the others. */
function workedOut(table: string) {
  const filling = statements.find((statement) => statement.startsWith(`INSERT INTO \`${table}\``)) ?? "";
  return db().all<Record<string, unknown>>(sql.raw(filling.slice(filling.indexOf("SELECT"))));
}

const sorted = (rows: unknown[]) => rows.map((row) => Object.values(row as object).join(" ")).sort();

/** That what is kept is what can be worked out. */
async function expectKept() {
  const listings = await db().all(sql`select list, first_published_at, publication_id, section_id from listings`);
  expect(sorted(listings)).toEqual(sorted(await workedOut("listings")));
  const sizes = await db().all(sql`select list, stories from list_sizes where stories > 0`);
  expect(sorted(sizes)).toEqual(
    sorted((await workedOut("list_sizes")).map((row) => Object.fromEntries(Object.entries(row).slice(0, 2)))),
  );
  const desk = await db().all(
    sql`select article_id, owner_id, section_id, stage, readers, saved_at, headline from desk_entries`,
  );
  expect(sorted(desk)).toEqual(sorted(await workedOut("desk_entries")));
  expect(desk.length).toBeGreaterThan(0);
}

test("the lists, their sizes and the desk's rows are kept as they can be worked out, whatever the verbs do", async () => {
  await makeSettings();
  const editor = await makeStaff({ role: "owner" });
  const reporter = await makeStaff({ role: "reporter" });
  const [topic, other, series] = [await makeTopic(), await makeTopic(), await makeSeries()];
  const byline = await makeByline();
  const content = await completeContent({ topicIds: [topic.id, other.id], label: "opinion", seriesId: series.id });
  const { subjectId: id } = await createArticle(reporter);
  await saveDraft(reporter, { id, version: 1, content });
  await expectKept();
  await takeStep(reporter, { id, step: "submit" });
  await expectKept();
  await publishArticle(editor, { id, version: 2 });
  await expectKept();
  const credited = { ...content, credits: [{ role: "editor" as const, bylineId: byline.id }], topicIds: [other.id] };
  await saveDraft(editor, { id, version: 2, content: { ...credited, sectionId: (await makeSection()).id } });
  await expectKept();
  await publishArticle(editor, { id, version: 3, change: { kind: "update", note: "More." } });
  await expectKept();
  await planArticle(editor, { id, assigneeId: editor.id });
  await expectKept();
  await amendArticle(editor, { id, change: { kind: "retraction", reason: "None of it was so." } });
  await expectKept();
  await amendArticle(editor, { id, change: { kind: "minor", endsRetraction: true } });
  await expectKept();
  await unpublishArticle(editor, { id });
  await expectKept();
  await takeDownArticle(editor, { id, reason: "legal", note: "By order of a court." });
  await expectKept();
  await liftTakedown(editor, { id });
  await expectKept();
  const dated = await makePublishedArticle({ topicIds: [topic.id] });
  const earlier = new Date(now().getTime() - 40 * 24 * 60 * MINUTE);
  await transact(async (tx) => {
    const mine = eq(publications.id, dated.publication.id);
    await tx.update(publications).set({ updatedAt: earlier }).where(mine);
    await tx.update(publications).set({ firstPublishedAt: earlier }).where(mine);
  });
  await expectKept();
  const [kept] = await db().all<{ at: number }>(
    sql`select changed_at as at from list_sizes where list = ${`t${topic.id}`}`,
  );
  expect(kept?.at).toBe(earlier.getTime());
});
