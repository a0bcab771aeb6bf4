/**
 * Makes public/fonts and app/fonts.css from the packages of @fontsource-variable: what the paper is set in, cut down to what
 * it uses (docs/decisions/0012). Run by hand when a package or this list changes: `npx tsx scripts/subset-fonts.ts`.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Blob, Face, Font } from "harfbuzzjs";
import subsetFont from "subset-font";

const PACKAGES = "node_modules/@fontsource-variable";
const OUT = "public/fonts";

/** All letters of ASCII and Latin-1, and the marks that text is written with. */
const LATIN =
  "20-7E,A0,A1,A3,A7,A9,AB,AE,B0,B1,B2,B3,B7,BB,BD,BF-FF,152-153,2013-2014,2018-201A,201C-201E,2020,2022,2026,2039-203A,20AC,2122,2212";
/** The rest of Latin, fetched by pages that hold some of it. */
const LATIN_EXT = "100-151,154-17F,18F,1A0-1A1,1AF-1B0,1CD-1DC,1E6-1E7,218-21B,1E80-1E85,1E9E,1EF2-1EF3";

/** In labels, figures of one width for times and tables: the serifs have them as they are. */
const FEATURES = ["kern"];
const FIGURES = ["kern", "tnum"];
// Newsreader's kerning weighs as much as its letters; in italic, which is rare and short, it is not missed.
const UNKERNED: string[] = [];

/** How wide what nearly every machine has is on average, in parts of its size: next/font's measure. */
const FALLBACKS = {
  serif: { name: "Times", local: ["Times New Roman", "Liberation Serif"], width: 854.3953488372093 / 2048 },
  bold: {
    name: "Times",
    local: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold"],
    width: 907.5581395348837 / 2048,
  },
  sans: { name: "Arial", local: ["Arial", "Liberation Sans"], width: 934.5116279069767 / 2048 },
};
const TYPICAL = "aaabcdeeeefghiijklmnnoopqrrssttuvwxyz      ";

type Cut = {
  family: string;
  file: string;
  from: string;
  /** The package's file for the rest of Latin. */
  ext?: string;
  weight: string;
  italic?: true;
  axes: Record<string, number | { min: number; max: number }>;
  features?: string[];
  /** The face that stands in while it is fetched, and gets its measures. */
  fallback?: keyof typeof FALLBACKS;
  /** Most of a page is set in it, and the page's head asks for it: where it comes late, the page stays as it is being read. */
  isMain?: true;
};

const newsreader = (name: string) => `newsreader/files/newsreader-${name}.woff2`;
const sourceSerif = (name: string) => `source-serif-4/files/source-serif-4-${name}.woff2`;
const publicSans = (name: string) => `public-sans/files/public-sans-${name}.woff2`;

// Two cuts of a serif: one drawn for text, one for headlines and whatever is bold.
const CUTS: Cut[] = [
  {
    family: "Newsreader",
    file: "newsreader-text",
    from: newsreader("latin-opsz-normal"),
    ext: newsreader("latin-ext-opsz-normal"),
    weight: "400",
    axes: { wght: 400, opsz: 18 },
    fallback: "serif",
    isMain: true,
  },
  {
    family: "Newsreader",
    file: "newsreader-head",
    from: newsreader("latin-opsz-normal"),
    ext: newsreader("latin-ext-opsz-normal"),
    weight: "500 800",
    axes: { wght: 570, opsz: 40 },
    fallback: "bold",
    isMain: true,
  },
  {
    family: "Newsreader",
    file: "newsreader-italic",
    from: newsreader("latin-opsz-italic"),
    weight: "400 800",
    italic: true,
    axes: { wght: 400, opsz: 22 },
    features: UNKERNED,
  },
  {
    family: "Source Serif",
    file: "source-serif-text",
    from: sourceSerif("latin-opsz-normal"),
    ext: sourceSerif("latin-ext-opsz-normal"),
    weight: "400",
    axes: { wght: 400, opsz: 18 },
    fallback: "serif",
    isMain: true,
  },
  {
    family: "Source Serif",
    file: "source-serif-head",
    from: sourceSerif("latin-opsz-normal"),
    ext: sourceSerif("latin-ext-opsz-normal"),
    weight: "500 800",
    axes: { wght: 600, opsz: 40 },
    fallback: "bold",
    isMain: true,
  },
  {
    family: "Source Serif",
    file: "source-serif-italic",
    from: sourceSerif("latin-opsz-italic"),
    weight: "400 800",
    italic: true,
    axes: { wght: 400, opsz: 22 },
  },
  // Labels and controls: one weight, told apart by size and colour. The newsroom's tables and forms get all of them.
  {
    family: "Public Sans",
    file: "public-sans",
    from: publicSans("latin-wght-normal"),
    ext: publicSans("latin-ext-wght-normal"),
    weight: "400 800",
    axes: { wght: 550 },
    features: FIGURES,
    fallback: "sans",
  },
  {
    family: "Public Sans Variable",
    file: "public-sans-variable",
    from: publicSans("latin-wght-normal"),
    weight: "400 700",
    axes: { wght: { min: 400, max: 700 } },
    features: FIGURES,
  },
];

function characters(ranges: string): string {
  return ranges
    .split(",")
    .flatMap((range) => {
      const [first = 0, last = first] = range.split("-").map((code) => Number.parseInt(code, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    })
    .join("");
}

const unicodeRange = (ranges: string) => `U+${ranges.replaceAll(",", ", U+")}`;
const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

async function cut(from: string, ranges: string, { axes, features = FEATURES }: Cut, targetFormat: "woff2" | "sfnt") {
  return subsetFont(readFileSync(`${PACKAGES}/${from}`), characters(ranges), {
    targetFormat,
    variationAxes: axes,
    keepFeatures: features,
    noHinting: true,
  });
}

function write(file: string, bytes: Buffer): string {
  const name = `${file}.${createHash("sha256").update(bytes).digest("hex").slice(0, 8)}.woff2`;
  writeFileSync(`${OUT}/${name}`, bytes);
  console.log(`${String(bytes.length).padStart(6)} ${name}`);
  return `/fonts/${name}`;
}

function face(family: string, { weight, italic }: Cut, src: string, more: string): string {
  const style = italic ? "  font-style: italic;\n" : "";
  return `@font-face {\n  font-family: "${family}";\n  src: ${src};\n${style}  font-weight: ${weight};\n${more}}\n`;
}

/** The fallback's face, sized so that text takes as much room in it as in the font: nothing moves as that arrives. */
function fallbackFace(one: Cut, sfnt: Buffer): string {
  const { name, local, width } = FALLBACKS[one.fallback ?? "serif"];
  const font = new Font(new Face(new Blob(new Uint8Array(sfnt))));
  const widths = [...TYPICAL].map((letter) => font.glyphHAdvance(font.nominalGlyph(letter.codePointAt(0) ?? 0) ?? 0));
  const scale = 1 / font.face.upem;
  const size = ((widths.reduce((sum, advance) => sum + advance, 0) / widths.length) * scale) / width;
  const { ascender, descender, lineGap } = font.hExtents();
  const measures = {
    "size-adjust": size,
    "ascent-override": (ascender * scale) / size,
    "descent-override": (-descender * scale) / size,
    "line-gap-override": (lineGap * scale) / size,
  };
  const said = Object.entries(measures).map(([property, part]) => `  ${property}: ${percent(part)};\n`);
  return face(`${one.family} ${name}`, one, local.map((known) => `local("${known}")`).join(", "), said.join(""));
}

async function main() {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  const faces: string[] = [];
  const files: Record<string, string> = {};
  for (const one of CUTS) {
    const url = write(one.file, await cut(one.from, LATIN, one, "woff2"));
    files[one.file] = url;
    const display = (when: "optional" | "swap") => `  font-display: ${when};\n`;
    faces.push(
      face(
        one.family,
        one,
        `url("${url}") format("woff2")`,
        `${display(one.isMain ? "optional" : "swap")}${one.ext ? `  unicode-range: ${unicodeRange(LATIN)};\n` : ""}`,
      ),
    );
    if (one.ext) {
      const rest = write(`${one.file}-ext`, await cut(one.ext, LATIN_EXT, one, "woff2"));
      faces.push(
        face(
          one.family,
          one,
          `url("${rest}") format("woff2")`,
          `${display("swap")}  unicode-range: ${unicodeRange(LATIN_EXT)};\n`,
        ),
      );
    }
    if (one.fallback) faces.push(fallbackFace(one, await cut(one.from, LATIN, one, "sfnt")));
  }
  writeFileSync("app/fonts.css", `/* Made by scripts/subset-fonts.ts: change it there. */\n${faces.join("\n")}`);
  writeFileSync("app/_kit/font-files.json", `${JSON.stringify(files, null, 2)}\n`);
  for (const [name, font] of Object.entries({
    newsreader: "newsreader",
    "source-serif": "source-serif-4",
    "public-sans": "public-sans",
  })) {
    writeFileSync(`${OUT}/${name}.LICENSE.txt`, readFileSync(`${PACKAGES}/${font}/LICENSE`));
  }
}

await main();
