import { Picture } from "@/components/article/picture";
import type { FieldChange, Line, LineKind, Piece, Row } from "@/domain/articles/comparing";
import type { Compared } from "@/domain/articles/legible";
import { type PictureSources, widestJpeg } from "@/domain/media/asset";
import { directionOf } from "@/lib/language";
import type { Words } from "@/lib/words";

type Said = Parameters<Words>[0];

/** What the fields of a story are called; those that only the newsroom compares are named by it. */
const FIELD_WORDS: Partial<Record<Compared, Said>> = {
  kicker: "historyKicker",
  headline: "historyHeadline",
  standfirst: "historyStandfirst",
  label: "historyLabel",
  review: "historyReview",
  bylines: "historyBylines",
  lead: "historyLead",
  body: "historyBody",
  credits: "historyCredits",
  section: "historySection",
  topics: "historyTopics",
  series: "historySeries",
  language: "historyLanguage",
  translationOf: "historyTranslationOf",
  address: "historyAddress",
};

/** What a passage is, where that is not plain text. */
const LINE_WORDS: Partial<Record<LineKind, Said>> = {
  heading: "lineHeading",
  item: "lineItem",
  quote: "lineQuote",
  pullQuote: "linePullQuote",
  rule: "lineRule",
  picture: "linePicture",
  alt: "lineAlt",
  caption: "lineCaption",
  credit: "lineCredit",
  title: "lineTitle",
  point: "linePoint",
  row: "lineRow",
  embed: "lineEmbed",
  audio: "lineAudio",
  video: "lineVideo",
  document: "lineDocument",
  link: "lineLink",
  story: "lineStory",
  note: "lineNote",
};

/** How a comparison is told. */
export type Telling = {
  words: Words;
  /** Of the story's text, where it is not that of the page; empty where it is. */
  language: string;
  /** The pictures that may be shown, by asset id. */
  pictures: ReadonlyMap<string, PictureSources>;
  /** The level of the fields' headings. */
  level: 3 | 4;
  /** What the fields are called that readers' pages have no words for. */
  names?: Partial<Record<Compared, string>>;
};

/** Field by field, what was put in and taken out: marked by lines and by words for those who do not see them, never by colour alone. */
export function Comparison({ changes, ...telling }: { changes: readonly FieldChange<Compared>[] } & Telling) {
  const Heading = `h${telling.level}` as const;
  return (
    <div className="comparison">
      {changes.map(({ field, rows }) => {
        const word = FIELD_WORDS[field];
        return (
          <section key={field}>
            <Heading>{telling.names?.[field] ?? (word ? telling.words(word) : field)}</Heading>
            <Rows rows={rows} isList={LISTED.has(field)} {...telling} />
          </section>
        );
      })}
    </div>
  );
}

/** Fields whose lines are names, each by itself: what kind of line it is goes without saying. */
const LISTED: ReadonlySet<Compared> = new Set(["bylines", "credits", "topics", "related"]);

function Rows({ rows, isList, ...telling }: { rows: readonly Row[]; isList: boolean } & Telling) {
  const { words, language } = telling;
  const tongue = language ? { lang: language, dir: directionOf(language) } : {};
  return rows.map((row, index) => {
    if (row.is === "same") {
      if (isList) return null;
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
        <p key={index} className="as-before">
          ⋯ {words("changeUnchanged", { count: row.count })}
        </p>
      );
    }
    const kind = isList ? undefined : LINE_WORDS[row.line.kind];
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
      <div key={index} className={`passage ${row.is}`}>
        {kind && <p className="what">{words(kind)}</p>}
        <p {...tongue}>
          {row.is === "changed" ? (
            row.pieces.map((piece, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name
              <Marked key={at} piece={piece} words={words} />
            ))
          ) : (
            <Marked piece={{ is: row.is, text: textOf(row.line, telling) }} words={words} />
          )}
        </p>
        <Shown line={row.line} {...telling} />
      </div>
    );
  });
}

function textOf({ kind, text, assetId }: Line, { words, pictures }: Telling): string {
  if (text) return text;
  if (kind !== "picture") return "—";
  const picture = pictures.get(assetId ?? "");
  return picture && widestJpeg(picture) ? words("linePicture") : words("pictureNoLonger");
}

/** A picture that may still be seen. What it shows is told beside it. */
function Shown({ line, pictures }: { line: Line } & Telling) {
  const sources = line.kind === "picture" ? pictures.get(line.assetId ?? "") : undefined;
  if (!sources || !widestJpeg(sources)) return null;
  return <Picture sources={sources} alt="" crop="whole" sizes="12rem" widest={640} className="shown" />;
}

function Marked({ piece: { is, text }, words }: { piece: Piece; words: Words }) {
  if (is === "same") return text;
  const Mark = is === "added" ? "ins" : "del";
  return (
    <Mark>
      <span className="sr-only">[{words(is === "added" ? "changeAdded" : "changeRemoved")}: </span>
      {text}
      <span className="sr-only">]</span>
    </Mark>
  );
}

/** How what is put in and taken out is marked. */
export function ComparisonKey({ words }: { words: Words }) {
  return (
    <p className="comparison-key">
      <ins>{words("changeAdded")}</ins> <del>{words("changeRemoved")}</del>
    </p>
  );
}
