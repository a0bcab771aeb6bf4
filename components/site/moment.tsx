import { now } from "@/lib/clock";
import { formatInstant, formatListed, isoInZone, type Locale, type TimeStyle } from "@/lib/time";

/** An instant, in words of the publication's zone and for machines with its offset. "listed": as lists of stories say it. */
export function Moment({
  at,
  style,
  locale,
  className,
}: {
  at: Date;
  style: TimeStyle | "listed";
  locale: Locale;
  className?: string;
}) {
  return (
    <time dateTime={isoInZone(at, locale.timeZone)} className={className}>
      {style === "listed" ? formatListed(at, now(), locale) : formatInstant(at, style, locale)}
    </time>
  );
}
