import { asc } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db, transact } from "@/db/client";
import { makePublishedArticle, makeStaff } from "@/db/factories";
import { events, rankings, readings } from "@/db/schema";
import { unpublishArticle } from "@/domain/articles/publication";
import { tag } from "@/domain/events/tags";
import { DAY, HOUR, MINUTE } from "@/lib/clock";
import { countReading, writeReadings } from "./counting";
import { mostRead } from "./published";
import { rankReadings } from "./ranking";

const start = new Date("2026-03-01T12:20:00Z");
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

let address = 0;
/** As many readings as asked for, each from a household of its own. */
async function read(articleId: string, times = 1) {
  for (let n = 0; n < times; n++) {
    await countReading({ articleId, address: `192.0.2.${++address}`, userAgent: FIREFOX });
  }
  await writeReadings();
}
const written = () => db().select().from(readings).orderBy(asc(readings.hour));
const changes = async () => (await db().select().from(events)).filter(({ verb }) => verb === "ranking.changed").length;
const headlines = async (limit = 10) => (await mostRead(limit)).cards.map(({ headline }) => headline);

async function makeStory(headline: string) {
  return (await makePublishedArticle({ headline })).article.id;
}

async function unpublish(id: string) {
  await unpublishArticle(await makeStaff({ role: "editor" }), { id });
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: start });
  await transact(async (tx) => {
    await tx.delete(readings);
    await tx.delete(rankings);
  });
});
afterEach(() => vi.useRealTimers());

describe("countReading", () => {
  test("gathers readings and writes them by article and hour, adding to what is there", async () => {
    const articleId = await makeStory("A");
    await countReading({ articleId, address: "192.0.2.1", userAgent: FIREFOX });
    expect(await written()).toEqual([]);
    await read(articleId, 2);
    vi.setSystemTime(start.getTime() + HOUR);
    await read(articleId);
    expect(await written()).toEqual([
      { articleId, hour: new Date("2026-03-01T12:00:00Z"), count: 3 },
      { articleId, hour: new Date("2026-03-01T13:00:00Z"), count: 1 },
    ]);
  });

  test.each([
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "curl/8.5.0",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0 Safari/537.36",
    "",
  ])("counts no machine: %s", async (userAgent) => {
    const articleId = await makeStory("A");
    await countReading({ articleId, address: "192.0.2.1", userAgent });
    await writeReadings();
    expect(await written()).toEqual([]);
  });

  test("counts nothing that is not before readers", async () => {
    const articleId = await makeStory("A");
    await unpublish(articleId);
    await expect(read(articleId)).rejects.toMatchObject({ code: "not-found" });
    await expect(read("no-such-article")).rejects.toMatchObject({ code: "not-found" });
    expect(await written()).toEqual([]);
  });

  test("counts so many of one address in a minute, and others all the same", async () => {
    const articleId = await makeStory("A");
    const again = () => countReading({ articleId, address: "198.51.100.7", userAgent: FIREFOX });
    for (let n = 0; n < 30; n++) await again();
    await expect(again()).rejects.toMatchObject({ code: "limited" });
    await read(articleId);
    vi.setSystemTime(start.getTime() + MINUTE);
    await again();
    await writeReadings();
    expect(await written()).toMatchObject([{ count: 32 }]);
  });

  test("loses nothing where it cannot write", async () => {
    const articleId = await makeStory("A");
    await countReading({ articleId, address: "192.0.2.1", userAgent: FIREFOX });
    await transact(async (tx) => tx.run("alter table readings rename to away"));
    await expect(writeReadings()).rejects.toThrow();
    await transact(async (tx) => tx.run("alter table away rename to readings"));
    await read(articleId);
    expect(await written()).toMatchObject([{ count: 2 }]);
  });
});

describe("what is read most", () => {
  test("stands in its order once it was ranked, with no more than are asked for", async () => {
    expect(await headlines()).toEqual([]);
    const [a, b, c] = [await makeStory("A"), await makeStory("B"), await makeStory("C")];
    await read(a);
    await read(b, 3);
    await read(c, 2);
    expect(await headlines()).toEqual([]);
    await rankReadings();
    expect(await headlines()).toEqual(["B", "C", "A"]);
    expect(await headlines(2)).toEqual(["B", "C"]);
  });

  test("is said to have changed only where its order did", async () => {
    const before = await changes();
    const [a, b] = [await makeStory("A"), await makeStory("B")];
    await read(a, 2);
    await read(b);
    await rankReadings();
    await read(a);
    await rankReadings();
    expect(await changes()).toBe(before + 1);
    await read(b, 5);
    await rankReadings();
    expect(await changes()).toBe(before + 2);
    expect(await headlines()).toEqual(["B", "A"]);
  });

  test("of the last 24 hours comes before what was read more in the week, where that fills the ranking", async () => {
    const old = await makeStory("Old");
    await read(old, 9);
    vi.setSystemTime(start.getTime() + 2 * DAY);
    const fresh = await makeStory("Fresh");
    await read(fresh);
    await rankReadings();
    expect(await headlines()).toEqual(["Old", "Fresh"]);
    for (let n = 0; n < 9; n++) await read(await makeStory(`Other ${n}`));
    await rankReadings();
    expect(await headlines()).not.toContain("Old");
    expect(await headlines()).toHaveLength(10);
  });

  test("holds nothing that is no longer before readers, ranked or not, and depends on whether it comes back", async () => {
    const [a, b] = [await makeStory("A"), await makeStory("B")];
    await read(a, 2);
    await read(b);
    await rankReadings();
    await unpublish(a);
    expect(await headlines(1)).toEqual(["B"]);
    expect((await mostRead(1)).tags).toEqual(expect.arrayContaining([tag.ranking, tag.article(a), tag.article(b)]));
    await rankReadings();
    expect(await headlines()).toEqual(["B"]);
  });

  test("forgets readings after eight days", async () => {
    await read(await makeStory("A"));
    await rankReadings();
    vi.setSystemTime(start.getTime() + 9 * DAY);
    await rankReadings();
    expect(await written()).toEqual([]);
    expect(await headlines()).toEqual([]);
  });
});
