import { circle, curve, line, type Point, rect, seeded, shape, stroke, times } from "./kit";
import { mix } from "./palette";

/** A sky in flat steps, as a screen print has it. */
export function bands(width: number, top: number, bottom: number, from: string, to: string, steps = 9): string {
  const height = (bottom - top) / steps;
  return times(steps, (step) => rect(0, top + step * height, width, height + 1, mix(from, to, step / (steps - 1))));
}

/** Dots on a grid that shrink from one edge to the other. */
export function halftone(
  box: { x: number; y: number; width: number; height: number },
  colour: string,
  { step = 18, largest = 7, grows = "down" }: { step?: number; largest?: number; grows?: "down" | "up" | "right" } = {},
): string {
  const rows = Math.floor(box.height / step);
  const columns = Math.floor(box.width / step);
  return times(rows, (row) =>
    times(columns, (column) => {
      const part = grows === "right" ? column / columns : grows === "down" ? row / rows : 1 - row / rows;
      const radius = largest * part;
      if (radius < 0.6) return "";
      return circle(box.x + (column + (row % 2 ? 0.5 : 1)) * step, box.y + (row + 0.5) * step, radius, colour);
    }),
  );
}

/** A rolling ridge that fills everything below it. */
export function hills(
  seed: number,
  {
    width,
    base,
    rise,
    bottom,
    bumps = 5,
  }: { width: number; base: number; rise: number; bottom: number; bumps?: number },
  fill: string,
): string {
  const random = seeded(seed);
  const points: Point[] = Array.from({ length: bumps + 2 }, (_, index) => [
    ((index - 0.5) * width) / bumps,
    base - random() * rise,
  ]);
  return shape(`${curve(points)}L${width * 1.2} ${bottom}L${-width * 0.2} ${bottom}Z`, fill);
}

/** A regular swell, filled to the bottom. */
export function swell(
  {
    width,
    y,
    height,
    length,
    bottom,
    shift = 0,
  }: Record<"width" | "y" | "height" | "length" | "bottom", number> & {
    shift?: number;
  },
  fill: string,
): string {
  let d = `M${-length + shift} ${y}`;
  for (let x = -length + shift; x < width + length; x += length) {
    d += `q${length / 4} ${-height} ${length / 2} 0t${length / 2} 0`;
  }
  return shape(`${d}V${bottom}H${-length}Z`, fill);
}

/** Short flat strokes of light on water, longer and sparser towards the viewer. */
export function glints(
  seed: number,
  box: { x: number; y: number; width: number; height: number },
  colour: string,
  count: number,
): string {
  const random = seeded(seed);
  return times(count, () => {
    const depth = random();
    const length = (30 + random() * 90) * (0.4 + depth);
    const x = box.x + random() * box.width;
    const y = box.y + depth * box.height;
    return line(
      [
        [x - length / 2, y],
        [x + length / 2, y],
      ],
      colour,
      2 + depth * 5,
    );
  });
}

export function cloud(x: number, y: number, size: number, fill: string): string {
  return (
    rect(x - size, y - size * 0.22, size * 2, size * 0.22, fill, size * 0.11) +
    rect(x - size * 0.62, y - size * 0.44, size * 1.1, size * 0.4, fill, size * 0.2) +
    rect(x - size * 0.2, y - size * 0.62, size * 0.66, size * 0.5, fill, size * 0.25)
  );
}

export function rain(
  seed: number,
  box: { width: number; height: number },
  colour: string,
  count: number,
  slant = 0.22,
): string {
  const random = seeded(seed);
  return times(count, () => {
    const x = random() * box.width * 1.2;
    const y = random() * box.height - 40;
    const length = 24 + random() * 60;
    return line(
      [
        [x, y],
        [x - length * slant, y + length],
      ],
      colour,
      2 + random() * 2,
    );
  });
}

export function dots(
  seed: number,
  box: { x?: number; y?: number; width: number; height: number },
  colour: string,
  count: number,
  largest: number,
): string {
  const random = seeded(seed);
  return times(count, () =>
    circle(
      (box.x ?? 0) + random() * box.width,
      (box.y ?? 0) + random() * box.height,
      largest * (0.3 + 0.7 * random() ** 2),
      colour,
    ),
  );
}

export function gull(x: number, y: number, size: number, colour: string): string {
  return stroke(
    `M${x - size} ${y}q${size * 0.45} ${-size * 0.55} ${size} 0q${size * 0.55} ${-size * 0.55} ${size} 0`,
    colour,
    size * 0.16,
  );
}
