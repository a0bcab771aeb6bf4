/** What is shared: a whole address, and what stands there. */
export type Shared = { url: string; title: string };

const NETWORKS: Record<string, (url: string, title: string) => string> = {
  WhatsApp: (url, title) => `https://wa.me/?text=${title}%20${url}`,
  Facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  Bluesky: (url, title) => `https://bsky.app/intent/compose?text=${title}%20${url}`,
  X: (url, title) => `https://x.com/intent/post?text=${title}&url=${url}`,
  LinkedIn: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
};

/** Plain links by which a story is shared on the networks: nothing of theirs is loaded until one is followed. */
export function shareLinks({ url, title }: Shared): { network: string; href: string }[] {
  return Object.entries(NETWORKS).map(([network, linkTo]) => ({
    network,
    href: linkTo(encodeURIComponent(url), encodeURIComponent(title)),
  }));
}

/** The link by which a story is sent by e-mail. */
export function mailLink({ url, title }: Shared): string {
  return `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n\n${url}`)}`;
}
