import { expect, test } from "vitest";
import { type Arrow, tileTowards } from "./tile-towards";

/** Eight tiles in rows of three. */
const tiles = Array.from({ length: 8 }, (_, n) => ({ left: (n % 3) * 100, top: Math.floor(n / 3) * 90 }));
const from = (at: number, arrow: Arrow) => tileTowards(tiles, at, arrow);

test("arrows go along the rows and columns of a grid, and stay where there is nothing", () => {
  expect([from(0, "ArrowRight"), from(2, "ArrowRight"), from(7, "ArrowRight")]).toEqual([1, 3, 7]);
  expect([from(0, "ArrowLeft"), from(3, "ArrowLeft")]).toEqual([0, 2]);
  expect([from(1, "ArrowDown"), from(4, "ArrowDown"), from(7, "ArrowDown")]).toEqual([4, 7, 7]);
  expect([from(7, "ArrowUp"), from(1, "ArrowUp")]).toEqual([4, 1]);
  expect([from(4, "Home"), from(4, "End")]).toEqual([0, 7]);
});

test("from above a last row that is too short, down leads to its end", () => {
  expect(from(5, "ArrowDown")).toBe(7);
  expect(tileTowards([], 0, "ArrowDown")).toBe(0);
});
