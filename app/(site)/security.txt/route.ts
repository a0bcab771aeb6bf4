import { dependsOn, holdsUntil } from "@/app/_kit/depends";
import { nothingHere, textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { readMachines } from "@/domain/settings/published";
import { securityTxt } from "@/domain/settings/security-txt";
import { now } from "@/lib/clock";
import { getEnv } from "@/lib/env";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** Where to report a weakness; at /.well-known/security.txt too (next.config.ts). */
export async function GET(request: Request) {
  dependsOn(tag.frame);
  const file = securityTxt((await readMachines()).security, getEnv().SITE_URL, now());
  if (!file) return nothingHere();
  holdsUntil(file.until);
  return textResponse(request, file.text, "text/plain");
}
