import type { Named } from "@/domain/articles/card";
import type { SearchFilters, SearchOrder, SearchPage } from "@/domain/search/search";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Change = { topic?: string | null; byline?: string | null; page?: number };

/** The addresses of this very search, changed in one thing: each begins at its first page unless told. */
export function addressesOf(typed: string, order: SearchOrder, { section, topic, byline, from, to }: SearchFilters) {
  return ({ page = 1, ...changed }: Change): string =>
    routes.search(typed, {
      section: section?.slug,
      topic: topic?.slug,
      byline: byline?.slug,
      from,
      to,
      order: order === "newest" ? order : null,
      ...changed,
      page: page > 1 ? String(page) : null,
    });
}

/** What the stories found are about and by whom, each a way to fewer of them; and the ways back from such a narrowing. */
export function SearchNarrowing({
  typed,
  order,
  found,
  language,
}: {
  typed: string;
  order: SearchOrder;
  found: SearchPage;
  language: string;
}) {
  const words = wordsOf(language);
  const at = addressesOf(typed, order, found.filters);
  const { topic, byline } = found.filters;
  if (!topic && !byline && found.topics.length + found.bylines.length === 0) return null;
  return (
    <nav aria-label={words("searchNarrow")} className="mt-10 grid content-start gap-6 font-sans text-sm lg:mt-0">
      <Names
        heading={words("searchTopic")}
        names={found.topics}
        chosen={topic}
        at={(slug) => at({ topic: slug })}
        language={language}
      />
      <Names
        heading={words("searchByline")}
        names={found.bylines}
        chosen={byline}
        at={(slug) => at({ byline: slug })}
        language={language}
      />
    </nav>
  );
}

function Names({
  heading,
  names,
  chosen,
  at,
  language,
}: {
  heading: string;
  names: readonly Named[];
  chosen: Named | null;
  at: (slug: string | null) => string;
  language: string;
}) {
  if (!chosen && names.length < 2) return null;
  const link = "inline-block min-h-6 py-0.5 underline-offset-2 hover:underline";
  return (
    <div>
      <h2 className="border-t-2 border-ink pt-2 font-bold">{heading}</h2>
      <ul className="mt-2 grid gap-1.5">
        {chosen ? (
          <li>
            <a href={at(null)} rel="nofollow" className={`${link} font-semibold`}>
              {wordsOf(language)("searchRemove", { name: chosen.name })}
            </a>
          </li>
        ) : (
          names.map(({ slug, name }) => (
            <li key={slug}>
              <a href={at(slug)} rel="nofollow" className={link}>
                {name}
              </a>
            </li>
          ))
        )}
      </ul>
    </div>
  );
}
