import { isStaffAddress } from "@/lib/staff-address";
import { startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { signedIn, visitor } from "@/scripts/trials/visitor";
import { addressOf, builtRoutes } from "./addresses";
import { type Filled, filled, vectors } from "./filled";
import { badBodies, badFiles, badLinks, badRedirects } from "./script-made";
import { type Watch, watched } from "./script-watch";

/** So many sets of fields are written before pages are opened. */
const AT_ONCE = 16;

/** Every attempt of vectors.txt in every field, file, address and query; then a browser opens every page of it. */
export const script: Trial = {
  name: "script",
  run: (run) =>
    withFolder(async (folder) => {
      const paper = await startPaper(folder);
      try {
        return await tried(paper, run);
      } finally {
        await paper.end();
      }
    }),
};

type Tried = { url: string; env: NodeJS.ProcessEnv };

async function tried({ url, env }: Tried, { isShort, browser }: Run): Promise<Row[]> {
  if (!browser) throw new Error("There is no browser: set CHROMIUM to the program of one");
  const all = vectors();
  const words = isShort ? sample(all) : all;
  const staff = await signedIn(url);
  const rounds = Math.ceil(isShort ? 1 : words.length / AT_ONCE);
  const watch = await watched({ url, browser, cookies: staff.cookies });
  const sum = { fields: 0, held: 0, refused: 0, pages: 0 };
  try {
    let found: Filled | undefined;
    for (let round = 0; round < rounds; round++) {
      const from = round * AT_ONCE;
      const own = isShort ? words : [...words.slice(from), ...words.slice(0, from)];
      found = await filled(env, own, isShort ? 3 : AT_ONCE);
      sum.fields = found.fields;
      sum.held += found.held;
      sum.refused += found.refused;
      await openAll(watch, found, { isFirst: round === 0, isShort, words, from });
    }
    if (!found) throw new Error("Nothing was written");
    const made = [
      await badBodies(staff, found.stories[0]?.id ?? "", words),
      await badLinks(staff, words),
      await badRedirects(staff, url, found),
      await badFiles(staff, words),
    ];
    for (const address of made.flatMap(({ open }) => open)) await watch.open(address);
    const pasted = await watch.paste(found.stories[0]?.id ?? "", words);
    await reflected(watch, found, words, isShort);
    return [
      {
        what: "Attempts",
        figure: `${words.length} of ${all.length}`,
        bound: isShort ? "40 or more" : "400 or more",
        holds: words.length >= (isShort ? 40 : 400),
      },
      {
        what: "Fields; words held by them; words refused",
        figure: `${sum.fields}; ${sum.held}; ${sum.refused}`,
        bound: "100 fields or more",
        holds: sum.fields >= 100,
      },
      ...made.flatMap(({ rows }) => rows),
      {
        what: "Pasted into the editor",
        figure: String(pasted),
        bound: String(words.length),
        holds: pasted === words.length,
      },
      { what: "Pages opened by the browser", figure: String(watch.opened) },
      ...watch.rows(),
      none("Attempts that the watch itself would have missed", await watch.missed()),
    ];
  } finally {
    await watch.close();
  }
}

/** Each page of readers and of the newsroom, and in the first round each route that was built. */
async function openAll(
  watch: Watch,
  found: Filled,
  { isFirst, isShort }: { isFirst: boolean; isShort: boolean; words: string[]; from: number },
): Promise<void> {
  const routes = isFirst ? builtRoutes().flatMap((route) => addressOf(route, found).slice(0, 1)) : SHARED;
  const stories = found.stories.flatMap(({ id, path }, index) => {
    const own = [
      path,
      `${path}/history`,
      `/newsroom/articles/${id}`,
      `/newsroom/articles/${id}/history`,
      `/newsroom/articles/${id}/preview`,
    ];
    // The newsroom's screen of a story is slow to open: in the short form one is enough.
    return isShort && index > 0 ? own.slice(0, 2) : own;
  });
  const pages = found.pages.filter((path) => !path.startsWith("/moved/"));
  const rest = isShort
    ? [...pages.slice(0, 8), ...found.newsroom.slice(0, 4), ...found.previews.slice(0, 1)]
    : [...pages, ...found.newsroom, ...found.previews];
  const all = [...new Set([...routes, ...stories, ...rest])];
  const inTurn = async (addresses: string[]) => {
    for (const address of addresses) await watch.open(address);
  };
  // The browser of a reader and that of somebody of the staff, beside each other.
  await Promise.all([
    inTurn(all.filter((address) => isStaffAddress(address))),
    inTurn(all.filter((address) => !isStaffAddress(address))),
  ]);
}

/** What shows the paper's own words and lists, which change from round to round. */
const SHARED = [
  ...[
    "/",
    "/about",
    "/archive",
    "/corrections",
    "/rss.xml",
    "/atom.xml",
    "/feed.json",
    "/sitemap.xml",
    "/news-sitemap.xml",
  ],
  ...["/opensearch.xml", "/manifest.webmanifest", "/ads.txt", "/search?q=alert"],
  ...["", "/articles", "/work", "/board", "/calendar", "/activity", "/notices", "/media", "/media/collections"].map(
    (path) => `/newsroom${path}`,
  ),
  ...[
    "/media/keywords",
    "/media/rights",
    "/sections",
    "/topics",
    "/series",
    "/bylines",
    "/people",
    "/people/desks",
  ].map((path) => `/newsroom${path}`),
  ...["/redirects", "/snippets", "/settings", "/settings/organisation", "/settings/style", "/settings/machines"].map(
    (path) => `/newsroom${path}`,
  ),
  ...["/audit", "/account", "/operations", "/people/roles"].map((path) => `/newsroom${path}`),
];

/** Every word that a page reads from its address, and some that none reads. */
const PARAMETERS = (
  "q section topic byline from to order page kind status cursor month next subject actor verb id former role author stage " +
  "view sort desk assignee collection keyword uploader rights label language readers what error callbackUrl code _rsc"
).split(" ");

/** Words in addresses: of every route in its parameters, and in the parts of its path. */
async function reflected(watch: Watch, found: Filled, words: readonly string[], isShort: boolean): Promise<void> {
  let next = 0;
  const word = () => (words[next++ % words.length] ?? "").slice(0, 1500);
  const asked = () => new URLSearchParams(PARAMETERS.map((name) => [name, word()])).toString();
  for (const route of builtRoutes()) {
    const [address = "/"] = addressOf(route, found);
    if (isShort && isStaffAddress(address) && next % 3) {
      next++;
      continue;
    }
    await watch.open(`${address}?${asked()}`);
  }
  const every = isShort ? words.slice(0, 6) : words;
  for (const each of every) {
    const part = encodeURIComponent(each.slice(0, 300));
    for (const start of ["/search?q=", "/", "/topics/", "/newsroom/articles?q=", "/sign-in?next="])
      await watch.open(start + part);
  }
  // What a reader is shown by who is not signed in at all.
  await visitor(watch.url).fetch(`/newsroom?next=${encodeURIComponent(word())}`);
}

/** Some of each kind, and all of those that are made for this product: they stand last. */
function sample(all: readonly string[]): string[] {
  return [...all.filter((_, index) => index % 12 === 0), ...all.slice(-19)];
}
