import { describe, expect, it } from "vitest";
import { type PictureKey, pictures } from "@/db/seed/pictures/pictures";
import { recordings } from "@/db/seed/recordings/recordings";
import {
  ArticleContent,
  CORRECTION_KINDS,
  CORRECTION_PLACES,
  filledIn,
  type Label,
  missingForPublication,
} from "@/domain/articles/article";
import { type BlockType, notesIn, plainText } from "@/domain/articles/body";
import { ABOUT_SLUGS, AboutBody } from "@/domain/settings/about";
import { Accent } from "@/domain/settings/appearance";
import { Organisation } from "@/domain/settings/organisation";
import { Particulars } from "@/domain/taxonomy/byline";
import { RESERVED_SEGMENTS } from "@/lib/routes";
import { isSlug } from "@/lib/slug";
import type { SeedByline } from "./bylines";
import { aboutBody, bylineSlug, contentOf, type Ids, pathOf, storyPath, versionsOf } from "./content";
import { edition, type StoryKey } from "./edition";
import { longestIllustratedPath } from "./longest";

/** Each key as its own identifier. */
function sameKeys<Key extends string>(record: Record<Key, unknown>): Record<Key, string> {
  return Object.fromEntries(Object.keys(record).map((key) => [key, key])) as Record<Key, string>;
}

const ids: Ids = {
  sections: sameKeys(edition.sections),
  topics: sameKeys(edition.topics),
  series: sameKeys(edition.series),
  bylines: sameKeys(edition.bylines),
  stories: sameKeys(edition.stories),
  pictures: sameKeys(pictures),
  recordings: sameKeys(recordings),
};
const stories = Object.entries(edition.stories);
const keys = Object.keys(edition.stories) as StoryKey[];
const contents = Object.values(edition.stories).map((story) => contentOf(story, ids));
const words = (key: StoryKey) => plainText(contentOf(edition.stories[key], ids).body).split(/\s+/).length;

const library = new Map<string, (typeof pictures)[PictureKey]>(Object.entries(pictures));

it.each(stories)("%s may be published in all its versions", (_key, story) => {
  for (const { hoursAgo, content } of versionsOf(story, ids)) {
    expect(ArticleContent.parse(content)).toEqual(content);
    expect(missingForPublication(filledIn(content, library))).toEqual([]);
    expect(content.topicIds.length).toBeGreaterThanOrEqual(1);
    expect(content.topicIds.length).toBeLessThanOrEqual(4);
    expect(hoursAgo).toBeGreaterThan(0);
  }
});

it.each(Object.entries(edition.drafts))("the draft %s can be kept", (_key, draft) => {
  const content = contentOf(draft, ids);
  expect(ArticleContent.parse(content)).toEqual(content);
});

it("names only pictures and recordings that are made, and leaves none unused", () => {
  const portraits = Object.values(edition.bylines).flatMap((byline) => byline.portrait ?? []);
  const shown = [...Object.values(edition.stories), ...Object.values(edition.drafts)].flatMap((told) => [
    ...(JSON.stringify(told).match(/(?<="(?:asset|captionsAsset|posterAsset)Id":")[^"]+/g) ?? []),
    ...(told.share?.picture ? [told.share.picture] : []),
  ]);
  expect(new Set([...portraits, ...shown])).toEqual(
    new Set([...(Object.keys(pictures) as PictureKey[]), ...Object.keys(recordings)]),
  );
});

it.each(ABOUT_SLUGS)("the page %s about the paper can be kept, and says something", (slug) => {
  expect(AboutBody.parse(aboutBody(slug))).toEqual(aboutBody(slug));
  expect(plainText(aboutBody(slug)).split(/\s+/).length).toBeGreaterThan(80);
});

it("says who publishes it and who writes it as forms would take it", () => {
  expect(Organisation.parse(edition.organisation)).toMatchObject(edition.organisation);
  for (const { particulars = {} } of Object.values<SeedByline>(edition.bylines)) {
    expect(Particulars.parse(particulars)).toMatchObject(particulars);
  }
});

it("gives each section a colour of its own", () => {
  const accents = Object.values(edition.sections).map(({ accent }) => Accent.parse(accent));
  expect(new Set(accents.filter(Boolean)).size).toBe(accents.length);
});

it("links only to its own pages and to example addresses", () => {
  const told = [...Object.values(edition.stories), ...Object.values(edition.drafts)];
  const texts = [...told.map((one) => contentOf(one, ids)), ...ABOUT_SLUGS.map(aboutBody)];
  const hrefs = texts.flatMap((text) => JSON.stringify(text).match(/(?<="href":")[^"]+/g) ?? []);
  const own = new Set([
    ...keys.map(storyPath),
    ...Object.keys(edition.topics).map((key) => pathOf(`topic:${key}`)),
    ...Object.keys(edition.bylines).map((key) => pathOf(`byline:${key}`)),
    ...Object.keys(edition.sections).map((key) => pathOf(`section:${key}`)),
    ...ABOUT_SLUGS.map((slug) => pathOf(`about:${slug}`)),
  ]);
  expect(hrefs.length).toBeGreaterThan(40);
  expect(
    hrefs.filter(
      (href) => !own.has(href) && !/^(https:\/\/|mailto:.*@)([\w-]+\.)*example(\.(com|org))?(\/|$)/.test(href),
    ),
  ).toEqual([]);
  expect(() => pathOf("story:nowhere")).toThrow("no page");
});

describe("addresses", () => {
  it("are unlike one another", () => {
    const paths = keys.map(storyPath);
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) expect(isSlug(path.split("/")[2] ?? ""), path.split("/")[2]).toBe(true);
  });

  it("take no segment that the product needs", () => {
    for (const { slug } of Object.values(edition.sections)) {
      expect(isSlug(slug), slug).toBe(true);
      expect(RESERVED_SEGMENTS).not.toContain(slug);
    }
    for (const { slug } of Object.values(edition.topics)) expect(isSlug(slug), slug).toBe(true);
    const bylines = (Object.keys(edition.bylines) as (keyof typeof edition.bylines)[]).map(bylineSlug);
    expect(new Set(bylines).size).toBe(bylines.length);
  });
});

describe("the paper", () => {
  it("is big enough to look like one", () => {
    expect(keys.length).toBeGreaterThanOrEqual(34);
    expect(Object.keys(edition.sections)).toHaveLength(6);
    expect(Object.keys(edition.bylines).length).toBeGreaterThanOrEqual(8);
    expect(Object.values(edition.bylines).filter((byline) => byline.staff === null).length).toBeGreaterThanOrEqual(1);
    expect(Object.keys(edition.drafts).length).toBeGreaterThanOrEqual(3);
    expect(Object.values(edition.drafts).filter((draft) => draft.stage === "review")).toHaveLength(1);
  });

  it("has long reads, stories and briefs", () => {
    const lengths = keys.map(words);
    expect(lengths.filter((length) => length >= 1200).length).toBeGreaterThanOrEqual(5);
    expect(lengths.filter((length) => length >= 350 && length < 900).length).toBeGreaterThanOrEqual(12);
    expect(lengths.filter((length) => length <= 220).length).toBeGreaterThanOrEqual(6);
  });

  it("gives each topic and byline several stories", () => {
    for (const topic of Object.keys(edition.topics)) {
      expect(stories.filter(([, story]) => (story.topics as string[]).includes(topic)).length, topic).toBeGreaterThan(
        1,
      );
    }
    for (const byline of Object.keys(edition.bylines)) {
      expect(
        stories.filter(([, story]) => (story.bylines as string[]).includes(byline)).length,
        byline,
      ).toBeGreaterThan(0);
    }
  });

  it("shows every kind of block", () => {
    const every: Record<BlockType, true> = {
      paragraph: true,
      heading: true,
      bulletList: true,
      orderedList: true,
      quote: true,
      pullQuote: true,
      horizontalRule: true,
      picture: true,
      gallery: true,
      quickLinks: true,
      keyPoints: true,
      factBox: true,
      table: true,
      embed: true,
      relatedStories: true,
      audio: true,
      video: true,
      document: true,
    };
    expect(new Set(stories.flatMap(([, story]) => story.body.map((block) => block.type)))).toEqual(
      new Set(Object.keys(every)),
    );
    expect(contents.flatMap(({ body }) => notesIn(body)).length).toBeGreaterThan(0);
  });

  it("has all that an investigation may have in its longest illustrated story", () => {
    const longest = keys.find((key) => storyPath(key) === longestIllustratedPath());
    const has = new Set(longest && edition.stories[longest].body.map((block) => block.type));
    const parts = ["keyPoints", "gallery", "factBox", "table", "embed", "audio", "video", "relatedStories"] as const;
    for (const type of parts) expect(has, type).toContain(type);
    expect(longest && notesIn(contentOf(edition.stories[longest], ids).body).length).toBeGreaterThan(2);
  });

  it("has every kind of journalism, and every way to say what became of a story", () => {
    const labels: Record<Label, true> = {
      news: true,
      analysis: true,
      opinion: true,
      interview: true,
      review: true,
      sponsored: true,
    };
    expect(new Set(contents.map(({ label }) => label))).toEqual(new Set(Object.keys(labels)));
    expect(contents.filter(({ review }) => review?.rating).length).toBeGreaterThan(1);
    expect(contents.filter(({ seriesId }) => seriesId === "nightShift")).toHaveLength(3);
    expect(contents.filter(({ translationOf, language }) => translationOf && language === "ar")).toHaveLength(1);
    expect(new Set(contents.flatMap(({ credits }) => credits.map(({ role }) => role))).size).toBeGreaterThan(3);
    const corrections = stories.flatMap(([, { updates = [] }]) =>
      updates.flatMap(({ change }) => (change && "place" in change ? [change] : [])),
    );
    expect(new Set(corrections.map(({ place }) => place))).toEqual(new Set(CORRECTION_PLACES));
    expect(new Set(corrections.map(({ kind }) => kind))).toEqual(new Set(CORRECTION_KINDS));
  });

  it("covers about three weeks and has had changes, and one story is years old", () => {
    const hours = stories.map(([, story]) => story.hoursAgo);
    const recent = hours.filter((ago) => ago < 60 * 24);
    expect(Math.min(...recent)).toBeLessThan(6);
    expect(Math.max(...recent)).toBeGreaterThan(18 * 24);
    expect(hours.filter((ago) => ago > 2 * 366 * 24)).toHaveLength(1);
    expect(recent.length).toBe(hours.length - 1);
    expect(new Set(hours).size).toBe(hours.length);
    expect(stories.filter(([, story]) => story.updates).length).toBeGreaterThanOrEqual(3);
  });
});
