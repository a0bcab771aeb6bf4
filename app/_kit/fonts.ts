import localFont from "next/font/local";

export const serif = localFont({
  variable: "--font-newsreader",
  display: "swap",
  adjustFontFallback: "Times New Roman",
  src: [
    {
      path: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2",
      weight: "200 800",
      style: "normal",
    },
    {
      path: "../../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2",
      weight: "200 800",
      style: "italic",
    },
  ],
});

export const sans = localFont({
  variable: "--font-libre-franklin",
  display: "swap",
  src: [
    {
      path: "../../node_modules/@fontsource-variable/libre-franklin/files/libre-franklin-latin-wght-normal.woff2",
      weight: "100 900",
      style: "normal",
    },
  ],
});
