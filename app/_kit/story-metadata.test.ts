import { expect, test } from "vitest";
import { EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import { type Lookups, tellStory } from "@/domain/articles/enhance";
import { lookups } from "@/domain/testing/lookups";
import { storyMetadata } from "./story-metadata";

const publication = { name: "The Test", tagline: "", timeZone: "Europe/Helsinki", language: "en-GB" };
const said = (content: Partial<ReadersContent>, known: Partial<Lookups> = {}) =>
  storyMetadata(
    tellStory({ ...EMPTY_ARTICLE, headline: "The bridge", ...content }, lookups({ path: "/harbour/bridge", ...known })),
    publication,
  );
const arabic = { path: "/harbour/jisr", headline: "الجسر", language: "ar-EG", isOriginal: false };
const english = { path: "/harbour/bridge", headline: "The bridge", language: "", isOriginal: true };

test("a story names itself in every language it is live in, and its original for everyone else", () => {
  expect(said({}, { translations: [arabic] }).alternates).toMatchObject({
    canonical: "/harbour/bridge",
    languages: { "en-GB": "/harbour/bridge", "ar-EG": "/harbour/jisr", "x-default": "/harbour/bridge" },
  });
  const translation = said({ language: "ar-EG" }, { path: "/harbour/jisr", translations: [english] });
  expect(translation.alternates).toMatchObject({
    canonical: "/harbour/jisr",
    languages: { "en-GB": "/harbour/bridge", "ar-EG": "/harbour/jisr", "x-default": "/harbour/bridge" },
  });
  expect(translation.openGraph).toMatchObject({ locale: "ar_EG", alternateLocale: ["en_GB"] });
  expect(said({}).alternates?.languages).toBeUndefined();
});

test("of two in one language the story itself counts, then the first", () => {
  const other = { ...english, path: "/harbour/bridge-again", isOriginal: false };
  const finnish = { ...arabic, language: "fi" };
  const { languages } =
    said({}, { translations: [other, finnish, { ...finnish, path: "/harbour/silta" }] }).alternates ?? {};
  expect(languages).toMatchObject({ "en-GB": "/harbour/bridge", fi: "/harbour/jisr" });
});

test("search engines may show its picture large, and share cards tell its times with the zone's offset", () => {
  const at = { publishedAt: new Date("2026-03-29T00:59:00Z"), updatedAt: new Date("2026-03-29T01:00:00Z") };
  const head = said({}, at);
  expect(head.robots).toMatchObject({ "max-image-preview": "large" });
  expect(head.openGraph).toMatchObject({
    type: "article",
    publishedTime: "2026-03-29T02:59:00+02:00",
    modifiedTime: "2026-03-29T04:00:00+03:00",
  });
});
