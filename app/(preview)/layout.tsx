import type { Metadata } from "next";
import type { ReactNode } from "react";
import { fontVariables } from "@/app/_kit/fonts";
import { currentPublication } from "@/app/_kit/reader";
import { directionOf } from "@/lib/language";
import "@/app/(site)/site.css";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The document of a preview: as a reader's, and only for staff. Who may see it is decided by the page. */
export default async function PreviewDocument({ children }: { children: ReactNode }) {
  const { language } = await currentPublication();
  return (
    <html lang={language} dir={directionOf(language)} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
