import { expect, test } from "vitest";
import { ownWords } from "./own-words";

const words = (at: string, own: string) => ownWords(new Date(at), "Europe/London", own);

test("a time of another zone is said by the clock alone on the same day, else with its day", () => {
  expect(words("2026-11-28T18:00Z", "Europe/Helsinki")).toBe("20:00");
  expect(words("2026-11-28T23:00Z", "Europe/Helsinki")).toBe("29 Nov, 01:00");
  expect(words("2026-11-28T02:00Z", "America/New_York")).toBe("27 Nov, 21:00");
});

test("nothing is said where both clocks show the same just then, be it the same zone or not", () => {
  expect(words("2026-07-01T12:00Z", "Europe/London")).toBeNull();
  expect(words("2026-12-01T12:00Z", "UTC")).toBeNull();
  expect(words("2026-07-01T12:00Z", "UTC")).toBe("12:00");
});
