import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { feedLinks } from "@/app/_kit/feed-links";
import { fontVariables } from "@/app/_kit/fonts";
import { currentPublication } from "@/app/_kit/reader";
import { getEnv } from "@/lib/env";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import "./site.css";

// The one place that makes readers' pages dynamic: without it a synchronous read would be baked in at build.
export const dynamic = "force-dynamic";

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fffefc" },
    { media: "(prefers-color-scheme: dark)", color: "#131518" },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { name, tagline } = await currentPublication();
  return {
    metadataBase: new URL(getEnv().SITE_URL),
    title: { default: name, template: `%s | ${name}` },
    description: tagline || undefined,
    applicationName: name,
    alternates: { types: feedLinks({ page: routes.home(), title: name }) },
    openGraph: { siteName: name },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function SiteDocument({ children }: { children: ReactNode }) {
  const { language } = await currentPublication();
  return (
    <html lang={language} dir={directionOf(language)} className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
