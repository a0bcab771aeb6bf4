import type { ReactNode } from "react";
import { sans, serif } from "@/app/_kit/fonts";
import "./site.css";

// The one place that makes readers' pages dynamic: without it a synchronous read would be baked in at build.
export const dynamic = "force-dynamic";

export default function SiteDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${serif.variable} ${sans.variable}`}>
      <body>{children}</body>
    </html>
  );
}
