import { readFileSync } from "node:fs";
import { wcagContrast } from "culori";
import { describe, expect, test } from "vitest";
import { accentStyle, coloursIn, GROUNDS, ratioText, readable, themeStyle } from "./colour";

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

test("the colours of each theme are those of the style sheet", () => {
  const sheet = readFileSync("app/theme.css", "utf8");
  const [light, dark] = [coloursIn("light"), coloursIn("dark")];
  for (const name of Object.keys(light) as (keyof typeof light)[]) {
    expect(sheet).toContain(`--color-${name}: light-dark(${light[name]}, ${dark[name]});`);
  }
});

test("an element can be shown in a theme that its page has not", () => {
  expect(themeStyle("dark", "")).toMatchObject({
    colorScheme: "dark",
    "--color-paper": "#131518",
    "--color-accent": "#f2948d",
  });
  expect(themeStyle("light", "#0b4f86")).toMatchObject({ "--color-paper": "#fffefc", "--color-accent": "#0b4f86" });
});

test("a contrast is never told as more than it is", () => {
  expect(ratioText(4.49)).toBe("4.4 : 1");
  expect(ratioText(21)).toBe("21.0 : 1");
});
