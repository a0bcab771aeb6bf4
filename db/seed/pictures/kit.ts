/** The drawing kit: each function answers a piece of SVG, and a picture is pieces joined on a sheet. */

export type Point = readonly [x: number, y: number];

const short = (value: number) => Math.round(value * 10) / 10;

/** Numbers from 0 to 1 that look random and are the same at each run, so that a picture never changes. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A finished picture. */
export function sheet(width: number, height: number, background: string, ...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rect(0, 0, width, height, background)}${parts.join("")}</svg>`;
}

/** The same piece for 0, 1, … up to `count`. */
export function times(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join("");
}

export function rect(x: number, y: number, width: number, height: number, fill: string, radius = 0): string {
  const rounded = radius ? ` rx="${radius}"` : "";
  return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" fill="${fill}"${rounded}/>`;
}

export function circle(x: number, y: number, radius: number, fill: string): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="${fill}"/>`;
}

export function oval(x: number, y: number, radiusX: number, radiusY: number, fill: string): string {
  return `<ellipse cx="${short(x)}" cy="${short(y)}" rx="${short(radiusX)}" ry="${short(radiusY)}" fill="${fill}"/>`;
}

export function ring(x: number, y: number, radius: number, colour: string, width: number): string {
  return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(radius)}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
}

export function shape(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/>`;
}

export function poly(points: Point[], fill: string): string {
  return shape(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}Z`, fill);
}

export function stroke(d: string, colour: string, width: number, dashes = ""): string {
  const dashed = dashes ? ` stroke-dasharray="${dashes}"` : "";
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${short(width)}" stroke-linecap="round" stroke-linejoin="round"${dashed}/>`;
}

export function line(points: Point[], colour: string, width: number, dashes = ""): string {
  return stroke(`M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join("L")}`, colour, width, dashes);
}

/** A smooth curve through points that lie from left to right. */
export function curve(points: Point[]): string {
  return points
    .map(([x, y], index) => {
      const before = points[index - 1];
      if (!before) return `M${short(x)} ${short(y)}`;
      const middle = short((before[0] + x) / 2);
      return `C${middle} ${short(before[1])} ${middle} ${short(y)} ${short(x)} ${short(y)}`;
    })
    .join("");
}

export type Placing = { scale?: number; turn?: number; flip?: boolean };

/** Pieces drawn around 0, 0 and set down at a place. */
export function at(x: number, y: number, { scale = 1, turn = 0, flip = false }: Placing, ...parts: string[]): string {
  return `<g transform="translate(${short(x)} ${short(y)}) rotate(${turn}) scale(${flip ? -scale : scale} ${scale})">${parts.join("")}</g>`;
}

export function faint(opacity: number, ...parts: string[]): string {
  return `<g opacity="${opacity}">${parts.join("")}</g>`;
}

/** Pieces shown only inside an outline. The name must be unique in the picture. */
export function inside(name: string, outline: string, ...parts: string[]): string {
  return `<clipPath id="${name}">${outline}</clipPath><g clip-path="url(#${name})">${parts.join("")}</g>`;
}
