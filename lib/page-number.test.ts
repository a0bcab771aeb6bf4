import { expect, test } from "vitest";
import { pageNumber } from "./page-number";

test("reads the number of a page, and nothing else", () => {
  expect([undefined, "1", "2", "999999"].map(pageNumber)).toEqual([1, 1, 2, 999999]);
  expect(["", "0", "-1", "02", "1.5", "1e3", "x", "1000000", ["1", "2"]].map(pageNumber)).toEqual(Array(9).fill(null));
});
