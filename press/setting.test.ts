import { createHash } from "node:crypto";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { setPage } from "./setting";

const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const page = (head: string, body = "") =>
  `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>${head}</head><body>${body}</body></html>`;

/** What Next 16 puts into every page. */
const FRAMEWORK = {
  preload: '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/3y.js"/>',
  module: '<link rel="modulepreload" href="/_next/static/chunks/3z.js"/>',
  script: '<script src="/_next/static/chunks/2q.js" async=""></script>',
  adjust: '<meta name="next-size-adjust" content=""/>',
  legacy: '<script src="/_next/static/chunks/0c.js" noModule=""></script>',
  marker: '<div hidden=""><!--$--><!--/$--></div>',
  start: '<script id="_R_">self.__next_r="x"</script>',
  payload: '<script>self.__next_f.push([1,"0:{\\"P\\":null,\\"<div hidden>\\":\\"<!--\\"}\\n"])</script>',
};

describe("of the framework's things", () => {
  test.each(Object.entries(FRAMEWORK))("nothing is left: %s", (_, theirs) => {
    expect(setPage(page(theirs, `<p>a</p>${theirs}`)).html).toBe(page("", "<p>a</p>"));
  });

  test("the marks on stylesheets and the comments in texts go, and all else stays to the byte", () => {
    const rendered = page(
      '<link rel="stylesheet" href="/a.css?x=1&amp;y=2" data-precedence="next"/><style>a>b{content:"<!-- "}</style>',
      "Page <!-- -->2<!-- --> of 3 &amp; <b class='x'>&lt;!-- --&gt;</b><div hidden=\"\">kept</div><textarea><!-- --></textarea>",
    );
    expect(setPage(rendered)).toEqual({
      html: page(
        '<link rel="stylesheet" href="/a.css?x=1&amp;y=2"/><style>a>b{content:"<!-- "}</style>',
        "Page 2 of 3 &amp; <b class='x'>&lt;!-- --&gt;</b><div hidden=\"\">kept</div><textarea><!-- --></textarea>",
      ),
      scripts: [],
      styles: [hashOf('a>b{content:"<!-- "}')],
      frames: [],
    });
  });
});

describe("what is ours stays", () => {
  test("the readers' script, its preload, fonts and pictures that load ahead", () => {
    const ours = page(
      '<script type="module" src="/reader/reader-abc.js"></script><link rel="modulepreload" href="/reader/r.js"/>' +
        '<link rel="preload" as="font" href="/_next/static/media/a.woff2"/><link rel="preload" as="image" href="/media/a"/>',
    );
    expect(setPage(ours)).toEqual({ html: ours, scripts: [], styles: [], frames: [] });
  });

  test("structured data, whatever a headline says", () => {
    const headline = `</script><script>alert(1)</script><!--<script>&amp;"`;
    const json = JSON.stringify({ headline });
    const rendered = renderToStaticMarkup(createElement("script", { type: "application/ld+json" }, json));
    const { html, scripts } = setPage(page("", `${rendered}<p>after</p>${FRAMEWORK.payload}`));
    expect(html).toBe(page("", `${rendered}<p>after</p>`));
    expect(scripts).toEqual([]);
    const [, kept = ""] = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/) ?? [];
    expect(JSON.parse(kept)).toEqual({ headline });
  });

  test("inline scripts marked to be kept and speculation rules, each allowed by the hash of what stands there", () => {
    const script = 'document.documentElement.dataset.theme = "a&b" < "c"';
    const rules = '{"prefetch":[{"where":{"href_matches":"/*"}}]}';
    const { html, scripts } = setPage(
      page(
        `<script data-keep="" id="x&quot;y">${script}</script>`,
        `<script type="speculationrules">${rules}</script>`,
      ),
    );
    expect(html).toBe(
      page(`<script id="x&quot;y">${script}</script>`, `<script type="speculationrules">${rules}</script>`),
    );
    expect(scripts).toEqual([hashOf(script), hashOf(rules)]);
  });

  test("but no script from elsewhere, and none of a type that runs without its mark", () => {
    const others =
      '<script src="https://elsewhere.example/reader/x.js"></script><script src="//elsewhere.example/reader/"></script>' +
      '<script type="module">import "x"</script><script type="text/javascript">1</script><script type="importmap">{}</script>';
    expect(setPage(page(others))).toEqual({ html: page(""), scripts: [], styles: [], frames: [] });
  });
});

describe("styles in the page", () => {
  test("become one sheet, which alone is allowed besides the page's own", () => {
    const { html, styles } = setPage(
      page(
        "<style>b{c:d}</style>",
        '<p style="--accent:#123456" class="a"></p><i style="--accent:#123456"></i><b id="b" style="aspect-ratio:1.5"></b>',
      ),
    );
    const sheet = '[data-style="0"]{--accent:#123456}[data-style="1"]{aspect-ratio:1.5}';
    expect(html).toBe(
      page(
        `<style>b{c:d}</style><style>${sheet}</style>`,
        '<p data-style="0" class="a"></p><i data-style="0"></i><b id="b" data-style="1"></b>',
      ),
    );
    expect(styles).toEqual([hashOf("b{c:d}"), hashOf(sheet)]);
  });

  test.each(["a:url(&quot;data:a&amp;b&quot;)", "a:b}c{d:e", "a:&lt;/style&gt;"])(
    "that could be more than a rule there stay, allowed by the hash of what a browser reads: %s",
    (written) => {
      const body = `<p style="${written}"></p>`;
      const { html, styles } = setPage(page("", body));
      const read = written
        .replaceAll("&quot;", '"')
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replace("&amp;", "&");
      expect(html).toBe(page("", body));
      expect(styles).toEqual(["'unsafe-hashes'", hashOf(read)]);
    },
  );
});

test("the origins of embeds are told, each once, and nothing but https", () => {
  const embed = (address: string) => `<click-to-show data-embed="${address}"></click-to-show>`;
  const addresses = [
    "https://www.youtube-nocookie.com/embed/a?b=1&amp;c=2",
    "https://www.youtube-nocookie.com/embed/b",
    "https://player.vimeo.com/video/1",
    "javascript:alert(1)",
    "https://",
    "",
  ];
  expect(setPage(page("", addresses.map(embed).join(""))).frames).toEqual([
    "https://www.youtube-nocookie.com",
    "https://player.vimeo.com",
  ]);
});

test("a page that ends in the middle of a script loses the script", () => {
  expect(setPage('<p>a</p><script>self.__next_f.push([1,"').html).toBe("<p>a</p>");
});
