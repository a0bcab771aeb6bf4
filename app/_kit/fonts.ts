import localFont from "next/font/local";

/** Reading and headlines. */
export const serif = localFont({
  display: "swap",
  adjustFontFallback: "Times New Roman",
  variable: "--font-newsreader",
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
  weight: "200 800",
});

/**
 * Its italic, fetched only where there is some: a family of its own, so that it need not be preloaded. Without optical
 * sizes, which it would hardly show in what is set in it, it weighs less than half.
 */
export const serifItalic = localFont({
  display: "swap",
  adjustFontFallback: "Times New Roman",
  variable: "--font-newsreader-italic",
  src: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2",
  weight: "200 800",
  style: "italic",
  preload: false,
});

/** Labels and controls. */
export const sans = localFont({
  display: "swap",
  variable: "--font-libre-franklin",
  src: "../../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
  weight: "100 900",
});

/** The class that a document's `<html>` has to make the fonts known. */
export const fontVariables = `${serif.variable} ${serifItalic.variable} ${sans.variable}`;
