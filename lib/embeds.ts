/** Something of another site that a story shows once the reader asks for it. */
export type Embed = {
  /** As readers know it, such as "YouTube". */
  provider: string;
  /** What the frame loads. */
  frameSrc: string;
  /** Its shape: width through height, or a fixed height in pixels. */
  room: { ratio: number } | { height: number };
  /** What the frame may do besides what every frame may, for the attribute `allow`. */
  allow: string;
};

type Provider = {
  name: string;
  /** Without "www." or "m."; null for a network of any host, which the path alone tells. */
  hosts: readonly string[] | null;
  frame: (url: URL) => Pick<Embed, "frameSrc" | "room"> | null;
  allow?: string;
};

const WIDE = { ratio: 16 / 9 };
const MOVING = "autoplay; encrypted-media; fullscreen; picture-in-picture";

/** What a first, second, … part of a path may be made of. */
const ID = /^[\w-]{1,64}$/;
const NUMBER = /^\d{1,25}$/;

const PROVIDERS: readonly Provider[] = [
  {
    name: "YouTube",
    hosts: ["youtube.com", "youtu.be", "youtube-nocookie.com", "music.youtube.com"],
    allow: MOVING,
    frame: (url) => {
      const [first, second] = parts(url);
      const inPath = ["embed", "shorts", "live", "v"].includes(first ?? "") ? second : undefined;
      const id = hostOf(url) === "youtu.be" ? first : (inPath ?? url.searchParams.get("v"));
      // Two pages of YouTube's have names of that length.
      if (!id || !/^[\w-]{11}$/.test(id) || ["videoseries", "live_stream"].includes(id)) return null;
      const start = secondsOf(url.searchParams.get("t") ?? url.searchParams.get("start"));
      const from = start > 0 ? `?start=${start}` : "";
      return {
        frameSrc: `https://www.youtube-nocookie.com/embed/${id}${from}`,
        room: first === "shorts" ? { ratio: 9 / 16 } : WIDE,
      };
    },
  },
  {
    name: "Vimeo",
    hosts: ["vimeo.com", "player.vimeo.com"],
    allow: MOVING,
    frame: (url) => {
      const path = parts(url);
      const at = path.findIndex((part) => NUMBER.test(part));
      const [id, hash = url.searchParams.get("h")] = at < 0 ? [] : path.slice(at);
      if (!id || (at > 0 && !["video", "videos"].includes(path[at - 1] ?? "") && path[0] !== "channels")) return null;
      const unlisted = hash && /^[0-9a-f]{6,20}$/.test(hash) ? `&h=${hash}` : "";
      return { frameSrc: `https://player.vimeo.com/video/${id}?dnt=1${unlisted}`, room: WIDE };
    },
  },
  {
    name: "Spotify",
    hosts: ["open.spotify.com"],
    allow: "autoplay; encrypted-media; fullscreen",
    frame: (url) => {
      const path = parts(url).filter((part) => part !== "embed" && !/^intl-[a-z-]{2,8}$/.test(part));
      const [kind = "", id = ""] = path;
      if (!["track", "album", "playlist", "episode", "show", "artist"].includes(kind) || !/^\w{22}$/.test(id))
        return null;
      const height = ["track", "episode"].includes(kind) ? 152 : 352;
      return { frameSrc: `https://open.spotify.com/embed/${kind}/${id}`, room: { height } };
    },
  },
  {
    name: "Apple Podcasts",
    hosts: ["podcasts.apple.com", "embed.podcasts.apple.com"],
    allow: "autoplay; encrypted-media; fullscreen",
    frame: (url) => {
      const [country = "", kind, ...rest] = parts(url);
      const show = rest.at(-1) ?? "";
      if (!/^[a-z]{2}$/.test(country) || kind !== "podcast" || !/^id\d{4,15}$/.test(show)) return null;
      const episode = url.searchParams.get("i");
      const one = episode && NUMBER.test(episode) ? `?i=${episode}` : "";
      return {
        frameSrc: `https://embed.podcasts.apple.com/${country}/podcast/${show}${one}`,
        room: { height: one ? 175 : 450 },
      };
    },
  },
  {
    name: "SoundCloud",
    hosts: ["soundcloud.com"],
    allow: "autoplay",
    frame: (url) => {
      const path = parts(url);
      if (path.length < 2 || path.length > 3 || !path.every((part) => ID.test(part))) return null;
      const track = encodeURIComponent(`https://soundcloud.com/${path.join("/")}`);
      return {
        frameSrc: `https://w.soundcloud.com/player/?url=${track}`,
        room: { height: path.includes("sets") ? 450 : 166 },
      };
    },
  },
  {
    name: "Bluesky",
    hosts: ["bsky.app", "embed.bsky.app"],
    frame: (url) => {
      const [kind, who = "", what, post = ""] = parts(url);
      const isAccount = /^(did:plc:[a-z2-7]{24}|did:web:[a-z0-9.-]{3,100}|([a-z0-9-]+\.)+[a-z]{2,})$/.test(who);
      const isPost = (kind === "profile" && what === "post") || (kind === "embed" && what === "app.bsky.feed.post");
      if (!isAccount || !isPost || !/^[a-z2-7]{13}$/.test(post)) return null;
      return {
        frameSrc: `https://embed.bsky.app/embed/${who}/app.bsky.feed.post/${post}?id=${post}`,
        room: { height: 520 },
      };
    },
  },
  {
    name: "X",
    hosts: ["x.com", "twitter.com"],
    frame: (url) => {
      const [who = "", kind, id = ""] = parts(url);
      if (!/^\w{1,15}$/.test(who) || !["status", "statuses"].includes(kind ?? "") || !NUMBER.test(id)) return null;
      return { frameSrc: `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`, room: { height: 560 } };
    },
  },
  {
    name: "Instagram",
    hosts: ["instagram.com"],
    frame: (url) => {
      const path = parts(url);
      const at = path.findIndex((part) => ["p", "reel", "tv"].includes(part));
      const id = path[at + 1] ?? "";
      if (at < 0 || at > 1 || !ID.test(id)) return null;
      return { frameSrc: `https://www.instagram.com/${path[at]}/${id}/embed/captioned/`, room: { height: 760 } };
    },
  },
  {
    name: "TikTok",
    hosts: ["tiktok.com"],
    allow: MOVING,
    frame: (url) => {
      const [who = "", kind, id = ""] = parts(url);
      if (!/^@[\w.]{1,30}$/.test(who) || !["video", "photo"].includes(kind ?? "") || !NUMBER.test(id)) return null;
      return { frameSrc: `https://www.tiktok.com/embed/v2/${id}`, room: { height: 740 } };
    },
  },
  {
    name: "Mastodon",
    hosts: null,
    frame: (url) => {
      const [who = "", id = "", ...more] = parts(url);
      const isPost = /^@\w{1,40}$/.test(who) && /^\d{15,20}$/.test(id);
      if (!isPost || more.some((part) => part !== "embed") || url.port) return null;
      return { frameSrc: `https://${url.hostname}/${who}/${id}/embed`, room: { height: 480 } };
    },
  },
];

/**
 * Where frames come from. Mastodon's are anywhere: a page that shows one names its host besides.
 */
export const EMBED_FRAME_HOSTS: readonly string[] = [
  "www.youtube-nocookie.com",
  "player.vimeo.com",
  "open.spotify.com",
  "embed.podcasts.apple.com",
  "w.soundcloud.com",
  "embed.bsky.app",
  "platform.twitter.com",
  "www.instagram.com",
  "www.tiktok.com",
];

/**
 * What an address shows in a frame; null if we know no frame for it, and then it is a link. Nothing of the address gets into
 * the frame's but what was recognised as a name or number of its provider.
 * @param given as an editor pasted it.
 */
export function embedOf(given: string): Embed | null {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (!url || !["https:", "http:"].includes(url.protocol) || url.username || url.password) return null;
  for (const { name, hosts, frame, allow = "fullscreen" } of PROVIDERS) {
    if (hosts ? !hosts.includes(hostOf(url)) : !isPublicHost(url.hostname)) continue;
    const found = frame(url);
    if (found) return { provider: name, allow, ...found };
  }
  return null;
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^(www|m|mobile)\./, "");
}

/** A name of the public web, never an address in numbers nor a machine nearby. */
function isPublicHost(host: string): boolean {
  return (
    /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(host) &&
    !/\.(local|localhost|internal|lan|home|arpa|test|invalid)$/.test(host)
  );
}

function parts({ pathname }: URL): string[] {
  return pathname.split("/").filter(Boolean);
}

/** "90", "90s" and "1h2m3s" in seconds; 0 for anything else. */
function secondsOf(time: string | null): number {
  const match = time?.match(/^(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?$/);
  if (!match) return 0;
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}
