// Stories saved on this device. Each is one cache, named for its address, that holds its page, what the page needs, and a
// record of what the list says of it. There is no other list: what is listed opens, and what opens is listed.

export type SavedStory = { path: string; headline: string; standfirst: string; language: string; savedAt: number };
/** As it is kept: with a mark while its removal may still be undone. */
type Kept = SavedStory & { removed?: true };

const PREFIX = "saved ";
/** The page that lists them, for when there is no network. */
const LIST = "/saved";
/** The name of the record within a cache: no address of the site. */
const RECORD = "/saved/record";

/** Saves a story with all that its page needs. @throws if it could not be fetched or there is no room */
export async function save(story: Omit<SavedStory, "savedAt">): Promise<void> {
  try {
    await keep(PREFIX + story.path, story.path);
    await write({ ...story, savedAt: Date.now() });
    await keep(LIST, LIST);
  } catch (error) {
    await forget(story.path);
    throw error;
  }
  await navigator.serviceWorker.register("/sw.js", { updateViaCache: "none" });
}

/** The stories that are saved, the last saved first. */
export async function savedStories(): Promise<SavedStory[]> {
  return (await records()).filter((story) => !story.removed).sort((a, b) => b.savedAt - a.savedAt);
}

export async function isSaved(path: string): Promise<boolean> {
  const story = await read(PREFIX + path);
  return story !== null && !story.removed;
}

/** Takes a story off the list. It stays on the device, so that it can be put back without network, until `sweep`. */
export async function remove(path: string): Promise<void> {
  const story = await read(PREFIX + path);
  if (story) await write({ ...story, removed: true });
}

/** Puts back what was removed. */
export async function putBack(path: string): Promise<void> {
  const story = await read(PREFIX + path);
  if (story) await write({ ...story, removed: undefined });
}

/** Takes a story off the device. With the last one goes all else that was put there. */
export async function forget(path: string): Promise<void> {
  await caches.delete(PREFIX + path);
  if ((await records()).length > 0) return;
  await caches.delete(LIST);
  await (await navigator.serviceWorker.getRegistration())?.unregister();
}

/** Forgets what was removed, and what is no story, such as one that was being saved as the page was left. */
export async function sweep(): Promise<void> {
  for (const name of await names()) {
    const story = await read(name);
    if (!story || story.removed) await forget(name.slice(PREFIX.length));
  }
}

/** Whether the paper answers: what the browser knows of its network says nothing of that. */
export function reachesPaper(): Promise<boolean> {
  return fetch(LIST, { method: "HEAD", credentials: "omit", cache: "no-store" }).then(
    () => true,
    () => false,
  );
}

/**
 * Looks whether the story is still there and as it was. One that was taken down is forgotten, one that moved is saved anew.
 * @returns false if it was taken down
 */
export async function refresh(story: SavedStory): Promise<boolean> {
  const { path } = story;
  const answer = await fetch(path, { method: "HEAD", credentials: "omit", cache: "no-cache" }).catch(() => null);
  if (answer?.status === 404 || answer?.status === 410) {
    await forget(path);
    return false;
  }
  if (!answer?.ok) return true;
  const moved = new URL(answer.url).pathname;
  await keep(PREFIX + moved, moved);
  await write({ ...story, path: moved });
  if (moved !== path) await forget(path);
  return true;
}

/** Fetches a page and what it needs into a cache, and takes out of it what it needed before. */
async function keep(name: string, path: string): Promise<void> {
  const page = await fetch(path, { credentials: "omit", cache: "no-cache" });
  if (!page.ok) throw new Error(`${path} answered ${page.status}`);
  const cache = await caches.open(name);
  // Without its inline styles, of which the policy of the page that is open knows nothing.
  const markup = (await page.clone().text()).replaceAll(/\sstyle="[^"]*"|<style>[^<]*<\/style>/g, "");
  const needed = needsOf(new DOMParser().parseFromString(markup, "text/html"), path);
  await cache.put(path, page);
  for (const address of needed) {
    if (await cache.match(address)) continue;
    const answer = await fetch(address);
    if (answer.ok) await cache.put(address, answer);
  }
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== path && pathname !== RECORD && !needed.has(url)) await cache.delete(url);
  }
}

/** The style sheets, scripts, fonts and lead picture of a page, as whole addresses of this site. */
function needsOf(page: Document, path: string): Set<string> {
  const named = [
    ...[...page.querySelectorAll("link[rel=stylesheet], link[rel=preload][as=font]")].map((link) =>
      link.getAttribute("href"),
    ),
    ...[...page.querySelectorAll("script[type=module][src]")].map((script) => script.getAttribute("src")),
    // What this page loaded of the kind: fonts that style sheets name, modules that modules import.
    ...performance
      .getEntriesByType("resource")
      .map(({ name }) => (/\.woff2$|\/reader\/[^/]+\.js$/.test(name) ? name : null)),
    import.meta.url,
    location.pathname === path ? document.querySelector<HTMLImageElement>("article figure img")?.currentSrc : null,
  ];
  const addresses = named.flatMap((address) => (address ? new URL(address, location.href) : []));
  return new Set(addresses.filter(({ origin }) => origin === location.origin).map(({ href }) => href));
}

async function names(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX));
}

async function records(): Promise<Kept[]> {
  const found = await Promise.all((await names()).map(read));
  return found.filter((story) => story !== null);
}

async function read(name: string): Promise<Kept | null> {
  const kept = await caches.match(RECORD, { cacheName: name });
  return kept ? kept.json() : null;
}

async function write(story: Kept): Promise<void> {
  await (await caches.open(PREFIX + story.path)).put(RECORD, Response.json(story));
}
