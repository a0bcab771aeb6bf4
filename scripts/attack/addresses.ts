import { readFileSync } from "node:fs";
import type { Filled } from "./filled";

/** Where the build says which routes there are. */
const MANIFEST = ".next/standalone/.next/server/app-paths-manifest.json";

/** Every route that was built, as its file names it, without what only groups files: "/newsroom/articles/[id]". */
export function builtRoutes(): string[] {
  const entries = Object.keys(JSON.parse(readFileSync(MANIFEST, "utf8")));
  const routes = entries.map((entry) => entry.replace(/\/\([^)]*\)/g, "").replace(/\/(?:page|route)$/, "") || "/");
  return [...new Set(routes)].sort();
}

/**
 * An address of a route, with what stands in the paper for each of its parameters; and one at which there is nothing.
 * @throws if nothing is known for a parameter: a new route needs a word here
 */
export function addressOf(route: string, { stories, pages, newsroom, previews }: Filled): string[] {
  const [story] = stories;
  const of = (start: string, all: string[]) =>
    all.find((path) => path.startsWith(start))?.slice(start.length) ?? "nothing";
  const [, section = "", slug = ""] = (story?.path ?? "").split("/");
  const known: Record<string, string> = {
    "/newsroom/articles": story?.id ?? "",
    "/newsroom/media": of("/newsroom/media/", newsroom),
    "/newsroom/bylines": of("/newsroom/bylines/", newsroom),
    "/newsroom/people": of("/newsroom/people/", newsroom),
    "/newsroom/about": of("/newsroom/about/", newsroom),
    "/about": of("/about/", pages),
    "/topics": of("/topics/", pages),
    "/series": of("/series/", pages),
    "/preview": of("/preview/", previews),
    "/sitemaps": "pages.xml",
  };
  const filledIn = (word: (before: string, name: string) => string) =>
    route.split("/").reduce((before, part) => {
      const [, name] = /^\[+(?:\.\.\.)?(\w+)\]+$/.exec(part) ?? [];
      return part === "" ? before : `${before}/${name ? word(before, name) : part}`;
    }, "") || "/";
  const right = filledIn((before, name) => {
    if (name === "section") return section;
    if (name === "slug" && before === `/${section}`) return slug;
    return known[before] ?? "nothing-here";
  });
  return route.includes("[") ? [right, filledIn(() => "nothing-here-at-all")] : [right];
}
