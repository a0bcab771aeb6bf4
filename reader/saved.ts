import {
  forget,
  isSaved,
  putBack,
  reachesPaper,
  refresh,
  remove,
  type SavedStory,
  save,
  savedStories,
  sweep,
} from "./saving";

type Say = (words: string | undefined) => void;

/** Shows on a story's button whether the story is saved, and has a saved one brought up to date. */
export async function showSaved(element: HTMLElement): Promise<void> {
  const { path = "" } = element.dataset;
  const saved = await isSaved(path);
  press(element, saved);
  const story = saved && (await savedStories()).find((other) => other.path === path);
  if (story && navigator.onLine) await refresh(story);
}

/** Saves the story of the button, or takes it off the device. */
export async function toggleSaved(element: HTMLElement, say: Say): Promise<void> {
  const { path = "", headline = "", standfirst = "", language = "" } = element.dataset;
  if (await isSaved(path)) {
    await forget(path);
    press(element, false);
    return say(element.dataset.removed);
  }
  try {
    await save({ path, headline, standfirst, language });
    press(element, true);
    say(element.dataset.saved);
  } catch {
    say(element.dataset.failed);
  }
}

function press(element: HTMLElement, saved: boolean): void {
  element.querySelector("button")?.setAttribute("aria-pressed", String(saved));
}

/** Fills the list of saved stories, and keeps it in order: what was taken down goes, what is removed can be put back. */
export async function listSaved(element: HTMLElement, say: Say): Promise<void> {
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-${name}]`);
  const [list, row, gone, empty, offline] = [part("list"), part("row"), part("gone"), part("empty"), part("offline")];
  if (!list || !row || !gone || !empty || !offline) return;
  await sweep();
  const stories = await savedStories();
  list.replaceChildren(...stories.map((story) => rowOf(story)));
  const showEmpty = () => {
    empty.hidden = list.childElementCount > 0;
  };
  showEmpty();
  element.dataset.ready = "";

  function rowOf(story: SavedStory): HTMLElement {
    const item = row?.cloneNode(true) as HTMLElement;
    const link = item.querySelector("a");
    if (link) Object.assign(link, { href: story.path, textContent: story.headline });
    const standfirst = item.querySelector("[data-standfirst]");
    if (standfirst) standfirst.textContent = story.standfirst;
    const headline = link?.parentElement;
    for (const told of [headline, standfirst]) {
      told?.setAttribute("lang", story.language);
      told?.setAttribute("dir", "auto");
    }
    const time = item.querySelector("time");
    if (time) {
      time.dateTime = new Date(story.savedAt).toISOString();
      const day = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { dateStyle: "long" });
      time.textContent = day.format(story.savedAt);
    }
    const button = named(item, story);
    button?.addEventListener("click", async () => {
      await remove(story.path);
      const undo = goneOf(story);
      item.replaceWith(undo);
      undo.querySelector("button")?.focus();
      say(element.dataset.removed?.replace("{headline}", story.headline));
    });
    return item;
  }

  function goneOf(story: SavedStory): HTMLElement {
    const item = gone?.cloneNode(true) as HTMLElement;
    named(item, story)?.addEventListener("click", async () => {
      await putBack(story.path);
      const back = rowOf(story);
      item.replaceWith(back);
      back.querySelector("a")?.focus();
    });
    return item;
  }

  const isOnline = await reachesPaper();
  // Offline this page stands in for any that was not saved.
  offline.hidden = isOnline && location.pathname === "/saved";
  if (!isOnline) return;
  for (const story of stories) {
    if (await refresh(story)) continue;
    const item = [...list.children].find((other) => other.querySelector("a")?.getAttribute("href") === story.path);
    item?.remove();
    showEmpty();
    say(element.dataset.takenDown?.replace("{headline}", story.headline));
  }
}

/** Says in an item's words which story it is about. @returns its button */
function named(item: HTMLElement, { headline }: SavedStory): HTMLButtonElement | null {
  const words = item.querySelector("[data-words]");
  if (words) words.textContent = (words.textContent ?? "").replace("{headline}", headline);
  const button = item.querySelector("button");
  const label = button?.getAttribute("aria-label");
  if (label) button?.setAttribute("aria-label", label.replace("{headline}", headline));
  return button;
}
