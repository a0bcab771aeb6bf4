import { expect, test } from "vitest";
import { askedText } from "./asked";

test.each([
  [undefined, undefined],
  ["", undefined],
  ["  ", undefined],
  [" ferry ", "ferry"],
  [["ferry", "bridge"], "ferry"],
  [[], undefined],
  ["x".repeat(20), "x".repeat(20)],
  ["x".repeat(21), undefined],
])("%j asks for %j", (value, meant) => {
  expect(askedText(value, 20)).toBe(meant);
});
