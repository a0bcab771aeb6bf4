import { now } from "@/lib/clock";
import { formatInstant } from "@/lib/time";
import { OwnTime } from "./own-time";

/** An instant in the publication's zone, marked up as one; while it is still to come, with the reader's own clock. */
export function Moment({ at, timeZone }: { at: Date; timeZone: string }) {
  return (
    <>
      <time dateTime={at.toISOString()} className="whitespace-nowrap">
        {formatInstant(at, "stamp", { timeZone, language: "en" })}
      </time>
      {at > now() && <OwnTime at={at} timeZone={timeZone} />}
    </>
  );
}
