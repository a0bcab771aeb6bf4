import { asc, eq } from "drizzle-orm";
import { among, prepared } from "@/db/prepared";
import {
  bylines,
  corrections,
  revisionBylines,
  revisionCredits,
  revisionRelated,
  type revisions,
  revisionTopics,
  sections,
  topics,
} from "@/db/schema";
import { type Tag, tag } from "@/domain/events/tags";
import { picturesForReaders, playedForReaders, tagsOfShown } from "@/domain/media/for-readers";
import { playedSources } from "@/domain/media/played";
import { sourcesOf } from "@/domain/media/sources";
import { inOrder } from "@/lib/in-order";
import { ArticleContent, assetIdsIn, CREDIT_ROLES, ReadersContent } from "./article";
import { articlesIn, LeadUse } from "./body";
import { tagsOfCards } from "./card";
import { cardsOfArticles } from "./cards";
import { type Lookups, tellStory } from "./enhance";
import { placeInSeries, translationsOf } from "./neighbours";
import type { Credits, Story, Writer } from "./story";

/** What a revision says that readers saw. */
export async function contentOf(revision: typeof revisions.$inferSelect): Promise<ReadersContent> {
  return ReadersContent.parse(await saidBy(revision));
}

/** What a revision says, as a draft says it: with what was suggested in it. */
export async function draftOf(revision: typeof revisions.$inferSelect): Promise<ArticleContent> {
  return ArticleContent.parse(await saidBy(revision));
}

const topicsOfRevision = prepared((db, given) =>
  db
    .select({ id: revisionTopics.topicId })
    .from(revisionTopics)
    .where(eq(revisionTopics.revisionId, given("revisionId")))
    .orderBy(asc(revisionTopics.position)),
);

const bylinesOfRevision = prepared((db, given) =>
  db
    .select({ id: revisionBylines.bylineId })
    .from(revisionBylines)
    .where(eq(revisionBylines.revisionId, given("revisionId")))
    .orderBy(asc(revisionBylines.position)),
);

const creditsOfRevision = prepared((db, given) =>
  db
    .select({ role: revisionCredits.role, bylineId: revisionCredits.bylineId })
    .from(revisionCredits)
    .where(eq(revisionCredits.revisionId, given("revisionId")))
    .orderBy(asc(revisionCredits.position)),
);

const relatedOfRevision = prepared((db, given) =>
  db
    .select({ id: revisionRelated.articleId })
    .from(revisionRelated)
    .where(eq(revisionRelated.revisionId, given("revisionId")))
    .orderBy(asc(revisionRelated.position)),
);

async function saidBy(revision: typeof revisions.$inferSelect) {
  const { id: revisionId, leadAssetId, leadUse } = revision;
  const [about, written, credited, related] = await Promise.all([
    topicsOfRevision({ revisionId }),
    bylinesOfRevision({ revisionId }),
    creditsOfRevision({ revisionId }),
    relatedOfRevision({ revisionId }),
  ]);
  return {
    headline: revision.headline,
    standfirst: revision.standfirst,
    body: revision.body,
    sectionId: revision.sectionId,
    topicIds: about.map(({ id }) => id),
    bylineIds: written.map(({ id }) => id),
    lead: leadAssetId ? { assetId: leadAssetId, ...LeadUse.parse(leadUse) } : null,
    slug: revision.slug,
    search: { title: revision.searchTitle, description: revision.searchDescription },
    share: { title: revision.shareTitle, description: revision.shareDescription, assetId: revision.shareAssetId },
    label: revision.label,
    kicker: revision.kicker,
    language: revision.language,
    credits: credited,
    relatedIds: related.map(({ id }) => id),
    seriesId: revision.seriesId,
    translationOf: revision.translationOf,
    review: revision.review,
  };
}

/**
 * The page of an article that says this: what it refers to is looked up, of other articles nothing but what is live.
 * @returns the page, and what it depends on.
 */
export async function tell(
  content: ReadersContent,
  standing: Pick<
    Lookups,
    "articleId" | "path" | "publishedAt" | "updatedAt" | "seenSince" | "retraction" | "hasHistory"
  >,
): Promise<{ story: Story; tags: Tag[] }> {
  const { articleId } = standing;
  const peopleIds = [...content.bylineIds, ...content.credits.map(({ bylineId }) => bylineId)];
  const assetIds = assetIdsIn(content);
  const otherIds = [...content.relatedIds, ...articlesIn(content.body)].filter((id) => id !== articleId);
  const original = content.translationOf ?? articleId;
  const [section, about, people, pictures, played, cards, series, translations, corrected] = await Promise.all([
    content.sectionId ? sectionById({ id: content.sectionId }) : [],
    topicsById({ ids: content.topicIds }),
    peopleOf(peopleIds, content.label === "opinion"),
    sourcesOf(assetIds).then(picturesForReaders),
    playedSources(assetIds).then(playedForReaders),
    cardsOfArticles(otherIds),
    content.seriesId ? placeInSeries(content.seriesId, articleId) : null,
    translationsOf(articleId, original),
    correctionsOf({ articleId }),
  ]);
  const story = tellStory(content, {
    ...standing,
    section: section[0] ?? null,
    topics: inOrder(content.topicIds, about),
    bylines: inOrder(content.bylineIds, people),
    credits: creditsOf(content.credits, people),
    corrections: corrected,
    series,
    translations,
    pictures,
    played,
    cards,
  });
  const tags = [
    tag.article(articleId),
    tag.article(original),
    ...otherIds.map(tag.article),
    ...tagsOfCards([...cards.values()]),
    ...peopleIds.map(tag.profile),
    ...(content.seriesId ? [tag.series(content.seriesId)] : []),
    ...(content.share.assetId ? [tag.asset(content.share.assetId)] : []),
    ...tagsOfShown([...pictures.values(), ...played.values(), ...people.map(({ portrait }) => portrait)]),
  ];
  return { story, tags: [...new Set(tags)] };
}

const sectionById = prepared((db, given) =>
  db
    .select({ id: sections.id, name: sections.name, slug: sections.slug, accent: sections.accent })
    .from(sections)
    .where(eq(sections.id, given("id"))),
);

const topicsById = prepared((db, given) =>
  db
    .select({ id: topics.id, name: topics.name, slug: topics.slug })
    .from(topics)
    .where(among(topics.id, given("ids"))),
);

const bylinesById = prepared((db, given) =>
  db
    .select({
      id: bylines.id,
      name: bylines.name,
      slug: bylines.slug,
      title: bylines.title,
      portraitAssetId: bylines.portraitAssetId,
    })
    .from(bylines)
    .where(among(bylines.id, given("ids"))),
);

/** People by their ids, with their portraits where those are shown. */
async function peopleOf(ids: readonly string[], withPortraits: boolean): Promise<Writer[]> {
  const rows = await bylinesById({ ids: [...new Set(ids)] });
  const portraits = withPortraits
    ? await sourcesOf(
        rows.flatMap(({ portraitAssetId }) => portraitAssetId ?? []),
        ["1x1"],
      ).then(picturesForReaders)
    : new Map();
  return rows.map(({ portraitAssetId, ...person }) => ({
    ...person,
    portrait: portraits.get(portraitAssetId) ?? null,
  }));
}

/** Who did what, the kinds of work in the order of the house. */
function creditsOf(credits: ReadersContent["credits"], people: readonly Writer[]): Credits[] {
  return CREDIT_ROLES.map((role) => {
    const ids = credits.filter((credit) => credit.role === role).map(({ bylineId }) => bylineId);
    return { role, people: inOrder(ids, people).map(({ portrait, ...person }) => person) };
  }).filter(({ people }) => people.length > 0);
}

const correctionsOf = prepared((db, given) =>
  db
    .select({
      id: corrections.id,
      kind: corrections.kind,
      text: corrections.text,
      place: corrections.place,
      publishedAt: corrections.publishedAt,
    })
    .from(corrections)
    .where(eq(corrections.articleId, given("articleId")))
    .orderBy(asc(corrections.publishedAt), asc(corrections.id)),
);
