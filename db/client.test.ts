import { statSync } from "node:fs";
import { count, eq, sql as sqlOf } from "drizzle-orm";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, test } from "vitest";
import { databaseFile, db, keepingStatements, open, transact, trimLog } from "./client";
import * as schema from "./schema";
import { events, topics } from "./schema";
import { whileDiskIsFull } from "./testing/full-disk";

const topic = (slug: string) => ({ slug, name: slug, createdAt: new Date(0) });
const topicCount = async () => (await db().select({ n: count() }).from(topics))[0]?.n;

describe("transact", () => {
  test("keeps nothing of work that fails after its first write, even across an await", async () => {
    const failing = transact(async (tx) => {
      await tx.insert(topics).values(topic("half"));
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error("halfway");
    });
    await expect(failing).rejects.toThrow("halfway");
    expect(await topicCount()).toBe(0);
  });

  test("lets one transaction finish before the next begins", async () => {
    const steps: string[] = [];
    const step = (name: string) =>
      transact(async () => {
        steps.push(`${name} in`);
        await new Promise((resolve) => setImmediate(resolve));
        steps.push(`${name} out`);
      });
    await Promise.all([step("a"), step("b"), step("c")]);
    expect(steps).toEqual(["a in", "a out", "b in", "b out", "c in", "c out"]);
  });

  test("is invisible to readers until it is kept, and visible to the very next read", async () => {
    await transact(async (tx) => {
      await tx.insert(topics).values(topic("new"));
      expect(await topicCount()).toBe(0);
    });
    expect(await topicCount()).toBe(1);
  });

  test("goes on after a failure, and after a failure of SQLite itself", async () => {
    await expect(transact(async (tx) => tx.insert(topics).values(topic("new")))).rejects.toThrow();
    await transact(async (tx) => tx.insert(topics).values(topic("newer")));
    expect(await topicCount()).toBe(2);
  });

  test("says that the disk is full, keeps nothing then, and goes on once there is room", async () => {
    const before = await topicCount();
    const large = { ...topic("large"), name: "x".repeat(3_000_000) };
    const write = () => transact(async (tx) => tx.insert(topics).values(large));
    await expect(whileDiskIsFull(write)).rejects.toMatchObject({ name: "Refusal", code: "full" });
    expect(await topicCount()).toBe(before);
    await write();
    expect(await topicCount()).toBe((before ?? 0) + 1);
  });
});

describe("a kept statement", () => {
  const kept = () => keepingStatements(open(databaseFile(), false));

  test("gives rows as whoever asks wants them, whatever the last one wanted", () => {
    const connection = kept();
    const ask = () => connection.prepare("select 1 as one, ? as other");
    expect(ask().raw().all(2)).toEqual([[1, 2]]);
    expect(ask().all(3)).toEqual([{ one: 1, other: 3 }]);
    expect(ask().raw().get(4)).toEqual([1, 4]);
    expect(ask()).toBe(ask());
    connection.close();
  });

  test("sees a table as it is now, after its columns changed", () => {
    const connection = kept();
    connection.exec("create temp table kept (a)");
    const write = () => connection.prepare("insert into temp.kept values (1)").run();
    const read = () => connection.prepare("select * from temp.kept").all();
    write();
    expect(read()).toEqual([{ a: 1 }]);
    connection.exec("alter table temp.kept add column b default 2");
    expect(read()).toEqual([{ a: 1, b: 2 }]);
    expect(write).toThrow("2 columns");
    connection.close();
  });
});

describe("while another process writes", () => {
  const elsewhere = () => {
    const other = open(databaseFile(), false);
    other.exec("begin immediate");
    return { done: () => other.close() };
  };

  test("a transaction waits, and this process goes on meanwhile", async () => {
    const { done } = elsewhere();
    const written = transact(async (tx) => tx.insert(topics).values(topic("patient")));
    const started = performance.now();
    const before = await topicCount();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(performance.now() - started).toBeLessThan(1000);
    done();
    await written;
    expect(await topicCount()).toBe((before ?? 0) + 1);
  });

  test("all that waited too long are told so, and the next one is done", async () => {
    const { done } = elsewhere();
    const started = performance.now();
    const waited = await Promise.allSettled([1, 2, 3].map((n) => transact(async () => n)));
    expect(performance.now() - started).toBeLessThan(8000);
    for (const one of waited) expect(one).toMatchObject({ status: "rejected", reason: { code: "busy" } });
    done();
    expect(await transact(async () => "done")).toBe("done");
  }, 20_000);
});

describe("connections", () => {
  test("the reading one cannot write", async () => {
    await expect(async () => db().insert(topics).values(topic("no"))).rejects.toThrow();
  });

  test("a statement asked for again answers as it did at first, in whichever shape it is asked for", async () => {
    await transact(async (tx) => tx.insert(topics).values(topic("again")));
    const question = () => db().select({ slug: topics.slug }).from(topics).where(eq(topics.slug, "again"));
    const { sql } = question().toSQL();
    const written = sqlOf.raw(sql.replace("?", "'again'"));
    for (let n = 0; n < 2; n++) {
      expect(await question()).toEqual([{ slug: "again" }]);
      expect(db().all(written)).toEqual([{ slug: "again" }]);
      expect(db().values(written)).toEqual([["again"]]);
    }
  });

  /** Writes forty megabytes, while something reads on and on. @returns what ends that */
  const writeMuch = async (name: string) => {
    const reader = open(databaseFile(), true);
    reader.exec("begin");
    reader.prepare("select count(*) from topics").get();
    for (let n = 0; n < 5; n++) {
      const large = { ...topic(`${name}-${n}`), name: "x".repeat(8_000_000) };
      await transact(async (tx) => tx.insert(topics).values(large));
    }
    expect(logSize()).toBeGreaterThan(LARGEST);
    return () => reader.close();
  };
  const LARGEST = 33 * 1024 * 1024;
  const logSize = () => statSync(`${databaseFile()}-wal`).size;

  test("let go of the room that the log took while something read on and on", { timeout: 30_000 }, async () => {
    const end = await writeMuch("log");
    end();
    for (const slug of ["after", "after-that"]) await transact(async (tx) => tx.insert(topics).values(topic(slug)));
    expect(logSize()).toBeLessThan(LARGEST);
  });

  test("let go of it without another write, once nothing reads on", { timeout: 30_000 }, async () => {
    const end = await writeMuch("kept");
    expect(await trimLog()).toBe(false);
    end();
    expect(await trimLog()).toBe(true);
    expect(logSize()).toBeLessThan(LARGEST);
  });

  test("keep foreign keys and survive a power cut", () => {
    const connection = open(databaseFile(), false);
    expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
    expect(connection.pragma("synchronous", { simple: true })).toBe(2);
    expect(connection.pragma("journal_mode", { simple: true })).toBe("wal");
    const orphan = { verb: "x", subjectKind: "x", subjectId: "x", at: new Date(0), data: {}, actorId: "nobody" };
    expect(() => drizzle(connection, { schema, casing: "snake_case" }).insert(events).values(orphan).run()).toThrow();
    connection.close();
  });
});
