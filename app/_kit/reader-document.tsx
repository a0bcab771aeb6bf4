import type { ReactNode } from "react";
import type { Typeface } from "@/domain/settings/appearance";
import { accentStyle } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import { preloadFonts } from "./fonts";
import { currentAppearance, currentPublication } from "./reader";
import { ReaderScripts } from "./reader-scripts";

/**
 * The document around every page for readers: its language and direction, and how its owner has it look.
 * @param scripts whether it has the readers' scripts: a preview has not, whose policy names every script that may run.
 */
export async function ReaderDocument({ scripts = true, children }: { scripts?: boolean; children: ReactNode }) {
  const [{ language, name }, { accent, typeface }] = await Promise.all([currentPublication(), currentAppearance()]);
  return (
    // A script sets the reader's theme and text size upon it before React could look.
    <html
      lang={language}
      dir={directionOf(language)}
      data-typeface={typeface}
      style={accentStyle(accent)}
      suppressHydrationWarning
    >
      {scripts && (
        <head>
          <ReaderScripts />
        </head>
      )}
      <body>
        <Fonts typeface={typeface} language={language} />
        <link rel="search" type="application/opensearchdescription+xml" href={routes.openSearch()} title={name} />
        {children}
      </body>
    </html>
  );
}

/** Nothing to see: it is as the page is drawn that React hears of what is to be fetched ahead. */
function Fonts(wanted: { typeface: Typeface; language: string }) {
  preloadFonts(wanted.typeface, wanted.language);
  return null;
}
