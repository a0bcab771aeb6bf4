import type { Event } from "./event";

/**
 * What a page depends on, as short words. A page that is kept carries the tags of all that it read; an event touches the
 * tags of all that it changed; whatever carries a touched tag is made anew. Neither side knows the other.
 */
export type Tag = string;

export const tag = {
  /** Everything there is. */
  all: "*",
  /** What stands on every page: settings, sections, the names of topics, the pages about the paper. */
  frame: "frame",
  /** Which stories are live, whatever their section: the front, the latest, feeds and sitemaps, search. */
  stories: "stories",
  /** By which words stories are found, where those are not the stories' own: the names they carry. */
  search: "search",
  /** Which stories are read most. */
  ranking: "ranking",
  /** What the newsroom wrote of addresses that no page has. */
  redirects: "redirects",
  /** Who is on the staff, and as what. */
  staff: "staff",
  /** One story: its page, and its card wherever that stands. */
  article: (id: string) => `a:${id}`,
  /** Which stories stand in a section, are about a topic, are credited to a byline, belong to a series. */
  section: (id: string) => `s:${id}`,
  topic: (id: string) => `t:${id}`,
  byline: (id: string) => `b:${id}`,
  series: (id: string) => `r:${id}`,
  /** Who a byline is: the name under a story, the profile. */
  profile: (id: string) => `p:${id}`,
  /** What the library says of a picture. */
  asset: (id: string) => `m:${id}`,
} as const;

const UNTIL = "until:";

/** In place of a tag: until when something is right. No event touches it; what carries it ends then by itself. */
export function tagUntil(at: Date): Tag {
  return `${UNTIL}${at.getTime()}`;
}

/** The instant at which something ends to be right, of a tag that says so; null for any other. */
export function instantIn(one: Tag): Date | null {
  return one.startsWith(UNTIL) ? new Date(Number(one.slice(UNTIL.length))) : null;
}

/** What an event of an article says of where its story stood and stands now. */
export type Standing = {
  sectionIds: string[];
  topicIds: string[];
  bylineIds: string[];
  seriesIds: string[];
  /** The articles of which it was or is a translation: they lead to it. */
  originalIds: string[];
};

/** What an event of an asset says of what readers see that shows it: stories, portraits, the paper's logo or icon. */
export type Showing = { articleIds: string[]; bylineIds: string[]; isMark: boolean };

const NOTHING: readonly Tag[] = [];

/** The tags that an event touches. Pure: whoever commits the event has thereby said what is to be made anew. */
export function tagsFor({ verb, subjectId, data = {} }: Pick<Event, "verb" | "subjectId"> & { data?: object }): Tag[] {
  switch (verb) {
    case "article.published":
    case "article.updated":
    case "article.unpublished":
    case "article.corrected":
    case "article.retracted":
    case "article.taken-down":
    case "article.lifted":
      return [tag.stories, tag.article(subjectId), ...standingTags(data as Partial<Standing>)];
    case "redirect.created":
    case "redirect.edited":
    case "redirect.removed":
      return [tag.redirects];
    case "asset.edited":
    case "asset.replaced":
    case "asset.cropped":
    case "asset.rendered":
    case "asset.rights-lapsed":
      return [tag.asset(subjectId), ...showingTags(data as Partial<Showing>)];
    case "byline.edited":
      return [tag.profile(subjectId), tag.search];
    case "search.indexed":
      return [tag.search];
    case "series.edited":
      return [tag.series(subjectId)];
    case "staff.role-changed":
    case "staff.disabled":
    case "staff.enabled":
      return [tag.staff];
    case "ranking.changed":
      return [tag.ranking];
    case "section.created":
    case "section.edited":
    case "section.moved":
    case "topic.edited":
    case "about.edited":
    case "settings.created":
    case "settings.edited":
      return [tag.frame];
    default:
      return [...NOTHING];
  }
}

function showingTags({ articleIds = [], bylineIds = [], isMark = false }: Partial<Showing>): Tag[] {
  return [...articleIds.map(tag.article), ...bylineIds.map(tag.profile), ...(isMark ? [tag.frame] : [])];
}

function standingTags({ sectionIds, topicIds, bylineIds, seriesIds, originalIds }: Partial<Standing>): Tag[] {
  // An event from before standings were written down may have touched any list.
  if (!sectionIds || !topicIds || !bylineIds || !seriesIds || !originalIds) return [tag.all];
  return [
    ...sectionIds.map(tag.section),
    ...topicIds.map(tag.topic),
    ...bylineIds.map(tag.byline),
    ...seriesIds.map(tag.series),
    ...originalIds.map(tag.article),
  ];
}
