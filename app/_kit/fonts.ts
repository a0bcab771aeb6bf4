import { preload } from "react-dom";
import type { Typeface } from "@/domain/settings/appearance";
import { scriptOf } from "@/lib/language";
import files from "./font-files.json";

/** What is seen first of each typeface: the face of headlines and that of running text. */
const SEEN_FIRST: Record<Typeface, readonly string[]> = {
  newsreader: [files["newsreader-head"], files["newsreader-text"]],
  "source-serif": [files["source-serif-head"], files["source-serif-text"]],
  system: [],
};

/** Has the browser fetch the paper's type before it has read the style sheet, where the language is set in it. */
export function preloadFonts(typeface: Typeface, language: string): void {
  if (scriptOf(language) !== "Latn") return;
  for (const file of SEEN_FIRST[typeface]) preload(file, { as: "font", type: "font/woff2", crossOrigin: "" });
}
