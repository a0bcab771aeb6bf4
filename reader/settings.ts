import { recall, remember } from "./memory";

/** What a reader may choose: names of `data-` attributes of the document, and of the radio buttons. */
const CHOICES = ["theme", "textSize"] as const;
type Choice = (typeof CHOICES)[number];

/** As nothing is remembered. */
const USUAL: Record<Choice, string> = { theme: "system", textSize: "normal" };

/** `<reader-settings>`: radio buttons for theme and text size, which are kept on this device. */
class ReaderSettings extends HTMLElement {
  connectedCallback() {
    this.addEventListener("change", this);
    // A choice shown before React took the page over would be shown as React has it.
    this.addEventListener("toggle", this, true);
    this.show();
  }

  handleEvent({ type, target }: Event) {
    if (type === "change" && target instanceof HTMLInputElement) {
      const name = target.name as Choice;
      remember(name, target.value === USUAL[name] ? null : target.value);
      applySettings();
    } else this.show();
  }

  private show() {
    for (const input of this.querySelectorAll("input")) {
      input.checked = (recall(input.name) ?? USUAL[input.name as Choice]) === input.value;
    }
  }
}

/** Puts what is remembered upon the document. The same is done before the first paint: see reader/before-paint.ts. */
function applySettings(): void {
  const root = document.documentElement;
  for (const name of CHOICES) {
    const value = recall(name);
    if (value === null) delete root.dataset[name];
    else root.dataset[name] = value;
  }
  // The browser's own bars go with the page.
  if (root.dataset.theme) {
    const { backgroundColor } = getComputedStyle(root);
    for (const meta of document.querySelectorAll("meta[name=theme-color]"))
      meta.setAttribute("content", backgroundColor);
  }
}

export function startSettings(): void {
  customElements.define("reader-settings", ReaderSettings);
  if (recall("theme")) applySettings();
  // Chosen in another tab, or while this page was kept or rendered ahead.
  window.addEventListener("storage", applySettings);
  window.addEventListener("pageshow", applySettings);
}
