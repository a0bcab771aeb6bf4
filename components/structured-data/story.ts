import type {
  Article,
  CreativeWork,
  CreativeWorkSeries,
  Person,
  Review as ReviewData,
  Thing,
  WithContext,
} from "schema-dts";
import type { CreditRole, Label, Review } from "@/domain/articles/article";
import type { Story, Translation } from "@/domain/articles/story";
import { routes } from "@/lib/routes";
import { isoInZone } from "@/lib/time";
import { breadcrumbs } from "./lists";
import { imagesOf, playedIn } from "./media";
import { type Paper, publisher } from "./paper";
import { type KnownPeople, person } from "./people";

/** Each kind of journalism by its type; an interview is news in a form of its own, and what is paid for is no news. */
const TYPES = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  interview: "NewsArticle",
  review: "ReviewNewsArticle",
  sponsored: "AdvertiserContentArticle",
} as const satisfies Record<Label, string>;

/** What a review can be of. Of the rest there is no more to say than that it is something. */
const REVIEWED = {
  book: "Book",
  film: "Movie",
  music: "MusicAlbum",
  performance: "Event",
  exhibition: "ExhibitionEvent",
  restaurant: "Restaurant",
  product: "Product",
  other: "Thing",
} as const satisfies Record<Review["kind"], string>;

/** Those whom schema.org names by what they did; the others contributed, in a role that is told. */
const NAMED_ROLES = { editor: "editor", translator: "translator", producer: "producer" } as const;
const OTHER_ROLES = {
  "fact-checker": "Fact-checker",
  researcher: "Researcher",
  photographer: "Photographer",
  illustrator: "Illustrator",
} as const satisfies Record<Exclude<CreditRole, keyof typeof NAMED_ROLES>, string>;

/**
 * What a story is, for machines.
 * @param known what the profiles of its authors say, as far as it is to be told.
 */
export function newsArticle(story: Story, paper: Paper, known: KnownPeople = new Map()): WithContext<Article> {
  const { headline, standfirst, label, kicker, section, topics, bylines, publishedAt, updatedAt, path } = story;
  const { publication, site } = paper;
  const at = (instant: Date | null) => (instant ? isoInZone(instant, publication.timeZone) : undefined);
  const people = [...bylines, ...story.credits.flatMap((credit) => credit.people)];
  const url = path ? `${site}${path}` : undefined;
  const data = {
    "@context": "https://schema.org" as const,
    "@type": TYPES[label],
    "@id": url && `${url}#story`,
    mainEntityOfPage: url,
    url,
    headline,
    description: story.search.description || standfirst || undefined,
    inLanguage: story.language || publication.language,
    articleSection: section?.name,
    genre: label === "interview" ? "Interview" : undefined,
    keywords: topics.length > 0 ? topics.map((topic) => topic.name) : undefined,
    wordCount: story.words,
    timeRequired: `PT${story.minutes}M`,
    isAccessibleForFree: true,
    datePublished: at(publishedAt),
    dateModified: at(updatedAt),
    author: bylines.map((byline) => person(byline, site, known)),
    ...creditsOf(story, site),
    publisher: publisher(paper),
    sponsor: label === "sponsored" && kicker ? { "@type": "Organization" as const, name: kicker } : undefined,
    image: story.sharePicture ? imagesOf(story.sharePicture, people, paper) : undefined,
    ...playedIn(story.blocks, at(publishedAt), site),
    ...putRight(story, at),
    ...seriesOf(story, site),
    ...translationsOf(story.translations, paper),
    ...reviewOf(story.review),
  };
  return data as WithContext<Article>;
}

/** What was corrected in it; that it is retracted is said so too, since readers of such data look there. */
function putRight({ corrections, retraction }: Story, at: (instant: Date | null) => string | undefined) {
  const told = corrections.map(({ kind, text, publishedAt }) => ({
    "@type": "CorrectionComment" as const,
    name: kind === "correction" ? "Correction" : "Clarification",
    text,
    datePublished: at(publishedAt),
  }));
  const retracted = retraction && {
    "@type": "CorrectionComment" as const,
    name: "Retraction",
    text: retraction.reason,
    datePublished: at(retraction.at),
  };
  const correction = retracted ? [retracted, ...told] : told;
  return {
    correction: correction.length > 0 ? correction : undefined,
    creativeWorkStatus: retraction ? "Retracted" : undefined,
  };
}

/** Where the story stands: the front, its section, itself. */
export function storyBreadcrumbs({ section, headline }: Story, paper: Paper) {
  const shelf = section ? [{ name: section.name, path: routes.section(section.slug) }] : [];
  return breadcrumbs([...shelf, { name: headline }], paper);
}

function creditsOf({ credits }: Story, site: string) {
  const named: Partial<Record<"editor" | "translator" | "producer", Person[]>> = {};
  const contributor: { "@type": "Role"; roleName: string; contributor: Person }[] = [];
  for (const { role, people } of credits) {
    const persons = people.map((one) => person(one, site));
    if (role === "editor" || role === "translator" || role === "producer") named[NAMED_ROLES[role]] = persons;
    else
      for (const one of persons) contributor.push({ "@type": "Role", roleName: OTHER_ROLES[role], contributor: one });
  }
  return { ...named, contributor: contributor.length > 0 ? contributor : undefined };
}

function seriesOf({ series }: Story, site: string): { isPartOf?: CreativeWorkSeries; position?: number } {
  if (!series) return {};
  const url = `${site}${routes.series(series.slug)}`;
  return { isPartOf: { "@type": "CreativeWorkSeries", "@id": url, name: series.name, url }, position: series.part };
}

function translationsOf(translations: readonly Translation[], { publication, site }: Paper) {
  const work = ({ path, headline, language }: Translation): CreativeWork => ({
    "@type": "CreativeWork",
    "@id": `${site}${path}#story`,
    name: headline,
    url: `${site}${path}`,
    inLanguage: language || publication.language,
  });
  // What is a translation says so of its original; only the original says which translations there are.
  const original = translations.find(({ isOriginal }) => isOriginal);
  if (original) return { translationOfWork: work(original) };
  return translations.length > 0 ? { workTranslation: translations.map(work) } : {};
}

function reviewOf(review: Review | null): Pick<Exclude<ReviewData, string>, "reviewRating" | "itemReviewed"> {
  if (!review) return {};
  const { kind, item, rating } = review;
  return {
    itemReviewed: { "@type": REVIEWED[kind], name: item.trim() } as Thing,
    reviewRating:
      rating === null ? undefined : { "@type": "Rating", ratingValue: rating, bestRating: 5, worstRating: 0 },
  };
}
