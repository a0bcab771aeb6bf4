import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { isStaffAddress } from "@/lib/staff-address";
import { none, type Row } from "@/scripts/trials/report";

type Opened = { url: string; browser: string; cookies: ReadonlyMap<string, string> };

/** A browser of a reader and one of somebody of the staff, which tell of all that is not to happen. */
export type Watch = Awaited<ReturnType<typeof watched>>;

/** What a page says that something foreign is in it, as its address and what it was. */
const KINDS = ["ran", "stopped", "element", "called", "threw"] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Record<Kind, string> = {
  ran: "Scripts that ran, and dialogs",
  stopped: "Violations of a policy",
  element: "Elements and addresses that run script, in any page",
  called: "Requests to elsewhere",
  threw: "Pages that threw",
};

/** Nothing leaves this machine: what is not the paper's is asked for at a port at which nobody listens. */
const NOWHERE = { server: "http://localhost:9", bypass: "localhost" };

/** Starts a browser that watches what it opens. */
export async function watched({ url, browser, cookies }: Opened) {
  const program = await chromium.launch({ executablePath: browser, args: ["--no-sandbox"], proxy: NOWHERE });
  const found: Record<Kind, Set<string>> = {
    ran: new Set(),
    stopped: new Set(),
    element: new Set(),
    called: new Set(),
    threw: new Set(),
  };
  let opened = 0;

  async function pageOf(signedIn: boolean): Promise<Page> {
    const context = await program.newContext({ baseURL: url, acceptDownloads: false });
    if (signedIn) await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url })));
    return watchedPage(context);
  }

  async function watchedPage(context: BrowserContext): Promise<Page> {
    await context.exposeBinding("tellOfAttack", ({ page }, kind: Kind, what: string) => note(kind, page.url(), what));
    // What compiles this file names functions by it.
    await context.addInitScript("globalThis.__name ??= (named) => named");
    await context.addInitScript(watchFromWithin);
    // To stop them here as well would turn off the browser's cache: every page would read all scripts anew.
    const page = await context.newPage();
    page.on("request", (request) => {
      const to = new URL(request.url());
      if (to.origin !== url && /^https?:/.test(to.protocol)) note("called", page.url(), to.href);
    });
    page.on("dialog", async (dialog) => {
      note("ran", page.url(), `${dialog.type()} ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on("console", (message) => {
      const isOfViewer = /\.xml/.test(page.url()) && /inline style/.test(message.text());
      if (/Content Security Policy|Refused to/i.test(message.text()) && !isOfViewer)
        note("stopped", page.url(), message.text());
    });
    page.on("pageerror", (error) => note("threw", page.url(), error.message));
    return page;
  }

  function note(kind: Kind, at: string, what: string): void {
    found[kind].add(`${at.replace(url, "").slice(0, 160)}: ${what.slice(0, 300)}`);
  }

  const pages = { reader: await pageOf(false), staff: await pageOf(true) };

  async function look(page: Page): Promise<void> {
    // A page may lead on by itself as it is looked at.
    const told = await page.evaluate(foreignIn, url).catch(async () => {
      await page.waitForLoadState("load");
      return page.evaluate(foreignIn, url);
    });
    for (const what of told) note("element", page.url(), what);
  }

  return {
    url,
    get opened() {
      return opened;
    },

    /** Opens an address as whoever it is for, and looks at what is there. */
    async open(address: string): Promise<void> {
      const page = isStaffAddress(address) ? pages.staff : pages.reader;
      opened++;
      // A file that is only ever saved, and an answer without a page, are not shown: the browser stays where it is.
      await page.goto(url + address, { waitUntil: "load" }).catch((error: Error) => {
        if (!/ERR_ABORTED|Download is starting|ERR_INVALID_RESPONSE|ERR_HTTP_RESPONSE_CODE_FAILURE/.test(error.message))
          throw error;
      });
      await look(page);
    },

    /** Pastes each word as HTML and as text into a story. @returns how many the editor took notice of */
    async paste(articleId: string, words: readonly string[]): Promise<number> {
      const page = pages.staff;
      await page.goto(`${url}/newsroom/articles/${articleId}`);
      const body = page.getByRole("textbox", { name: "Body", exact: true });
      await body.waitFor();
      await body.click();
      let taken = 0;
      for (const word of words) {
        taken += await body.evaluate((element, html) => {
          const data = new DataTransfer();
          data.setData("text/html", `<p>a</p>${html}<p>b</p>`);
          data.setData("text/plain", html);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          element.dispatchEvent(event);
          return event.defaultPrevented ? 1 : 0;
        }, word);
      }
      await look(page);
      return taken;
    },

    rows(): Row[] {
      for (const kind of KINDS) {
        for (const one of [...found[kind]].slice(0, 15)) console.error(`  ${kind} ${one}`);
        if (found[kind].size > 15) console.error(`  … and ${found[kind].size - 15} more`);
      }
      return KINDS.map((kind) => none(NAMES[kind], found[kind].size));
    },

    /** Whether all kinds of things are noticed, in a page that holds them. @returns how many were not */
    async missed(): Promise<number> {
      const before = KINDS.map((kind) => found[kind].size);
      const page = pages.reader;
      // A page without a policy.
      await page.goto("about:blank");
      await page.setContent(
        `<script>alert(1)</script><a href="java&#9;script:alert(1)">x</a><img src="x" onerror="alert(1)"><iframe src="https://elsewhere.example"></iframe><script>throw new Error("thrown")</script>`,
      );
      await look(page);
      await page.goto(`${url}/`);
      // Stopped by the policy of the page that it is put into.
      await page.evaluate(() => {
        const image = document.createElement("div");
        image.innerHTML = `<img src="/x" onerror="alert(1)">`;
        document.body.append(image);
      });
      await page.waitForFunction(() => document.querySelector("[src='/x']"));
      await look(page);
      await page.waitForTimeout(300);
      return KINDS.filter((kind, index) => found[kind].size === before[index]).length;
    },

    close: () => program.close(),
  };
}

/** Runs in every page before its own scripts do. */
function watchFromWithin(): void {
  const tell = (kind: string, what: string) =>
    (window as unknown as { tellOfAttack: (kind: string, what: string) => void }).tellOfAttack(kind, what);
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sample }) => {
    // The browser's own viewer of XML writes styles into it.
    if (/xml/.test(document.contentType) && effectiveDirective.startsWith("style-src")) return;
    tell("stopped", `${effectiveDirective} ${blockedURI} ${sample}`);
  });
  for (const name of ["alert", "confirm", "prompt", "print"] as const) {
    window[name] = ((what: unknown) => tell("ran", `${name}(${String(what)})`)) as never;
  }
}

/** Runs in a page: every element, attribute and address in it that would run a script, or load one, and is not ours. */
function foreignIn(url: string): string[] {
  const isRunning = (address: string) =>
    /^(?:javascript|vbscript|livescript|data|blob|mhtml|view-source):/i.test(address);
  const isPicture = (address: string) => /^(?:data:image\/(?!svg)|blob:)/i.test(address);
  const told: string[] = [];
  const roots: ParentNode[] = [document];
  for (let root = roots.pop(); root; root = roots.pop()) {
    for (const element of root.querySelectorAll("*")) {
      const { shadowRoot, localName: name, attributes } = element;
      if (shadowRoot) roots.push(shadowRoot);
      // Only of what is told: of every element it would write the whole page again and again.
      const tell = () => told.push(element.outerHTML.slice(0, 120));
      if (["object", "embed", "applet", "base", "frame", "frameset", "portal"].includes(name)) tell();
      if (name === "iframe" && element.getAttribute("srcdoc") !== null) tell();
      if (name === "meta" && /refresh|set-cookie/i.test(element.getAttribute("http-equiv") ?? "")) tell();
      if (name === "script") {
        const source = element.getAttribute("src");
        const isOurs = source === null || new URL(source, url).origin === url;
        if (!isOurs || element.namespaceURI === "http://www.w3.org/2000/svg") tell();
      }
      for (const { name: attribute, value } of attributes) {
        if (/^on/i.test(attribute)) tell();
        if (
          !/^(?:href|src|action|formaction|data|poster|xlink:href|to|from|values|background|ping|cite)$/i.test(
            attribute,
          )
        )
          continue;
        // As browsers read it: without what is around it, and without tabs and ends of lines within.
        const address = value.replace(/^[\0- ]+/, "").replace(/[\t\n\r]/g, "");
        // React's own, until its scripts take the form over; the policy would stop it.
        if (address.startsWith("javascript:throw new Error('A React form was unexpectedly submitted.")) continue;
        if (isRunning(address) && !(isPicture(address) && /^(?:img|source|video|audio|link|image)$/.test(name))) tell();
      }
    }
  }
  return told;
}
