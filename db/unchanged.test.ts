import { count } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";
import { databaseFile, db, open, transact } from "./client";
import { topics } from "./schema";
import { whileUnchanged } from "./unchanged";

const topic = (slug: string) => ({ slug, name: slug, createdAt: new Date(0) });
const counting = () => {
  const read = vi.fn(async () => ({ rows: await db().select({ n: count() }).from(topics) }));
  return { read, kept: whileUnchanged(read) };
};

beforeEach(() => transact(async (tx) => tx.delete(topics)));

test("what is kept is read once until something is committed, and anew for the very next who asks then", async () => {
  const { read, kept } = counting();
  expect([await kept(), await kept()]).toEqual(Array(2).fill({ rows: [{ n: 0 }] }));
  expect(read).toHaveBeenCalledTimes(1);
  await transact(async (tx) => {
    await tx.insert(topics).values(topic("new"));
    expect(await kept()).toEqual({ rows: [{ n: 0 }] });
  });
  expect(await kept()).toEqual({ rows: [{ n: 1 }] });
  expect(read).toHaveBeenCalledTimes(2);
});

test("what another process commits is seen too", async () => {
  const { kept } = counting();
  expect(await kept()).toEqual({ rows: [{ n: 0 }] });
  const other = open(databaseFile(), false);
  other.exec("insert into topics (id, slug, name, created_at) values ('t', 't', 'T', 0)");
  other.close();
  expect(await kept()).toEqual({ rows: [{ n: 1 }] });
});

test("what was committed while it was being read is read again", async () => {
  let goOn = () => {};
  const committed = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const kept = whileUnchanged(async () => {
    const [row] = await db().select({ n: count() }).from(topics);
    await committed;
    return row?.n;
  });
  const before = kept();
  await transact(async (tx) => tx.insert(topics).values(topic("new")));
  const after = kept();
  goOn();
  expect([await before, await after]).toEqual([0, 1]);
});

test("it cannot be changed by whoever gets it, and a failure is not kept", async () => {
  const { kept } = counting();
  const found = await kept();
  expect(() => found.rows.push({ n: 7 })).toThrow(TypeError);
  const failing = vi.fn(async () => {
    throw new Error("not now");
  });
  const failed = whileUnchanged<never>(failing);
  await expect(failed()).rejects.toThrow("not now");
  await expect(failed()).rejects.toThrow("not now");
  expect(failing).toHaveBeenCalledTimes(2);
});
