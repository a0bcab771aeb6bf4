import { expect, test } from "vitest";
import { formatDuration } from "./duration";

test.each([
  [0, "0:00"],
  [999, "0:01"],
  [245_000, "4:05"],
  [3_599_600, "1:00:00"],
  [3_729_000, "1:02:09"],
])("%i ms play %s", (milliseconds, shown) => {
  expect(formatDuration(milliseconds)).toBe(shown);
});
