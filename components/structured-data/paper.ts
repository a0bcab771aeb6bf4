import type { IdReference, ImageObject, NewsMediaOrganization, WebSite, WithContext } from "schema-dts";
import { ABOUT_MEANINGS, type AboutLink } from "@/domain/settings/about";
import type { Appearance } from "@/domain/settings/appearance";
import type { ContactKind, Organisation } from "@/domain/settings/organisation";
import type { Publication } from "@/domain/settings/settings";
import { routes } from "@/lib/routes";

/** Who speaks: what structured data says of the paper, wherever it stands. */
export type Paper = {
  publication: Publication;
  organisation: Organisation;
  /** The pages about the paper that readers can open. */
  about: readonly AboutLink[];
  appearance: Pick<Appearance, "logo" | "icons">;
  /** The address of the publication, without a slash at its end. */
  site: string;
};

const CONTACT_TYPES: Record<ContactKind, string> = {
  general: "customer service",
  newsroom: "newsroom",
  corrections: "corrections",
  advertising: "advertising",
};

/** The paper as the publisher of a story: enough to be known by; its front says the rest under the same name. */
export function publisher({ publication, appearance, about, site }: Paper): NewsMediaOrganization {
  return {
    "@type": "NewsMediaOrganization",
    "@id": organisationId(site),
    name: publication.name,
    url: `${site}/`,
    logo: logoOf(appearance, site),
    ...policies(about, site),
  };
}

/** All that the paper says of who publishes it. */
export function newsMediaOrganization(paper: Paper): WithContext<NewsMediaOrganization> {
  const { publication, organisation } = paper;
  const { street, locality, region, postalCode, country, emails, profiles } = organisation;
  const address = {
    streetAddress: street || undefined,
    addressLocality: locality || undefined,
    addressRegion: region || undefined,
    postalCode: postalCode || undefined,
    addressCountry: country || undefined,
  };
  const contacts = (Object.entries(CONTACT_TYPES) as [ContactKind, string][]).filter(([kind]) => emails[kind]);
  return {
    "@context": "https://schema.org",
    ...(publisher(paper) as Exclude<NewsMediaOrganization, string>),
    legalName: organisation.legalName || undefined,
    description: publication.tagline || undefined,
    foundingDate: organisation.founded || undefined,
    telephone: organisation.phone || undefined,
    email: emails.general || undefined,
    address: Object.values(address).some(Boolean) ? { "@type": "PostalAddress", ...address } : undefined,
    contactPoint:
      contacts.length > 0
        ? contacts.map(([kind, contactType]) => ({ "@type": "ContactPoint", contactType, email: emails[kind] }))
        : undefined,
    sameAs: profiles.length > 0 ? profiles : undefined,
  };
}

/** The paper's site, for its front: the name by which search engines call it, and how it is searched. */
export function webSite({ publication, site }: Paper): WithContext<WebSite> {
  const { name, tagline, language } = publication;
  // What takes the place of the braces is no part of the type.
  const search = {
    "@type": "SearchAction" as const,
    target: { "@type": "EntryPoint" as const, urlTemplate: `${site}${routes.search()}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  return {
    "@context": "https://schema.org",
    "@type": "WebSite",
    "@id": `${site}/#website`,
    name,
    url: `${site}/`,
    description: tagline || undefined,
    inLanguage: language,
    publisher: byId(organisationId(site)),
    potentialAction: search,
  };
}

function organisationId(site: string): string {
  return `${site}/#organisation`;
}

export function byId(id: string): IdReference {
  return { "@id": id };
}

function logoOf({ logo, icons }: Paper["appearance"], site: string): ImageObject | undefined {
  const file = logo?.light.at(-1) ?? icons.at(-1);
  if (!file) return undefined;
  return { "@type": "ImageObject", url: `${site}${file.src}`, width: `${file.width}`, height: `${file.height}` };
}

/** What the paper promises, each by the page that says it. */
function policies(about: readonly AboutLink[], site: string) {
  const said = about.map(({ slug }) => [ABOUT_MEANINGS[slug], `${site}${routes.about(slug)}`] as const);
  const ethics = about.find(({ slug }) => slug === "ethics");
  return {
    ...(Object.fromEntries(said) as Partial<Record<(typeof ABOUT_MEANINGS)[keyof typeof ABOUT_MEANINGS], string>>),
    publishingPrinciples: ethics && `${site}${routes.about(ethics.slug)}`,
  };
}
