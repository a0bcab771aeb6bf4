/** How far a finger must go to ask for the next picture, in pixels. */
const SWIPE = 48;

/**
 * Shows a figure large, in the dialog that the page brings, with the ways to the others of its set: those whose
 * `data-lightbox` says the same.
 */
export function openLightbox(dialog: HTMLDialogElement, figure: HTMLElement): void {
  const set = [...document.querySelectorAll<HTMLElement>("[data-lightbox]")].filter(
    (other) => other.dataset.lightbox === figure.dataset.lightbox && other.querySelector("img"),
  );
  lightboxOf(dialog).show(set, set.indexOf(figure));
  dialog.showModal();
}

const lightboxes = new WeakMap<HTMLDialogElement, ReturnType<typeof setUp>>();

function lightboxOf(dialog: HTMLDialogElement) {
  const lightbox = lightboxes.get(dialog) ?? setUp(dialog);
  lightboxes.set(dialog, lightbox);
  return lightbox;
}

function setUp(dialog: HTMLDialogElement) {
  const part = (name: string) => dialog.querySelector<HTMLElement>(`[data-${name}]`);
  const [place, caption, count] = [part("place"), part("caption"), part("count")];
  const steps = dialog.querySelectorAll<HTMLElement>('[data-do="previous"], [data-do="next"]');
  const isForward = getComputedStyle(dialog).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const prepared = new Map<HTMLElement, Element>();
  let set: HTMLElement[] = [];
  let at = 0;

  function picture(figure: HTMLElement | undefined) {
    if (figure && !prepared.has(figure)) prepared.set(figure, large(figure));
    return figure && prepared.get(figure);
  }

  function show(figures: HTMLElement[], index: number) {
    set = figures;
    // After the last comes the first.
    at = (index + set.length) % set.length;
    const figure = set[at];
    place?.replaceChildren(picture(figure) ?? "");
    const said = figure?.querySelector("figcaption");
    caption?.replaceChildren(...(said?.cloneNode(true).childNodes ?? []));
    for (const step of steps) step.hidden = set.length < 2;
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
    if (count) {
      const words = (count.dataset.count ?? "").replace("{at}", number.format(at + 1));
      count.textContent = set.length < 2 ? "" : words.replace("{of}", number.format(set.length));
    }
    // What is asked for next is there already.
    for (const next of [at + 1, at - 1]) picture(set[(next + set.length) % set.length]);
  }

  const go = (by: number) => set.length > 1 && show(set, at + by);

  dialog.addEventListener("click", ({ target }) => {
    const asked = (target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (asked === "next") go(1);
    else if (asked === "previous") go(-1);
    else if (asked === "close" || target === dialog) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      go(event.key === isForward ? 1 : -1);
    }
  });
  let from: number | null = null;
  place?.addEventListener("pointerdown", (event) => {
    const zoomed = (visualViewport?.scale ?? 1) > 1;
    from = event.pointerType === "mouse" || !event.isPrimary || zoomed ? null : event.clientX;
  });
  place?.addEventListener("pointerup", (event) => {
    const by = from === null ? 0 : event.clientX - from;
    if (Math.abs(by) >= SWIPE) go(by < 0 === (isForward === "ArrowRight") ? 1 : -1);
    from = null;
  });
  return { show };
}

/** The figure's picture as wide as the screen lets it be. */
function large(figure: HTMLElement): Element {
  const image = figure.querySelector("img");
  const part = figure.querySelector<HTMLAnchorElement>("[data-whole]");
  if (image && part) return wholeOf(image, part);
  const copy = (image?.closest("picture") ?? image)?.cloneNode(true) as HTMLElement;
  const shown = copy instanceof HTMLImageElement ? copy : copy.querySelector("img");
  const sizes = sizesOf(image?.width ?? 1, image?.height || 1);
  for (const source of copy.querySelectorAll("source")) source.sizes = sizes;
  if (shown) {
    shown.sizes = sizes;
    shown.loading = "eager";
    for (const name of ["class", "style", "fetchpriority"]) shown.removeAttribute(name);
  }
  return copy;
}

/** The whole of a picture of which a part stands in the page. */
function wholeOf({ alt }: HTMLImageElement, { href, dataset }: HTMLAnchorElement): Element {
  const [width = 1, height = 1] = (dataset.size ?? "").split(" ").map(Number);
  const sizes = sizesOf(width, height);
  return Object.assign(new Image(width, height), { alt, sizes, srcset: dataset.whole, src: href });
}

function sizesOf(width: number, height: number): string {
  return `min(100vw, calc(100vh * ${width / height}))`;
}
