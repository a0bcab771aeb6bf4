import { recall, remember } from "./memory";
import { say } from "./say";

/** The providers whose frames this reader wants without being asked, by name. */
const ALWAYS = "embeds";

/**
 * `<embed-frame>`: the frame of another site in place of the link to it, once the reader asks for it. Until then nothing of
 * that site is loaded.
 */
class EmbedFrame extends HTMLElement {
  connectedCallback() {
    this.addEventListener("click", this);
    if (isWanted(this.dataset.provider)) this.load();
  }

  handleEvent({ target }: Event) {
    const { provider = "" } = this.dataset;
    const asked = (target as Element).closest<HTMLElement>("button[data-do]")?.dataset.do;
    if (asked === "load") this.load().focus();
    if (asked === "always") {
      want(provider, true);
      for (const other of document.querySelectorAll<EmbedFrame>("embed-frame")) {
        if (other.dataset.provider === provider) other.load();
      }
      this.querySelector("iframe")?.focus();
    }
    if (asked === "no-longer") {
      want(provider, false);
      delete this.dataset.always;
      say(this, this.dataset.noLonger);
      this.querySelector("iframe")?.focus();
    }
  }

  /** Shows the frame, once. */
  private load(): HTMLIFrameElement {
    this.dataset.loaded = "";
    if (isWanted(this.dataset.provider)) this.dataset.always = "";
    const shown = this.querySelector("iframe");
    if (shown) return shown;
    const { embed: src = "", allow = "", name: title = "" } = this.dataset;
    const iframe = Object.assign(document.createElement("iframe"), {
      title,
      allow,
      loading: "lazy",
      referrerPolicy: "strict-origin-when-cross-origin",
    });
    iframe.sandbox.value =
      "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-forms allow-presentation";
    iframe.src = src;
    this.querySelector("[data-place]")?.append(iframe);
    this.fit(iframe, new URL(src).origin);
    return iframe;
  }

  /** A post says how tall it is, Mastodon's once it was asked. */
  private fit(iframe: HTMLIFrameElement, origin: string) {
    iframe.addEventListener("load", () => iframe.contentWindow?.postMessage({ type: "setHeight", id: 1 }, origin));
    window.addEventListener("message", ({ source, data }) => {
      const height = Number(data?.height);
      const stage = this.querySelector<HTMLElement>(".embed-stage");
      if (!stage || source !== iframe.contentWindow || !(height > 80 && height < 3000)) return;
      iframe.style.height = `${height}px`;
      stage.style.minHeight = "0";
    });
  }
}

function wanted(): string[] {
  return (recall(ALWAYS) ?? "").split(",").filter(Boolean);
}

function isWanted(provider = ""): boolean {
  return wanted().includes(provider);
}

function want(provider: string, yes: boolean): void {
  const others = wanted().filter((name) => name !== provider);
  remember(ALWAYS, [...others, ...(yes ? [provider] : [])].join() || null);
}

export function startEmbeds(): void {
  customElements.define("embed-frame", EmbedFrame);
}
