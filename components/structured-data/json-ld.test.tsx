import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { JsonLd } from "./json-ld";

/** The script that React's renderer for pages makes of these props. It is not to be had under the tests' conditions. */
function rendered(props: object): string {
  const program = `
    const { createElement } = require("react");
    const { renderToStaticMarkup } = require("react-dom/server");
    process.stdout.write(renderToStaticMarkup(createElement("script", JSON.parse(process.argv[1]))));`;
  return execFileSync(process.execPath, ["-e", program, JSON.stringify(props)], { encoding: "utf8" });
}

test.each([
  `</script><script>alert("1")</script>`,
  "</SCRIPT x",
  "<!-- <script>",
  "<!--<Script/",
  "& 'quotes' \" \u2028 \\ </",
])("nothing that a story says ends the script or begins another, and it reads back as it was: %s", (headline) => {
  const data = { "@context": "https://schema.org", "@type": "NewsArticle", headline } as const;
  const html = rendered(JsonLd({ data }).props);
  expect(html.match(/<\/?script/gi)).toEqual(["<script", "</script"]);
  expect(JSON.parse(html.slice(html.indexOf(">") + 1, html.lastIndexOf("</script>")))).toEqual(data);
});
