import { formatInstant, isoInZone, type Locale, type TimeStyle } from "@/lib/time";

/** An instant, in words of the publication's zone and for machines with its offset. */
export function Moment({
  at,
  style,
  locale,
  className,
}: {
  at: Date;
  style: TimeStyle;
  locale: Locale;
  className?: string;
}) {
  return (
    <time dateTime={isoInZone(at, locale.timeZone)} className={className}>
      {formatInstant(at, style, locale)}
    </time>
  );
}
