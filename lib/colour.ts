import { clampChroma, formatHex, oklch, wcagContrast } from "culori";

/** What text stands on, for each theme: the paper and the wash of app/theme.css, the harder one to read on last. */
export const GROUNDS = {
  light: { paper: "#fffefc", wash: "#f5f2ec" },
  dark: { paper: "#131518", wash: "#1c1f24" },
} as const;

/** The accent of the house on light paper, as app/theme.css has it: for what no style sheet reaches. */
export const HOUSE_ACCENT = "#98191d";

/** WCAG asks 4.5 of text. In the dark a colour of that contrast still looks dull. */
const ENOUGH = { light: 4.5, dark: 7 };
/** How far lightness moves at a time, of 1. */
const STEP = 0.01;

const derived = new Map<string, { light: string; dark: string }>();

/**
 * A colour as it is shown in each theme: of the same hue, and as dark or as light as text on that theme's grounds has to
 * be. One that reads well as it is stays as it is.
 * @param colour as "#rrggbb"
 */
export function readable(colour: string): { light: string; dark: string } {
  let pair = derived.get(colour);
  if (!pair) {
    pair = { light: readableOn("light", colour), dark: readableOn("dark", colour) };
    derived.set(colour, pair);
  }
  return pair;
}

/** How much a colour stands out from the ground of a theme on which it stands out least: WCAG's ratio, from 1 to 21. */
export function contrastIn(theme: keyof typeof GROUNDS, colour: string): number {
  return Math.min(...Object.values(GROUNDS[theme]).map((ground) => wcagContrast(colour, ground)));
}

function readableOn(theme: keyof typeof GROUNDS, colour: string): string {
  const step = theme === "light" ? -STEP : STEP;
  const start = oklch(colour);
  if (!start) throw new Error(`Not a colour: ${colour}`);
  for (let lightness = start.l; lightness >= 0 && lightness <= 1; lightness += step) {
    const tried = lightness === start.l ? colour : formatHex(clampChroma({ ...start, l: lightness }, "oklch"));
    if (tried && contrastIn(theme, tried) >= ENOUGH[theme]) return tried;
  }
  return theme === "light" ? "#000000" : "#ffffff";
}

/**
 * What makes an element, and all within it, take a colour for its accent: for the attribute `style`.
 * @param colour as "#rrggbb"; empty for whatever holds around it.
 */
export function accentStyle(colour: string): Record<string, string> | undefined {
  if (!colour) return undefined;
  const { light, dark } = readable(colour);
  return { "--color-accent": `light-dark(${light},${dark})` };
}
