import { createHash } from "node:crypto";
import { Parser } from "htmlparser2";

/** A reader's page without what only the framework needs. */
export type SetPage = {
  html: string;
  /** The sources of a policy that allow the page's inline scripts, each by its hash. */
  scripts: string[];
  /** Such sources for its elements of style, and for attributes that had to stay. */
  styles: string[];
  /** The origins of what the page shows in a frame once a reader asks for it. */
  frames: string[];
};

type Attributes = Record<string, string>;
type Cut = { start: number; end: number; instead: string };

/** What an attribute of style may consist of to be a rule in a sheet as well. */
const PLAIN_STYLE = /^[\w\s#%()*+,./:;-]+$/;

/**
 * Takes out of a page as Next rendered it what readers' pages don't need, since they have no client component: the
 * framework's scripts, their preloads and inline payload, its comments and markers. All other bytes stay as they are.
 *
 * What stays of scripts: those in `/reader/`, data (JSON-LD and the like), speculation rules, and inline scripts that
 * carry `data-keep`. An element with `data-embed="https://…"` says what it would show in a frame. Attributes of style
 * become one sheet in the head: one hash in the policy instead of one for each, and nothing else that it has to allow.
 */
export function setPage(rendered: string): SetPage {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const frames = new Set<string>();
  const cuts: Cut[] = [];
  const cut = (start: number, end: number, instead = "") => cuts.push({ start, end, instead });
  /** The attributes of style, and by which number their elements are known. */
  const rules = new Map<string, number>();
  const ruled: Cut = { start: 0, end: 0, instead: "" };
  let script: { start: number; body: number; attributes: Attributes } | undefined;
  let sheet = 0;
  /** An element that is nothing but a marker, if it turns out to be empty. */
  let marker: { start: number; cuts: number } | undefined;

  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      marker = name === "div" && isMarker(attributes) ? { start, cuts: cuts.length } : undefined;
      const embed = attributes["data-embed"];
      if (embed?.startsWith("https://") && URL.canParse(embed)) frames.add(new URL(embed).origin);
      if (attributes.style) rule(attributes.style, start, end);
      if (name === "style") sheet = end;
      if (name === "script") script = { start, body: end, attributes };
      else if (isForFramework(name, attributes)) cut(start, end);
      else if ("data-precedence" in attributes) cut(start, end, openTag(name, attributes, "data-precedence"));
    },
    ontext() {
      marker = undefined;
    },
    oncomment() {
      cut(parser.startIndex, parser.endIndex + 1);
    },
    onclosetag(name) {
      const [start, end] = [parser.startIndex, parser.endIndex + 1];
      if (marker && name === "div") {
        cuts.length = marker.cuts;
        cut(marker.start, end);
      }
      marker = undefined;
      if (name === "style") styles.add(hashOf(rendered.slice(sheet, start)));
      // What it says is known at the end.
      if (name === "head") cuts.push(Object.assign(ruled, { start, end: start }));
      if (name !== "script" || !script) return;
      const { attributes, body } = script;
      if (!isKept(attributes)) cut(script.start, end);
      else if (needsHash(attributes)) scripts.add(hashOf(rendered.slice(body, start)));
      if ("data-keep" in attributes) cut(script.start, body, openTag(name, attributes, "data-keep"));
      script = undefined;
    },
  });
  parser.end(rendered);
  if (rules.size > 0) {
    const sheet = [...rules].map(([style, number]) => `[data-style="${number}"]{${style}}`).join("");
    styles.add(hashOf(sheet));
    ruled.instead = `<style>${sheet}</style>`;
  }
  return { html: without(rendered, cuts), scripts: [...scripts], styles: [...styles], frames: [...frames] };

  function rule(style: string, start: number, end: number): void {
    const written = ` style="${style}"`;
    const at = rendered.slice(start, end).indexOf(written);
    if (at < 0 || !PLAIN_STYLE.test(style)) {
      styles.add("'unsafe-hashes'").add(hashOf(style));
      return;
    }
    const number = rules.get(style) ?? rules.size;
    rules.set(style, number);
    cut(start + at, start + at + written.length, ` data-style="${number}"`);
  }
}

function without(text: string, cuts: Cut[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end, instead } of cuts) {
    rest += text.slice(from, start) + instead;
    from = end;
  }
  return rest + text.slice(from);
}

/** Types of script that hold data for whoever reads the page, and run nothing. */
const DATA = /^application\/(?:[\w.+-]+\+)?json$/;

function isKept(attributes: Attributes): boolean {
  const { src, type = "" } = attributes;
  if (src !== undefined) return src.startsWith("/reader/");
  return "data-keep" in attributes || type === "speculationrules" || DATA.test(type);
}

function needsHash({ src, type = "" }: Attributes): boolean {
  return src === undefined && !DATA.test(type);
}

function isForFramework(name: string, { rel, as, href, name: about }: Attributes): boolean {
  if (name === "meta") return about === "next-size-adjust";
  return name === "link" && isOfScripts({ rel, as, href });
}

/** Whether a link loads a script of the framework's ahead. */
export function isOfScripts({ rel, as, href }: { rel?: string; as?: string; href?: string }): boolean {
  return (as === "script" || rel === "modulepreload") && !href?.startsWith("/reader/");
}

function isMarker(attributes: Attributes): boolean {
  const names = Object.keys(attributes);
  return names.length === 1 && attributes.hidden === "";
}

function openTag(name: string, attributes: Attributes, left: string): string {
  const kept = Object.entries(attributes).filter(([attribute]) => attribute !== left);
  return `<${[name, ...kept.map(([attribute, value]) => `${attribute}="${escaped(value)}"`)].join(" ")}>`;
}

function escaped(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
