/** How long something said stays to be read, in milliseconds. */
const SHOWN_FOR = 5000;

const clearing = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Says something in the element's live region: seen for a while, and read out. */
export function say(element: Element, words: string | undefined): void {
  const region = element.querySelector('[role="status"]');
  if (!region || !words) return;
  clearTimeout(clearing.get(region));
  region.textContent = words;
  clearing.set(
    region,
    setTimeout(() => {
      region.textContent = "";
    }, SHOWN_FOR),
  );
}
