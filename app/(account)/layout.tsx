import type { Metadata } from "next";
import type { ReactNode } from "react";
import "@/app/(newsroom)/newsroom.css";

// The address of an invitation is a secret: other sites are told nothing. With "no-referrer" a form without scripts would
// not say where it comes from either, and be refused.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

export const dynamic = "force-dynamic";

/** The document of the pages on which people are not signed in yet. */
export default function AccountDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body className="bg-wash">{children}</body>
    </html>
  );
}
