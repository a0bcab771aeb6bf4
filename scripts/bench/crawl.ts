/** The paths of all stories that the paper's sitemaps name. */
export async function storiesOf(site: string): Promise<string[]> {
  const files = await sitemapsOf(site);
  return (await Promise.all(files.map((file) => locationsIn(site + file)))).flat();
}

/** The paths of the paper's sitemaps. */
export function sitemapsOf(site: string): Promise<string[]> {
  return locationsIn(`${site}/sitemap.xml`);
}

async function locationsIn(sitemap: string): Promise<string[]> {
  const text = await (await fetch(sitemap)).text();
  return [...text.matchAll(/<loc>([^<]*)/g)].map(([, address = ""]) => {
    const { pathname, search } = new URL(address.replaceAll("&amp;", "&"));
    return pathname + search;
  });
}

/** Readers' pages that a page links to, as paths. */
export async function linksOn(url: string): Promise<string[]> {
  const text = await (await fetch(url)).text();
  const paths = [...text.matchAll(/\shref="(\/[^"#?]*)"/g)].map(([, path = ""]) => path);
  return [...new Set(paths)].filter((path) => !/^\/(?:_next|reader|fonts|media|sign-in|newsroom)/.test(path));
}

/** Does something to each, so many at a time. @returns what came of each, in their order */
export async function inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>, hands = 16): Promise<R[]> {
  const results: R[] = [];
  const left = [...all.entries()];
  const hand = async () => {
    for (let next = left.pop(); next; next = left.pop()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return results;
}

/** How the press, or the edge, came by an answer. */
export async function outcomeOf(url: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(url, { redirect: "manual", ...init });
  await response.arrayBuffer();
  return response.headers.get("server-timing") ?? String(response.status);
}
