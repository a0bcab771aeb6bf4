import { describe, expect, test } from "vitest";
import { EMPTY_ARTICLE, type ReadersContent } from "@/domain/articles/article";
import { type Body, firstUseOf } from "@/domain/articles/body";
import { type Lookups, tellStory } from "@/domain/articles/enhance";
import type { Owned, PlayedSource } from "@/domain/media/asset";
import { eachCrop } from "@/domain/media/crop";
import { Particulars } from "@/domain/taxonomy/byline";
import { lookups } from "@/domain/testing/lookups";
import { isoDuration } from "./media";
import { newsArticle, storyBreadcrumbs } from "./story";
import { paper } from "./testing/paper";

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
      ...{ alt: null, caption: "", credit: "" },
      isAnimated: false,
      crops: {
        ...eachCrop(() => crop("unused", 0, 0)),
        whole: crop("whole", 1600, 1000),
        "1x1": crop("square", 1000, 1000),
        "4x3": crop("four", 1200, 900),
        "16x9": crop("wide", 1200, 675),
      },
    },
  ],
]);
const aino = { id: "b1", name: "Aino Salo", slug: "aino-salo", title: "Reporter", portrait: null };
const jane = { id: "b2", name: "Jane Roe", slug: "jane-roe", title: "" };
const lead = { ...firstUseOf({ id: "a" }), alt: "A pier", caption: "The pier", credit: "Jane Roe" };

function story(said: Partial<ReadersContent> = {}, known: Partial<Lookups> = {}) {
  return tellStory(
    { ...EMPTY_ARTICLE, headline: "The bridge reopens", standfirst: "At last.", lead, ...said },
    lookups({
      path: "/harbour/bridge",
      section: { id: "s1", name: "Harbour", slug: "harbour", accent: "" },
      topics: [{ id: "t1", name: "Bridges", slug: "bridges" }],
      bylines: [aino],
      publishedAt: new Date("2026-03-29T00:59:00Z"),
      updatedAt: new Date("2026-03-29T01:00:00Z"),
      pictures,
      ...known,
    }),
  );
}

const told = (...given: Parameters<typeof story>) => newsArticle(story(...given), paper());

describe("a story for machines", () => {
  test("gives its times with the zone's offset, on both sides of a change of clocks", () => {
    expect(told()).toMatchObject({
      datePublished: "2026-03-29T02:59:00+02:00",
      dateModified: "2026-03-29T04:00:00+03:00",
    });
  });

  test("names its writers with what their profiles say, its publisher and its address in full", () => {
    const particulars = Particulars.parse({
      expertise: ["Bridges"],
      links: [{ label: "Elsewhere", url: "https://social.example/@aino" }],
      email: "aino@paper.example",
    });
    const data = newsArticle(story(), paper(), new Map([["b1", particulars]]));
    expect(data).toMatchObject({
      url: "https://paper.example/harbour/bridge",
      author: [
        {
          "@type": "Person",
          name: "Aino Salo",
          url: "https://paper.example/bylines/aino-salo",
          jobTitle: "Reporter",
          knowsAbout: ["Bridges"],
          sameAs: ["https://social.example/@aino"],
        },
      ],
      publisher: { "@type": "NewsMediaOrganization", name: "The Test", url: "https://paper.example/" },
      articleSection: "Harbour",
      keywords: ["Bridges"],
    });
    // An address to write to is given on the profile alone.
    expect(JSON.stringify(data)).not.toContain("aino@");
  });

  test.each([
    ["news", "NewsArticle"],
    ["analysis", "AnalysisNewsArticle"],
    ["opinion", "OpinionNewsArticle"],
    ["interview", "NewsArticle"],
    ["review", "ReviewNewsArticle"],
    ["sponsored", "AdvertiserContentArticle"],
  ] as const)("says what kind of journalism it is: %s", (label, type) => {
    expect(told({ label })["@type" as never]).toBe(type);
  });

  test("says who paid for it, where somebody did", () => {
    const paid = { label: "sponsored", kicker: "Ostmere Ferries" } as const;
    expect(told(paid)).toMatchObject({ sponsor: { "@type": "Organization", name: "Ostmere Ferries" } });
    expect(told({ kicker: "The ferries" })).toMatchObject({ sponsor: undefined });
  });

  test("names those who had a part in it by what they did", () => {
    const credits = [
      { role: "editor" as const, people: [{ ...jane, name: "Ed" }] },
      { role: "photographer" as const, people: [jane] },
    ];
    expect(told({}, { credits })).toMatchObject({
      editor: [{ "@type": "Person", name: "Ed" }],
      contributor: [{ "@type": "Role", roleName: "Photographer", contributor: { name: "Jane Roe" } }],
    });
  });

  test("tells what was put right, and when", () => {
    const corrections = [
      { id: "c", kind: "correction", text: "It is <5> metres.", place: "end", publishedAt: new Date(0) },
    ] as const;
    expect(told({}, { corrections: [...corrections] })).toMatchObject({
      correction: [
        { "@type": "CorrectionComment", text: "It is <5> metres.", datePublished: "1970-01-01T02:00:00+02:00" },
      ],
    });
  });

  test("a retracted story says so, and why", () => {
    const retraction = { at: new Date(0), reason: "Its sources were one." };
    expect(told({}, { retraction })).toMatchObject({
      creativeWorkStatus: "Retracted",
      correction: [{ "@type": "CorrectionComment", name: "Retraction", text: "Its sources were one." }],
    });
    expect(told({})).toMatchObject({ creativeWorkStatus: undefined });
  });

  test("tells its place in a series, and its own language", () => {
    const series = { name: "The winter", slug: "winter", part: 2, of: 3, previous: null, next: null };
    expect(told({ language: "ar" }, { series })).toMatchObject({
      inLanguage: "ar",
      position: 2,
      isPartOf: { "@type": "CreativeWorkSeries", name: "The winter", url: "https://paper.example/series/winter" },
    });
  });

  test("an original names its translations, and a translation its original", () => {
    const arabic = { path: "/harbour/jisr", headline: "الجسر", language: "ar", isOriginal: false };
    const english = { path: "/harbour/bridge", headline: "The bridge", language: "", isOriginal: true };
    const original = told({}, { translations: [arabic] });
    expect(original).toMatchObject({
      workTranslation: [{ url: "https://paper.example/harbour/jisr", inLanguage: "ar" }],
    });
    const translation = told({}, { translations: [arabic, english] });
    expect(translation).toMatchObject({ translationOfWork: { name: "The bridge", inLanguage: "en-GB" } });
    expect(translation).not.toHaveProperty("workTranslation");
  });

  test("a review says what it is of and how good that is", () => {
    const review = { kind: "book", item: " Low Water ", rating: 3.5 } as const;
    expect(told({ label: "review", review })).toMatchObject({
      itemReviewed: { "@type": "Book", name: "Low Water" },
      reviewRating: { ratingValue: 3.5, bestRating: 5, worstRating: 0 },
    });
    expect(told({ label: "review", review: { ...review, rating: null } })).toMatchObject({ reviewRating: undefined });
  });

  test("stands in its section on the front", () => {
    expect(storyBreadcrumbs(story(), paper()).itemListElement).toMatchObject([
      { position: 1, name: "The Test", item: "https://paper.example/" },
      { position: 2, name: "Harbour", item: "https://paper.example/harbour" },
      { position: 3, name: "The bridge reopens", item: undefined },
    ]);
  });
});

describe("the picture of a story for machines", () => {
  test("is given in three shapes", () => {
    expect(told()).toMatchObject({
      image: [
        { contentUrl: "https://paper.example/media/square.jpg", width: "1000", height: "1000" },
        { contentUrl: "https://paper.example/media/four.jpg", width: "1200", height: "900" },
        { contentUrl: "https://paper.example/media/wide.jpg", width: "1200", height: "675" },
      ],
    });
  });

  const imageOf = (credit: string, known: Partial<Lookups> = {}, of = paper()) =>
    (newsArticle(story({ lead: { ...lead, credit } }, known), of) as unknown as { image: object[] }).image[0];

  test("says who made it and whose it is, as far as its credit tells", () => {
    expect(imageOf("Photograph: Jane Roe/Low Quay Press")).toMatchObject({
      creditText: "Photograph: Jane Roe/Low Quay Press",
      creator: { "@type": "Person", name: "Jane Roe" },
      copyrightNotice: "© Low Quay Press",
    });
    // One name may be a person's or an agency's.
    expect(imageOf("Low Quay Press")).toMatchObject({ creator: undefined, copyrightNotice: "© Low Quay Press" });
    expect(imageOf("")).toMatchObject({ creditText: undefined, creator: undefined, copyrightNotice: undefined });
  });

  test("leads to its maker where the story credits them, and to the paper for what is its own", () => {
    const credits = [{ role: "photographer" as const, people: [jane] }];
    expect(imageOf("Jane Roe", { credits })).toMatchObject({
      creator: { "@type": "Person", url: "https://paper.example/bylines/jane-roe" },
    });
    const about = [{ slug: "contact" as const, title: "Contact" }];
    expect(imageOf("Jane Roe/The Test", {}, paper({ about }))).toMatchObject({
      acquireLicensePage: "https://paper.example/about/contact",
    });
    expect(imageOf("Jane Roe/Agency", {}, paper({ about }))).toMatchObject({ acquireLicensePage: undefined });
  });
});

describe("the picture of a story of which the library knows whose it is", () => {
  const [[id = "", picture] = []] = pictures;
  const imageOf = (owned: Owned, credit = "Jane Roe/Agency", known: Partial<Lookups> = {}, of = paper()) => {
    const withOwned = new Map(picture && [[id, { ...picture, owned }]]);
    const data = newsArticle(story({ lead: { ...lead, credit } }, { pictures: withOwned, ...known }), of);
    return (data as unknown as { image: object[] }).image[0];
  };

  test("has what the library says, whatever the story's credit would lead one to guess", () => {
    const owned = {
      creator: "Aino Quay",
      copyrightNotice: "© 2026 Aino Quay, all rights reserved",
      licence: "https://creativecommons.org/licenses/by/4.0/",
    };
    expect(imageOf(owned)).toMatchObject({
      creditText: "Jane Roe/Agency",
      creator: { "@type": "Person", name: "Aino Quay" },
      copyrightNotice: "© 2026 Aino Quay, all rights reserved",
      license: "https://creativecommons.org/licenses/by/4.0/",
    });
    expect(imageOf(owned, "")).toMatchObject({ creditText: undefined, creator: { name: "Aino Quay" } });
  });

  test("names an agency that made it as one, and somebody whom the story credits by their profile", () => {
    expect(imageOf({ creator: "Nordpress", agency: "Nordpress" })).toMatchObject({
      creator: { "@type": "Organization", name: "Nordpress" },
      copyrightNotice: "© Agency",
    });
    const credits = [{ role: "photographer" as const, people: [jane] }];
    expect(imageOf({ creator: "Jane Roe" }, "", { credits })).toMatchObject({
      creator: { "@type": "Person", url: "https://paper.example/bylines/jane-roe" },
    });
  });

  test.each(["CC BY 4.0", "javascript:alert(1)", "https://", "See https://a.example"])(
    "has no licence that is no address: %s",
    (licence) => expect(imageOf({ licence })).toMatchObject({ license: undefined }),
  );

  test("is to be had from the paper where its notice names it, and nowhere where it names others", () => {
    const of = paper({ about: [{ slug: "contact" as const, title: "Contact" }] });
    expect(imageOf({ copyrightNotice: "© The Test 2026" }, "Jane Roe", {}, of)).toMatchObject({
      acquireLicensePage: "https://paper.example/about/contact",
    });
    expect(imageOf({ copyrightNotice: "© Jane Roe" }, "Jane Roe/The Test", {}, of)).toMatchObject({
      acquireLicensePage: undefined,
    });
  });
});

describe("films and recordings for machines", () => {
  const played = new Map<string, PlayedSource>([
    [
      "f",
      { kind: "video", src: "/media/f.mp4", type: "video/mp4", duration: 61_400, width: 1280, height: 720, bytes: 1 },
    ],
    ["r", { kind: "audio", src: "/media/r.mp3", type: "audio/mpeg", duration: null, width: 0, height: 0, bytes: 1 }],
  ]);
  const body: Body = {
    version: 1,
    blocks: [
      {
        type: "video",
        attrs: {
          assetId: "f",
          title: "The span",
          caption: "It turns",
          credit: "",
          captionsAssetId: null,
          captionsLanguage: "",
          posterAssetId: "a",
        },
      },
      { type: "audio", attrs: { assetId: "r", title: "The horn", caption: "", credit: "Jane Roe" } },
    ],
  };

  test("are told of with file, length and picture", () => {
    expect(told({ body }, { played })).toMatchObject({
      video: [
        {
          "@type": "VideoObject",
          name: "The span",
          contentUrl: "https://paper.example/media/f.mp4",
          duration: "PT1M1S",
          uploadDate: "2026-03-29T02:59:00+02:00",
          thumbnailUrl: expect.stringMatching(/^https:\/\/paper\.example\/media\//),
        },
      ],
      audio: [{ "@type": "AudioObject", name: "The horn", encodingFormat: "audio/mpeg", duration: undefined }],
    });
  });

  test.each([
    [400, "PT1S"],
    [60_000, "PT1M"],
    [3_725_000, "PT1H2M5S"],
  ])("%d milliseconds are %s", (milliseconds, text) => expect(isoDuration(milliseconds)).toBe(text));
});
