import type { Metadata } from "next";
import type { ReactNode } from "react";
import { sans, serif } from "@/app/_kit/fonts";
import "@/app/(newsroom)/newsroom.css";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export const dynamic = "force-dynamic";

/** The document of the pages on which people are not signed in yet. */
export default function AccountDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${serif.variable} ${sans.variable}`}>
      <body className="bg-wash">{children}</body>
    </html>
  );
}
