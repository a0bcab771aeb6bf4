// @vitest-environment happy-dom
import { DOMParser as DocumentParser } from "@tiptap/pm/model";
import { describe, expect, test } from "vitest";
import { bodyOf, storySchema } from "@/components/newsroom/editor/schema";
import { Body } from "@/domain/articles/body";
import { cleanPastedHtml } from "./paste";

/** What stands in a story after this HTML is pasted into an empty body, as text that shows the blocks. */
function pasted(html: string): string[] {
  const holder = document.createElement("div");
  holder.innerHTML = cleanPastedHtml(html);
  const body = Body.parse(bodyOf(DocumentParser.fromSchema(storySchema()).parse(holder).toJSON()));
  return body.blocks.map((block) => show(block as Shown));
}

type Shown = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: { href: string } }[];
  content?: Shown[];
};

function show({ type, text, attrs, marks = [], content = [] }: Shown): string {
  if (type === "text") {
    return marks.reduce(
      (inner, mark) => `${mark.type}${mark.attrs ? ` ${mark.attrs.href}` : ""}(${inner})`,
      text ?? "",
    );
  }
  const name =
    type === "heading" ? `h${attrs?.level}` : type === "table" && attrs?.caption ? `table ${attrs.caption}` : type;
  return `${name}[${content.map(show).join("")}]`;
}

describe("pasting", () => {
  test("from a web page keeps headings, emphasis, links and lists, and no look", () => {
    expect(
      pasted(
        `<meta charset="utf-8"><h1 style="font-weight:700;color:red"><strong>Title</strong></h1><p style="font-weight:700" class="x">Text with <b>bold</b>, <em>slant</em> and <a href="https://example.com/a" target="_blank" rel="nofollow" class="c" title="t">a link</a>.</p><h5>Deep</h5><ul><li>one<ul><li>two</li></ul></li></ul><ol start="7" type="a"><li><p>seven</p></li></ol>`,
      ),
    ).toEqual([
      "h2[Title]",
      "paragraph[Text with bold(bold), italic(slant) and link https://example.com/a(a link).]",
      "h3[Deep]",
      "bulletList[listItem[paragraph[one]bulletList[listItem[paragraph[two]]]]]",
      "orderedList[listItem[paragraph[seven]]]",
    ]);
  });

  test("drops scripts, pictures of other sites and unsafe links, keeping the words", () => {
    expect(
      pasted(
        `<p>a<img src="https://x.test/p.png"><script>alert(1)</script><a href="javascript:alert(1)">b</a><a href="file:///c">c</a><a href="//evil.test">d</a></p><figure data-picture='{"assetId":""}'>e</figure>`,
      ),
    ).toEqual(["paragraph[abcd]", "paragraph[e]"]);
  });

  test("from Google Docs: the wrapper is not bold, spans that say bold are", () => {
    expect(
      pasted(
        `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:400;font-style:normal">Plain </span><span style="font-weight:700">bold </span><span style="font-style:italic">slant</span></p><br /><p><span>Next</span></p></b><br class="Apple-interchange-newline">`,
      ),
    ).toEqual(["paragraph[Plain bold(bold )italic(slant)]", "paragraph[Next]"]);
  });

  test("from Word: lists are lists, blank lines go", () => {
    const p = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='margin-left:36pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>${marker}<span style='font:7pt'>&nbsp;&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;
    expect(
      pasted(
        `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head><body><p class=MsoNormal><b>Lead</b> in<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>${p(1, "·", "one")}${p(2, "o", "inner")}${p(1, "·", "two")}<p class=MsoNormal>Between</p>${p(1, "1.", "first")}${p(1, "2.", "second")}</body></html>`,
      ),
    ).toEqual([
      "paragraph[bold(Lead) in]",
      "bulletList[listItem[paragraph[one]bulletList[listItem[paragraph[inner]]]]listItem[paragraph[two]]]",
      "paragraph[Between]",
      "orderedList[listItem[paragraph[first]]listItem[paragraph[second]]]",
    ]);
  });

  test("quotations stay quotations; what cannot stand in one follows it", () => {
    expect(pasted("<blockquote><p>Said</p><h2>Head</h2></blockquote><table><tr><td>cell</td></tr></table>")).toEqual([
      "quote[paragraph[Said]]",
      "h2[Head]",
      "table[tableRow[tableCell[paragraph[cell]]]]",
    ]);
  });

  test("tables keep their cells, header cells and caption, from a page and from Word", () => {
    expect(
      pasted(
        `<table border=1><caption> High  water </caption><thead><tr><th>Day<th>Time</thead><tbody><tr><td>Mon</td><td><p>14:05</p></td></tr></tbody></table>`,
      ),
    ).toEqual([
      "table High water[tableRow[tableHeader[paragraph[Day]]tableHeader[paragraph[Time]]]tableRow[tableCell[paragraph[Mon]]tableCell[paragraph[14:05]]]]",
    ]);
    expect(
      pasted(
        `<table class=MsoTableGrid style='mso-yfti-tbllook:1184'><tr><td width=300 style='border:solid'><p class=MsoNormal>One<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr></table>`,
      ),
    ).toEqual(["table[tableRow[tableCell[paragraph[One]]tableCell[paragraph[]]]]"]);
  });

  test("a table in a table, one too wide and one too long lose no word", () => {
    const cells = (count: number) => Array.from({ length: count }, (_, n) => `<td>c${n}</td>`).join("");
    expect(pasted(`<table><tr><td>out<table><tr><td>in</td><td>side</td></tr></table></td></tr></table>`)).toEqual([
      "table[tableRow[tableCell[paragraph[out]paragraph[in | side]]]]",
    ]);
    expect(pasted(`<table><tr>${cells(31)}</tr></table>`)[0]).toMatch(/^paragraph\[c0 \| c1 .*c30\]$/);
    const long = pasted(`<table>${"<tr><td>r</td></tr>".repeat(450)}</table>`);
    expect(long.map((table) => table.match(/tableRow/g)?.length)).toEqual([200, 200, 50]);
  });
});
