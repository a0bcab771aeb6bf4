import { textResponse } from "@/app/_kit/text-response";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

// Next takes a route of this name for a file made at build, unless told.
export const dynamic = "force-dynamic";

export function GET(request: Request) {
  const closed = [routes.newsroom.home(), routes.signIn(), routes.setup(), routes.invitation(""), "/api/"];
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${getEnv().SITE_URL}/sitemap.xml`,
    "",
  ];
  return textResponse(request, lines.join("\n"), "text/plain");
}
