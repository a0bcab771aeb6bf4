/** How long a story must be before a reader's eyes to count as read, in milliseconds. */
const READ_AFTER = 10_000;

type Asked = { globalPrivacyControl?: boolean; doNotTrack?: string | null };

/**
 * Counts one reading of the story on this page, with the story's identity and nothing of the reader's: once it was before
 * them for ten seconds, or they scrolled to its end. Whoever asks not to be tracked is not counted.
 */
export function startBeacon(): void {
  const story = document.querySelector<HTMLElement>("[data-article]");
  const { globalPrivacyControl, doNotTrack } = navigator as Asked;
  if (!story || globalPrivacyControl || doNotTrack === "1") return;

  let seen = 0;
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A page that is rendered ahead, or lies in another tab, is hidden.
  const look = () => {
    clearTimeout(timer);
    if (since !== undefined) seen += performance.now() - since;
    since = isSeen() ? performance.now() : undefined;
    if (since !== undefined) timer = setTimeout(count, READ_AFTER - seen);
  };
  const end = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && count());
  const count = () => {
    if (!isSeen()) return;
    clearTimeout(timer);
    end.disconnect();
    for (const change of CHANGES) document.removeEventListener(change, look);
    navigator.sendBeacon("/api/readings", story.dataset.article);
  };

  look();
  for (const change of CHANGES) document.addEventListener(change, look);
  const foot = story.querySelector(".story-body > :last-child");
  if (foot) document.addEventListener("scroll", () => end.observe(foot), { once: true, passive: true });
}

const CHANGES = ["visibilitychange", "prerenderingchange"];

function isSeen(): boolean {
  return document.visibilityState === "visible" && !(document as { prerendering?: boolean }).prerendering;
}
