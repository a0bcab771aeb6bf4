import { dependsOn } from "@/app/_kit/depends";
import { favicon } from "@/app/_kit/icons";
import { currentAppearance } from "@/app/_kit/reader";
import { tag } from "@/domain/events/tags";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** For those who ask for an icon without having read a page. It may be another tomorrow: it is to be asked for again. */
export async function GET() {
  dependsOn(tag.frame);
  const location = favicon(await currentAppearance());
  return new Response(null, { status: 308, headers: { location, "cache-control": "no-cache" } });
}
