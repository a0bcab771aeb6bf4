import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import {
  currentPublication,
  currentSections,
  NotFoundPage,
  nothingHere,
  publicationOrNull,
  ReaderFrame,
} from "@/app/_kit/reader";
import { shareImage } from "@/app/_kit/share";
import { FrontData } from "@/app/_kit/structured-data";
import { FrontPage } from "@/components/site/front";
import { ListHeading } from "@/components/site/list-heading";
import { NotSetUp } from "@/components/site/not-set-up";
import { NoStories, StoryList } from "@/components/site/story-list";
import { FRONT_CHOICE, layOutFront } from "@/domain/articles/front";
import { latest, newest } from "@/domain/articles/published";
import { mostRead } from "@/domain/readings/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/">;

const olderStories = cache((page: number) => latest(page));

/** What stands on the front. */
const frontNow = cache(async () => {
  const sections = await currentSections();
  const [choice, read] = await Promise.all([
    newest(
      sections.map(({ id }) => id),
      FRONT_CHOICE,
    ),
    mostRead(FRONT_CHOICE.mostRead),
  ]);
  const shelves = sections.map((section, index) => ({ section, cards: choice.bySection[index] ?? [] }));
  const { latest, opinions } = choice;
  return {
    front: layOutFront({ latest, opinions, mostRead: read.cards, shelves }),
    tags: [...choice.tags, ...read.tags],
  };
});

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = pageNumber((await searchParams).page);
  if (!page || (page > 1 && !(await olderStories(page)))) return nothingHere();
  const { name, tagline, language } = await currentPublication();
  const t = wordsOf(language);
  if (page > 1) {
    const head = await listMetadata(
      { title: t("latestStories"), description: t("allStoriesIn", { name }) },
      page,
      routes.home,
    );
    return { ...head, title: { absolute: `${head.title} | ${name}` } };
  }
  const { lead, second, sections } = (await frontNow()).front;
  const picture = [lead, ...second, ...sections.flatMap(({ cards }) => cards)].find(
    (card) => card?.picture?.alt,
  )?.picture;
  const image = picture ? shareImage(picture.sources, picture.alt) : undefined;
  const head = await listMetadata(
    { title: name, description: tagline || t("frontDescription", { name }), image },
    1,
    routes.home,
  );
  return { ...head, title: { absolute: tagline ? `${name}: ${tagline}` : name } };
}

export default async function Front({ searchParams }: Props) {
  const publication = await publicationOrNull();
  if (!publication) {
    return (
      <ReaderFrame>
        <NotSetUp language={(await currentPublication()).language} />
      </ReaderFrame>
    );
  }
  const page = pageNumber((await searchParams).page);
  if (page !== 1) return <Older page={page} />;

  const { front, tags } = await frontNow();
  dependsOn(tags);
  return (
    <ReaderFrame front>
      <FrontData />
      {front.lead ? (
        <FrontPage front={front} locale={publication} />
      ) : (
        <NoStories>{wordsOf(publication.language)("nothingPublished")}</NoStories>
      )}
    </ReaderFrame>
  );
}

/** What has left the front: all stories, page by page. */
async function Older({ page }: { page: number | null }) {
  const list = page && (await olderStories(page));
  if (!list) return <NotFoundPage />;
  dependsOn(list.tags);
  const publication = await currentPublication();
  return (
    <ReaderFrame>
      <ListHeading title={wordsOf(publication.language)("latestStories")} />
      <StoryList list={list} at={routes.home} locale={publication} labelled />
    </ReaderFrame>
  );
}
