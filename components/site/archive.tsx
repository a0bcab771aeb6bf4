import type { ArchivePeriod, PeriodCount } from "@/domain/archive/archive";
import { periodName, startOf } from "@/domain/archive/archive";
import { routes } from "@/lib/routes";
import { formatInstant, type Locale, type TimeStyle } from "@/lib/time";
import { wordsOf } from "@/lib/words";

function inStyle(period: ArchivePeriod, style: TimeStyle, locale: Locale): string {
  return formatInstant(startOf(period, locale.timeZone), style, locale);
}

const hrefOf = ({ year, month, day }: ArchivePeriod) => routes.archive(year, month, day);

/** All years with their months. */
export function ArchiveYears({ years, locale }: { years: readonly PeriodCount[][]; locale: Locale }) {
  return (
    <div className="grid gap-10">
      {years.map((months) => {
        const { year } = months[0] ?? { year: 0 };
        return (
          <section key={year} aria-labelledby={`year_${year}`}>
            <h2 id={`year_${year}`} className="mb-3 text-[1.75rem] leading-none font-semibold tracking-[-0.02em]">
              <a href={routes.archive(year)} className="hover:text-accent">
                {inStyle({ year }, "year", locale)}
              </a>
            </h2>
            <Periods periods={months} locale={locale} />
          </section>
        );
      })}
    </div>
  );
}

/** The months of a year or the days of a month, each with how many stories came out in it. */
export function ArchiveParts({ parts, locale }: { parts: readonly PeriodCount[]; locale: Locale }) {
  const words = wordsOf(locale.language);
  if (parts.length < 2) return null;
  return (
    <nav aria-label={words(parts[0]?.day ? "archiveDays" : "archiveMonths")} className="mb-10">
      <Periods periods={parts} locale={locale} />
    </nav>
  );
}

function Periods({ periods, locale }: { periods: readonly PeriodCount[]; locale: Locale }) {
  return (
    <ul className="flex flex-wrap gap-2 font-sans text-[0.9375rem]">
      {periods.map((period) => (
        <li key={hrefOf(period)}>
          <a
            href={hrefOf(period)}
            className="flex min-h-11 min-w-14 items-baseline justify-between gap-2 border border-edge px-3 py-2.5 hover:border-ink hover:bg-wash"
          >
            <PeriodLabel period={period} locale={locale} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function PeriodLabel({ period, locale }: { period: PeriodCount; locale: Locale }) {
  const count = wordsOf(locale.language)("storiesCount", { count: period.count });
  if (!period.day) {
    return (
      <>
        <span className="font-semibold">{inStyle(period, "monthName", locale)}</span>
        <span className="text-sm text-muted">{count}</span>
      </>
    );
  }
  // A month has many days: each is shown by its number alone, and how many stories it has.
  return (
    <>
      <span className="sr-only">
        {inStyle(period, "dayOfYear", locale)}, {count}
      </span>
      <span aria-hidden="true" className="font-semibold tabular-nums">
        {inStyle(period, "dayNumber", locale)}
      </span>
      <span aria-hidden="true" className="text-sm text-muted tabular-nums">
        {period.count}
      </span>
    </>
  );
}

/** The ways to the nearest periods with stories before and after, and to the longer one that this is part of. */
export function ArchiveTurns({
  period: { year, month, day },
  earlier,
  later,
  locale,
}: {
  period: ArchivePeriod;
  earlier: ArchivePeriod | null;
  later: ArchivePeriod | null;
  locale: Locale;
}) {
  const words = wordsOf(locale.language);
  const above = day ? { year, month } : month ? { year } : null;
  const link = "prose-link inline-block min-h-6";
  return (
    <nav aria-label={words("archive")} className="mt-4 flex flex-wrap gap-x-6 gap-y-2 font-sans text-[0.9375rem]">
      {earlier && (
        <a href={hrefOf(earlier)} className={link}>
          {words("archiveEarlier", { period: periodName(earlier, locale) })}
        </a>
      )}
      {later && (
        <a href={hrefOf(later)} className={link}>
          {words("archiveLater", { period: periodName(later, locale) })}
        </a>
      )}
      <a href={above ? hrefOf(above) : routes.archive()} className={link}>
        {above ? words("archiveAllOf", { period: periodName(above, locale) }) : words("archiveAllYears")}
      </a>
    </nav>
  );
}
