import { describe, expect, test } from "vitest";
import { formatInstant, isoInZone } from "./time";

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
