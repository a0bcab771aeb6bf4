import { dependsOn } from "@/app/_kit/depends";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { readMachines } from "@/domain/settings/published";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** Proves to IndexNow that pings are ours: it asks for /KEY.txt (next.config.ts leads here). */
export async function GET(request: Request, { params }: RouteContext<"/index-now/[key]">) {
  const { indexNowKey } = await readMachines();
  if (!indexNowKey || (await params).key !== indexNowKey) return nothingHere();
  dependsOn(tag.frame);
  return textResponse(request, indexNowKey, "text/plain");
}
