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
import type { SectionPage as SectionWithTopics } from "@/domain/taxonomy/section";
import { accentStyle } from "@/lib/colour";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/[section]">;

const sectionAndStories = cache(async (slug: string, page: number | null) => {
  const section = page && (await findSection(slug));
  const list = section && (await inSection(section.id, page));
  return list ? { section, list } : null;
});

async function load({ params, searchParams }: Props) {
  return sectionAndStories(keptSlug((await params).section), pageNumber((await searchParams).page));
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
  dependsOn(list.tags, section.tags);
  const locale = await currentPublication();
  const words = wordsOf(locale.language);
  const at = (page: number) => routes.section(section.slug, page);
  return (
    <ReaderFrame current={section.slug}>
      <ListData name={section.name} description={section.description} list={list} at={at} />
      <div style={accentStyle(section.accent)}>
        <ListHeading title={section.name} feed={{ page: at(1), language: locale.language }}>
          {section.description && <p className="mt-3 max-w-prose text-xl text-muted">{section.description}</p>}
          <Subtopics of={section} label={words("sectionTopics", { name: section.name })} />
        </ListHeading>
        {list.cards.length === 0 && <NoStories>{words("nothingInSection")}</NoStories>}
        {list.page === 1 ? (
          <SectionLayout list={list} at={at} locale={locale} />
        ) : (
          <StoryList list={list} at={at} locale={locale} />
        )}
      </div>
    </ReaderFrame>
  );
}

function Subtopics({ of: { topics }, label }: { of: SectionWithTopics; label: string }) {
  if (topics.length === 0) return null;
  return (
    <nav aria-label={label} className="mt-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 font-sans text-[0.9375rem] font-semibold">
        {topics.map((topic) => (
          <li key={topic.slug}>
            <a
              href={routes.topic(topic.slug)}
              className="inline-block py-1.5 text-accent underline-offset-3 hover:underline"
            >
              {topic.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
