const FEED_FILES = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" } as const;

/** Every address of the product, in one place. All are paths from the root of the site. */
export const routes = {
  home: (page = 1) => paged("/", page),
  section: (slug: string, page = 1) => paged(`/${slug}`, page),
  topic: (slug: string, page = 1) => paged(`/topics/${slug}`, page),
  byline: (slug: string, page = 1) => paged(`/bylines/${slug}`, page),
  series: (slug: string, page = 1) => paged(`/series/${slug}`, page),
  /** A page about the paper itself: /about alone lists them. */
  about: (slug?: string) => (slug ? `/about/${slug}` : "/about"),
  /** All stories by when they came out: all years, a year, a month, a day. */
  archive: (year?: number, month?: number, day?: number, page = 1) =>
    paged(
      ["/archive", year, month, day]
        .filter((part) => part !== undefined)
        .map((part, index) => (index < 2 ? `${part}` : `${part}`.padStart(2, "0")))
        .join("/"),
      page,
    ),
  /** What changed in a story, by its path. */
  history: (path: string, page = 1) => paged(`${path}/history`, page),
  /** What was corrected in all the paper. */
  corrections: (page = 1) => paged("/corrections", page),
  /** @param narrowed what else the search's address says: filters, order, page. What is empty is left out. */
  search: (query = "", narrowed: Record<string, string | null | undefined> = {}) => {
    const said = Object.entries({ q: query, ...narrowed }).filter((entry): entry is [string, string] => !!entry[1]);
    return said.length > 0 ? `/search?${new URLSearchParams(said)}` : "/search";
  },
  openSearch: () => "/opensearch.xml",
  saved: () => "/saved",
  /** The feed of a page that lists stories: of the front, a section, a topic, a byline, a series, a part of the archive. */
  feed: (page = "/", format: keyof typeof FEED_FILES = "rss") => `${page === "/" ? "" : page}/${FEED_FILES[format]}`,
  /** The picture of a story that has none, to be shared. What knows it by an older `version` asks for it anew. */
  shareCard: (path: string, version: Date) => `/share${path}.png?v=${version.getTime().toString(36)}`,
  /** By which IndexNow knows that a ping is ours; it has to stand at the root. */
  indexNowKey: (key: string) => `/${key}.txt`,
  securityTxt: () => "/.well-known/security.txt",
  /** An icon of the house, for a paper that has chosen none. */
  houseIcon: (file: "icon.svg" | "apple-icon.png" | "favicon.ico") => `/icons/${file}`,
  manifest: () => "/manifest.webmanifest",
  sitemap: (file?: string) => (file ? `/sitemaps/${file}.xml` : "/sitemap.xml"),
  newsSitemap: () => "/news-sitemap.xml",
  media: (key: string) => `/media/${key}`,
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  setup: () => "/setup",
  invitation: (secret: string) => `/invitation/${secret}`,
  forgotten: () => "/sign-in/forgotten",
  reset: (secret: string) => `/sign-in/reset/${secret}`,
  /** Where somebody proves with a second factor that it is them. */
  signInCode: (next?: string) => (next ? `/sign-in/code?next=${encodeURIComponent(next)}` : "/sign-in/code"),
  /** Where somebody sets up a second factor whose role asks for one. */
  secondFactor: (next?: string) => (next ? `/sign-in/set-up?next=${encodeURIComponent(next)}` : "/sign-in/set-up"),
  /** A story for somebody outside, before it is published. */
  previewLink: (secret: string) => `/preview/${secret}`,
  /** A file that such a page shows: for whoever has the page, and nobody else. */
  previewFile: (linkId: string, signature: string, key: string) => `/preview/files/${linkId}/${signature}/${key}`,
  newsroom: {
    home: () => "/newsroom",
    articles: () => "/newsroom/articles",
    work: () => "/newsroom/work",
    board: () => "/newsroom/board",
    newIdea: () => "/newsroom/board?new=idea",
    /** @param month such as "2026-11"; without one the present. */
    calendar: () => "/newsroom/calendar",
    activity: (query = "") => (query ? `/newsroom/activity?${query}` : "/newsroom/activity"),
    notices: () => "/newsroom/notices",
    noticeCount: () => "/newsroom/notices/count",
    /** What may be chosen while writing: `?q=` what was typed; a POST makes a new one, but for stories. */
    topicChoices: () => "/newsroom/articles/topics",
    bylineChoices: () => "/newsroom/articles/bylines",
    seriesChoices: () => "/newsroom/articles/series",
    storyChoices: () => "/newsroom/articles/stories",
    article: (id: string) => `/newsroom/articles/${id}`,
    /** What became of a story, with two of its texts compared where they are named. */
    articleHistory: (id: string, shown: Record<string, string | undefined> = {}) => {
      const query = new URLSearchParams(Object.entries(shown).filter((entry): entry is [string, string] => !!entry[1]));
      return `/newsroom/articles/${id}/history${query.size > 0 ? `?${query}` : ""}`;
    },
    redirects: () => "/newsroom/redirects",
    draft: (id: string) => `/newsroom/articles/${id}/draft`,
    company: (id: string) => `/newsroom/articles/${id}/company`,
    /** What the library says of the rights to what the story shows. */
    storyRights: (id: string) => `/newsroom/articles/${id}/rights`,
    comments: (id: string) => `/newsroom/articles/${id}/comments`,
    /** A story with one of its comments in sight. */
    comment: (articleId: string, id: string) => `/newsroom/articles/${articleId}#comment-${id}`,
    preview: (id: string) => `/newsroom/articles/${id}/preview`,
    /** @param query what the library is narrowed to. */
    media: (query = "") => (query ? `/newsroom/media?${query}` : "/newsroom/media"),
    asset: (id: string) => `/newsroom/media/${id}`,
    /** What lapses, or has lapsed, and the stories that show it. */
    rights: () => "/newsroom/media/rights",
    /** How the library crops a picture. */
    framing: (id: string) => `/newsroom/media/${id}/framing`,
    /** Where files come in, as the protocol tus has it. */
    upload: (id?: string) => (id ? `/newsroom/media/upload/${id}` : "/newsroom/media/upload"),
    /** Takes what came in into the library. */
    take: () => "/newsroom/media/take",
    /** The untouched upload; or a former one, by its id. */
    original: (id: string, former?: string) => `/newsroom/media/${id}/original${former ? `?former=${former}` : ""}`,
    /** Gives an asset what came in as its file. */
    replace: (id: string) => `/newsroom/media/${id}/replace`,
    /** Where the copies of a part of a picture are made, that a story is to show. */
    regions: (id: string) => `/newsroom/media/${id}/regions`,
    bring: () => "/newsroom/media/bring",
    library: () => "/newsroom/media/library",
    collections: () => "/newsroom/media/collections",
    keywords: () => "/newsroom/media/keywords",
    /** Keywords that begin as `?q=` says. */
    keywordChoices: () => "/newsroom/media/keywords/choices",
    sections: () => "/newsroom/sections",
    topics: () => "/newsroom/topics",
    series: () => "/newsroom/series",
    bylines: () => "/newsroom/bylines",
    byline: (id: string) => `/newsroom/bylines/${id}`,
    people: () => "/newsroom/people",
    roles: () => "/newsroom/people/roles",
    desks: () => "/newsroom/people/desks",
    person: (id: string) => `/newsroom/people/${id}`,
    about: (slug?: string) => (slug ? `/newsroom/about/${slug}` : "/newsroom/about"),
    /** A page of the settings; without a name the first of them. */
    settings: (page?: "appearance" | "organisation" | "machines" | "pictures" | "style" | "workflow") =>
      page ? `/newsroom/settings/${page}` : "/newsroom/settings",
    snippets: () => "/newsroom/snippets",
    /** What happened, narrowed by what its query says. */
    audit: (query = "") => (query ? `/newsroom/audit?${query}` : "/newsroom/audit"),
    auditExport: () => "/newsroom/audit/export",
    /** What the command palette finds: `?q=` what was typed. */
    find: () => "/newsroom/find",
    operations: () => "/newsroom/operations",
    account: () => "/newsroom/account",
  },
} as const;

/** First path segments that no section may take, because the product answers there or will. */
export const RESERVED_SEGMENTS: ReadonlySet<string> = new Set(
  "about account admin api archive author bylines corrections favicon-ico feed feeds gallery health icon index-now invitation media newsroom people preview robots-txt rss rss-xml reader saved search series setup share sign-in sign-out sitemap sitemap-xml sitemaps static tag topic topics _next".split(
    " ",
  ),
);

function paged(path: string, page: number): string {
  return page > 1 ? `${path}?page=${page}` : path;
}
