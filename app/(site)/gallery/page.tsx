import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentPublication, NotFoundPage, nothingHere, ReaderFrame } from "@/app/_kit/reader";
import { StoryPage } from "@/components/article/story-page";
import { ArchiveParts, ArchiveTurns, ArchiveYears } from "@/components/site/archive";
import { Card, type CardSize } from "@/components/site/card";
import { CorrectionList } from "@/components/site/corrections";
import { FrontPage } from "@/components/site/front";
import { GoneStory } from "@/components/site/gone-story";
import { StoryHistory } from "@/components/site/history";
import { ListHeading } from "@/components/site/list-heading";
import { NotFound } from "@/components/site/not-found";
import { NotSetUp } from "@/components/site/not-set-up";
import { Profile } from "@/components/site/profile";
import { SavedStories } from "@/components/site/saved-stories";
import { SearchForm } from "@/components/site/search-form";
import { SearchNarrowing } from "@/components/site/search-narrowing";
import { NothingFound, SearchResults } from "@/components/site/search-results";
import { NoStories, StoryList } from "@/components/site/story-list";
import { getEnv } from "@/lib/env";
import { wordsOf } from "@/lib/words";
import { BYLINE, CORRECTIONS, DAYS, FOUND, FOUND_NEAR, HISTORY, YEARS } from "./list-specimens";
import { CARDS, openings, specimenStory } from "./specimens";
import "@/components/article/comparison.css";
import "@/app/(site)/history.css";

const SIZES: readonly CardSize[] = ["lead", "feature", "column", "row", "voice", "line"];

const isOpen = () => getEnv().GALLERY === "on";

export async function generateMetadata(): Promise<Metadata> {
  return isOpen() ? { title: "Gallery", robots: { index: false } } : nothingHere();
}

/** Every card, block and state on one page, to be looked at while the design changes. For who builds the paper: never for readers. */
export default async function Gallery() {
  if (!isOpen()) return <NotFoundPage />;
  const publication = await currentPublication();
  const { language } = publication;
  const words = wordsOf(language);
  const stories = Object.values(CARDS);
  const [news, bare, long, kicker, analysis, review, interview, sponsored] = stories;
  const rest = [bare, long, kicker, analysis, review, interview, sponsored].filter((story) => story !== undefined);
  const gone = {
    at: new Date("2026-03-20T12:00:00Z"),
    note: "It named somebody who had nothing to do with it.",
    takedown: null,
  };
  return (
    <ReaderFrame>
      <ListHeading title="Gallery" feed={{ page: "/", language }} />
      <Part id="sizes">
        {SIZES.map((size) => (
          <div key={size} className="mb-10 max-w-[44rem]">
            <Card
              story={size === "voice" ? CARDS.opinion : CARDS.news}
              size={size}
              level={2}
              locale={publication}
              label="Harbour"
            />
          </div>
        ))}
      </Part>
      <Part id="kinds">
        <ul className="columns grid gap-8 sm:grid-cols-2 lg:grid-cols-4">
          {stories.map((story) => (
            <li key={story.articleId}>
              <Card story={story} size="column" level={2} locale={publication} label={story.section.name} />
            </li>
          ))}
        </ul>
      </Part>
      <Part id="front">
        <FrontPage
          front={{
            lead: news ?? null,
            second: rest.slice(0, 4),
            briefs: rest.slice(1),
            opinion: { section: CARDS.opinion.section, cards: [CARDS.opinion, CARDS.faceless] },
            mostRead: rest.slice(2),
            sections: [
              { section: CARDS.news.section, cards: rest.slice(0, 5) },
              { section: { name: "City", slug: "city", accent: "" }, cards: rest.slice(0, 4) },
            ],
          }}
          locale={publication}
        />
      </Part>
      <Part id="list">
        <StoryList
          list={{ cards: stories, page: 2, hasOlder: true, tags: [] }}
          at={() => "#"}
          locale={publication}
          labelled
        />
      </Part>
      <Part id="story">
        <StoryPage story={specimenStory()} publication={publication} address="https://paper.example/gallery" />
      </Part>
      <Part id="openings">
        {Object.entries(openings()).map(([name, story]) => (
          <StoryPage key={name} story={story} publication={publication} address={null} />
        ))}
      </Part>
      <Part id="search">
        <SearchForm
          typed="tide"
          order="best"
          filters={FOUND.filters}
          sections={[CARDS.news.section]}
          language={language}
        />
        <div className="gap-x-12 lg:grid lg:grid-cols-[minmax(0,1fr)_16rem]">
          <SearchResults typed="tide" order="best" found={FOUND} locale={publication} />
          <SearchNarrowing typed="tide" order="best" found={FOUND} language={language} />
        </div>
        <div className="mt-10">
          <NothingFound typed="tide in the attic" order="best" found={FOUND_NEAR} locale={publication} />
        </div>
      </Part>
      <Part id="archive">
        <ArchiveYears years={YEARS} locale={publication} />
        <ArchiveTurns
          period={{ year: 2026, month: 3 }}
          earlier={{ year: 2026, month: 2 }}
          later={{ year: 2026, month: 4 }}
          locale={publication}
        />
        <ArchiveParts parts={DAYS} locale={publication} />
      </Part>
      <Part id="profile">
        <Profile byline={BYLINE} language={language} />
      </Part>
      <Part id="corrections">
        <CorrectionList entries={CORRECTIONS} locale={publication} />
      </Part>
      <Part id="history">
        <StoryHistory history={HISTORY} locale={publication} />
      </Part>
      <Part id="states">
        <SavedStories words={words} />
        <NoStories>{words("nothingPublished")}</NoStories>
        <NotFound stories={[]} locale={publication} />
        <GoneStory gone={gone} stories={[]} locale={publication} />
        <NotSetUp language={language} />
      </Part>
    </ReaderFrame>
  );
}

function Part({ id, children }: { id: string; children: ReactNode }) {
  return (
    <section id={id} aria-label={id} className="mt-10 border-t border-dashed border-edge pt-6">
      {children}
    </section>
  );
}
