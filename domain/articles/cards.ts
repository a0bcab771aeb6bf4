import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { among, prepared } from "@/db/prepared";
import { bylines, permalinks, publications, revisionBylines, revisions, sections } from "@/db/schema";
import { inRegions, type PictureSources, widestJpeg } from "@/domain/media/asset";
import type { Crop } from "@/domain/media/crop";
import { picturesForReaders, tagsOfShown } from "@/domain/media/for-readers";
import { sourcesOf } from "@/domain/media/sources";
import { LeadUse } from "./body";
import type { Card, Credited } from "./card";
import { isLive } from "./live";

/** The crops in which a card's picture is shown, by lists, fronts and feeds. */
const CARD_CROPS: readonly Crop[] = ["16x9", "4x3"];

const liveCards = prepared((db, given) =>
  db
    .select({
      publicationId: publications.id,
      articleId: publications.articleId,
      revisionId: publications.revisionId,
      publishedAt: publications.firstPublishedAt,
      updatedAt: publications.updatedAt,
      retractedAt: publications.retractedAt,
      headline: revisions.headline,
      standfirst: revisions.standfirst,
      label: revisions.label,
      kicker: revisions.kicker,
      language: revisions.language,
      leadAssetId: revisions.leadAssetId,
      leadUse: revisions.leadUse,
      path: permalinks.path,
      section: { name: sections.name, slug: sections.slug, accent: sections.accent },
    })
    .from(publications)
    .innerJoin(revisions, eq(revisions.id, publications.revisionId))
    .innerJoin(sections, eq(sections.id, publications.sectionId))
    .innerJoin(permalinks, and(eq(permalinks.articleId, publications.articleId), isNull(permalinks.retiredAt)))
    .where(and(among(publications.id, given("ids")), isLive)),
);

/**
 * The cards of these publications, in the order of the ids, in six queries at most however many they are. A publication that
 * has ended is left out: this is the one place where a list's stories are read, and it reads what is live.
 */
export async function cardsOf(publicationIds: readonly string[]): Promise<Card[]> {
  if (publicationIds.length === 0) return [];
  const rows = await liveCards({ ids: publicationIds });
  const [credited, pictures] = await Promise.all([
    bylinesOf(rows.map((row) => row.revisionId)),
    sourcesOf(
      rows.flatMap((row) => row.leadAssetId ?? []),
      CARD_CROPS,
    ).then(picturesForReaders),
  ]);
  const opinions = rows.flatMap(({ label, revisionId }) => (label === "opinion" ? revisionId : []));
  const portraits = await portraitsOf(opinions);
  const cards = new Map(
    rows.map(({ revisionId, leadAssetId, leadUse, label, retractedAt, ...row }): [string, Card] => {
      const face = portraits.get(revisionId) ?? null;
      const picture = leadAssetId ? pictures.get(leadAssetId) : undefined;
      return [
        row.publicationId,
        {
          ...row,
          isRetracted: retractedAt !== null,
          label: label as Card["label"],
          bylines: credited.get(revisionId) ?? [],
          picture: picture && widestJpeg(picture, "16x9") ? usedAs(LeadUse.parse(leadUse), picture) : null,
          portrait: face && widestJpeg(face, "1x1") ? face : null,
          pictureTags: tagsOfShown([picture, face]),
        },
      ];
    }),
  );
  return publicationIds.flatMap((id) => cards.get(id) ?? []);
}

function usedAs(use: LeadUse, picture: PictureSources): Card["picture"] {
  return { sources: inRegions(picture, use.crops), alt: use.alt ?? picture.alt ?? "" };
}

const portraitIds = prepared((db, given) =>
  db
    .select({ revisionId: revisionBylines.revisionId, assetId: bylines.portraitAssetId })
    .from(revisionBylines)
    .innerJoin(bylines, eq(bylines.id, revisionBylines.bylineId))
    .where(among(revisionBylines.revisionId, given("revisionIds")))
    .orderBy(desc(revisionBylines.position)),
);

/** The face of the first of a revision's bylines that has one, for each of these revisions. */
async function portraitsOf(revisionIds: readonly string[]): Promise<Map<string, PictureSources>> {
  if (revisionIds.length === 0) return new Map();
  const rows = await portraitIds({ revisionIds });
  const faces = await sourcesOf(
    rows.flatMap(({ assetId }) => assetId ?? []),
    ["1x1"],
  ).then(picturesForReaders);
  return new Map(
    rows.flatMap(({ revisionId, assetId }) => {
      const face = assetId && faces.get(assetId);
      return face && (face.isWithheld || widestJpeg(face, "1x1")) ? [[revisionId, face]] : [];
    }),
  );
}

const liveOf = prepared((db, given) =>
  db
    .select({ id: publications.id })
    .from(publications)
    .where(and(among(publications.articleId, given("articleIds")), isLive)),
);

/** The cards of those of these articles that are live, by the article's id. */
export async function cardsOfArticles(articleIds: readonly string[]): Promise<Map<string, Card>> {
  const ids = articleIds.length > 0 ? await liveOf({ articleIds }) : [];
  const cards = await cardsOf(ids.map(({ id }) => id));
  return new Map(cards.map((card) => [card.articleId, card]));
}

const creditedIn = prepared((db, given) =>
  db
    .select({
      revisionId: revisionBylines.revisionId,
      id: bylines.id,
      name: bylines.name,
      slug: bylines.slug,
      title: bylines.title,
    })
    .from(revisionBylines)
    .innerJoin(bylines, eq(bylines.id, revisionBylines.bylineId))
    .where(among(revisionBylines.revisionId, given("revisionIds")))
    .orderBy(asc(revisionBylines.revisionId), asc(revisionBylines.position)),
);

/** Who is credited with each of these revisions, in order. */
export async function bylinesOf(revisionIds: readonly string[]): Promise<Map<string, Credited[]>> {
  const credited = new Map<string, Credited[]>();
  if (revisionIds.length === 0) return credited;
  const rows = await creditedIn({ revisionIds });
  for (const { revisionId, ...byline } of rows) {
    credited.set(revisionId, [...(credited.get(revisionId) ?? []), byline]);
  }
  return credited;
}
