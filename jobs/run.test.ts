import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { jobs, limits, sessions } from "@/db/schema";
import { planJob } from "@/domain/jobs/queue";
import { DAY, HOUR } from "@/lib/clock";
import { handlers } from "./handlers";
import { runDueJobs } from "./run";

const start = new Date("2026-03-01T12:00:00Z");

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact(async (tx) => tx.delete(jobs));
});
afterEach(() => vi.useRealTimers());

describe("runDueJobs", () => {
  test("sweeps away what no longer limits anybody", async () => {
    const ends = { over: -1, under: 1 };
    const rows = Object.entries(ends).map(([key, hours]) => ({
      key,
      count: 1,
      endsAt: new Date(start.getTime() + hours * HOUR),
    }));
    await transact(async (tx) => tx.insert(limits).values(rows));
    await runDueJobs();
    const left = await transact(async (tx) => tx.select({ key: limits.key }).from(limits));
    expect(left).toEqual([{ key: "under" }]);
  });

  test("sweeps away sessions that ended long ago, once a day", async () => {
    const { id: staffId } = await makeStaff();
    const seen = { staffId, createdAt: start, lastSeenAt: start, userAgent: "", address: "" };
    await transact(async (tx) =>
      tx.insert(sessions).values([
        { ...seen, id: "old", expiresAt: new Date(start.getTime() - 40 * DAY) },
        { ...seen, id: "live", expiresAt: new Date(start.getTime() + DAY) },
      ]),
    );
    expect(await runDueJobs()).toBe(3);
    expect(await runDueJobs()).toBe(0);
    const left = await transact(async (tx) => tx.select({ id: sessions.id }).from(sessions));
    expect(left).toEqual([{ id: "live" }]);
  });

  test("keeps the reason of a failure and goes on with the rest", async () => {
    vi.spyOn(handlers, "sweep").mockRejectedValue(new Error("disk full"));
    await planJob({ id: "unknown", kind: "nobody-does-this", runAt: start });
    expect(await runDueJobs()).toBe(2);
    const rows = await transact(async (tx) => tx.select().from(jobs));
    const told = Object.fromEntries(rows.map((row) => [row.kind, row.lastError]));
    expect(told).toEqual({
      "nobody-does-this": "No handler for nobody-does-this",
      sweep: "disk full",
      "rank-readings": null,
      "sweep-files": null,
    });
  });
});
