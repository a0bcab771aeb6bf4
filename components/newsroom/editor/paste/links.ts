/** What is added to addresses to follow people, and says nothing of where they lead. */
const TRACKING =
  /^(utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ttclid|twclid|igshid|igsh|li_fat_id|mc_[ce]id|mkt_tok|_hsenc|_hsmi|vero_id|oly_(anon|enc)_id|srsltid|cmpid|s_cid)$/i;

/** Pages that do nothing but lead on, by host and path, and the parameter that says where. */
const DETOURS: [RegExp, string][] = [
  [/^(www\.)?google\.[a-z.]+\/url$/i, "q"],
  [/^lm?\.(facebook|instagram)\.com\/(l\.php)?$/i, "u"],
  [/\.safelinks\.protection\.outlook\.com\/$/i, "url"],
];

/** An address of the web without what was added to it to follow people; of a page that only leads on, where it leads. */
export function plainAddress(href: string): string {
  if (!/^https?:/i.test(href) || !URL.canParse(href)) return href;
  const url = new URL(href);
  const detour = DETOURS.find(([page]) => page.test(url.host + url.pathname));
  const target = detour && url.searchParams.get(detour[1]);
  if (target && /^https?:/i.test(target)) return plainAddress(target);
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  if (tracking.length === 0) return href;
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** A text in which no address follows anybody. */
export function withoutTracking(text: string): string {
  return text.replace(/https?:\/\/[^\s<>"]+/gi, plainAddress);
}
