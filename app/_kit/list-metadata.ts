import type { Metadata } from "next";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { feedLinks } from "./feed-links";
import { currentPublication } from "./reader";
import { type shareImage, shareLocale } from "./share";

export type ListHead = {
  title: string;
  description?: string;
  /** What a share card shows. */
  image?: ReturnType<typeof shareImage>;
  /** What its own feed is called, where it has one beside the publication's. */
  feed?: { name: string };
  /** "profile" for the page of a person. */
  type?: "website" | "profile";
};

/**
 * The head of a page that lists stories.
 * @param at gives the address of a page of the list by its number.
 */
export async function listMetadata(
  { title, description, image, feed, type = "website" }: ListHead,
  page: number,
  at: (page: number) => string,
): Promise<Metadata> {
  const { name, language } = await currentPublication();
  const numbered = page > 1 ? wordsOf(language)("pageNumbered", { title, page }) : title;
  const own = feed ? [{ page: at(1), title: `${feed.name} | ${name}` }] : [];
  const said = { title: numbered, description: description || undefined };
  return {
    ...said,
    alternates: { canonical: at(page), types: feedLinks(...own, { page: routes.home(), title: name }) },
    openGraph: { ...said, type, siteName: name, locale: shareLocale(language), url: at(page), images: image },
    twitter: { ...said, card: image && type === "website" ? "summary_large_image" : "summary", images: image },
    robots: { "max-image-preview": "large" },
  };
}
