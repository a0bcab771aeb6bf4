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

const contents = (html: string) => html.slice(html.indexOf(">") + 1, html.lastIndexOf("</script>"));

const headline = `</script><script>alert("1")</script><!-- <script> & 'quotes' \u2028`;
const data = { "@context": "https://schema.org", "@type": "NewsArticle", headline } as const;

test("nothing that a story says ends the script, and it reads back as it was", () => {
  const html = rendered(JsonLd({ data }).props);
  expect(html.match(/<\/?script/g)).toEqual(["<script", "</script"]);
  expect(html).not.toContain("<!--");
  expect(JSON.parse(contents(html))).toEqual(data);
});

test("React escapes the children of a script, which is why the JSON is set directly", () => {
  expect(contents(rendered({ children: JSON.stringify(data) }))).toContain("&quot;headline&quot;");
});
