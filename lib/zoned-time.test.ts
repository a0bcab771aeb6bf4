import { describe, expect, test } from "vitest";
import { afterTheGap, instantsOf, wallTimeOf } from "./zoned-time";

const said = (wall: string, zone: string) => instantsOf(wall, zone)?.map((instant) => instant.toISOString());

describe("instantsOf", () => {
  test("finds the instant at which a zone's clocks show a time, in winter and in summer", () => {
    expect(said("2026-01-15T09:30", "Europe/Oslo")).toEqual(["2026-01-15T08:30:00.000Z"]);
    expect(said("2026-07-15T09:30", "Europe/Oslo")).toEqual(["2026-07-15T07:30:00.000Z"]);
    expect(said("2026-07-15T09:30", "Asia/Kathmandu")).toEqual(["2026-07-15T03:45:00.000Z"]);
    expect(said("2026-07-15T09:30", "Pacific/Kiritimati")).toEqual(["2026-07-14T19:30:00.000Z"]);
    expect(said("2026-07-15T09:30", "UTC")).toEqual(["2026-07-15T09:30:00.000Z"]);
  });

  test("finds none in the hour that is left out in spring, and says what follows it", () => {
    expect(said("2026-03-29T01:59", "Europe/Oslo")).toEqual(["2026-03-29T00:59:00.000Z"]);
    expect(said("2026-03-29T02:00", "Europe/Oslo")).toEqual([]);
    expect(said("2026-03-29T02:30", "Europe/Oslo")).toEqual([]);
    expect(said("2026-03-29T03:00", "Europe/Oslo")).toEqual(["2026-03-29T01:00:00.000Z"]);
    expect(afterTheGap("2026-03-29T02:30", "Europe/Oslo")).toBe("2026-03-29T03:30");
    expect(said("2026-03-08T02:30", "America/New_York")).toEqual([]);
    expect(said("2026-10-04T02:15", "Australia/Lord_Howe")).toEqual([]);
  });

  test("finds two in the hour that comes twice in autumn, the earlier first", () => {
    expect(said("2026-10-25T02:30", "Europe/Oslo")).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]);
    expect(said("2026-10-25T03:00", "Europe/Oslo")).toEqual(["2026-10-25T02:00:00.000Z"]);
    expect(said("2026-11-01T01:30", "America/New_York")).toEqual([
      "2026-11-01T05:30:00.000Z",
      "2026-11-01T06:30:00.000Z",
    ]);
  });

  test("knows what is no time", () => {
    for (const wall of ["2026-02-30T10:00", "2026-13-01T10:00", "2026-01-01T24:00", "tomorrow", ""]) {
      expect(instantsOf(wall, "Europe/Oslo")).toBeNull();
    }
  });

  test("is undone by wallTimeOf on every half hour of a year, in zones north and south", () => {
    for (const zone of ["Europe/Oslo", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"]) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 30 * 60_000) {
        const found = instantsOf(wallTimeOf(new Date(at), zone), zone)?.map((instant) => instant.getTime());
        if (!found?.includes(at)) throw new Error(`${zone} loses ${new Date(at).toISOString()}`);
      }
    }
  });
});
