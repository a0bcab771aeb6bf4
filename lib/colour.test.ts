import { readFileSync } from "node:fs";
import { wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { accentStyle, GROUNDS, readable } from "./colour";

describe("an accent", () => {
  test("can be read as text in both themes, whatever colour it was made from", () => {
    for (const colour of ["#000000", "#ffffff", "#ffff00", "#0b5a6f", "#98191d", "#00ff00", "#0000ff", "#808080"]) {
      const pair = readable(colour);
      for (const theme of ["light", "dark"] as const) {
        for (const ground of Object.values(GROUNDS[theme])) {
          expect(wcagContrast(pair[theme], ground), `${colour} in ${theme}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });

  test("stays as it is where it reads well", () => {
    expect(readable("#98191d").light).toBe("#98191d");
    expect(readable("#f2948d").dark).toBe("#f2948d");
  });

  test("is that of what stands around it where none is given", () => {
    expect(accentStyle("")).toBeUndefined();
    expect(accentStyle("#98191d")).toEqual({
      "--color-accent": expect.stringMatching(/^light-dark\(#98191d,#\w{6}\)$/),
    });
  });
});

test("text is measured on the grounds that the theme has", () => {
  const theme = readFileSync("app/theme.css", "utf8");
  for (const name of ["paper", "wash"] as const) {
    expect(theme).toContain(`--color-${name}: light-dark(${GROUNDS.light[name]}, ${GROUNDS.dark[name]});`);
  }
});
