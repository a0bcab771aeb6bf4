import { describe, expect, test } from "vitest";
import { dayOf, monthAsked, monthBeside, weeksOf } from "./board";

describe("a month’s page", () => {
  test("goes from Monday to Sunday, with the days of its neighbours", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([
      "2026-10-26",
      "2026-10-27",
      "2026-10-28",
      "2026-10-29",
      "2026-10-30",
      "2026-10-31",
      "2026-11-01",
    ]);
    expect(weeks.at(-1)?.at(-1)).toBe("2026-12-06");
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(weeksOf("2028-02").flat()).toContain("2028-02-29");
  });

  test("leads to those beside it, over the year’s end", () => {
    expect(monthBeside("2026-12", 1)).toBe("2027-01");
    expect(monthBeside("2026-01", -1)).toBe("2025-12");
  });

  test("is the present one where an address asks for none", () => {
    expect(monthAsked("2026-13", "2026-11-28")).toBe("2026-11");
    expect(monthAsked("2027-02", "2026-11-28")).toBe("2027-02");
  });

  test("has an instant on the day of the publication’s zone", () => {
    const at = new Date("2026-11-28T22:30Z");
    expect(dayOf(at, "Europe/Helsinki")).toBe("2026-11-29");
    expect(dayOf(at, "America/New_York")).toBe("2026-11-28");
  });
});
