import { EMPTY_ARTICLE } from "@/domain/articles/article";
import { none, type Row } from "@/scripts/trials/report";
import { bringIn } from "@/scripts/trials/uploading";
import type { Visitor } from "@/scripts/trials/visitor";

/** What came of attempts, and the addresses to open for it. */
type Made = { rows: Row[]; open: string[] };

/** Bodies that no editor makes, by the address at which drafts are saved: none may be kept that is not one of ours. */
export async function badBodies(staff: Visitor, id: string, words: readonly string[]): Promise<Made> {
  const word = words[0] ?? "";
  const text = { type: "text", text: word };
  const blocks: unknown[] = [
    { type: "html", content: word },
    { type: "script", content: [text] },
    { type: "rawHtml", attrs: { html: word } },
    { type: "paragraph", attrs: { onclick: "alert(1)" }, content: [text] },
    { type: "paragraph", content: [{ ...text, html: word }] },
    { type: "paragraph", content: [{ ...text, marks: [{ type: "script" }] }] },
    {
      type: "paragraph",
      content: [{ ...text, marks: [{ type: "link", attrs: { href: "/x", onclick: "alert(1)" } }] }],
    },
    { type: "paragraph", content: [{ ...text, marks: [{ type: "link", attrs: { href: { toString: word } } }] }] },
    { type: "paragraph", dangerouslySetInnerHTML: { __html: word } },
    { type: "paragraph", content: [{ type: "text", text: { dangerouslySetInnerHTML: { __html: word } } }] },
    { type: "heading", attrs: { level: "1 onload=alert(1)" }, content: [text] },
    { type: "image", attrs: { src: "x", onerror: "alert(1)" } },
    { type: "iframe", attrs: { src: "javascript:alert(1)", srcdoc: word } },
    {
      type: "embed",
      attrs: { url: "https://www.youtube.com/watch?v=aqz-KE-bpKQ", title: "", caption: "", html: word },
    },
    { type: "picture", attrs: { assetId: `"><script>alert(1)</script>${"x".repeat(40)}` } },
    { type: "__proto__", attrs: { html: word } },
    // As it stands: no object can be written out so.
    '{"type":"paragraph","__proto__":{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=alert(1)>"}}}',
  ];
  let [kept, refused] = [0, 0];
  // The last is one of ours: else nothing was tried.
  blocks.push({ type: "paragraph", content: [text] });
  for (const block of blocks) {
    const { version, content } = await draftOf(staff, id);
    const raw = typeof block === "string" ? block : JSON.stringify(block);
    const sent = JSON.stringify({ id, version, content: { ...content, body: "BODY" } });
    const body = sent.replace('"BODY"', () => `{"version":1,"blocks":[${raw}]}`);
    const headers = { "content-type": "application/json" };
    const answer = await staff.fetch(`/newsroom/articles/${id}/draft`, { method: "PUT", headers, body });
    if (answer.status === 422) refused++;
    else {
      const after = JSON.stringify((await draftOf(staff, id)).content.body);
      // What is not known to us may also be dropped.
      if (/dangerously|onclick|onerror|__html/.test(after)) kept++;
    }
  }
  return {
    rows: [
      none(`Bodies by hand that were kept, of ${blocks.length - 1}`, kept),
      {
        what: "Of these, refused",
        figure: String(refused),
        bound: "10 or more, and not all",
        holds: refused >= 10 && refused < blocks.length,
      },
    ],
    open: [`/newsroom/articles/${id}`, `/newsroom/articles/${id}/preview`],
  };
}

/** Every word as the address of a link, a quick link and an embed: what is kept leads to the web, or to this site. */
export async function badLinks(staff: Visitor, words: readonly string[]): Promise<Made> {
  const answer = await staff.submit("/newsroom/articles", "New article");
  const address = answer.headers.get("location") ?? "";
  const id = address.split("/").at(-1) ?? "";
  let [kept, bad] = [0, 0];
  const taken: unknown[] = [];
  // The last is one that is to be kept: else nothing was tried.
  for (const word of [...words, "https://elsewhere.example/"]) {
    const href = word.slice(0, 2000);
    for (const block of linksOf(href)) {
      const { version, content } = await draftOf(staff, id);
      const body = { version: 1, blocks: [block] };
      const sent = await staff.send("PUT", `/newsroom/articles/${id}/draft`, {
        id,
        version,
        content: { ...content, body },
      });
      if (sent.status !== 200) continue;
      kept++;
      if (taken.length < 200) taken.push(block);
      const { protocol } = new URL(href, "https://paper.example");
      if (!["http:", "https:", "mailto:", "tel:"].includes(protocol)) bad++;
    }
  }
  const { version, content } = await draftOf(staff, id);
  const all = { ...content, headline: "Links", body: { version: 1, blocks: taken } };
  await staff.send("PUT", `/newsroom/articles/${id}/draft`, { id, version, content: all });
  return {
    rows: [
      { what: "Words that are kept as addresses of links", figure: String(kept), bound: "3 or more", holds: kept >= 3 },
      none("Of these, such as run script", bad),
    ],
    open: [`/newsroom/articles/${id}`, `/newsroom/articles/${id}/preview`],
  };
}

function linksOf(href: string): unknown[] {
  const link = { type: "text", text: "link", marks: [{ type: "link", attrs: { href } }] };
  return [
    { type: "paragraph", content: [link] },
    { type: "quickLinks", attrs: { subheads: false, links: [{ label: "link", href }] } },
    { type: "embed", attrs: { url: href, title: "embed", caption: "" } },
  ];
}

async function draftOf(staff: Visitor, id: string): Promise<{ version: number; content: typeof EMPTY_ARTICLE }> {
  const draft = await (await staff.fetch(`/newsroom/articles/${id}/draft`)).json();
  return { version: draft.version, content: draft.content ?? EMPTY_ARTICLE };
}

/** Where the redirects lead that words were written into. */
export async function badRedirects(staff: Visitor, url: string, { pages }: { pages: string[] }): Promise<Made> {
  let bad = 0;
  for (const path of pages.filter((path) => path.startsWith("/moved/"))) {
    const to = (await staff.fetch(path)).headers.get("location");
    if (to && !/^https?:$/.test(new URL(to, url).protocol)) bad++;
  }
  return { rows: [none("Redirects to what runs script", bad)], open: [] };
}

/** Files that would run script if a browser showed them as what they are: refused, or served so that none does. */
export async function badFiles(staff: Visitor, words: readonly string[]): Promise<Made> {
  const run = "<script>alert(1)</script>";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">${run}</svg>`;
  const html = `<!doctype html><title>x</title>${run}${words.slice(0, 20).join("\n")}`;
  const files: [name: string, text: string][] = [
    ["a.svg", svg],
    ["a.png", svg],
    ["a.html", html],
    ["a.jpg", html],
    ["a.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml"><body>${run}</body></html>`],
    ["a.xml", `<?xml version="1.0"?><a:script xmlns:a="http://www.w3.org/1999/xhtml">alert(1)</a:script>`],
    ["a.js", "alert(1)"],
    ["a.gif", `GIF89a/*${"\0".repeat(20)}*/=1;alert(1)//${html}`],
    ["a.pdf", `%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n${html}\n%%EOF`],
    [
      "a.vtt",
      `WEBVTT\n\n00:00.000 --> 00:09.000\n<c.a><b>${words
        .slice(0, 20)
        .join(" ")
        .replace(/\n|-->/g, " ")}</b></c>\n`,
    ],
    [`${run}.pdf`, "%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF"],
    [`"><img src=x onerror=alert(1)>.vtt`, "WEBVTT\n\n00:00.000 --> 00:09.000\n<img src=x onerror=alert(1)>\n"],
  ];
  const [open, taken]: [string[], string[]] = [[], []];
  let shown = 0;
  for (const [name, text] of files) {
    const { asset } = await bringIn(staff, { name, bytes: Buffer.from(text, "latin1") });
    if (!asset) continue;
    const { id } = asset;
    taken.push(name.slice(-5));
    const page = await (await staff.fetch(`/newsroom/media/${id}`)).text();
    const served = [...page.matchAll(/"(\/media\/[\w./-]+)"/g)].map(([, path = ""]) => path);
    for (const path of new Set([...served, `/newsroom/media/${id}/original`])) {
      open.push(path);
      const { headers } = await staff.fetch(path);
      const isInert = /^(?:image\/(?!svg)|text\/vtt|application\/pdf|audio|video)/.test(
        headers.get("content-type") ?? "",
      );
      const isShut =
        /sandbox/.test(headers.get("content-security-policy") ?? "") &&
        headers.get("x-content-type-options") === "nosniff";
      if (!isInert || !isShut) shown++;
    }
    open.push(`/newsroom/media/${id}`);
  }
  return {
    rows: [
      { what: `Files with script that are taken, of ${files.length}`, figure: taken.join(" ") || "none" },
      none("Of these, served as what runs", shown),
      none("Pictures and pages taken as what they are not", taken.filter((name) => !/pdf|vtt/.test(name)).length),
    ],
    open,
  };
}
