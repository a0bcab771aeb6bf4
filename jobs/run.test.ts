import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { makeStaff } from "@/db/factories";
import { jobs, limits, sessions } from "@/db/schema";
import { planJob } from "@/domain/jobs/queue";
import { DAY, HOUR } from "@/lib/clock";
import { handlers } from "./handlers";
import { runDueJobs, startJobs } from "./run";

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

describe("startJobs", () => {
  const state = async () => {
    const rows = await transact(async (tx) => tx.select().from(jobs));
    return Object.fromEntries(rows.map(({ id, ...row }) => [id, row]));
  };
  const never = () => new Promise<void>(() => {});

  test("lets go, on its way out, of what does not end, as if it had not been begun, and finishes what does", async () => {
    let finish = () => {};
    vi.spyOn(handlers, "ping-hub").mockImplementation(never);
    vi.spyOn(handlers, "make-copies").mockImplementation(() => new Promise((resolve) => (finish = resolve)));
    await planJob({ id: "hung", kind: "ping-hub", runAt: new Date(0) });
    await planJob({ id: "ending", kind: "make-copies", runAt: new Date(0) });
    const running = startJobs({ onStuck: () => {} });
    await vi.waitFor(async () => expect((await state()).hung?.attempts).toBe(1));
    await vi.waitFor(async () => expect((await state()).ending?.attempts).toBe(1));
    const stopped = running.stop(300);
    finish();
    await stopped;
    expect((await state()).hung).toMatchObject({ attempts: 0, claimedUntil: null, doneAt: null, lastError: null });
    expect((await state()).ending?.doneAt).not.toBeNull();
  });

  test("tells of a job that goes on beyond its limit, which has failed then, and has what is planned to the second not wait", async () => {
    vi.spyOn(handlers, "ping-hub").mockImplementation(never);
    const kept = vi.spyOn(handlers, "keep-schedule").mockResolvedValue();
    await planJob({ id: "hung", kind: "ping-hub", runAt: new Date(0) });
    const stuck: string[] = [];
    const running = startJobs({ onStuck: (kind) => stuck.push(kind), longest: 1500 });
    await vi.waitFor(async () => expect((await state()).hung?.attempts).toBe(1));
    await planJob({ id: "plan", kind: "keep-schedule", runAt: new Date(0) });
    await vi.waitFor(() => expect(kept).toHaveBeenCalledOnce(), { timeout: 5000 });
    await vi.waitFor(() => expect(stuck).toEqual(["ping-hub"]), { timeout: 5000 });
    expect((await state()).hung).toMatchObject({
      attempts: 1,
      claimedUntil: null,
      lastError: "It did not end within 2 seconds",
    });
    await running.stop(300);
  });
});
