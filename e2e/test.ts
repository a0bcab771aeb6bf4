import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Browser,
  type BrowserContext,
  test as base,
  type Cookie,
  expect,
  type Locator,
  type Page,
} from "@playwright/test";
import type * as Axe from "axe-core";
import { EDITION, PASSWORD } from "./servers";

declare const axe: typeof Axe;

export { expect } from "@playwright/test";

/** Somebody of the demonstration newsroom for each role. */
export const PEOPLE = {
  owner: "owner@example.test",
  editor: "mirjam.tveitt@halyard.example",
  reporter: "ines.carvalhal@halyard.example",
  contributor: "samira.eltoukhy@halyard.example",
} as const;

type Fixtures = {
  /** Fails the test if a page throws, or a script is stopped by its policy. */
  faultless: undefined;
};

export const test = base.extend<Fixtures>({
  faultless: [
    async ({ browser, context }, use) => {
      const faults: string[] = [];
      await attend(context, faults);
      // Those of others too, whom a test has a browser for.
      const newContext = browser.newContext.bind(browser);
      browser.newContext = async (options) => attend(await newContext(options), faults);
      await use(undefined);
      browser.newContext = newContext;
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** How many times slower than the machine the pages' processor is, to see what only slow machines show. */
const THROTTLE = Number(process.env.THROTTLE ?? 1);

async function attend(context: BrowserContext, faults: string[]): Promise<BrowserContext> {
  context.on("weberror", (error) => faults.push(error.error().message));
  context.on("console", (message) => {
    if (/Content Security Policy|Hydration|hydrat/i.test(message.text())) faults.push(message.text());
  });
  await context.addInitScript(() => {
    // React tells its developers' tools once what it drew can be used, and its effects are done.
    const hook = {
      supportsFiber: true,
      inject: () => 1,
      onPostCommitFiberRoot: () => Object.assign(window, { alive: true }),
    };
    Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: hook });
  });
  context.on("page", (page) => {
    const [goto, reload, goBack] = [page.goto.bind(page), page.reload.bind(page), page.goBack.bind(page)];
    page.goto = async (...to) => untilAlive(page, await goto(...to));
    page.reload = async (...by) => untilAlive(page, await reload(...by));
    page.goBack = async (...by) => untilAlive(page, await goBack(...by));
    if (THROTTLE > 1) void throttle(page);
  });
  return context;
}

/**
 * Waits until scripts answer to what is done on a page of the newsroom: what is clicked or pressed before is lost, as to
 * somebody who is quicker than their browser.
 */
export async function untilAlive<T>(page: Page, outcome?: T): Promise<T> {
  await page.waitForFunction(() => !("__next_f" in window) || "alive" in window);
  return outcome as T;
}

async function throttle(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: THROTTLE });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Finds nothing wrong with the page for people who use it otherwise than by sight and mouse. */
export async function expectAccessible(page: Page): Promise<void> {
  // What a page is called may come last of it.
  await expect(page).toHaveTitle(/\S/);
  // Run in the page itself: through @axe-core/playwright, which looks into frames too, it takes six times as long.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    axe.run(document, { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } }),
  );
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.target.join(" ")),
  }));
  expect(told, `axe on ${page.url()}`).toEqual([]);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `pixels too wide: ${page.url()}`).toBeLessThanOrEqual(0);
}

/** As `expectAccessible`, on a phone too: for a journey whose promise does not depend on the width. */
export async function expectAccessibleAtBothWidths(page: Page): Promise<void> {
  const wide = page.viewportSize();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page);
  if (wide) await page.setViewportSize(wide);
}

/** The cookies of who signed in before in this process, and when. */
const signedIn = new Map<string, { cookies: Cookie[]; at: number }>();

/** What is asked again of who does what matters is asked after a quarter of an hour: they signed in lately. */
const LATELY = 8 * 60_000;

/**
 * Signs somebody in to the edition, and goes nowhere. By their session where they have one: that the door lets them in has
 * journeys of its own.
 */
export async function signIn(page: Page, email: string): Promise<void> {
  const context = page.context();
  const kept = signedIn.get(email);
  if (kept && Date.now() - kept.at < LATELY) {
    await context.addCookies(kept.cookies);
    if ((await context.request.get(`${EDITION.url}/newsroom/notices/count`)).ok()) return;
  }
  const door = await context.browser()?.newContext();
  if (!door) throw new Error("There is no browser");
  const at = Date.now();
  await signInByForm(await door.newPage(), email);
  const cookies = await door.cookies();
  await door.close();
  signedIn.set(email, { cookies, at });
  await context.addCookies(cookies);
}

/** Signs somebody in at the door, which leads to the first page of the newsroom. */
export async function signInByForm(page: Page, email: string, { password = PASSWORD, site = EDITION.url } = {}) {
  await page.goto(`${site}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await untilAlive(page);
}

/** A browser of their own, signed in as somebody. */
export async function pageOf(browser: Browser, email: string, like: Page): Promise<Page> {
  const context = await browser.newContext({ viewport: like.viewportSize(), baseURL: EDITION.url });
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

/** Begins a story and waits for its screen. */
export async function newArticle(page: Page): Promise<void> {
  await page.goto("/newsroom/articles");
  await page.getByRole("button", { name: "New article" }).click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeVisible();
}

/** Waits until all that was typed is on the server. */
export async function untilSaved(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
}

/** Goes on by the Tab key until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${control} cannot be reached by ${key}`);
}

/** Opens the Insert menu of the body and chooses from it. */
export async function insert(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

/** Writes what a story needs before it may be published. */
export async function writeStory(page: Page, { headline, text }: { headline: string; text: string }): Promise<void> {
  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("What happened, in a sentence.");
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.type(text);
  await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await untilSaved(page);
}

/** Publishes the story on the screen, and gives the address at which readers find it. */
export async function publish(page: Page, button: "Publish" | "Publish update" = "Publish"): Promise<string> {
  await page.getByRole("button", { name: button, exact: true }).click();
  const dialog = page.getByRole("dialog");
  if (button === "Publish update") await dialog.getByLabel("What changed").fill("The text was changed.");
  await dialog.getByRole("button", { name: button, exact: true }).click();
  await expect(dialog).toBeHidden();
  const standing = page.getByRole("status", { name: "Where the story is" });
  await expect(standing.getByText("Published", { exact: true })).toBeVisible();
  return (await standing.getByRole("link", { name: "View on site" }).getAttribute("href")) ?? "";
}

/** A picture drawn in the browser, as a file of the type asked for. */
export async function drawnPicture(page: Page, colour: string, type = "image/png"): Promise<Buffer> {
  const data = await page.evaluate(
    ([fill, mime]) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 1600, height: 1000 });
      const pen = canvas.getContext("2d");
      if (!pen || !fill) return "";
      pen.fillStyle = fill;
      pen.fillRect(0, 0, 1600, 1000);
      pen.fillStyle = "#ffffff";
      pen.fillRect(300, 200, 400, 500);
      return canvas.toDataURL(mime).split(",")[1] ?? "";
    },
    [colour, type],
  );
  return Buffer.from(data, "base64");
}
