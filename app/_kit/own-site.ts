import { getEnv } from "@/lib/env";
import { Refusal } from "@/lib/refusal";

/** What only asks, and must change nothing: browsers name no origin with it. */
const ASKING = new Set(["GET", "HEAD"]);

/**
 * Refuses what a page of another site sends in the name of whoever is signed in, and what no page sent: all browsers say
 * where a form or a script comes from. Another port of this host is another site too, though browsers send it our cookie.
 * @throws Refusal "forbidden"
 */
export function refuseOtherSites({ headers, method }: Pick<Request, "headers" | "method">): void {
  const origin = headers.get("origin");
  const from = headers.get("sec-fetch-site") ?? "same-origin";
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  const isOwn = (given: string) => given === getEnv().SITE_URL || (URL.canParse(given) && new URL(given).host === host);
  const isNamed = origin === null ? ASKING.has(method) : isOwn(origin);
  if (!isNamed || !["same-origin", "none"].includes(from)) {
    throw new Refusal("forbidden", "This request came from another site.");
  }
}
