import { beforeAll, expect, test } from "vitest";
import { databaseFile, db, open, transact } from "./client";
import { makeStaff } from "./factories";
import { articles, searchEntries } from "./schema";
import { countEntries, findEntries, putEntry, removeEntry } from "./search";

const START = Date.UTC(2026, 0, 1);
const MANY = 1100;
const walrus = { all: [[{ terms: ["walrus"] }]], none: [], shelves: [] };
const idOf = (n: number) => `article${n}`;

beforeAll(async () => {
  const { id: createdBy } = await makeStaff();
  await transact(async (tx) => {
    for (let n = 0; n < MANY; n++) {
      await tx.insert(articles).values({ id: idOf(n), createdBy, createdAt: new Date(START) });
      // The oldest is about nothing else.
      const terms = { headline: n === 0 ? ["walrus"] : [], names: [], standfirst: [], body: ["the", "walrus", "came"] };
      await putEntry(tx, { articleId: idOf(n), at: new Date(START + n), version: 1, terms, shelves: ["s1"] });
    }
  });
});

test("the newest come first without the others being looked at, and counting stops where it is told", async () => {
  const newest = await findEntries(db(), walrus, { order: "newest", limit: 3, offset: 1 });
  expect(newest).toEqual([idOf(MANY - 2), idOf(MANY - 3), idOf(MANY - 4)]);
  expect(await countEntries(db(), walrus, 201)).toBe(201);
  expect(await countEntries(db(), walrus, 5000)).toBe(MANY);
});

test("of very many the newest thousand are ranked; a bound of time brings older ones among them", async () => {
  const best = { order: "best" as const, limit: 1, offset: 0 };
  expect(await findEntries(db(), walrus, best)).toEqual([idOf(MANY - 1)]);
  expect(await findEntries(db(), { ...walrus, before: new Date(START + 500) }, best)).toEqual([idOf(0)]);
});

test("from and before bound the time of the first publication, the one within and the other without", async () => {
  const within = { ...walrus, from: new Date(START + 10), before: new Date(START + 13) };
  const found = await findEntries(db(), within, { order: "newest", limit: 10, offset: 0 });
  expect(found).toEqual([idOf(12), idOf(11), idOf(10)]);
});

test("stories of one instant stand beside each other, and one put in again takes its own place", async () => {
  const at = new Date(START + 3);
  const terms = { headline: ["octopus"], names: [], standfirst: [], body: [] };
  await transact(async (tx) => {
    for (const n of [700, 701, 700]) await putEntry(tx, { articleId: idOf(n), at, version: 1, terms, shelves: [] });
  });
  const octopus = { all: [[{ terms: ["octopus"] }]], none: [], shelves: [] };
  expect((await findEntries(db(), octopus, { order: "newest", limit: 5, offset: 0 })).sort()).toEqual([
    idOf(700),
    idOf(701),
  ]);
});

test("nothing is left in the index of what was taken out of it", async () => {
  await transact(async (tx) => {
    for (const { id } of await tx.select({ id: searchEntries.articleId }).from(searchEntries))
      await removeEntry(tx, id);
  });
  const connection = open(databaseFile(), true);
  const left = connection
    .prepare(`select count(*) as count from search_index where search_index match '"walrus"'`)
    .get();
  connection.close();
  expect(left).toEqual({ count: 0 });
});
