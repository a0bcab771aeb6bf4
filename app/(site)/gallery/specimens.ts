import type { Card } from "@/domain/articles/card";
import type { Figure, Story, StoryBlock, StoryInline } from "@/domain/articles/story";
import { DAY, now } from "@/lib/clock";
import { drawing } from "./drawing";

const TEAL = "#0b5a6f";
const harbour = drawing("harbour", "#e9a15b", "#12455a");
export const night = drawing("night", "#1d2347", "#0d1226");
export const face = drawing("face", "#cfd8c4", "#7a3b8c");
export const DATE = new Date("2026-03-14T09:30:00Z");
export const writer = { id: "w", name: "Ada Fernsby", slug: "ada-fernsby", title: "Harbour reporter" };
const other = { id: "o", name: "Ruben Oyelaran", slug: "ruben-oyelaran", title: "" };

const NEWS: Card = {
  publicationId: "news",
  articleId: "news",
  path: "#",
  headline: "The ferry that learned to wait for the tide",
  standfirst: "A timetable made by the moon has halved the cancelled crossings. The crews had asked for it for years.",
  label: "news",
  kicker: "",
  language: "",
  section: { name: "Harbour", slug: "harbour", accent: TEAL },
  bylines: [writer, other],
  publishedAt: DATE,
  updatedAt: DATE,
  isRetracted: false,
  picture: { sources: harbour, alt: "A low sun over water" },
  portrait: null,
  pictureTags: [],
};

const card = (articleId: string, of: Partial<Card>): Card => ({ ...NEWS, articleId, publicationId: articleId, ...of });

/** A story of each kind, as cards show it. */
export const CARDS = {
  news: NEWS,
  bare: card("bare", { picture: null, headline: "Speed limit in the inner harbour cut to six knots" }),
  long: card("long", {
    picture: { sources: night, alt: "" },
    headline:
      "Residents who waited eleven years for a crossing are told that it was built in March, that it is in the wrong street, and that it cannot be moved",
  }),
  kicker: card("kicker", { kicker: "Bridge closure", headline: "How the shuttle boats will run" }),
  analysis: card("analysis", { label: "analysis", headline: "Why the herring went north" }),
  review: card("review", { label: "review", headline: "A small play about a large flood" }),
  interview: card("interview", { label: "interview", headline: "“A storm is a sum that you can do”" }),
  sponsored: card("sponsored", {
    label: "sponsored",
    kicker: "Paid for by the Vedra Yard",
    headline: "Learn to weld, and be paid for it",
  }),
  opinion: card("opinion", {
    label: "opinion",
    picture: null,
    portrait: face,
    bylines: [writer],
    headline: "Stop calling it reclaimed land",
    section: { name: "Opinion", slug: "opinion", accent: "#a04000" },
  }),
  faceless: card("faceless", {
    label: "opinion",
    picture: null,
    bylines: [other],
    headline: "In praise of the ferry that nobody takes",
    section: { name: "Opinion", slug: "opinion", accent: "#a04000" },
  }),
} satisfies Record<string, Card>;

const text = (words: string): StoryInline => ({ type: "text", text: words });
const paragraph = (...content: StoryInline[]) => ({ type: "paragraph" as const, content });
const figure = (sources: Figure["sources"], caption: string): Figure => ({
  sources,
  shape: "whole",
  alt: "A low sun over water",
  caption,
  credit: "Ruben Oyelaran",
});
const cell = (type: "tableCell" | "tableHeader", words: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(text(words))],
});
const row = (...cells: ReturnType<typeof cell>[]) => ({ type: "tableRow" as const, content: cells });
const head = (words: string) => cell("tableHeader", words);
const datum = (words: string) => cell("tableCell", words);

/** Every block that a story can hold. */
const BLOCKS: StoryBlock[] = [
  {
    type: "keyPoints",
    attrs: { points: ["Crossings follow the tide from April.", "Fewer than one in fifty is cancelled."] },
  },
  paragraph(
    text("For thirty years the ferry left on the hour, and on some hours there was no water to leave on. "),
    { type: "text", text: "The new timetable", marks: [{ type: "link", attrs: { href: "#" } }] },
    text(" is drawn by the moon"),
    { type: "footnote", attrs: { number: 1, text: "" } },
    text(", and it is "),
    { type: "text", text: "never", marks: [{ type: "italic" }] },
    text(" the same on two days."),
  ),
  { type: "heading", attrs: { level: 2 }, anchor: "the-sum", content: [text("The sum behind it")] },
  {
    type: "quote",
    attrs: { attribution: "Ada Fernsby, skipper" },
    content: [paragraph(text("We had asked for it since before the bridge. Nobody had a pencil."))],
  },
  { type: "picture", figure: figure(harbour, "The slip at low water, an hour before the first boat.") },
  {
    type: "bulletList",
    content: ["Boats in the morning", "Boats at noon"].map((words) => ({
      type: "listItem" as const,
      content: [paragraph(text(words))],
    })),
  },
  {
    type: "orderedList",
    content: [
      {
        type: "listItem",
        content: [
          paragraph(text("Read the gauge.")),
          {
            type: "bulletList",
            content: [{ type: "listItem", content: [paragraph(text("In the cellar, not on the quay."))] }],
          },
        ],
      },
      { type: "listItem", content: [paragraph(text("Wait for the moon."))] },
    ],
  },
  { type: "pullQuote", attrs: { text: "A timetable is a promise about water.", attribution: "Ruben Oyelaran" } },
  { type: "heading", attrs: { level: 3 }, anchor: "in-figures", content: [text("In figures")] },
  {
    type: "table",
    attrs: { caption: "Crossings cancelled, by month" },
    content: [
      row(head("Month"), head("Before"), head("After")),
      row(head("April"), datum("31"), datum("4")),
      row(head("May"), datum("28"), datum("3")),
    ],
  },
  {
    type: "factBox",
    attrs: { title: "How tides are told" },
    content: [paragraph(text("A gauge in a cellar has drawn the height of the sea for a century and a half."))],
  },
  {
    type: "gallery",
    title: "The crossing in four pictures",
    figures: [figure(harbour, "Morning."), figure(night, "Night."), figure(night, "Later."), figure(harbour, "Dawn.")],
  },
  {
    type: "embed",
    attrs: { url: "https://www.youtube.com/watch?v=M7lc1UVf-VE", title: "The first crossing, filmed", caption: "" },
  },
  {
    type: "audio",
    title: "The gauge, heard through the wall",
    caption: "A minute of it, at high water.",
    credit: "Ada Fernsby",
    src: "#",
    mime: "audio/mpeg",
    duration: 61_000,
  },
  {
    type: "video",
    title: "The slip, from ebb to flood",
    caption: "",
    credit: "Ruben Oyelaran",
    src: "#",
    mime: "video/mp4",
    duration: 24_000,
    width: 1280,
    height: 720,
    poster: night.crops["16x9"].jpeg[0]?.src ?? null,
    captions: null,
  },
  {
    type: "document",
    title: "The timetable, April to September",
    caption: "With the hours of low water.",
    credit: "",
    src: "#",
    mime: "application/pdf",
    bytes: 482_000,
  },
  { type: "relatedStories", cards: [CARDS.analysis, CARDS.bare] },
  { type: "horizontalRule" },
  { type: "withheld", kind: "picture" },
  { type: "withheld", kind: "audio" },
  { type: "withheld", kind: "video" },
  { type: "quickLinks", links: [{ label: "The sum behind it", href: "#the-sum" }] },
];

/** A story with all that a story can have. */
export function specimenStory(): Story {
  const published = new Date(now().getTime() - 400 * DAY);
  return {
    articleId: "gallery",
    path: "/gallery",
    headline: NEWS.headline,
    standfirst: NEWS.standfirst,
    label: "analysis",
    kicker: "Tides",
    language: "",
    review: null,
    section: { id: "s", name: "Harbour", slug: "harbour", accent: "#0b5a6f" },
    topics: [{ id: "t", name: "Ferries", slug: "ferries" }],
    bylines: [{ ...writer, portrait: face }],
    credits: [{ role: "editor", people: [other] }],
    publishedAt: published,
    retraction: null,
    seenSince: published,
    hasHistory: false,
    updatedAt: new Date(published.getTime() + DAY),
    corrections: [
      {
        id: "c1",
        kind: "correction",
        place: "top",
        text: "An earlier version named the wrong slip.",
        publishedAt: DATE,
      },
      {
        id: "c2",
        kind: "clarification",
        place: "end",
        text: "The hours are those of the pilot office.",
        publishedAt: DATE,
      },
    ],
    series: {
      name: "By the moon",
      slug: "by-the-moon",
      part: 2,
      of: 3,
      previous: { path: "#", headline: "The gauge in the cellar" },
      next: { path: "#", headline: "What the pilots know" },
    },
    translations: [{ path: "#", headline: "", language: "fr", isOriginal: false }],
    related: [],
    lead: figure(night, "The last boat, waiting for water."),
    isLeadWithheld: false,
    sharePicture: null,
    contents: [{ label: "The sum behind it", href: "#the-sum" }],
    blocks: BLOCKS,
    notes: [{ number: 1, text: "Two high waters in a little more than a day." }],
    minutes: 4,
    words: 800,
    search: { title: "", description: "" },
    share: { title: "", description: "" },
  };
}

/** Stories that begin otherwise, each of one paragraph. */
export function openings(): Record<string, Story> {
  const plain: Story = {
    ...specimenStory(),
    kicker: "",
    label: "news",
    publishedAt: DATE,
    updatedAt: null,
    topics: [],
    corrections: [],
    series: null,
    translations: [],
    lead: null,
    contents: [],
    blocks: [paragraph(text("It runs for an hour and a half, and the water is real."))],
    notes: [],
  };
  const opinion = CARDS.opinion;
  return {
    review: {
      ...plain,
      label: "review",
      headline: CARDS.review.headline,
      review: { kind: "performance", item: "The Dyke, at the Rope Walk", rating: 3.5 },
    },
    opinion: { ...plain, label: "opinion", headline: opinion.headline, section: { id: "s", ...opinion.section } },
    sponsored: { ...plain, label: "sponsored", kicker: "Vedra Yard", headline: CARDS.sponsored.headline },
    retracted: {
      ...plain,
      headline: CARDS.bare.headline,
      retraction: { at: DATE, reason: "The figures were those of another harbour, and we had not asked it." },
      isLeadWithheld: true,
      hasHistory: true,
    },
  };
}
