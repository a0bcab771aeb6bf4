import type { ReactNode } from "react";
import { accentStyle } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import { preloadFonts } from "./fonts";
import { currentAppearance, currentPublication } from "./reader";

/** The document around every page for readers: its language and direction, and how its owner has it look. */
export async function ReaderDocument({ children }: { children: ReactNode }) {
  const [{ language, name }, { accent, typeface }] = await Promise.all([currentPublication(), currentAppearance()]);
  preloadFonts(typeface, language);
  return (
    <html lang={language} dir={directionOf(language)} data-typeface={typeface} style={accentStyle(accent)}>
      <body>
        <link rel="search" type="application/opensearchdescription+xml" href={routes.openSearch()} title={name} />
        {children}
      </body>
    </html>
  );
}
