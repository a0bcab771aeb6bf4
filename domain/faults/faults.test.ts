import pino from "pino";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { faults } from "@/db/schema";
import { DAY } from "@/lib/clock";
import { log, withFields } from "@/lib/log";
import { listFaults } from "./desk";
import { keepFaults, writeFaults } from "./keeping";

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-03-01T12:00:00Z") });
  await transact(async (tx) => tx.delete(faults));
  // What is said stands in no report of the tests.
  vi.spyOn(
    (log as unknown as Record<symbol, { write: () => void }>)[pino.symbols.streamSym] ?? { write() {} },
    "write",
  ).mockReturnValue();
  keepFaults();
});
afterEach(() => {
  vi.useRealTimers();
  log.level = "silent";
});

const owner = () => makeStaff({ role: "owner" });

describe("faults", () => {
  test("that are alike are one row, with how often, since when, and by what the log has the last", async () => {
    log.level = "error";
    const fail = (request: string, row: number) =>
      log.error(
        { request, route: "/[section]/[slug]", digest: "77", err: new TypeError(`row ${row}`) },
        "A request failed",
      );
    fail("first-request", 1);
    vi.setSystemTime(Date.now() + 1000);
    fail("second-request", 2);
    await writeFaults();
    vi.setSystemTime(Date.now() + 1000);
    fail("third-request", 3);
    withFields({ job: "letter-1", kind: "letter" }, () => log.error({ err: new Error("no") }, "A job failed"));
    log.warn("nothing of note");
    await writeFaults();
    const found = await listFaults(await owner());
    expect(found).toHaveLength(2);
    expect(found).toContainEqual(
      expect.objectContaining({
        place: "/[section]/[slug]",
        what: "A request failed: TypeError: row 3",
        count: 3,
        request: "third-request",
        digest: "77",
        firstAt: new Date("2026-03-01T12:00:00Z"),
        lastAt: new Date("2026-03-01T12:00:02Z"),
      }),
    );
    expect(found).toContainEqual(expect.objectContaining({ place: "letter", request: "letter-1", count: 1 }));
  });

  test("say nothing of whom they concern", async () => {
    log.level = "error";
    log.error({ err: new Error("Failed query: x\nparams: jane@example.test") }, "A request failed");
    log.error({ err: new Error("550 jane@example.test unknown at 10.0.0.7") }, "A job failed");
    await writeFaults();
    expect(JSON.stringify(await db().select().from(faults))).not.toMatch(/jane|10\.0\.0/);
  });

  test("are few, and go after fourteen days", async () => {
    const at = new Date();
    const row = (id: string, lastAt: Date) => ({
      ...{ id, process: "x", place: "x", what: "x", request: "", digest: "", count: 1, firstAt: lastAt, lastAt },
    });
    await transact(async (tx) => {
      await tx.insert(faults).values(row("old", new Date(at.getTime() - 15 * DAY)));
      const many = Array.from({ length: 230 }, (_, n) => row(`n${n}`, new Date(at.getTime() - n * 1000)));
      await tx.insert(faults).values(many);
    });
    log.level = "error";
    log.error("One more");
    await writeFaults();
    const left = await db().select({ id: faults.id }).from(faults);
    expect(left).toHaveLength(200);
    expect(left.map(({ id }) => id)).not.toContain("old");
    expect(left.map(({ id }) => id)).toContain("n0");
  });

  test("are for whoever looks after the paper", async () => {
    await expect(listFaults(await makeStaff({ role: "editor" }))).rejects.toMatchObject({ code: "forbidden" });
  });
});
