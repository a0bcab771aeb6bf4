import { isStaffAddress } from "./staff-address";

/**
 * The query parameters that each of the readers' pages knows. `*` stands for one part of a path; the first row that fits
 * counts. An address that fits no row (a story's) knows none. Whatever else a query says is left out of what is asked of
 * the page and of what its answer is kept under: so a page that reads a parameter must stand here (a test looks).
 */
export const PARAMETERS: readonly (readonly [path: string, ...parameters: string[]])[] = [
  ["/", "page"],
  ["/search", "q", "section", "topic", "byline", "from", "to", "order", "page"],
  ["/sitemap.xml", "file"],
  ["/topics/*", "page"],
  ["/bylines/*", "page"],
  ["/series/*", "page"],
  ["/archive/*", "page"],
  ["/archive/*/*", "page"],
  ["/archive/*/*/*", "page"],
  ["/*/*/history", "page"],
  ["/*", "page"],
];

/** The product's own addresses, and pictures, which ask at each request whether they are still shown. */
const NO_PAGE = /^\/(?:api|media)(?:\/|$)/;

const BUILT = /^\/(?:_next\/static|reader|fonts)\//;

/** Whether an address is that of a file whose name changes with what is in it. */
export function isBuilt(address: string): boolean {
  return BUILT.test(address);
}

/**
 * The one form of a reader's address: its path, and the parameters that it knows, in order of their names.
 * Two addresses of one form are one page, so that neither spelling nor made-up parameters multiply what is kept.
 * @param url the target of a request: a path and perhaps a query.
 * @returns null for what is no reader's page, and for what is written in a way that only Next may judge.
 */
export function readerAddress(url: string): string | null {
  const mark = url.indexOf("?");
  const path = canonicalPath(mark < 0 ? url : url.slice(0, mark));
  if (path === null || isStaffAddress(path) || NO_PAGE.test(path)) return null;
  if (path.startsWith("/_next/") && !isBuilt(path)) return null;
  const query = mark < 0 ? "" : knownQuery(path, url.slice(mark + 1));
  return query ? `${path}?${query}` : path;
}

function canonicalPath(path: string): string | null {
  // Doubled and trailing slashes, dots and bare bytes: Next redirects or refuses them.
  if (path !== "/" && !/^(?:\/(?!\.{1,2}(?:\/|$))[!-.0-;=?-[\]-~]+)+$/.test(path)) return null;
  if (!path.includes("%")) return path;
  try {
    const parts = path.split("/").map(decodeURIComponent);
    if (parts.some((part) => part === "." || part === ".." || /[/\\\0]/.test(part))) return null;
    return parts.map(encodeURIComponent).join("/");
  } catch {
    return null;
  }
}

function knownQuery(path: string, query: string): string {
  const known = parametersOf(path);
  if (known.length === 0) return "";
  const given = [...new URLSearchParams(query)].filter(([name]) => known.includes(name));
  // Stable: of one name the order is kept.
  return new URLSearchParams(given.sort(([a], [b]) => Number(a > b) - Number(a < b))).toString();
}

/** The names of the query parameters that the page at this path knows. */
export function parametersOf(path: string): readonly string[] {
  if (isBuilt(path)) return [];
  const parts = path.split("/");
  const row = PARAMETERS.find(([pattern]) => {
    const wanted = pattern.split("/");
    return (
      wanted.length === parts.length && wanted.every((want, at) => want === parts[at] || (want === "*" && parts[at]))
    );
  });
  return row?.slice(1) ?? [];
}
