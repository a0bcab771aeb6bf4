import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { transact } from "@/db/client";
import { jobs } from "@/db/schema";
import { HOUR, MINUTE } from "@/lib/clock";
import { claimDueJob, eventsOf, failJob, finishJob, gatherJob, planJob, releaseJob, renewJob } from "./queue";

const start = new Date("2026-03-01T12:00:00Z");
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact(async (tx) => tx.delete(jobs));
});
afterEach(() => vi.useRealTimers());

describe("the queue of jobs", () => {
  test("gives out what is due once, in the order it fell due", async () => {
    await planJob({ id: "later", kind: "x", runAt: new Date(start.getTime() + HOUR) });
    await planJob({ id: "b", kind: "x", runAt: start });
    await planJob({ id: "a", kind: "x", runAt: new Date(start.getTime() - HOUR), payload: { n: 1 } });
    const claimed = await Promise.all([claimDueJob(), claimDueJob(), claimDueJob()]);
    expect(claimed.map((job) => job?.id)).toEqual(["a", "b", undefined]);
    expect(claimed[0]?.payload).toEqual({ n: 1 });
  });

  test("gives a job out again when its worker died", async () => {
    await planJob({ id: "a", kind: "x", runAt: start });
    await claimDueJob();
    pass(MINUTE / 2 - 1);
    expect(await claimDueJob()).toBeNull();
    pass(1);
    expect(await claimDueJob()).toMatchObject({ id: "a", attempts: 2 });
  });

  test("gives a job out again of which the claim was made before the clock was set back", async () => {
    await planJob({ id: "a", kind: "x", runAt: new Date(start.getTime() - 2 * HOUR) });
    await claimDueJob();
    pass(-HOUR);
    expect(await claimDueJob()).toMatchObject({ id: "a", attempts: 2 });
    expect(await claimDueJob()).toBeNull();
  });

  test("does not give a job out that is still being done", async () => {
    await planJob({ id: "a", kind: "x", runAt: start });
    const job = await claimDueJob();
    for (let round = 0; round < 10; round++) {
      pass(MINUTE / 2 - 1);
      if (job) await renewJob(job);
      expect(await claimDueJob()).toBeNull();
    }
  });

  test("gives a job out at once that was let go of, as if it had not been begun", async () => {
    await planJob({ id: "a", kind: "x", runAt: start });
    const job = await claimDueJob();
    if (job) await releaseJob(job);
    const again = await claimDueJob();
    expect(again).toEqual(job);
    if (again) await finishJob(again);
    // Of what is done nothing can be let go.
    if (job) await Promise.all([releaseJob(job), renewJob(job)]);
    expect(await claimDueJob()).toBeNull();
  });

  test("puts off what ends its process each time, and goes on with what else is due", async () => {
    await planJob({ id: "poison", kind: "x", runAt: new Date(start.getTime() - 1) });
    for (let times = 1; times <= 3; times++) {
      expect(await claimDueJob()).toMatchObject({ id: "poison", attempts: times });
      pass(MINUTE / 2);
    }
    await planJob({ id: "other", kind: "x", runAt: start });
    expect(await claimDueJob()).toMatchObject({ id: "other" });
    pass(4 * MINUTE - 1);
    expect(await claimDueJob({ only: ["x"] })).toMatchObject({ id: "other" });
    pass(1);
    expect(await claimDueJob()).toMatchObject({ id: "poison", attempts: 4 });
  });

  test("waits longer after each failure", async () => {
    await planJob({ id: "a", kind: "x", runAt: start });
    for (const minutes of [1, 2, 4]) {
      const job = await claimDueJob();
      expect(job).not.toBeNull();
      if (job) await failJob(job, "no");
      pass(minutes * MINUTE - 1);
      expect(await claimDueJob()).toBeNull();
      pass(1);
    }
  });

  test("plans the same work once, and anew only for a time after it was done", async () => {
    const plan = { id: "a", kind: "x", runAt: start };
    await planJob(plan);
    await planJob(plan);
    const job = await claimDueJob();
    if (job) await finishJob(job);
    await planJob(plan);
    expect(await claimDueJob()).toBeNull();
    pass(HOUR);
    await planJob({ ...plan, runAt: new Date() });
    expect(await claimDueJob()).toMatchObject({ id: "a", attempts: 1 });
  });

  test("gathers what is to be done alike, until that is begun, and again once it failed", async () => {
    const gather = (event: number, kind = "x") => transact((tx) => gatherJob(tx, kind, event));
    await gather(1);
    await gather(2);
    await gather(3, "y");
    const begun = await claimDueJob();
    expect(eventsOf(begun?.payload)).toEqual([1, 2]);
    await gather(4);
    if (begun) await failJob(begun, "no");
    await gather(5);
    pass(HOUR);
    const left = [await claimDueJob(), await claimDueJob(), await claimDueJob(), await claimDueJob()];
    const told = left.flatMap((job) => (job ? [[job.kind, eventsOf(job.payload)]] : []));
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        ["x", [1, 2]],
        ["x", [4, 5]],
        ["y", [3]],
      ]),
    );
  });

  test("does not gather without bounds", async () => {
    await transact(async (tx) => {
      for (let event = 1; event <= 501; event++) await gatherJob(tx, "x", event);
    });
    const sizes = [await claimDueJob(), await claimDueJob()].map((job) => eventsOf(job?.payload).length);
    expect(sizes.sort()).toEqual([1, 500]);
  });
});
