import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { limits } from "@/db/schema";
import { MINUTE } from "@/lib/clock";
import { count, sweepLimits, take, takeBack } from "./counting";
import { type Limit, networkOf } from "./limit";
import { limitSearch } from "./searching";

const three: Limit = { name: "three", most: 3, per: MINUTE, message: "Too many." };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-05-04T08:00:00Z") });
});
afterEach(async () => {
  vi.useRealTimers();
  await transact(async (tx) => tx.delete(limits));
});
const wait = (time: number) => vi.setSystemTime(Date.now() + time);

describe("a limit", () => {
  test("lets so many through however many come at once, and says when it may be tried again", async () => {
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => take(three, "a")));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
    wait(20_000);
    await expect(take(three, "a")).rejects.toMatchObject({ code: "limited", message: "Too many.", retryAfter: 40 });
    await expect(take(three, "b")).resolves.toBeUndefined();
    wait(40_000);
    await expect(take(three, "a")).resolves.toBeUndefined();
  });

  test("writes nothing for who is over it", async () => {
    for (let n = 0; n < 3; n++) await take(three, "a");
    const before = await db().select().from(limits);
    for (let n = 0; n < 5; n++) await take(three, "a").catch(() => {});
    expect(await db().select().from(limits)).toEqual(before);
  });

  test("gives back what is taken back, and names nobody", async () => {
    const counted = await transact((tx) => count(tx, three, "203.0.113.7"));
    await transact((tx) => takeBack(tx, counted));
    expect(await db().select().from(limits)).toMatchObject([{ key: expect.stringMatching(/^[\w-]{43}$/), count: 0 }]);
  });

  test("is forgotten once it is over, and the table stays bounded", async () => {
    const endsAt = new Date(Date.now() + MINUTE);
    await transact(async (tx) => {
      const rows = Array.from({ length: 50_100 }, (_, n) => ({ key: `k${n}`, count: 1, endsAt }));
      for (let at = 0; at < rows.length; at += 5000) await tx.insert(limits).values(rows.slice(at, at + 5000));
      await sweepLimits(tx);
    });
    expect(await db().$count(limits)).toBe(50_000);
    wait(MINUTE);
    await transact((tx) => sweepLimits(tx));
    expect(await db().$count(limits)).toBe(0);
  });
});

test("a search is counted by the network it comes from", async () => {
  expect(await limitSearch("2001:db8::1", 2)).toBeNull();
  expect(await limitSearch("2001:db8::2", 2)).toBeNull();
  expect(await limitSearch("2001:db8::3", 2)).toBe(60);
  expect(await limitSearch("2001:db8:0:1::3", 2)).toBeNull();
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:0:7::1", "2001:db8:0:7::/64"],
  ["2001:0DB8:0000:0007:ffff:1:2:3", "2001:db8:0:7::/64"],
  ["", ""],
  ["unknown", "unknown"],
])("%j is of the network %j", (address, network) => expect(networkOf(address)).toBe(network));
