import { ZodError } from "zod";
import { periodName, periodNamed, spanOf } from "@/domain/archive/archive";
import type { Card, CardPage } from "@/domain/articles/card";
import { correctionsOfPaper } from "@/domain/articles/corrections";
import {
  byByline,
  findByPath,
  firstPublishedIn,
  inSection,
  latest,
  newestInSeries,
  onTopic,
} from "@/domain/articles/published";
import type { Story } from "@/domain/articles/story";
import { type Tag, tag } from "@/domain/events/tags";
import { widestJpeg } from "@/domain/media/asset";
import { readAppearance, readMachines, readPublication } from "@/domain/settings/published";
import { findByline, findSection, findSeries, findTopic } from "@/domain/taxonomy/published";
import { getEnv } from "@/lib/env";
import { log } from "@/lib/log";
import { routes } from "@/lib/routes";
import { wordsOf } from "@/lib/words";
import { fragment, htmlElement } from "@/lib/xml";
import type { Entry, Feed } from "./feed";
import { storyHtml } from "./story-html";

/** How many stories a feed holds. */
const SIZE = 30;

export type FeedRead = { feed: Feed; tags: Tag[] };

/** What a feed is of. */
type Subject = { title: string; description: string; page: string; list: CardPage | null };

/** The feed of all stories; null until the publication has been set up. */
export async function siteFeed(): Promise<FeedRead | null> {
  return feedOf({ title: "", description: "", page: routes.home(), list: await latest(1, SIZE) });
}

/** The feed of a section, by its slug; null where there is no such section. So with the others. */
export async function sectionFeed(slug: string): Promise<FeedRead | null> {
  const section = await findSection(slug);
  if (!section) return null;
  const { name, description } = section;
  return feedOf({ title: name, description, page: routes.section(slug), list: await inSection(section.id, 1, SIZE) });
}

export async function topicFeed(slug: string): Promise<FeedRead | null> {
  const topic = await findTopic(slug);
  if (!topic) return null;
  return feedOf({ title: topic.name, description: "", page: routes.topic(slug), list: await onTopic(topic.id, 1) });
}

export async function seriesFeed(slug: string): Promise<FeedRead | null> {
  const series = await findSeries(slug);
  if (!series) return null;
  const { id, name, description } = series;
  return feedOf({ title: name, description, page: routes.series(slug), list: await newestInSeries(id, SIZE) });
}

export async function bylineFeed(slug: string): Promise<FeedRead | null> {
  const byline = await findByline(slug);
  if (!byline) return null;
  const { id, name, bio } = byline;
  const read = await feedOf({ title: name, description: bio, page: routes.byline(slug), list: await byByline(id, 1) });
  return read && { ...read, tags: [...read.tags, ...byline.tags] };
}

/** The feed of a period, by the parts of its address: "2026", "2026" and "11", "2026" and "11" and "25". */
export async function archiveFeed(...parts: string[]): Promise<FeedRead | null> {
  const [period, publication] = [periodNamed(parts), await readPublication()];
  const list = period && publication && (await firstPublishedIn(spanOf(period, publication.timeZone)));
  if (!list || list.cards.length === 0) return null;
  const { year, month, day } = period;
  const { name, language } = publication;
  const [words, said] = [wordsOf(language), { period: periodName(period, publication) }];
  return feedOf({
    title: words("archiveOf", said),
    description: words("archiveOfDescription", { ...said, name }),
    page: routes.archive(year, month, day),
    list,
  });
}

/** The feed of what was corrected in all the paper. */
export async function correctionsFeed(): Promise<FeedRead | null> {
  const [about, list] = await Promise.all([aboutFeed(), correctionsOfPaper(1, SIZE)]);
  if (!about || !list) return null;
  const { publication, site } = about;
  const words = wordsOf(publication.language);
  const title = words("corrections");
  const subject = {
    title,
    description: words("correctionsDescription", { name: publication.name }),
    page: routes.corrections(),
  };
  const entries = list.entries.map(({ id, kind, text, at, path, headline, language }): Entry => {
    const url = `${site}${path}${kind === "retraction" ? "" : `#correction_${id}`}`;
    return {
      id,
      url,
      title: `${words(kind)}: ${headline}`,
      summary: text,
      html: fragment(htmlElement("p", {}, text), htmlElement("p", {}, htmlElement("a", { href: url }, headline))).xml,
      language: language || undefined,
      publishedAt: at,
      updatedAt: at,
      authors: [],
      categories: [words(kind)],
      picture: null,
    };
  });
  return { feed: about.feedWith(subject, entries), tags: [tag.frame, ...list.tags] };
}

async function feedOf({ list, ...subject }: Subject): Promise<FeedRead | null> {
  const about = await aboutFeed();
  if (!about || !list) return null;
  const { site } = about;
  const tags = [tag.frame, ...list.tags];
  const entries: Entry[] = [];
  // One after the other: a feed is nobody's page to wait for, and readers' requests come between.
  for (const card of list.cards.slice(0, SIZE)) {
    const found = await findByPath(card.path).catch(withoutBroken);
    if (!found || !("story" in found)) continue;
    tags.push(...found.tags);
    entries.push(entryOf(found.story, card, site));
  }
  return { feed: about.feedWith(subject, entries), tags };
}

/** A story that cannot be read, such as one that a newer version wrote, is left out: the others are told. */
function withoutBroken(error: unknown): null {
  if (!(error instanceof ZodError)) throw error;
  log.error({ err: error }, "A story could not be read for a feed");
  return null;
}

/** What every feed says of the paper; null until it has been set up. */
async function aboutFeed() {
  const [publication, { webSubHub }, { icons }] = await Promise.all([
    readPublication(),
    readMachines(),
    readAppearance(),
  ]);
  if (!publication) return null;
  const site = getEnv().SITE_URL;
  const feedWith = ({ title, description, page }: Omit<Subject, "list">, entries: Entry[]): Feed => ({
    title: title ? `${title} | ${publication.name}` : publication.name,
    description: description || publication.tagline,
    language: publication.language,
    page: `${site}${page}`,
    addresses: {
      rss: `${site}${routes.feed(page, "rss")}`,
      atom: `${site}${routes.feed(page, "atom")}`,
      json: `${site}${routes.feed(page, "json")}`,
    },
    hub: webSubHub || undefined,
    icon: icons.length > 0 ? `${site}${icons.at(-1)?.src}` : undefined,
    entries,
  });
  return { publication, site, feedWith };
}

function entryOf(story: Story, { path, publishedAt, updatedAt, section }: Card, site: string): Entry {
  const url = `${site}${path}`;
  return {
    id: story.articleId,
    url,
    title: story.headline,
    summary: story.standfirst,
    html: storyHtml(story, url),
    language: story.language || undefined,
    publishedAt,
    updatedAt,
    authors: story.bylines.map(({ name, slug }) => ({ name, url: `${site}${routes.byline(slug)}` })),
    categories: [...new Set([section.name, ...story.topics.map(({ name }) => name)])],
    picture: pictureOf(story, site),
  };
}

function pictureOf({ lead }: Story, site: string): Entry["picture"] {
  const file = lead && (widestJpeg(lead.sources, "16x9") ?? widestJpeg(lead.sources));
  if (!file) return null;
  const { alt, caption, credit } = lead;
  return { url: `${site}${file.src}`, width: file.width, height: file.height, alt, caption, credit };
}
