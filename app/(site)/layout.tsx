import type { ReactNode } from "react";
import { ReaderDocument } from "@/app/_kit/reader-document";
import { siteMetadata, siteViewport } from "@/app/_kit/site-head";
import "./site.css";

// The one place that makes readers' pages dynamic: without it a synchronous read would be baked in at build.
export const dynamic = "force-dynamic";

export const viewport = siteViewport;
export const generateMetadata = siteMetadata;

export default function SiteDocument({ children }: { children: ReactNode }) {
  return <ReaderDocument>{children}</ReaderDocument>;
}
