import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { shareImage } from "@/app/_kit/share";
import { ListData } from "@/app/_kit/structured-data";
import { ListHeading } from "@/components/site/list-heading";
import { StoryList } from "@/components/site/story-list";
import { onTopic } from "@/domain/articles/published";
import { findTopic } from "@/domain/taxonomy/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/topics/[slug]">;

const topicAndStories = cache(async (slug: string, page: number | null) => {
  const topic = page && (await findTopic(slug));
  const list = topic && (await onTopic(topic.id, page));
  return list ? { topic, list } : null;
});

async function load({ params, searchParams }: Props) {
  return topicAndStories(keptSlug((await params).slug), pageNumber((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (!found) return nothingHere();
  const { topic, list } = found;
  const { name, language } = await currentPublication();
  const { picture } = list.cards.find((card) => card.picture) ?? {};
  const head = {
    title: topic.name,
    description: wordsOf(language)("topicDescription", { topic: topic.name, name }),
    image: picture ? shareImage(picture.sources, picture.alt) : undefined,
    feed: topic,
  };
  return listMetadata(head, list.page, (page) => routes.topic(topic.slug, page));
}

export default async function TopicPage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  const { topic, list } = found;
  dependsOn(list.tags);
  const publication = await currentPublication();
  const at = (page: number) => routes.topic(topic.slug, page);
  return (
    <ReaderFrame>
      <ListData name={topic.name} list={list} at={at} />
      <div className="lg:max-w-[60rem]">
        <ListHeading title={topic.name} feed={{ page: routes.topic(topic.slug), language: publication.language }}>
          <p className="mt-3 font-sans text-sm text-muted">{wordsOf(publication.language)("topic")}</p>
        </ListHeading>
        <StoryList list={list} at={at} locale={publication} labelled />
      </div>
    </ReaderFrame>
  );
}
