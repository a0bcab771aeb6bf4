import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ReaderDocument } from "@/app/_kit/reader-document";
import "@/app/(site)/site.css";

export const metadata: Metadata = { robots: { index: false, follow: false } };

/** The document of a preview: as a reader's, and only for staff. Who may see it is decided by the page. */
export default function PreviewDocument({ children }: { children: ReactNode }) {
  return <ReaderDocument scripts={false}>{children}</ReaderDocument>;
}
