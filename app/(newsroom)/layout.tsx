import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./newsroom.css";

export const metadata: Metadata = {
  title: { default: "Newsroom", template: "%s · Newsroom" },
  robots: { index: false },
};

export const dynamic = "force-dynamic";

/** The newsroom's document. Who may see a page is decided by each page and each read, never here. */
export default function NewsroomDocument({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
