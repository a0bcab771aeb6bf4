import { dependsOn } from "@/app/_kit/depends";
import { currentAppearance, currentPublication } from "@/app/_kit/reader";
import { textResponse } from "@/app/_kit/text-response";
import { webManifest } from "@/app/_kit/web-manifest";
import { tag } from "@/domain/events/tags";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

export async function GET(request: Request) {
  dependsOn(tag.frame);
  const manifest = webManifest(await currentPublication(), await currentAppearance());
  return textResponse(request, JSON.stringify(manifest), "application/manifest+json");
}
