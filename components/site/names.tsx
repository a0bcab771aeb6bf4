import type { Named } from "@/domain/articles/card";
import { routes } from "@/lib/routes";

const listFormats = new Map<string, Intl.ListFormat>();

/** Names in a row as a language says them: "A", "A and B", "A, B and C". Linked to their profiles unless told. */
export function Names({ of, language, linked = true }: { of: readonly Named[]; language: string; linked?: boolean }) {
  const slots = of.map((_, index) => String(index));
  return listFormat(language)
    .formatToParts(slots)
    .map(({ type, value }) => {
      const person = type === "element" ? of[Number(value)] : undefined;
      if (!person) return value;
      // Each name is its own run of text, whatever script stands beside it.
      if (!linked) return <bdi key={person.slug}>{person.name}</bdi>;
      return (
        <a
          key={person.slug}
          href={routes.byline(person.slug)}
          rel="author"
          className="font-semibold underline-offset-2 hover:underline"
        >
          <bdi>{person.name}</bdi>
        </a>
      );
    });
}

function listFormat(language: string): Intl.ListFormat {
  let format = listFormats.get(language);
  if (!format) {
    // A bare "en" would mean the American way, with a comma before the last.
    format = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
    listFormats.set(language, format);
  }
  return format;
}
