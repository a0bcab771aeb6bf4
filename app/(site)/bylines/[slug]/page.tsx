import type { Metadata } from "next";
import { cache } from "react";
import { dependsOn } from "@/app/_kit/depends";
import { listMetadata } from "@/app/_kit/list-metadata";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { shareImage } from "@/app/_kit/share";
import { ProfileData } from "@/app/_kit/structured-data";
import { Profile } from "@/components/site/profile";
import { StoryList } from "@/components/site/story-list";
import { byByline } from "@/domain/articles/published";
import { findByline } from "@/domain/taxonomy/published";
import { pageNumber } from "@/lib/page-number";
import { routes } from "@/lib/routes";
import { keptSlug } from "@/lib/slug";
import { wordsOf } from "@/lib/words";

type Props = PageProps<"/bylines/[slug]">;

const bylineAndStories = cache(async (slug: string, page: number | null) => {
  const byline = page && (await findByline(slug));
  const list = byline && (await byByline(byline.id, page));
  return list ? { byline, list } : null;
});

async function load({ params, searchParams }: Props) {
  return bylineAndStories(keptSlug((await params).slug), pageNumber((await searchParams).page));
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await load(props);
  if (!found) return nothingHere();
  const { byline, list } = found;
  const { name, language } = await currentPublication();
  const t = wordsOf(language);
  const { portrait } = byline;
  const head = {
    title: byline.name,
    description: byline.bio || t("bylineDescription", { byline: byline.name, name }),
    image: portrait ? shareImage(portrait, t("portraitOf", { name: byline.name }), "1x1") : undefined,
    type: "profile" as const,
    feed: byline,
  };
  return listMetadata(head, list.page, (page) => routes.byline(byline.slug, page));
}

export default async function BylinePage(props: Props) {
  const found = await load(props);
  if (!found) return <NotFoundPage />;
  const { byline, list } = found;
  dependsOn(byline.tags, list.tags);
  // Whose page this is need not be said at each story; with whom they wrote one, yes.
  const cards = list.cards.map((card) => (card.bylines.length > 1 ? card : { ...card, bylines: [] }));
  const publication = await currentPublication();
  return (
    <ReaderFrame>
      <ProfileData byline={byline} />
      <div className="lg:max-w-[60rem]">
        <Profile byline={byline} language={publication.language} />
        <StoryList
          list={{ ...list, cards }}
          at={(page) => routes.byline(byline.slug, page)}
          locale={publication}
          labelled
        />
      </div>
    </ReaderFrame>
  );
}
