// What every page for readers loads. It stays small: what is not needed before somebody asks comes as a chunk of its own.
// Chunks get what they need from here handed over: an import back would make one more file of what both share.
import { startBeacon } from "./beacon";
import { startEmbeds } from "./embeds";
import { startPopovers } from "./popovers";
import { say } from "./say";
import { startSettings } from "./settings";
import { startShare } from "./share";

/** `<listen-to>`: reads the story out. */
class ListenTo extends HTMLElement {
  connectedCallback() {
    if (!("speechSynthesis" in window)) this.hidden = true;
    this.addEventListener("click", this, { once: true });
  }

  async handleEvent() {
    const { listen } = await import("./listen");
    await listen(this, (words) => say(this, words));
  }
}

/** Whether this device can keep stories: over plain HTTP none can. */
const canSave = "caches" in window && "serviceWorker" in navigator;

/** `<save-story>`: keeps the story on this device, to be read without network. */
class SaveStory extends HTMLElement {
  async connectedCallback() {
    this.hidden = !canSave;
    if (!canSave) return;
    this.addEventListener("click", this);
    if (await caches.has(`saved ${this.dataset.path}`)) (await import("./saved")).showSaved(this);
  }

  async handleEvent({ target }: Event) {
    if (!(target as Element).closest("button")) return;
    (await import("./saved")).toggleSaved(this, (words) => say(this, words));
  }
}

/** `<saved-stories>`: the list of them. */
class SavedStories extends HTMLElement {
  async connectedCallback() {
    if (canSave) (await import("./saved")).listSaved(this, (words) => say(this, words));
    else this.querySelector<HTMLElement>("[data-unable]")?.removeAttribute("hidden");
  }
}

/** A click on the picture of a figure that links to its file opens it large. */
function startLightbox(): void {
  document.addEventListener("click", async (event) => {
    const { target, button, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (button || altKey || ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return;
    const figure = target.closest("a")?.closest<HTMLElement>("[data-lightbox]");
    const dialog = document.querySelector<HTMLDialogElement>("dialog.lightbox");
    if (!figure || !dialog || target.closest("figcaption")) return;
    event.preventDefault();
    (await import("./lightbox")).openLightbox(dialog, figure);
  });
}

startSettings();
startPopovers();
startShare();
startEmbeds();
startLightbox();
startBeacon();
customElements.define("listen-to", ListenTo);
customElements.define("save-story", SaveStory);
customElements.define("saved-stories", SavedStories);
