import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { shareImage } from "@/app/_kit/share";
import { ListData } from "@/app/_kit/structured-data";
import { ListHeading } from "@/components/site/list-heading";
import { StoryList } from "@/components/site/story-list";
import { inSeries } from "@/domain/articles/published";
import { tag } from "@/domain/events/tags";
import { findSeries } from "@/domain/taxonomy/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/series/[slug]">;

const seriesAndStories = cache(async (slug: string, page: number | null) => {
  const series = page && (await findSeries(slug));
  const list = series && (await inSeries(series.id, page));
  return list ? { series, list } : null;
});

async function load({ params, searchParams }: Props) {
  return seriesAndStories(keptSlug((await params).slug), pageNumber((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (!found) return nothingHere();
  const { series, list } = found;
  const { name, language } = await currentPublication();
  const { picture } = list.cards.find((card) => card.picture) ?? {};
  const head = {
    title: series.name,
    description: series.description || wordsOf(language)("seriesDescription", { series: series.name, name }),
    image: picture ? shareImage(picture.sources, picture.alt) : undefined,
    feed: series,
  };
  return listMetadata(head, list.page, (page) => routes.series(series.slug, page));
}

/** A series, its first part first. */
export default async function SeriesPage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  const { series, list } = found;
  dependsOn(tag.series(series.id), list.tags);
  const locale = await currentPublication();
  const at = (page: number) => routes.series(series.slug, page);
  return (
    <ReaderFrame>
      <ListData name={series.name} description={series.description} list={list} at={at} />
      <ListHeading title={series.name} feed={{ page: at(1), language: locale.language }}>
        <p className="mt-3 font-sans font-semibold text-accent">{wordsOf(locale.language)("series")}</p>
        {series.description && (
          <p className="mt-3 max-w-prose text-xl whitespace-pre-line text-pretty text-muted">{series.description}</p>
        )}
      </ListHeading>
      <StoryList list={list} at={at} locale={locale} labelled newestFirst={false} />
    </ReaderFrame>
  );
}
