import { at, circle, line, poly, rect, seeded, shape, times } from "./kit";
import { hue } from "./palette";

/** A grid of windows, some of them lit. */
export function windows(
  random: () => number,
  box: { x: number; y: number; width: number; height: number },
  { columns, rows, lit, dark, share }: { columns: number; rows: number; lit: string; dark: string; share: number },
): string {
  const width = box.width / columns;
  const height = box.height / rows;
  return times(rows, (row) =>
    times(columns, (column) =>
      rect(
        box.x + column * width + width * 0.22,
        box.y + row * height + height * 0.18,
        width * 0.56,
        height * 0.62,
        random() < share ? lit : dark,
      ),
    ),
  );
}

/** A gabled house that stands on `base`. */
export function house(
  random: () => number,
  { x, base, width, height }: { x: number; base: number; width: number; height: number },
  {
    wall,
    roof,
    lit = hue.sun,
    dark = hue.ink,
    share = 0.5,
  }: { wall: string; roof: string; lit?: string; dark?: string; share?: number },
): string {
  const rows = Math.max(1, Math.round(height / (width * 0.42)));
  return (
    rect(x, base - height, width, height, wall) +
    poly(
      [
        [x - width * 0.06, base - height],
        [x + width / 2, base - height - width * 0.5],
        [x + width * 1.06, base - height],
      ],
      roof,
    ) +
    windows(
      random,
      { x: x + width * 0.08, y: base - height + width * 0.05, width: width * 0.84, height: height * 0.92 },
      { columns: width > 110 ? 3 : 2, rows, lit, dark, share },
    )
  );
}

/** A row of houses from `x` to `end`. */
export function terrace(
  seed: number,
  { x, end, base, height, width }: { x: number; end: number; base: number; height: number; width: number },
  { walls, roofs, ...look }: { walls: string[]; roofs: string[]; lit?: string; dark?: string; share?: number },
): string {
  const random = seeded(seed);
  let drawn = "";
  let index = 0;
  for (let left = x; left < end; index++) {
    const wide = width * (0.8 + random() * 0.5);
    drawn += house(
      random,
      { x: left, base, width: wide, height: height * (0.75 + random() * 0.5) },
      { ...look, wall: walls[index % walls.length] ?? hue.brick, roof: roofs[index % roofs.length] ?? hue.ink },
    );
    left += wide;
  }
  return drawn;
}

/** Flat-topped blocks far off. */
export function skyline(
  seed: number,
  { x, end, base, height, width }: { x: number; end: number; base: number; height: number; width: number },
  fill: string,
): string {
  const random = seeded(seed);
  let drawn = "";
  for (let left = x; left < end; ) {
    const wide = width * (0.5 + random());
    const tall = height * (0.35 + random() * 0.65);
    drawn += rect(left, base - tall, wide + 1, tall, fill);
    const top = random();
    if (top < 0.25)
      drawn += poly(
        [
          [left, base - tall],
          [left + wide / 2, base - tall - wide * 0.7],
          [left + wide, base - tall],
        ],
        fill,
      );
    else if (top < 0.4) drawn += rect(left + wide * 0.45, base - tall - height * 0.25, wide * 0.1, height * 0.25, fill);
    left += wide;
  }
  return drawn;
}

/** A ship-to-shore crane, about 520 units tall, that reaches to the right. */
export function crane(x: number, base: number, scale: number, colour: string): string {
  return at(
    x,
    base,
    { scale },
    rect(-70, -330, 16, 330, colour),
    rect(70, -330, 16, 330, colour),
    line(
      [
        [-62, -20],
        [78, -170],
      ],
      colour,
      9,
    ),
    line(
      [
        [78, -20],
        [-62, -170],
      ],
      colour,
      9,
    ),
    rect(-80, -190, 176, 16, colour),
    rect(-190, -350, 640, 26, colour),
    line(
      [
        [0, -350],
        [30, -520],
        [440, -348],
      ],
      colour,
      9,
    ),
    line(
      [
        [30, -520],
        [-180, -348],
      ],
      colour,
      9,
    ),
    line(
      [
        [30, -520],
        [230, -348],
      ],
      colour,
      6,
    ),
    rect(12, -520, 22, 180, colour),
    rect(-160, -400, 90, 52, colour),
  );
}

export function lighthouse(x: number, base: number, scale: number, wall: string, stripe: string, lamp: string): string {
  return at(
    x,
    base,
    { scale },
    shape("M-70 0L-46 -430H46L70 0Z", wall),
    shape("M-64 -108L-58 -216H58L64 -108Z", stripe),
    shape("M-52 -324L-46 -430H46L52 -324Z", stripe),
    rect(-64, -452, 128, 22, hue.ink, 4),
    rect(-36, -530, 72, 80, lamp),
    times(4, (index) => rect(-36 + index * 22.5, -530, 5, 80, hue.ink)),
    shape("M-50 -528C-40 -580 40 -580 50 -528Z", hue.ink),
    circle(0, -574, 10, hue.ink),
    rect(-12, -300, 24, 40, hue.ink, 12),
    rect(-18, -62, 36, 62, hue.ink, 8),
  );
}

/** A street lamp with its light. */
export function lamp(x: number, base: number, height: number, colour: string, light: string): string {
  return (
    rect(x - 5, base - height, 10, height, colour) +
    rect(x - 14, base - height - 8, 28, 14, colour, 4) +
    circle(x, base - height - 26, 22, light)
  );
}
