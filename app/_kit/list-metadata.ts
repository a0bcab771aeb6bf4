import type { Metadata } from "next";
import { routes } from "@/lib/routes";
import { currentPublication } from "./reader";

/**
 * The head of a page that lists stories.
 * @param at gives the address of a page of the list by its number.
 * @param feed the slug of the section whose feed goes with it, beside the publication's own.
 */
export async function listMetadata(
  { title, description }: { title: string; description?: string },
  page: number,
  at: (page: number) => string,
  feed?: { slug: string; name: string },
): Promise<Metadata> {
  const { name } = await currentPublication();
  const numbered = page > 1 ? `${title}, page ${page}` : title;
  const feeds = [
    ...(feed ? [{ url: routes.feed(feed.slug), title: `${feed.name} | ${name}` }] : []),
    { url: routes.feed(), title: name },
  ];
  return {
    title: numbered,
    description: description || undefined,
    alternates: { canonical: at(page), types: { "application/rss+xml": feeds } },
    openGraph: {
      type: "website",
      siteName: name,
      title: numbered,
      description: description || undefined,
      url: at(page),
    },
  };
}
