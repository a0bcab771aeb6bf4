import type { Person, ProfilePage, WithContext } from "schema-dts";
import type { Credited } from "@/domain/articles/card";
import { widestJpeg } from "@/domain/media/asset";
import type { BylinePage, Particulars } from "@/domain/taxonomy/byline";
import { routes } from "@/lib/routes";
import { type Paper, publisher } from "./paper";

/** What profiles say of people besides their names, by the ids of their bylines. */
export type KnownPeople = ReadonlyMap<string, Particulars>;

/**
 * Somebody credited in a story, by the address of their profile.
 * @param known what is to be told besides: of authors where the story stands, of all on their profiles.
 */
export function person({ id, name, slug, title }: Credited, site: string, known: KnownPeople = new Map()): Person {
  const url = `${site}${routes.byline(slug)}`;
  return { "@type": "Person", "@id": url, name, url, jobTitle: title || undefined, ...told(known.get(id)) };
}

/** Who a byline is, on its page: the person whom structured data of stories names. */
export function profilePage(byline: BylinePage, paper: Paper): WithContext<ProfilePage> {
  const { publication, site } = paper;
  const { particulars, bio, portrait: sources } = byline;
  const portrait = sources && widestJpeg(sources, "1x1");
  const { location, email, phone } = particulars;
  return {
    "@context": "https://schema.org",
    "@type": "ProfilePage",
    url: `${site}${routes.byline(byline.slug)}`,
    inLanguage: publication.language,
    mainEntity: {
      ...(person(byline, site, new Map([[byline.id, particulars]])) as Exclude<Person, string>),
      description: bio || undefined,
      image: portrait ? `${site}${portrait.src}` : undefined,
      email: email || undefined,
      telephone: phone || undefined,
      knowsLanguage: particulars.languages.length > 0 ? particulars.languages : undefined,
      workLocation: location ? { "@type": "Place", name: location } : undefined,
    },
    publisher: publisher(paper),
  };
}

function told(particulars: Particulars | undefined): { knowsAbout?: string[]; sameAs?: string[] } {
  const { expertise = [], links = [] } = particulars ?? {};
  return {
    knowsAbout: expertise.length > 0 ? expertise : undefined,
    sameAs: links.length > 0 ? links.map(({ url }) => url) : undefined,
  };
}
