import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { feedLinks } from "@/app/_kit/feed-links";
import { iconLinks } from "@/app/_kit/icons";
import { currentAppearance, currentPublication } from "@/app/_kit/reader";
import { ReaderDocument } from "@/app/_kit/reader-document";
import { GROUNDS } from "@/lib/colour";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import "./site.css";

// The one place that makes readers' pages dynamic: without it a synchronous read would be baked in at build.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: GROUNDS.light.paper },
    { media: "(prefers-color-scheme: dark)", color: GROUNDS.dark.paper },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const [{ name, tagline }, appearance] = await Promise.all([currentPublication(), currentAppearance()]);
  return {
    metadataBase: new URL(getEnv().SITE_URL),
    title: { default: name, template: `%s | ${name}` },
    description: tagline || undefined,
    applicationName: name,
    icons: iconLinks(appearance),
    manifest: routes.manifest(),
    alternates: { types: feedLinks({ page: routes.home(), title: name }) },
    openGraph: { siteName: name },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default function SiteDocument({ children }: { children: ReactNode }) {
  return <ReaderDocument>{children}</ReaderDocument>;
}
