import { afterEach, describe, expect, test } from "vitest";
import { transact } from "@/db/client";
import { makePublishedArticle, makeSection } from "@/db/factories";
import { publications } from "@/db/schema";
import { type ArchivePeriod, partsOf, periodNamed, spanOf } from "./archive";
import { archiveOf, archiveYears } from "./published";

const HELSINKI = "Europe/Helsinki";

async function publishAt(...times: string[]) {
  const { id: sectionId } = await makeSection();
  for (const time of times) await makePublishedArticle({ headline: time, sectionId, publishedAt: new Date(time) });
}

const headlines = async (period: ArchivePeriod, zone = HELSINKI) =>
  (await archiveOf(period, zone, 1))?.list.cards.map(({ headline }) => headline);

afterEach(async () => {
  await transact(async (tx) => tx.update(publications).set({ endedAt: new Date() }));
});

describe("periodNamed", () => {
  test("reads a year, a month and a day as addresses write them", () => {
    expect(periodNamed(["2026"])).toEqual({ year: 2026 });
    expect(periodNamed(["2026", "02"])).toEqual({ year: 2026, month: 2 });
    expect(periodNamed(["2024", "02", "29"])).toEqual({ year: 2024, month: 2, day: 29 });
  });

  test("takes nothing else for one", () => {
    for (const path of [
      "",
      "26",
      "02026",
      "20x6",
      "2026/2",
      "2026/00",
      "2026/13",
      "2026/02/30",
      "2026/02/29",
      "2026/02/1",
    ]) {
      expect(periodNamed(path.split("/")), path).toBeNull();
    }
    for (const parts of [[], ["2026", "", "01"], ["2026", "02", "01", "rss.xml"], ["2026-02", "01"]]) {
      expect(periodNamed(parts), parts.join("/")).toBeNull();
    }
  });
});

describe("spanOf", () => {
  // Clocks set forward at midnight in São Paulo and Havana and back at midnight in Cairo; Samoa left a day out.
  for (const [zone, year] of [
    ["America/Sao_Paulo", 2018],
    ["America/Havana", 2024],
    ["Africa/Cairo", 2023],
    ["Pacific/Apia", 2011],
    [HELSINKI, 2026],
    ["UTC", 2024],
  ] as const) {
    test(`each day of ${year} in ${zone} begins where the one before ends, and its months and year with them`, () => {
      const months = partsOf({ year });
      const days = months.flatMap(partsOf);
      let at = spanOf({ year }, zone).start.getTime();
      for (const day of days) {
        const { start, end } = spanOf(day, zone);
        expect(start.getTime(), JSON.stringify(day)).toBe(at);
        if (day.day === 1) expect(spanOf({ year, month: day.month }, zone).start.getTime()).toBe(at);
        at = end.getTime();
      }
      expect(spanOf({ year }, zone).end.getTime()).toBe(at);
    });
  }
});

describe("the archive", () => {
  test("a story stands on the day that it was in the publication's zone when it came out", async () => {
    // The day on which Helsinki sets its clocks forward has 23 hours, from 22:00 to 21:00 UTC.
    const [before, first, last, after] = [
      "2026-03-28T21:59:59.999Z",
      "2026-03-28T22:00:00.000Z",
      "2026-03-29T20:59:59.999Z",
      "2026-03-29T21:00:00.000Z",
    ];
    await publishAt(before, first, last, after);
    expect(await headlines({ year: 2026, month: 3, day: 28 })).toEqual([before]);
    expect(await headlines({ year: 2026, month: 3, day: 29 })).toEqual([last, first]);
    expect(await headlines({ year: 2026, month: 3, day: 30 })).toEqual([after]);
    expect(await headlines({ year: 2026, month: 3, day: 28 }, "Asia/Tokyo")).toBeUndefined();
  });

  test("years count by month and months by day, and each leads to the nearest before and after", async () => {
    await publishAt(
      "2024-12-31T22:30:00Z",
      "2025-02-03T12:00:00Z",
      "2025-02-03T13:00:00Z",
      "2025-02-20T12:00:00Z",
      "2026-01-05T12:00:00Z",
    );
    expect((await archiveYears(HELSINKI)).years).toEqual([
      [{ year: 2026, month: 1, count: 1 }],
      [
        { year: 2025, month: 1, count: 1 },
        { year: 2025, month: 2, count: 3 },
      ],
    ]);
    const february = await archiveOf({ year: 2025, month: 2 }, HELSINKI, 1);
    expect(february?.parts).toEqual([
      { year: 2025, month: 2, day: 3, count: 2 },
      { year: 2025, month: 2, day: 20, count: 1 },
    ]);
    expect([february?.earlier, february?.later]).toEqual([
      { year: 2025, month: 1 },
      { year: 2026, month: 1 },
    ]);
    expect(await archiveOf({ year: 2025, month: 2, day: 20 }, HELSINKI, 1)).toMatchObject({
      earlier: { year: 2025, month: 2, day: 3 },
      later: { year: 2026, month: 1, day: 5 },
      parts: [],
    });
    expect(await archiveOf({ year: 2025 }, HELSINKI, 1)).toMatchObject({ earlier: null, later: { year: 2026 } });
  });

  test("there is nothing where no story came out, past the last page, and where what came out was taken down", async () => {
    await publishAt("2025-05-05T12:00:00Z");
    expect(await archiveOf({ year: 2025, month: 6 }, HELSINKI, 1)).toBeNull();
    expect(await archiveOf({ year: 2025, month: 5 }, HELSINKI, 2)).toBeNull();
    await transact(async (tx) => tx.update(publications).set({ endedAt: new Date() }));
    expect(await archiveOf({ year: 2025, month: 5 }, HELSINKI, 1)).toBeNull();
    expect((await archiveYears(HELSINKI)).years).toEqual([]);
  });

  test("a long month is turned page by page", async () => {
    await publishAt(...Array.from({ length: 21 }, (_, n) => `2025-07-${String(n + 1).padStart(2, "0")}T12:00:00.000Z`));
    const [first, second] = [
      await archiveOf({ year: 2025, month: 7 }, HELSINKI, 1),
      await archiveOf({ year: 2025, month: 7 }, HELSINKI, 2),
    ];
    expect(first?.list.cards).toHaveLength(20);
    expect(first?.list.hasOlder).toBe(true);
    expect(second?.list.cards.map(({ headline }) => headline)).toEqual(["2025-07-01T12:00:00.000Z"]);
  });
});
