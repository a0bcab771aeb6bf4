import type { TakedownReason } from "@/domain/articles/article";
import type { Card as Story } from "@/domain/articles/card";
import type { Gone } from "@/domain/articles/story";
import { formatInstant, type Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";
import { LatestStories, WayOut } from "./not-found";

const REASONS = {
  legal: "goneLegal",
  privacy: "gonePrivacy",
  safety: "goneSafety",
  other: "goneOther",
} as const satisfies Record<TakedownReason, string>;

/** What a reader finds where a story was taken from the paper: that, when, why if somebody said, and never what it said. */
export function GoneStory({
  gone,
  isStory = true,
  stories,
  locale,
}: {
  gone: Gone;
  /** Whether it was a story; else an address of which the newsroom said that what stood there is gone. */
  isStory?: boolean;
  stories: readonly Story[];
  locale: Locale;
}) {
  const t = wordsOf(locale.language);
  return (
    <>
      <WayOut heading={t(isStory ? "goneHeading" : "goneAddressHeading")} locale={locale}>
        {isStory && (
          <p className="mt-4 text-xl leading-[1.45] text-muted">
            {t(gone.takedown ? REASONS[gone.takedown] : "goneOn", { day: formatInstant(gone.at, "day", locale) })}
          </p>
        )}
        {gone.note && (
          <div className="mt-6 border-s-3 border-accent ps-4">
            <h2 className="font-sans text-sm font-semibold text-muted">{t("goneReason")}</h2>
            <p dir="auto" className="mt-1 text-xl leading-[1.45] whitespace-pre-line">
              {gone.note}
            </p>
          </div>
        )}
      </WayOut>
      <LatestStories stories={stories} locale={locale} />
    </>
  );
}
