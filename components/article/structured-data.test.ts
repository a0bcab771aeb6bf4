import { describe, expect, test } from "vitest";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { tellStory } from "@/domain/articles/enhance";
import { Particulars } from "@/domain/taxonomy/byline";
import { lookups } from "@/domain/testing/lookups";
import { breadcrumbs, newsArticle, profilePage, webSite } from "./structured-data";

const publication = { name: "The Test", tagline: "", timeZone: "Europe/Helsinki", language: "en-GB" };
const site = "https://paper.example";
const crop = (name: string, width: number, height: number) => ({
  width,
  height,
  avif: [],
  webp: [],
  jpeg: [{ src: `/media/${name}.jpg`, width, height }],
});
const pictures = new Map([
  [
    "a",
    {
      assetId: "a",
      alt: null,
      placeholder: "data:,",
      crops: {
        whole: crop("whole", 1600, 1000),
        "1x1": crop("square", 1000, 1000),
        "4x3": crop("four", 1200, 900),
        "16x9": crop("wide", 1200, 675),
      },
    },
  ],
]);

function story(publishedAt: Date, updatedAt: Date) {
  const lead = { assetId: "a", alt: "A pier", caption: "The pier", credit: "Jane Roe" };
  return tellStory(
    { ...EMPTY_ARTICLE, headline: "The bridge reopens", standfirst: "At last.", lead },
    lookups({
      path: "/harbour/bridge",
      section: { id: "s1", name: "Harbour", slug: "harbour" },
      topics: [{ id: "t1", name: "Bridges", slug: "bridges" }],
      bylines: [{ id: "b1", name: "Aino Salo", slug: "aino-salo", title: "Reporter", portrait: null }],
      publishedAt,
      updatedAt,
      pictures,
    }),
  );
}

describe("a news article for machines", () => {
  const data = newsArticle(
    story(new Date("2026-03-29T00:59:00Z"), new Date("2026-03-29T01:00:00Z")),
    publication,
    site,
  );

  test("gives its times with the zone's offset, on both sides of a change of clocks", () => {
    expect(data).toMatchObject({
      datePublished: "2026-03-29T02:59:00+02:00",
      dateModified: "2026-03-29T04:00:00+03:00",
    });
  });

  test("names its writers, its publisher and its address in full", () => {
    expect(data).toMatchObject({
      url: "https://paper.example/harbour/bridge",
      author: [{ name: "Aino Salo", url: "https://paper.example/bylines/aino-salo", jobTitle: "Reporter" }],
      publisher: { name: "The Test", url: "https://paper.example/" },
      articleSection: "Harbour",
      keywords: ["Bridges"],
    });
  });

  test("has its picture in three shapes", () => {
    expect(data).toMatchObject({
      image: [
        { url: "https://paper.example/media/square.jpg", width: "1000", height: "1000", creditText: "Jane Roe" },
        { url: "https://paper.example/media/four.jpg", width: "1200", height: "900" },
        { url: "https://paper.example/media/wide.jpg", width: "1200", height: "675" },
      ],
    });
  });

  test("stands in its section on the front", () => {
    const at = new Date(0);
    expect(breadcrumbs(story(at, at), publication, site).itemListElement).toMatchObject([
      { position: 1, name: "The Test", item: "https://paper.example/" },
      { position: 2, name: "Harbour", item: "https://paper.example/harbour" },
      { position: 3, name: "The bridge reopens" },
    ]);
  });
});

test("the front names the publication, and a profile the person whom stories name", () => {
  expect(webSite(publication, site)).toMatchObject({
    "@type": "WebSite",
    name: "The Test",
    url: "https://paper.example/",
  });
  const particulars = Particulars.parse({});
  const byline = { id: "1", slug: "aino-salo", name: "Aino Salo", title: "", bio: "Covers bridges.", particulars };
  const portrait = pictures.get("a") ?? null;
  expect(profilePage({ ...byline, portrait }, publication, site).mainEntity).toMatchObject({
    name: "Aino Salo",
    url: "https://paper.example/bylines/aino-salo",
    jobTitle: undefined,
    image: "https://paper.example/media/square.jpg",
  });
  expect(profilePage({ ...byline, portrait: null }, publication, site).mainEntity).toMatchObject({ image: undefined });
});
