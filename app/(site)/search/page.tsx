import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { currentPublication, currentSections, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { ListHeading } from "@/components/site/list-heading";
import { SearchForm } from "@/components/site/search-form";
import { SearchNarrowing } from "@/components/site/search-narrowing";
import { NothingFound, SearchResults } from "@/components/site/search-results";
import { search } from "@/domain/search/published";
import { isAsking } from "@/domain/search/query";
import type { SearchAsked } from "@/domain/search/search";
import { type Asked, askedText } from "@/lib/asked";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/search">;

const MOST_TYPED = 200;

const load = cache(async (searchParams: Promise<Asked>) => {
  const said = await searchParams;
  const { timeZone } = await currentPublication();
  const asked = askedBy(said);
  const page = pageNumber(said.page);
  if (!page) return null;
  const found = await search({ ...asked, page }, timeZone);
  // A search that asks for nothing has one page, which says so.
  return found || (page === 1 && !isAsking(asked.typed)) ? { asked, found } : null;
});

function askedBy({ q, section, topic, byline, from, to, order }: Asked): Omit<SearchAsked, "page"> {
  const typed = [q].flat()[0] ?? "";
  return {
    // What is said back must be a text that a page can hold.
    typed: typed
      .slice(0, MOST_TYPED)
      .replace(/[\p{Cc}\p{Cs}]/gu, " ")
      .trim(),
    section: askedText(section, 200),
    topic: askedText(topic, 200),
    byline: askedText(byline, 200),
    from: askedText(from, 10),
    to: askedText(to, 10),
    order: askedText(order, 10) === "newest" ? "newest" : "best",
  };
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const loaded = await load(searchParams);
  if (!loaded) return nothingHere();
  const { name, language } = await currentPublication();
  const words = wordsOf(language);
  const { typed } = loaded.asked;
  // What somebody typed is no page of the paper's: else a link could put words of its own under our name.
  if (typed) return { title: words("searchFor", { query: typed }), robots: { index: false } };
  return {
    title: words("search"),
    description: words("searchDescription", { name }),
    alternates: { canonical: routes.search() },
  };
}

export default async function SearchPage({ searchParams }: Props) {
  const loaded = await load(searchParams);
  if (!loaded) return <NotFoundPage />;
  const { asked, found } = loaded;
  dependsOn(found?.tags ?? []);
  const [publication, sections] = await Promise.all([currentPublication(), currentSections()]);
  const words = wordsOf(publication.language);
  return (
    <ReaderFrame>
      <ListHeading title={words(asked.typed ? "searchResults" : "search")}>
        <SearchForm
          typed={asked.typed}
          order={asked.order}
          filters={found?.filters}
          sections={sections}
          language={publication.language}
        />
      </ListHeading>
      {!found && (
        <p className="max-w-prose py-2 text-lg text-muted">{words(asked.typed ? "searchWordNeeded" : "searchHint")}</p>
      )}
      {found && (
        <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem]">
          {found.count > 0 ? (
            <SearchResults typed={asked.typed} order={asked.order} found={found} locale={publication} />
          ) : (
            <NothingFound typed={asked.typed} order={asked.order} found={found} locale={publication} />
          )}
          <SearchNarrowing typed={asked.typed} order={asked.order} found={found} language={publication.language} />
        </div>
      )}
    </ReaderFrame>
  );
}
