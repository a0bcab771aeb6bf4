import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Focus, type Framing, NAMED_CROPS, RATIOS, REGION_UNIT, Region, regionAround } from "./crop";
import {
  type Corner,
  dragged,
  fitted,
  framed,
  isTooSmall,
  moved,
  pixelsOf,
  resized,
  type Size,
  SMALLEST_CROP,
  widthsOf,
} from "./framing";

const anySize = fc.record({ width: fc.integer({ min: 1, max: 12_000 }), height: fc.integer({ min: 1, max: 8000 }) });
const anyCrop = fc.constantFrom(...NAMED_CROPS);
const anyFocus: fc.Arbitrary<Focus> = fc.record({
  x: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
  y: fc.double({ min: -0.5, max: 1.5, noNaN: true }),
});
const anyFraction: fc.Arbitrary<Focus> = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
});
const anyStep = fc.double({ min: -20_000, max: 20_000, noNaN: true });
const anyCorner = fc.constantFrom<Corner[]>("top-left", "top-right", "bottom-left", "bottom-right");

/** What somebody does to a frame: moves it, makes it larger or smaller, drags a corner. */
const anyDeed = fc.oneof(
  fc.record({ do: fc.constant("move" as const), across: anyStep, down: anyStep }),
  fc.record({ do: fc.constant("resize" as const), by: fc.double({ min: 0.01, max: 5, noNaN: true }) }),
  fc.record({ do: fc.constant("drag" as const), corner: anyCorner, to: anyFocus }),
);
type Deed = typeof anyDeed extends fc.Arbitrary<infer D> ? D : never;

function done(size: Size, crop: (typeof NAMED_CROPS)[number], region: Region, deed: Deed): Region {
  if (deed.do === "move") return moved(region, deed.across, deed.down);
  if (deed.do === "resize") return resized(size, crop, region, region.width * deed.by);
  return dragged(size, crop, region, deed.corner, deed.to);
}

/** How far off its ratio a region is, in pixels of the original, whichever way one counts. */
function offRatio(size: Size, crop: (typeof NAMED_CROPS)[number], region: Region): number {
  const width = (region.width * size.width) / REGION_UNIT;
  const height = (region.height * size.height) / REGION_UNIT;
  return Math.min(Math.abs(width - height * RATIOS[crop]), Math.abs(height - width / RATIOS[crop]));
}

describe("a frame, whatever is done to it", () => {
  const frames = (check: (size: Size, crop: (typeof NAMED_CROPS)[number], region: Region) => void) =>
    fc.assert(
      fc.property(anySize, anyCrop, anyFraction, fc.array(anyDeed, { maxLength: 12 }), (size, crop, at, deeds) => {
        let region = regionAround(size, crop, at);
        check(size, crop, region);
        for (const deed of deeds) {
          region = done(size, crop, region, deed);
          check(size, crop, region);
        }
      }),
      { numRuns: 500 },
    );

  test("never leaves the picture, and is whole numbers", () => {
    frames((_size, _crop, region) => expect(Region.safeParse(region).error).toBeUndefined());
  });

  test("keeps the ratio of its crop within a pixel", () => {
    frames((size, crop, region) => expect(offRatio(size, crop, region)).toBeLessThanOrEqual(1));
  });

  test("has at least the smallest width, unless the picture has no such part", () => {
    frames((size, crop, region) => {
      const most = Math.min(size.width, size.height * RATIOS[crop]);
      // A unit less by rounding.
      const least = Math.min(SMALLEST_CROP, most) - size.width / REGION_UNIT - 1;
      expect((region.width * size.width) / REGION_UNIT).toBeGreaterThanOrEqual(least);
    });
  });
});

test("moving keeps the size, and back again comes to the same where no edge was met", () => {
  fc.assert(
    fc.property(anySize, anyCrop, fc.integer({ min: -300, max: 300 }), (size, crop, by) => {
      const region = resized(size, crop, regionAround(size, crop, { x: 0.5, y: 0.5 }), 1);
      const there = moved(region, by, by);
      expect({ width: there.width, height: there.height }).toEqual({ width: region.width, height: region.height });
      if (there.left - region.left === by && there.top - region.top === by) {
        expect(moved(there, -by, -by)).toEqual(region);
      }
    }),
  );
});

test("the corner opposite to the one that is dragged stays where it is, within a unit", () => {
  fc.assert(
    fc.property(anySize, anyCrop, anyCorner, anyFocus, anyFocus, (size, crop, corner, first, to) => {
      const region = dragged(size, crop, regionAround(size, crop, { x: 0.4, y: 0.6 }), corner, first);
      const after = dragged(size, crop, region, corner, to);
      const fixed = (each: Region) => [
        corner.endsWith("left") ? each.left + each.width : each.left,
        corner.startsWith("top") ? each.top + each.height : each.top,
      ];
      const [[x = 0, y = 0], [toX = 0, toY = 0]] = [fixed(region), fixed(after)];
      // What is smaller than the smallest is pushed inwards from an edge.
      if (after.width > widthsOf(size, crop).smallest) {
        expect(Math.abs(x - toX)).toBeLessThanOrEqual(1);
        expect(Math.abs(y - toY)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("the focal point lies in the part about it, in its middle where the edges let it", () => {
  fc.assert(
    fc.property(anySize, anyCrop, anyFraction, (size, crop, { x, y }) => {
      const { left, top, width, height } = regionAround(size, crop, { x, y });
      const [across, down] = [x * REGION_UNIT, y * REGION_UNIT];
      expect(across).toBeGreaterThanOrEqual(left - 1);
      expect(across).toBeLessThanOrEqual(left + width + 1);
      expect(down).toBeGreaterThanOrEqual(top - 1);
      expect(down).toBeLessThanOrEqual(top + height + 1);
      if (left > 0 && left + width < REGION_UNIT) expect(Math.abs(left + width / 2 - across)).toBeLessThanOrEqual(1);
      if (top > 0 && top + height < REGION_UNIT) expect(Math.abs(top + height / 2 - down)).toBeLessThanOrEqual(1);
    }),
  );
});

test("a frame that was kept stays as it is; one of another shape is made anew about its middle", () => {
  fc.assert(
    fc.property(anySize, anyCrop, anyFraction, fc.array(anyDeed, { maxLength: 4 }), (size, crop, at, deeds) => {
      const region = deeds.reduce((each, deed) => done(size, crop, each, deed), regionAround(size, crop, at));
      expect(fitted(size, crop, region)).toEqual(region);
    }),
  );
  const [wide, tall] = [
    { width: 3000, height: 2000 },
    { width: 2000, height: 3000 },
  ];
  const kept = regionAround(wide, "16x9", { x: 0.5, y: 0.2 });
  const anew = fitted(tall, "16x9", kept);
  expect(anew).not.toEqual(kept);
  expect(offRatio(tall, "16x9", anew)).toBeLessThanOrEqual(1);
});

test("a crop shows what was chosen by hand, else what is about the focal point, else what is suggested", () => {
  const size = { width: 3000, height: 2000 };
  const hand = resized(size, "1x1", regionAround(size, "1x1", { x: 0.1, y: 0.1 }), 2000);
  const none: Framing = { ...size, crops: {}, focus: null, suggested: {} };
  const suggested = { "1x1": regionAround(size, "1x1", { x: 0.9, y: 0.5 }) };
  const focus = { x: 0.3, y: 0.5 };
  expect(framed({ ...none, crops: { "1x1": hand }, focus, suggested }, "1x1")).toEqual({
    region: hand,
    origin: "hand",
  });
  expect(framed({ ...none, focus, suggested }, "1x1")).toEqual({
    region: regionAround(size, "1x1", focus),
    origin: "focus",
  });
  expect(framed({ ...none, suggested }, "1x1")).toEqual({
    region: suggested["1x1"],
    origin: "suggested",
  });
  expect(framed({ ...none, suggested }, "4x3").region).toEqual(regionAround(size, "4x3", { x: 0.5, y: 0.5 }));
});

test("says how many pixels a crop has, and whether that is too few for where readers see it", () => {
  const size = { width: 2400, height: 1600 };
  const largest = regionAround(size, "16x9", { x: 0.5, y: 0.5 });
  expect(pixelsOf(size, largest)).toEqual({ width: 2400, height: 1350 });
  expect(isTooSmall(size, "16x9", largest)).toBe(false);
  expect(isTooSmall(size, "16x9", resized(size, "16x9", largest, 4000))).toBe(true);
});
