import type { BreadcrumbList, CollectionPage, WithContext } from "schema-dts";
import type { CardPage } from "@/domain/articles/card";
import { byId, type Paper } from "./paper";

/** Where a page stands: the front, what it belongs to, itself. The last step needs no address. */
export function breadcrumbs(
  steps: readonly { name: string; path?: string }[],
  { publication, site }: Paper,
): WithContext<BreadcrumbList> {
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: [{ name: publication.name, path: "/" }, ...steps].map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: path ? `${site}${path}` : undefined,
    })),
  };
}

/**
 * A page that lists stories, in the order in which it shows them.
 * @param path where this page of the list is found.
 */
export function collectionPage(
  { name, description, path, list }: { name: string; description?: string; path: string; list: CardPage },
  { publication, site }: Paper,
): WithContext<CollectionPage> {
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    name,
    description: description || undefined,
    url: `${site}${path}`,
    inLanguage: publication.language,
    isPartOf: byId(`${site}/#website`),
    mainEntity: {
      "@type": "ItemList",
      itemListElement: list.cards.map((card, index) => ({
        "@type": "ListItem",
        position: index + 1,
        url: `${site}${card.path}`,
      })),
    },
  };
}
