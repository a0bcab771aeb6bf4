import { dependsOn } from "@/app/_kit/depends";
import { textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

export function GET(request: Request) {
  dependsOn(tag.frame);
  const closed = [routes.newsroom.home(), routes.signIn(), routes.setup(), routes.invitation(""), "/api/"];
  const site = getEnv().SITE_URL;
  const lines = [
    "User-agent: *",
    ...closed.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${site}${routes.sitemap()}`,
    `Sitemap: ${site}${routes.newsSitemap()}`,
    "",
  ];
  return textResponse(request, lines.join("\n"), "text/plain");
}
