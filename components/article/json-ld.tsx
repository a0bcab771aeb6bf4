import type { Thing, WithContext } from "schema-dts";

/**
 * Structured data in the page. React escapes the text of a script as it does any text, so that `"` would become `&quot;`
 * and no machine could read it: the one place where HTML is set directly, from JSON alone. Without a `<` in it, nothing
 * that a story says can end the script or begin another.
 */
export function JsonLd({ data }: { data: WithContext<Thing> }) {
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: as said above
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
