import { dependsOn } from "@/app/_kit/depends";
import { currentPublication } from "@/app/_kit/reader";
import { textResponse } from "@/app/_kit/text-response";
import { tag } from "@/domain/events/tags";
import { getEnv } from "@/lib/env";
import { routes } from "@/lib/routes";
import { element, xmlDocument } from "@/lib/xml";

// No layout speaks for a route handler: without this it would be baked in at build.
export const dynamic = "force-dynamic";

/** How a browser searches the paper from its own bar: https://github.com/dewitt/opensearch */
export async function GET(request: Request) {
  const { name, tagline, language } = await currentPublication();
  dependsOn(tag.frame);
  const site = getEnv().SITE_URL;
  const description = element(
    "OpenSearchDescription",
    { xmlns: "http://a9.com/-/spec/opensearch/1.1/" },
    element("ShortName", {}, name.slice(0, 16).trim()),
    element("LongName", {}, name.slice(0, 48).trim()),
    element("Description", {}, tagline || name),
    element("Language", {}, language),
    element("InputEncoding", {}, "UTF-8"),
    element("Url", { type: "text/html", method: "get", template: `${site}${routes.search()}?q={searchTerms}` }),
  );
  return textResponse(request, xmlDocument(description), "application/opensearchdescription+xml");
}
