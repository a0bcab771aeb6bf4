import { say } from "./say";

/** How long a selection must rest before a link to it is offered, in milliseconds. */
const AT_REST = 250;

/**
 * `<share-story>`: hands the story to the device's own ways to share where it has such; copies its link, and the link to a
 * passage of it that is selected. Without script it is a list of plain links.
 */
class ShareStory extends HTMLElement {
  private offered: HTMLButtonElement | undefined;
  private link = "";
  private resting: ReturnType<typeof setTimeout> | undefined;

  connectedCallback() {
    this.addEventListener("click", this);
    if (!navigator.clipboard) this.querySelector("[data-copies]")?.remove();
    else document.addEventListener("selectionchange", this);
  }

  disconnectedCallback() {
    document.removeEventListener("selectionchange", this);
  }

  handleEvent(event: Event) {
    if (event.type === "selectionchange") {
      clearTimeout(this.resting);
      this.resting = setTimeout(() => this.offerPassage(), AT_REST);
      return;
    }
    const target = event.target as Element;
    if (target.closest("[data-copy]")) {
      this.copy(this.dataset.url ?? "", this.dataset.copied);
    } else if (target.closest("summary")) this.shareByDevice(event);
  }

  private shareByDevice(event: Event) {
    const { url, name } = this.dataset;
    const story = { url, title: name };
    if (!navigator.canShare?.(story)) return;
    event.preventDefault();
    navigator.share(story).catch((error: Error) => {
      // It was there and could not be used: the list is there all the same.
      const details = this.querySelector("details");
      if (error.name !== "AbortError" && details) details.open = true;
    });
  }

  private async copy(link: string, copied: string | undefined) {
    try {
      await navigator.clipboard.writeText(link);
      say(this, copied);
    } catch {
      say(this, this.dataset.failed);
    }
  }

  /** Puts a button below what is selected of the story, next to it for the keyboard too. */
  private async offerPassage() {
    const selection = getSelection();
    const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const body = document.querySelector<HTMLElement>(".story-body");
    if (!range || !body?.contains(range.startContainer) || !body.contains(range.endContainer)) {
      if (this.offered && document.activeElement !== this.offered) this.offered.hidden = true;
      return;
    }
    // Fetched now: some browsers copy nothing once they had to wait after the click.
    const directive = (await import("./passage")).directiveTo(range);
    if (!directive) return;
    this.link = `${this.dataset.url}#:~:${directive}`;
    this.place(this.passageButton(), range, body);
  }

  private passageButton(): HTMLButtonElement | null {
    if (this.offered) return this.offered;
    const button = this.querySelector<HTMLButtonElement>("[data-passage]");
    if (!button) return null;
    // The selection must outlive the press.
    button.addEventListener("mousedown", (event) => event.preventDefault());
    button.addEventListener("click", () => {
      this.copy(this.link, this.dataset.passageCopied);
      getSelection()?.removeAllRanges();
      button.blur();
    });
    this.offered = button;
    return button;
  }

  private place(button: HTMLButtonElement | null, range: Range, body: HTMLElement) {
    if (!button) return;
    const end = range.endContainer;
    const block = (end instanceof Element ? end : end.parentElement)?.closest("p, li, h2, h3, blockquote");
    (block && body.contains(block) ? block : body).append(button);
    button.hidden = false;
    const around = (button.offsetParent ?? document.body).getBoundingClientRect();
    const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect();
    const most = around.width - button.offsetWidth;
    button.style.top = `${last.bottom - around.top + 8}px`;
    button.style.left = `${Math.min(Math.max(last.right - around.left - button.offsetWidth / 2, 0), most)}px`;
  }
}

export function startShare(): void {
  customElements.define("share-story", ShareStory);
}
