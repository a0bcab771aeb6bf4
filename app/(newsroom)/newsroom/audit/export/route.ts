import { z } from "zod";
import { parseInput } from "@/app/_kit/action";
import { answer, sentForm } from "@/app/_kit/endpoint";
import { currentTimeZone } from "@/app/_kit/session";
import { trailFiltersOf } from "@/components/newsroom/audit/trail-filters";
import { exportTrail } from "@/domain/events/desk";
import { WRITERS, writeTrail } from "@/domain/events/exporting";
import { EXPORT_FORMATS } from "@/domain/events/trail";
import { now } from "@/lib/clock";
import { isoInZone } from "@/lib/time";

const Wanted = z.object({ format: z.enum(EXPORT_FORMATS) }).catchall(z.string());

/** The trail as a file, as the filters narrow it. It is a POST, since it is itself in the trail. */
export function POST(request: Request) {
  return answer(request, async (actor) => {
    const { format, ...asked } = parseInput(Wanted, await sentForm(request));
    const timeZone = await currentTimeZone();
    const batches = await exportTrail(actor, trailFiltersOf(asked), timeZone, format);
    const name = `audit-trail-${isoInZone(now(), timeZone).slice(0, 10)}.${format}`;
    return new Response(writeTrail(batches, format, timeZone), {
      headers: {
        "content-type": WRITERS[format].type,
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
      },
    });
  });
}
