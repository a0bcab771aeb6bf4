import { asc, eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { transact } from "./client";
import { among, prepared } from "./prepared";
import { topics } from "./schema";

const bySlugs = prepared((db, given) =>
  db
    .select({ slug: topics.slug, createdAt: topics.createdAt })
    .from(topics)
    .where(among(topics.slug, given("slugs")))
    .orderBy(asc(topics.slug)),
);

const bySlug = prepared((db, given) =>
  db
    .select({ name: topics.name })
    .from(topics)
    .where(eq(topics.slug, given("slug"))),
);

const slugsOf = async (slugs: string[]) => (await bySlugs({ slugs })).map(({ slug }) => slug);

beforeEach(() =>
  transact(async (tx) => {
    await tx.delete(topics);
    for (const slug of ["a", "b", "it's"]) await tx.insert(topics).values({ slug, name: slug, createdAt: new Date(7) });
  }),
);

test("asks with each call's values, and gives rows as a question built for the call would", async () => {
  expect(await bySlug({ slug: "a" })).toEqual([{ name: "a" }]);
  expect(await bySlug({ slug: "b" })).toEqual([{ name: "b" }]);
  expect(await bySlugs({ slugs: ["b"] })).toEqual([{ slug: "b", createdAt: new Date(7) }]);
});

test("a list may be of any length, hold anything, and be empty", async () => {
  expect(await slugsOf([])).toEqual([]);
  expect(await slugsOf(["it's", "a", "') or 1=1 --"])).toEqual(["a", "it's"]);
  expect(await slugsOf(Array.from({ length: 5000 }, (_, n) => (n === 4999 ? "b" : `none-${n}`)))).toEqual(["b"]);
});

test("asks through a transaction what only that sees yet, and without a value not at all", async () => {
  await transact(async (tx) => {
    await tx.insert(topics).values({ slug: "c", name: "c", createdAt: new Date(7) });
    expect(await bySlug({ slug: "c" }, tx)).toEqual([{ name: "c" }]);
    expect(await bySlug({ slug: "c" })).toEqual([]);
  });
  expect(await bySlug({ slug: "c" })).toEqual([{ name: "c" }]);
  await expect(bySlug({})).rejects.toThrow("slug");
});
