import { clsx } from "clsx";
import { Comparison, ComparisonKey, type Telling } from "@/components/article/comparison";
import { RetractionNotice } from "@/components/article/retraction-notice";
import type { PublicationKind } from "@/domain/articles/article";
import type { FieldChange } from "@/domain/articles/comparing";
import type { History, HistoryEntry } from "@/domain/articles/ledger";
import type { Compared } from "@/domain/articles/legible";
import { directionOf } from "@/lib/language";
import { routes } from "@/lib/routes";
import { formatInstant, type Locale } from "@/lib/time";
import { type Words, wordsOf } from "@/lib/words";
import { Moment } from "./moment";
import { Pager } from "./pager";

const KINDS = {
  first: "historyFirst",
  minor: "historyMinor",
  update: "historyUpdate",
  correction: "correction",
  clarification: "clarification",
  retraction: "retraction",
} as const satisfies Record<PublicationKind, Parameters<Words>[0]>;

/** More passages than this are folded: a reader opens them. */
const UNFOLDED = 30;

/** The ledger of a story: each version that readers saw, the newest first, and what it changed. */
export function StoryHistory({ history, locale }: { history: History; locale: Locale }) {
  const words = wordsOf(locale.language);
  const { headline, path, language, section, total, firstPublishedAt, retraction, groups, page, pages } = history;
  const tongue = language ? { lang: language, dir: directionOf(language) } : {};
  const first = formatInstant(firstPublishedAt, "full", locale);
  return (
    <>
      <header className="mb-8 max-w-[48rem] border-b-2 border-ink pt-8 pb-6 lg:pt-10">
        <p className="font-sans text-sm">
          <a
            href={routes.section(section.slug)}
            className="font-semibold text-muted underline-offset-2 hover:underline"
          >
            {section.name}
          </a>
        </p>
        <h1 className="mt-2 text-[clamp(2rem,1.4rem+2.4vw,3rem)] leading-[1.08] font-medium tracking-[-0.02em] text-balance">
          {words("history")}
        </h1>
        <p className="mt-3 text-xl leading-snug">
          <a href={path} className="prose-link" {...tongue}>
            {headline}
          </a>
        </p>
        <p className="mt-4 text-lg leading-normal text-muted">
          {total > 1 ? words("historyIntro", { first, count: total - 1 }) : words("historyNone", { first })}
        </p>
        {retraction && (
          <div className="mt-5">
            <RetractionNotice of={retraction} words={words} house={{}} locale={locale} />
          </div>
        )}
        {total > 1 && (
          <div className="mt-4">
            <ComparisonKey words={words} />
          </div>
        )}
      </header>
      <ol reversed start={groups[0]?.[0]?.number} className="ledger list-none">
        {groups.map((group) => (
          <Group key={group[0]?.number} group={group} history={history} words={words} locale={locale} />
        ))}
      </ol>
      <Pager
        page={page}
        hasOlder={page < pages}
        at={(number) => routes.history(path, number)}
        language={locale.language}
        newestFirst={false}
      />
      <p className="mt-10 font-sans">
        <a href={path} className="prose-link">
          {words("historyBack")}
        </a>
      </p>
    </>
  );
}

type Around = { history: History; words: Words; locale: Locale };

function Group({ group, ...around }: { group: readonly HistoryEntry[] } & Around) {
  const { words, locale } = around;
  const [newest] = group;
  const oldest = group.at(-1);
  if (!newest || !oldest) return null;
  if (newest.kind !== "minor") {
    return (
      <li id={anchorOf(newest)} className={clsx(`${newest.kind}-entry`)}>
        <Head title={words(KINDS[newest.kind])} at={newest.at} locale={locale} />
        <Told entry={newest} level={3} {...around} />
        <Absence entry={newest} {...around} />
      </li>
    );
  }
  const day = (at: Date) => formatInstant(at, "day", locale);
  return (
    <li id={anchorOf(oldest)}>
      <h2>{words("historyMinors", { count: group.length })}</h2>
      <p className="when">
        {day(oldest.at) === day(newest.at) ? (
          <Moment at={newest.at} style={group.length > 1 ? "day" : "full"} locale={locale} />
        ) : (
          <>
            <Moment at={oldest.at} style="day" locale={locale} /> –{" "}
            <Moment at={newest.at} style="day" locale={locale} />
          </>
        )}
      </p>
      <details>
        <summary>{words("history")}</summary>
        <ul className="minors plain">
          {group.map((entry) => (
            <li key={entry.number} id={entry === oldest ? undefined : anchorOf(entry)}>
              <h3 className="font-sans font-semibold">
                <Moment at={entry.at} style="full" locale={locale} />
              </h3>
              <Told entry={entry} level={4} {...around} />
            </li>
          ))}
        </ul>
      </details>
      <Absence entry={oldest} {...around} />
    </li>
  );
}

/** Where a version stands in its story's history. */
function anchorOf({ number }: HistoryEntry): string {
  return `version_${number}`;
}

function Head({ title, at, locale }: { title: string; at: Date; locale: Locale }) {
  return (
    <>
      <h2>{title}</h2>
      <p className="when">
        <Moment at={at} style="full" locale={locale} />
      </p>
    </>
  );
}

/** What the newsroom said of a version, and what it changed. */
function Told({ entry, level, history, words }: { entry: HistoryEntry; level: 3 | 4 } & Around) {
  const { kind, note, changes, isSameText, isWithheld, endsRetraction } = entry;
  const telling: Telling = { words, language: history.language, pictures: history.pictures, level };
  if (kind === "first") return <p className="aside">{words("historyFirstAbout")}</p>;
  return (
    <>
      {note && (
        <p dir="auto" className="note">
          {note}
        </p>
      )}
      {endsRetraction && <p className="aside">{words("historyEndsRetraction")}</p>}
      {isSameText && !isWithheld && <p className="aside">{words("historySameText")}</p>}
      {isWithheld && <p className="aside">{words("historyWithheld")}</p>}
      {!isSameText && !isWithheld && changes.length === 0 && <p className="aside">{words("historyNoWords")}</p>}
      <Changes changes={changes} {...telling} />
    </>
  );
}

function Changes({ changes, ...telling }: { changes: readonly FieldChange<Compared>[] } & Telling) {
  const count = changes.flatMap(({ rows }) => rows).filter(({ is }) => is !== "same").length;
  if (count === 0) return null;
  if (count <= UNFOLDED) return <Comparison changes={changes} {...telling} />;
  return (
    <details>
      <summary>{telling.words("historyShow", { count })}</summary>
      <Comparison changes={changes} {...telling} />
    </details>
  );
}

/** That readers could not see the story for a while before this. */
function Absence({ entry, words, locale }: { entry: HistoryEntry } & Around) {
  if (!entry.absentSince) return null;
  const at = (instant: Date) => formatInstant(instant, "full", locale);
  return <p className="aside">{words("historyAbsent", { from: at(entry.absentSince), to: at(entry.at) })}</p>;
}
