import { describe, expect, test } from "vitest";
import { formatInstant, formatListed, fullYearsPast, isoInZone } from "./time";

describe("isoInZone", () => {
  test("gives the offset of the zone at that instant, on both sides of the change of clocks", () => {
    expect(isoInZone(new Date("2026-03-29T00:59:59Z"), "Europe/Helsinki")).toBe("2026-03-29T02:59:59+02:00");
    expect(isoInZone(new Date("2026-03-29T01:00:00Z"), "Europe/Helsinki")).toBe("2026-03-29T04:00:00+03:00");
    expect(isoInZone(new Date("2026-10-25T00:30:00Z"), "Europe/Helsinki")).toBe("2026-10-25T03:30:00+03:00");
    expect(isoInZone(new Date("2026-10-25T01:30:00Z"), "Europe/Helsinki")).toBe("2026-10-25T03:30:00+02:00");
    expect(isoInZone(new Date("2026-07-01T12:00:00Z"), "America/St_Johns")).toBe("2026-07-01T09:30:00-02:30");
    expect(isoInZone(new Date("2026-07-01T12:00:00Z"), "UTC")).toBe("2026-07-01T12:00:00+00:00");
  });

  test("is the same instant", () => {
    const at = new Date("2026-12-31T23:30:00Z");
    expect(new Date(isoInZone(at, "Asia/Kathmandu")).getTime()).toBe(at.getTime());
  });
});

describe("formatInstant", () => {
  const at = new Date("2026-11-23T22:05:00Z");
  test("shows the day and time of the publication's zone", () => {
    const helsinki = { timeZone: "Europe/Helsinki", language: "en" };
    expect(formatInstant(at, "full", helsinki)).toBe("24 November 2026 at 00:05 EET");
    expect(formatInstant(at, "weekday", helsinki)).toBe("Tuesday, 24 November 2026");
    expect(formatInstant(at, "clock", helsinki)).toBe("00:05");
    expect(formatInstant(at, "day", { timeZone: "America/New_York", language: "en-US" })).toBe("November 23, 2026");
  });
});

describe("formatListed", () => {
  const now = new Date("2026-11-23T22:30:00Z"); // in Helsinki already the 24th
  const said = (at: string, language = "en") =>
    formatListed(new Date(at), now, { timeZone: "Europe/Helsinki", language });
  test("says today and yesterday by the publication's midnight, and the time of day only then", () => {
    expect(said("2026-11-23T22:05:00Z")).toBe("Today, 00:05");
    expect(said("2026-11-23T21:59:00Z")).toBe("Yesterday, 23:59");
    expect(said("2026-11-22T22:00:00Z")).toBe("Yesterday, 00:00");
    expect(said("2026-11-22T21:59:00Z")).toBe("22 November");
  });

  test("says the year once it is another", () => {
    expect(said("2025-12-31T22:00:00Z")).toBe("1 January");
    expect(said("2025-12-31T21:59:00Z")).toBe("31 December 2025");
  });

  test("speaks the publication's tongue", () => {
    expect(said("2026-11-23T22:05:00Z", "fi")).toBe("Tänään klo 00.05");
    expect(said("2026-11-23T22:05:00Z", "ar")).toBe("اليوم، 00:05");
    expect(said("2026-11-23T22:05:00Z", "ja")).toBe("今日 00:05");
    expect(said("2026-11-20T12:00:00Z", "en-US")).toBe("November 20");
  });

  test("a day of 23 or 25 hours is one day", () => {
    const locale = { timeZone: "Europe/Helsinki", language: "en" };
    const seen = (at: string, then: string) => formatListed(new Date(at), new Date(then), locale);
    expect(seen("2026-03-28T22:30:00Z", "2026-03-29T21:30:00Z")).toBe("Yesterday, 00:30");
    expect(seen("2026-10-24T21:30:00Z", "2026-10-25T22:30:00Z")).toBe("Yesterday, 00:30");
  });
});

describe("fullYearsPast", () => {
  const zone = "Europe/Helsinki";
  const years = (then: string, now: string) => fullYearsPast(new Date(then), new Date(now), zone);

  test("counts by the days of the zone: a year and a day is more than a year, its anniversary is not", () => {
    expect(years("2025-11-24T20:00:00Z", "2026-11-24T21:59:00Z")).toBe(0);
    expect(years("2025-11-24T20:00:00Z", "2026-11-24T22:00:00Z")).toBe(1);
    expect(years("2025-11-24T22:30:00Z", "2026-11-24T22:30:00Z")).toBe(0);
    expect(years("2020-02-29T12:00:00Z", "2021-02-28T12:00:00Z")).toBe(0);
    expect(years("2020-02-29T12:00:00Z", "2021-03-01T12:00:00Z")).toBe(1);
    expect(years("2023-01-01T12:00:00Z", "2026-06-01T12:00:00Z")).toBe(3);
  });
});
