import { dependsOn } from "@/app/_kit/depends";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { readMachines } from "@/domain/settings/published";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** Who may sell the paper's advertising: https://iabtechlab.com/ads-txt/ */
export async function GET(request: Request) {
  dependsOn(tag.frame);
  const { adsTxt } = await readMachines();
  const lines = adsTxt.trim();
  return lines ? textResponse(request, `${lines}\n`, "text/plain") : nothingHere();
}
