import { at, circle, line, oval, type Point, poly, rect, shape } from "./kit";
import { hue } from "./palette";

export type Look = { coat: string; skin?: string; hair?: string; legs?: string; bag?: string; hat?: string };

/** A standing figure, 100 units tall before it is scaled. `base` is where the feet are. */
export function person(
  x: number,
  base: number,
  height: number,
  { coat, skin = hue.rose, hair = hue.ink, legs = hue.ink, bag, hat }: Look,
): string {
  return at(
    x,
    base,
    { scale: height / 100 },
    rect(-9, -45, 8, 45, legs, 3),
    rect(2, -45, 8, 45, legs, 3),
    shape("M-15 -36C-16 -60 -15 -80 -6 -82L6 -82C15 -80 16 -60 15 -36Z", coat),
    circle(0, -91, 8.5, skin),
    shape("M-9 -90A9 9.5 0 0 1 9 -90C6 -95 -4 -96 -9 -90Z", hair),
    hat ? rect(-12, -98, 24, 4, hat, 2) + rect(-8, -106, 16, 9, hat, 3) : "",
    bag
      ? rect(10, -52, 14, 18, bag, 2) +
          line(
            [
              [12, -52],
              [2, -80],
            ],
            bag,
            2,
          )
      : "",
  );
}

/** A head and shoulders from behind, for crowds and audiences. */
export function back(x: number, base: number, size: number, coat: string, hair: string): string {
  return at(
    x,
    base,
    { scale: size / 100 },
    shape("M-62 100C-62 20 -40 0 0 0C40 0 62 20 62 100Z", coat),
    oval(0, -26, 31, 36, hair),
    rect(-12, -8, 24, 20, hair),
  );
}

/** A limb: a thick line with round ends and bends. */
export function limb(points: Point[], colour: string, width: number): string {
  return line(points, colour, width);
}

export function dog(x: number, base: number, size: number, colour: string): string {
  return at(
    x,
    base,
    { scale: size / 100 },
    rect(-45, -50, 80, 30, colour, 14),
    rect(-42, -34, 9, 34, colour),
    rect(-26, -34, 9, 34, colour),
    rect(12, -34, 9, 34, colour),
    rect(25, -34, 9, 34, colour),
    poly(
      [
        [20, -44],
        [38, -74],
        [66, -62],
        [62, -52],
        [40, -40],
      ],
      colour,
    ),
    poly(
      [
        [34, -70],
        [30, -86],
        [46, -72],
      ],
      colour,
    ),
    line(
      [
        [-42, -44],
        [-60, -66],
      ],
      colour,
      7,
    ),
  );
}
