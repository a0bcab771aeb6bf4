import type { PeriodCount } from "@/domain/archive/archive";
import type { CorrectionEntry, History, HistoryEntry } from "@/domain/articles/ledger";
import type { SearchPage, SearchResult, Segment } from "@/domain/search/search";
import { type BylinePage, Particulars } from "@/domain/taxonomy/byline";
import { CARDS, DATE, face, night, writer } from "./specimens";

const plain = (text: string): Segment => ({ text, marked: false });
const marked = (text: string): Segment => ({ text, marked: true });

const RESULTS: SearchResult[] = [
  {
    card: CARDS.news,
    headline: [plain("The ferry that learned to wait for the "), marked("tide")],
    fragment: [plain("A timetable made by the moon: when the "), marked("tide"), plain(" is out, nobody leaves …")],
  },
  {
    card: CARDS.bare,
    headline: [plain(CARDS.bare.headline)],
    fragment: [plain("… six knots, whatever the "), marked("tides"), plain(" …")],
  },
];

/** A search that can be narrowed. */
export const FOUND: SearchPage = {
  results: RESULTS,
  page: 1,
  hasMore: false,
  count: 200,
  uncounted: true,
  filters: { section: null, topic: null, byline: null, from: null, to: null },
  topics: [
    { name: "Ferries", slug: "ferries" },
    { name: "Flood defence", slug: "flood-defence" },
  ],
  bylines: [writer, { name: "Ruben Oyelaran", slug: "ruben-oyelaran" }],
  looser: [],
  tags: [],
};

/** A narrowed search that found nothing, but something near. */
export const FOUND_NEAR: SearchPage = {
  ...FOUND,
  results: [],
  looser: RESULTS.slice(1),
  count: 0,
  uncounted: false,
  filters: { ...FOUND.filters, topic: { name: "Ferries", slug: "ferries" } },
};

export const YEARS: PeriodCount[][] = [
  [
    { year: 2026, month: 3, count: 14 },
    { year: 2026, month: 2, count: 1 },
  ],
  [{ year: 2025, month: 12, count: 31 }],
];

export const DAYS: PeriodCount[] = [
  { year: 2026, month: 3, day: 2, count: 1 },
  { year: 2026, month: 3, day: 14, count: 13 },
];

export const BYLINE: BylinePage = {
  id: writer.id,
  slug: writer.slug,
  name: writer.name,
  title: writer.title,
  bio: "She has written about the harbour since it had a roof, and about the tide since it took the roof away.",
  particulars: Particulars.parse({
    languages: ["en", "nl"],
    expertise: ["Ferries", "Flood defence"],
    location: "Ostmere",
    email: "ada.fernsby@paper.example",
    links: [{ label: "Her notebook", url: "https://notebook.example/" }],
  }),
  portrait: face,
  tags: [],
};

export const CORRECTIONS: CorrectionEntry[] = (["correction", "clarification", "retraction"] as const).map((kind) => ({
  id: kind,
  kind,
  text: "An earlier version named the wrong slip.",
  at: DATE,
  articleId: kind,
  path: "#",
  headline: CARDS.news.headline,
  language: "",
}));

const entry = (number: number, of: Partial<HistoryEntry>): HistoryEntry => ({
  number,
  kind: "update",
  note: "",
  at: DATE,
  changes: [],
  isWithheld: false,
  isSameText: false,
  endsRetraction: false,
  absentSince: null,
  ...of,
});

/** A story that was published in every way there is, one version after the other. */
export const HISTORY: History = {
  articleId: "history",
  path: "#",
  headline: CARDS.news.headline,
  language: "",
  section: CARDS.news.section,
  firstPublishedAt: DATE,
  updatedAt: DATE,
  retraction: null,
  groups: [
    [entry(9, { endsRetraction: true, isSameText: true })],
    [entry(8, { kind: "retraction", note: "The figures were those of another harbour.", isSameText: true })],
    [entry(7, { absentSince: new Date(DATE.getTime() - 3_600_000), isWithheld: true })],
    [
      entry(6, {
        note: "The pilots answered.",
        changes: [
          {
            field: "headline",
            rows: [
              {
                is: "changed",
                line: { kind: "text", text: CARDS.news.headline },
                pieces: [
                  { is: "same", text: "The ferry that " },
                  { is: "removed", text: "waits" },
                  { is: "added", text: "learned to wait" },
                  { is: "same", text: " for the tide" },
                ],
              },
            ],
          },
          {
            field: "body",
            rows: [
              { is: "same", count: 3 },
              { is: "added", line: { kind: "quote", text: "Nobody had a pencil." } },
              { is: "removed", line: { kind: "picture", text: "", assetId: night.assetId } },
            ],
          },
        ],
      }),
    ],
    [entry(5, { kind: "correction", note: "An earlier version named the wrong slip." })],
    [entry(4, { kind: "clarification", note: "The hours are those of the pilot office." })],
    [entry(3, { kind: "minor" }), entry(2, { kind: "minor" })],
    [entry(1, { kind: "first" })],
  ],
  page: 1,
  pages: 1,
  total: 9,
  pictures: new Map([[night.assetId, night]]),
};
