import { clsx } from "clsx";
import { LABEL_WORDS } from "@/components/article/label-words";
import type { Card } from "@/domain/articles/card";
import { accentStyle } from "@/lib/colour";
import { directionOf } from "@/lib/language";
import type { Locale } from "@/lib/time";
import { wordsOf } from "@/lib/words";

/** What stands above a card's headline: where it belongs, what kind of story it is, its kicker; or that somebody paid for it. */
export function CardOver({ story, place, locale }: { story: Card; place?: string; locale: Locale }) {
  const { label, kicker, section, language } = story;
  const words = wordsOf(locale.language);
  const isPaid = label === "sponsored";
  const kind = label === "news" || isPaid ? "" : words(LABEL_WORDS[label]);
  const first = isPaid ? words("labelSponsored") : place === kind ? "" : place;
  if (!first && !kind && !kicker) return null;
  const tongue = language ? { lang: language, dir: directionOf(language) } : undefined;
  return (
    <p
      className="mb-1 flex flex-wrap gap-x-2 font-sans text-[0.8125rem] font-semibold text-muted"
      style={isPaid ? undefined : accentStyle(section.accent)}
    >
      {first && <span className={clsx("font-bold", isPaid ? "bg-ink px-1.5 text-paper" : "text-accent")}>{first}</span>}
      {kind && <span className={clsx(!first && "font-bold text-accent")}>{kind}</span>}
      {kicker && <span {...tongue}>{kicker}</span>}
    </p>
  );
}
