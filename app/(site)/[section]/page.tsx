import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { shareImage } from "@/app/_kit/share";
import { ListData } from "@/app/_kit/structured-data";
import { ListHeading } from "@/components/site/list-heading";
import { SectionLayout } from "@/components/site/section-layout";
import { NoStories, StoryList } from "@/components/site/story-list";
import { inSection } from "@/domain/articles/published";
import { findSection } from "@/domain/taxonomy/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/[section]">;

const sectionAndStories = cache(async (slug: string, page: number | null) => {
  const section = page && (await findSection(slug));
  const list = section && (await inSection(section.id, page));
  return list ? { section, list } : null;
});

async function load({ params, searchParams }: Props) {
  return sectionAndStories((await params).section, pageNumber((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (!found) return nothingHere();
  const { section, list } = found;
  const { picture } = list.cards.find((card) => card.picture) ?? {};
  const { language } = await currentPublication();
  const head = {
    title: section.name,
    description: section.description || wordsOf(language)("sectionDescription", { name: section.name }),
    image: picture ? shareImage(picture.sources, picture.alt) : undefined,
    feed: section,
  };
  return listMetadata(head, list.page, (page) => routes.section(section.slug, page));
}

export default async function SectionPage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  const { section, list } = found;
  dependsOn(list.tags);
  const locale = await currentPublication();
  const at = (page: number) => routes.section(section.slug, page);
  return (
    <ReaderFrame current={section.slug}>
      <ListData name={section.name} description={section.description} list={list} at={at} />
      <ListHeading title={section.name}>
        {section.description && <p className="mt-3 max-w-prose text-xl text-muted">{section.description}</p>}
      </ListHeading>
      {list.cards.length === 0 && <NoStories>{wordsOf(locale.language)("nothingInSection")}</NoStories>}
      {list.page === 1 ? (
        <SectionLayout list={list} at={at} locale={locale} />
      ) : (
        <StoryList list={list} at={at} locale={locale} />
      )}
    </ReaderFrame>
  );
}
