import type { PictureKey } from "@/db/seed/pictures/pictures";
import type { RecordingKey } from "@/db/seed/recordings/recordings";
import { resolved, written } from "@/db/seed/write";
import { type CreditRole, EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import type { Block, Body } from "@/domain/articles/body";
import type { AboutSlug } from "@/domain/settings/about";
import { routes } from "@/lib/routes";
import { slugOf } from "@/lib/slug";
import type { BylineKey } from "./bylines";
import { edition, type StoryKey } from "./edition";
import type { SectionKey, SeriesKey, TopicKey } from "./publication";
import type { Draft, Story, Update } from "./story";

/** The identifiers that rows got when they were put in, by the edition's keys. */
export type Ids = {
  sections: Record<SectionKey, string>;
  topics: Record<TopicKey, string>;
  series: Record<SeriesKey, string>;
  bylines: Record<BylineKey, string>;
  stories: Record<StoryKey, string>;
  /** Of the assets. */
  pictures: Record<PictureKey, string>;
  recordings: Record<RecordingKey, string>;
};

/** What readers see of a story from one moment on. */
export type Version = Pick<Update, "change"> & { hoursAgo: number; content: ReadersContent };

/** The address a byline's page has. */
export function bylineSlug(key: BylineKey): string {
  return slugOf(edition.bylines[key].name);
}

/** The address that a story has once it is published. */
export function storyPath(key: StoryKey): string {
  const { section, slug, headline } = edition.stories[key];
  return `${routes.section(edition.sections[section].slug)}/${slug ?? slugOf(headline)}`;
}

/**
 * The real address for a link as it is written ("story:bridgeShut"); any other address is returned as it is.
 * @throws if the edition has no such page.
 */
export function pathOf(href: string): string {
  const [, kind, key] = /^(story|section|topic|byline|about):(.+)$/.exec(href) ?? [];
  if (!kind || !key) return href;
  if (kind === "story" && key in edition.stories) return storyPath(key as StoryKey);
  if (kind === "section" && key in edition.sections) return routes.section(edition.sections[key as SectionKey].slug);
  if (kind === "topic" && key in edition.topics) return routes.topic(edition.topics[key as TopicKey].slug);
  if (kind === "byline" && key in edition.bylines) return routes.byline(bylineSlug(key as BylineKey));
  if (kind === "about" && key in edition.aboutPages) return routes.about(key);
  throw new Error(`The edition has no page ${href}.`);
}

/** All that readers were ever shown of a story, oldest first. The last is what they see now. */
export function versionsOf(story: Story, ids: Ids): Version[] {
  const versions: Version[] = [{ hoursAgo: story.hoursAgo, content: contentOf(story, ids) }];
  let told = story;
  for (const { hoursLater, change, replace = {}, append = [], ...words } of story.updates ?? []) {
    const body: Block[] = told.body.map((block, index) => written([replace[index] ?? block])[0] ?? block);
    told = { ...told, ...words, body: [...body, ...written(append)] };
    versions.push({ change, hoursAgo: story.hoursAgo - hoursLater, content: contentOf(told, ids) });
  }
  return versions;
}

/** What a page about the paper says, with real addresses. */
export function aboutBody(slug: AboutSlug): Body {
  const none = (key: string): never => {
    throw new Error(`A page about the paper shows no ${key}.`);
  };
  return resolved(written(edition.aboutPages[slug].body), { path: pathOf, assetId: none, articleId: none });
}

/** A story or draft as the content of an article, with real addresses and identifiers. */
export function contentOf(told: Story | Draft, ids: Ids): ReadersContent {
  const assetId = (key: string) => ids.pictures[key as PictureKey] ?? ids.recordings[key as RecordingKey];
  const articleId = (key: string) => {
    if (key in ids.stories) return ids.stories[key as StoryKey];
    throw new Error(`The edition has no story ${key}.`);
  };
  return {
    ...EMPTY_ARTICLE,
    headline: told.headline,
    standfirst: told.standfirst ?? "",
    body: resolved(told.body, { path: pathOf, assetId, articleId }),
    sectionId: told.section ? ids.sections[told.section] : null,
    topicIds: (told.topics ?? []).map((key) => ids.topics[key]),
    bylineIds: (told.bylines ?? []).map((key) => ids.bylines[key]),
    lead: told.lead ? { ...told.lead, assetId: assetId(told.lead.assetId) } : null,
    slug: told.slug ?? "",
    label: told.label ?? "news",
    kicker: told.kicker ?? "",
    language: told.language ?? "",
    credits: Object.entries(told.credits ?? {}).flatMap(([role, keys]) =>
      keys.map((key) => ({ role: role as CreditRole, bylineId: ids.bylines[key] })),
    ),
    relatedIds: (told.related ?? []).map(articleId),
    seriesId: told.series ? ids.series[told.series] : null,
    translationOf: told.translationOf ? articleId(told.translationOf) : null,
    review: told.review ?? null,
    search: { title: told.search?.title ?? "", description: told.search?.description ?? "" },
    share: {
      title: told.share?.title ?? "",
      description: told.share?.description ?? "",
      assetId: told.share?.picture ? ids.pictures[told.share.picture] : null,
    },
  };
}
