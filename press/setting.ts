import { createHash } from "node:crypto";

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

/**
 * All that may have to go or be told of. React writes every quotation mark, `<` and `>` of a text or an attribute as an
 * entity, so that none of these can stand anywhere but where a browser takes it for the same; a page that had it otherwise
 * would only come with a policy that allows less.
 */
const PIECES = new RegExp(
  [
    /<!--[\s\S]*?-->/,
    /<script\b(?<script>[^>]*)>(?<run>[\s\S]*?)(?:<\/script>|$)/,
    /<style\b[^>]*>(?<sheet>[\s\S]*?)<\/style>/,
    /<textarea\b[\s\S]*?<\/textarea>/,
    /<link\b(?<link>[^>]*)>/,
    /<meta name="next-size-adjust"[^>]*>/,
    /<div hidden="">(?:<!--(?:(?!-->)[\s\S])*-->)*<\/div>/,
    / style="(?<style>[^"]*)"/,
    / data-embed="(?<embed>[^"]*)"/,
    /(?<head><\/head>)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "g",
);

/** What an attribute of style may consist of to be a rule in a sheet as well. */
const PLAIN_STYLE = /^[\w\s#%()*+,./:;-]+$/;

/**
 * Takes out of a page as Next or React rendered it what readers' pages don't need, since they have no client component: the
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
  /** The attributes of style, and by which number their elements are known. */
  const rules = new Map<string, number>();
  const hasHead = rendered.includes("</head>");
  const parts: string[] = [];
  let headEnds = -1;
  let from = 0;
  for (const piece of rendered.matchAll(PIECES)) {
    parts.push(rendered.slice(from, piece.index));
    if (piece.groups?.head) headEnds = parts.length;
    parts.push(instead(piece[0], piece.groups ?? {}));
    from = piece.index + piece[0].length;
  }
  parts.push(rendered.slice(from));
  if (rules.size > 0) {
    const sheet = [...rules].map(([style, number]) => `[data-style="${number}"]{${style}}`).join("");
    styles.add(hashOf(sheet));
    parts[headEnds] = `<style>${sheet}</style>${parts[headEnds]}`;
  }
  return { html: parts.join(""), scripts: [...scripts], styles: [...styles], frames: [...frames] };

  /** What stands in the place of a piece. */
  function instead(
    piece: string,
    { script, run = "", sheet, link, style, embed, head }: Record<string, string>,
  ): string {
    if (script !== undefined) {
      const attributes = attributesIn(script);
      if (!isKept(attributes)) return "";
      if (needsHash(attributes)) scripts.add(hashOf(run));
      return piece.replace(' data-keep=""', "");
    }
    if (link !== undefined) {
      const attributes = attributesIn(link);
      return isOfScripts(attributes) ? "" : piece.replace(/ data-precedence="[^"]*"/, "");
    }
    if (style !== undefined) return styled(piece, style);
    if (sheet !== undefined) styles.add(hashOf(sheet));
    const shown = unescaped(embed ?? "");
    if (shown.startsWith("https://") && URL.canParse(shown)) frames.add(new URL(shown).origin);
    return sheet !== undefined || embed !== undefined || head || piece.startsWith("<textarea") ? piece : "";
  }

  function styled(piece: string, style: string): string {
    if (!hasHead || !PLAIN_STYLE.test(style)) return kept(piece, style);
    const number = rules.get(style) ?? rules.size;
    rules.set(style, number);
    return ` data-style="${number}"`;
  }

  function kept(piece: string, style: string): string {
    styles.add("'unsafe-hashes'").add(hashOf(unescaped(style)));
    return piece;
  }
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

/** Whether a link loads a script of the framework's ahead. */
export function isOfScripts({ rel, as, href }: { rel?: string; as?: string; href?: string }): boolean {
  return (as === "script" || rel === "modulepreload") && !href?.startsWith("/reader/");
}

/** The attributes of a tag, their names in lower case. */
function attributesIn(tag: string): Attributes {
  const found = tag.matchAll(/\s([^\s=/>]+)(?:="([^"]*)")?/g);
  return Object.fromEntries(Array.from(found, ([, name = "", value = ""]) => [name.toLowerCase(), unescaped(value)]));
}

const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };

/** A value that React escaped. */
function unescaped(value: string): string {
  return value.replace(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
