import { formatInstant } from "@/lib/time";

/** An instant in the publication's zone, marked up as one. */
export function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {formatInstant(at, "stamp", { timeZone, language: "en" })}
    </time>
  );
}
