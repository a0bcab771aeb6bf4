import type { Paper } from "@/components/structured-data/paper";
import { Organisation } from "@/domain/settings/organisation";

/** A paper of which nothing is told but its name, unless given. */
export function paper(given: Partial<Paper> = {}): Paper {
  return {
    publication: { name: "The Test", tagline: "", timeZone: "Europe/Helsinki", language: "en-GB" },
    organisation: Organisation.parse({}),
    about: [],
    appearance: { logo: null, icons: [] },
    site: "https://paper.example",
    ...given,
  };
}
