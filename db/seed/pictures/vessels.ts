import { at, circle, line, poly, rect, shape, times } from "./kit";
import { hue } from "./palette";

/** A double-ended harbour ferry, 800 units long, whose waterline is at 0. */
export function ferry(
  x: number,
  y: number,
  scale: number,
  { hull, house, stripe, glass }: Record<"hull" | "house" | "stripe" | "glass", string>,
): string {
  return at(
    x,
    y,
    { scale },
    rect(-250, -190, 500, 96, house, 14),
    times(9, (index) => rect(-226 + index * 51, -168, 36, 40, glass, 5)),
    rect(-110, -262, 220, 76, house, 12),
    times(4, (index) => rect(-94 + index * 49, -246, 40, 32, glass, 4)),
    rect(-6, -340, 10, 80, hue.ink),
    line(
      [
        [0, -330],
        [60, -262],
      ],
      hue.ink,
      4,
    ),
    line(
      [
        [0, -330],
        [-60, -262],
      ],
      hue.ink,
      4,
    ),
    rect(150, -232, 46, 46, stripe, 4),
    shape("M-400 -100H400L352 0H-352Z", hull),
    shape("M-394 -86H394L382 -62H-382Z", stripe),
    times(11, (index) => circle(-300 + index * 60, -32, 9, glass)),
  );
}

/** A small pilot cutter, 220 units long. */
export function cutter(x: number, y: number, scale: number, hull: string, house: string): string {
  return at(
    x,
    y,
    { scale },
    shape("M-110 -40L-96 0H90L128 -52Z", hull),
    poly(
      [
        [-60, -42],
        [-52, -92],
        [34, -92],
        [52, -46],
      ],
      house,
    ),
    rect(-42, -82, 24, 22, hue.ink, 3),
    rect(-12, -82, 36, 22, hue.ink, 3),
    rect(-24, -140, 5, 50, hue.ink),
    circle(-22, -142, 7, hue.sun),
    line(
      [
        [60, -52],
        [60, -74],
        [104, -74],
        [118, -52],
      ],
      hue.ink,
      3,
    ),
  );
}

/** A racing yacht under main and jib, about 420 units tall. */
export function yacht(
  x: number,
  y: number,
  scale: number,
  { hull, main, jib }: Record<"hull" | "main" | "jib", string>,
  flip = false,
): string {
  return at(
    x,
    y,
    { scale, flip, turn: flip ? -7 : 7 },
    shape("M-130 -34C-120 6 -90 14 -20 14H70C110 10 136 -14 150 -40Z", hull),
    rect(-6, -420, 8, 390, hue.ink),
    shape("M-14 -410C-40 -260 -80 -140 -128 -52H-14Z", main),
    shape("M10 -400C64 -270 110 -140 140 -50H10Z", jib),
  );
}

/** A loaded container ship seen from the side, 900 units long. */
export function boxShip(
  x: number,
  y: number,
  scale: number,
  hull: string,
  boxes: readonly string[],
  random: () => number,
): string {
  return at(
    x,
    y,
    { scale },
    times(13, (column) =>
      times(2 + Math.floor(random() * 3), (row) =>
        rect(-300 + column * 52, -122 - row * 32, 49, 29, boxes[Math.floor(random() * boxes.length)] ?? hull),
      ),
    ),
    rect(-420, -270, 92, 180, hue.paper),
    rect(-434, -270, 120, 22, hue.paper),
    rect(-420, -240, 92, 16, hue.ink),
    rect(-390, -320, 36, 52, hue.coral),
    shape("M-450 -92H470L420 0H-430Z", hull),
    shape("M-436 -20H428L420 0H-430Z", hue.brick),
  );
}
