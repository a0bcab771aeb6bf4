import { desc, eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { events } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { exportTrail, nameOfSubject, readTrail } from "./desk";
import { csvLine, WRITERS, writeTrail } from "./exporting";
import { record } from "./record";
import { sentenceOf } from "./sentence";
import { HOUSE_ACTOR, type TrailFilters } from "./trail";

let owner: Actor;
let editor: Actor;
beforeAll(async () => {
  owner = await makeStaff({ role: "owner" });
  editor = await makeStaff({ role: "editor", name: "Ada" });
});

const happens = (who: Actor | null, verb: Parameters<typeof record>[2], id: string, data = {}) =>
  transact((tx) => record(tx, who, verb, id, data));
const numbers = async (filters: TrailFilters) =>
  (await readTrail(owner, filters, "UTC")).rows.map(({ number }) => number);

async function all(filters: TrailFilters) {
  const told = [];
  for await (const batch of await exportTrail(owner, filters, "UTC", "csv")) told.push(...batch);
  return told;
}

test("the trail is narrowed by who, by what, by which story and by day, and what was said of a story is in its trail", async () => {
  const headline = `Ferry ${newId()}`;
  const { article } = await makePublishedArticle({ headline });
  const published = await happens(editor, "article.published", article.id);
  const said = await happens(owner, "comment.added", newId(), { articleId: article.id });
  const ranked = await happens(null, "ranking.changed", "most-read");

  expect(await numbers({ about: headline })).toEqual([said.number, published.number]);
  expect(await numbers({ subject: `article:${article.id}` })).toEqual([said.number, published.number]);
  expect(await numbers({ about: headline, actorId: editor.id })).toEqual([published.number]);
  expect(await numbers({ about: headline, what: "comment" })).toEqual([said.number]);
  expect(await numbers({ what: "ranking.changed", actorId: HOUSE_ACTOR })).toEqual([ranked.number]);
  expect(await nameOfSubject(owner, `article:${article.id}`)).toBe(headline);

  const { rows } = await readTrail(owner, { about: headline }, "UTC");
  expect(rows.map((row) => sentenceOf(row))).toEqual([
    `${owner.name} commented on “${headline}”`,
    `Ada published “${headline}”`,
  ]);
});

test("days begin and end in the publication's zone", async () => {
  const { number } = await happens(editor, "section.moved", newId());
  const at = new Date("2026-11-27T22:30:00Z");
  await transact((tx) => tx.update(events).set({ at }).where(eq(events.number, number)));
  const on = async (day: string, zone: string) =>
    (await readTrail(owner, { from: day, until: day }, zone)).rows.map((row) => row.number);
  expect(await on("2026-11-28", "Europe/Helsinki")).toContain(number);
  expect(await on("2026-11-27", "Europe/Helsinki")).not.toContain(number);
  expect(await on("2026-11-27", "UTC")).toContain(number);
});

test("page by page and exported, nothing is told twice or left out", async () => {
  const id = newId();
  await transact(async (tx) => {
    for (let at = 0; at < 620; at++) await record(tx, editor, "topic.edited", id);
  });
  const paged: number[] = [];
  for (let cursor: string | undefined; ; ) {
    const { rows, next } = await readTrail(owner, { subject: `topic:${id}`, cursor }, "UTC");
    paged.push(...rows.map(({ number }) => number));
    if (!next) break;
    cursor = next;
  }
  expect(paged).toHaveLength(620);
  expect(new Set(paged).size).toBe(620);
  expect((await all({ subject: `topic:${id}` })).map(({ number }) => number)).toEqual(paged);
});

test("an export is in the trail itself, with what it was narrowed to, but not the words", async () => {
  await all({ about: "Somebody", what: "topic" });
  const [last] = await db().select().from(events).orderBy(desc(events.number)).limit(1);
  expect(last).toMatchObject({
    verb: "audit.exported",
    actorId: owner.id,
    data: { format: "csv", filters: { what: "topic", about: true } },
  });
});

test("nobody but an owner reads or exports it", async () => {
  await expect(readTrail(editor, {}, "UTC")).rejects.toMatchObject({ code: "forbidden" });
  await expect(exportTrail(editor, {}, "UTC", "csv")).rejects.toMatchObject({ code: "forbidden" });
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])(
  "the cell %j runs in no spreadsheet",
  (cell) => {
    expect(csvLine([cell, 'a "b", c'])).toBe(`"'${cell}","a ""b"", c"\r\n`);
  },
);

test("a headline that is a formula is text in the file; JSON lines can be read one by one", async () => {
  const headline = `=HYPERLINK("http://evil.example")`;
  const { article } = await makePublishedArticle({ headline });
  await happens(editor, "article.published", article.id);
  const filters = { subject: `article:${article.id}` };
  const text = async (format: "csv" | "jsonl") =>
    new Response(writeTrail(await exportTrail(owner, filters, "UTC", format), format, "UTC")).text();
  expect(await text("csv")).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  const [line = ""] = (await text("jsonl")).split("\n");
  expect(JSON.parse(line)).toMatchObject({ verb: "article.published", subject: headline, actor: "Ada" });
  expect(WRITERS.csv.head.startsWith("\uFEFF")).toBe(true);
});
