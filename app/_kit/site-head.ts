import type { Metadata, Viewport } from "next";
import { GROUNDS } from "@/lib/colour";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { feedLinks } from "./feed-links";
import { iconLinks } from "./icons";
import { currentAppearance, currentPublication } from "./reader";

/** What every reader's page says to the browser of itself. */
export const siteViewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: GROUNDS.light.paper },
    { media: "(prefers-color-scheme: dark)", color: GROUNDS.dark.paper },
  ],
};

/** What the head of every reader's page says where the page does not say otherwise. */
export async function siteMetadata(): Promise<Metadata> {
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
