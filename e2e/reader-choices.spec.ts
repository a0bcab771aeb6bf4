import type { Page } from "@playwright/test";
import { storyPath } from "@/db/seed/edition/content";
import { longestIllustratedPath } from "@/db/seed/edition/longest";
import { expect, expectAccessible, tabTo, test } from "./test";

const STORY = longestIllustratedPath();

const settingsOf = (page: Page) => page.locator("summary[aria-label='Reading settings']");
/** One without a table of contents: axe measures what of a link can be seen, and of one under an open sheet that may be little. */
const SHARED = storyPath("herring");
const shareOf = (page: Page) => page.locator("summary", { hasText: "Share" });

/** Keeps how each frame of a page was drawn until it was loaded: the theme, the paper's colour and the size of text. */
async function watchFrames(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const drawn = new Set<string>();
    Object.assign(window, { drawn });
    const look = () => {
      const root = document.documentElement;
      const { backgroundColor, fontSize } = getComputedStyle(root);
      if (document.body) drawn.add(`${root.dataset.theme ?? "system"}, ${backgroundColor}, ${fontSize}`);
      if (document.readyState !== "complete") requestAnimationFrame(look);
    };
    // Called before each frame is painted, and not before what holds painting back has come.
    requestAnimationFrame(look);
  });
  return () => page.evaluate(() => [...(window as unknown as { drawn: Set<string> }).drawn]);
}

async function choose(page: Page, name: string): Promise<void> {
  await settingsOf(page).click();
  await page.getByRole("radio", { name, exact: true }).check();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("radio", { name, exact: true })).toBeHidden();
}

const looksOf = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, fontSize } = getComputedStyle(document.documentElement);
    return { backgroundColor, fontSize: Number.parseFloat(fontSize) };
  });

for (const [device, chosen] of [
  ["light", "Dark"],
  ["dark", "Light"],
] as const) {
  test(`A reader whose device is ${device} chooses ${chosen}, and no frame of the next page is drawn otherwise`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: device });
    const frames = await watchFrames(page);
    await page.goto("/");
    const before = await looksOf(page);
    await expect.poll(frames).toEqual([`system, ${before.backgroundColor}, ${before.fontSize}px`]);

    await choose(page, chosen);
    const after = await looksOf(page);
    expect(after.backgroundColor).not.toBe(before.backgroundColor);
    for (const path of [STORY, "/harbour"]) {
      await page.goto(path);
      const wanted = `${chosen.toLowerCase()}, ${after.backgroundColor}, ${before.fontSize}px`;
      await expect.poll(frames, { message: path }).toEqual([wanted]);
      await expect(page.locator("meta[name=theme-color]").first(), path).toHaveAttribute(
        "content",
        after.backgroundColor,
      );
    }

    await choose(page, "As on my device");
    await page.goto("/");
    await expect.poll(frames).toEqual([`system, ${before.backgroundColor}, ${before.fontSize}px`]);
    await page.emulateMedia({ colorScheme: device === "light" ? "dark" : "light" });
    expect((await looksOf(page)).backgroundColor).toBe(after.backgroundColor);
  });
}

test("Text comes in three sizes, which hold at the next page from its first frame on, and nothing gets too wide", async ({
  page,
}) => {
  const frames = await watchFrames(page);
  await page.goto(STORY);
  const paragraph = page.locator(".story-body p").first();
  const sizeOf = () => paragraph.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  const sizes = [await sizeOf()];
  for (const name of ["Large", "Largest"]) {
    await choose(page, name);
    const { fontSize } = await looksOf(page);
    await page.goto(STORY);
    await expect.poll(frames, { message: name }).toEqual([expect.stringContaining(`, ${fontSize}px`)]);
    sizes.push(await sizeOf());
    await expectAccessible(page);
  }
  for (const path of ["/", "/harbour", "/search?q=harbour", "/archive", "/about", "/bylines/ines-carvalhal"]) {
    await page.goto(path);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `pixels too wide in the largest text: ${path}`).toBeLessThanOrEqual(0);
  }
  await page.goto(STORY);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(new Set(sizes).size).toBe(3);
  await choose(page, "Normal");
  await page.goto(STORY);
  expect(await sizeOf()).toBe(sizes[0]);
});

test("Theme and text size are chosen by keyboard alone, and the sheet closes where it was opened", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(STORY);
    await tabTo(page, settingsOf(page));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("radio", { name: "As on my device" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("radio", { name: "As on my device" })).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(page.getByRole("radio", { name: "Light", exact: true })).toBeChecked();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("radio", { name: "Normal", exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("radio", { name: "Normal", exact: true })).toBeHidden();
    await expect(settingsOf(page)).toBeFocused();
    // It opens again, and closes as one goes on.
    await page.keyboard.press("Space");
    await expect(page.getByRole("radio", { name: "Normal", exact: true })).toBeVisible();
    await page.keyboard.press("Shift+Tab");
    await expect(page.getByRole("radio", { name: "Normal", exact: true })).toBeHidden();
  }
});

test("A story is shared by keyboard alone, and the sheet closes where it was opened", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(SHARED);
    await tabTo(page, shareOf(page));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: "By e-mail" })).toBeVisible();
    await expectAccessible(page);
    await tabTo(page, page.getByRole("link", { name: /^Share on / }).last());
    await page.keyboard.press("Escape");
    await expect(page.getByRole("link", { name: "By e-mail" })).toBeHidden();
    await expect(shareOf(page)).toBeFocused();
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("link", { name: /^Share on / }).last());
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "By e-mail" })).toBeHidden();
  }
});

test("Nothing moves for whoever asked for less motion @once", async ({ page }) => {
  await page.goto(STORY);
  const motionOf = (reducedMotion: "reduce" | "no-preference") =>
    page.emulateMedia({ reducedMotion }).then(() =>
      page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("div"));
        Object.assign(probe.style, { transition: "opacity 1s", animation: "none 2s", scrollBehavior: "smooth" });
        const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(probe);
        probe.remove();
        const longest = Math.max(
          ...[...document.querySelectorAll("*")].flatMap((element) => {
            const style = getComputedStyle(element);
            return [style.transitionDuration, style.animationDuration].flatMap((all) =>
              all.split(",").map((one) => Number.parseFloat(one)),
            );
          }),
        );
        return {
          seconds: [transitionDuration, animationDuration].map((one) => Number.parseFloat(one)),
          scrollBehavior,
          longest,
        };
      }),
    );
  expect(await motionOf("no-preference")).toMatchObject({ seconds: [1, 2], scrollBehavior: "smooth" });
  const reduced = await motionOf("reduce");
  expect(Math.max(...reduced.seconds, reduced.longest)).toBeLessThan(0.001);
  expect(reduced.scrollBehavior).toBe("auto");
});

test("Links are followed ahead of the reader, never to staff's pages, files, or what is made for one asker @once", async ({
  page,
}) => {
  // What is worth fetching ahead the browser decides itself: here it is asked which rules it understood, and what they fit.
  const devtools = await page.context().newCDPSession(page);
  const rules: { errorType?: string; errorMessage?: string }[] = [];
  devtools.on("Preload.ruleSetUpdated", ({ ruleSet }) => rules.push(ruleSet));
  await devtools.send("Preload.enable");
  for (const path of ["/", STORY]) {
    rules.length = 0;
    await page.goto(path);
    await expect.poll(() => rules.length, { message: path }).toBeGreaterThan(0);
    for (const { errorType, errorMessage } of rules) expect(errorType, errorMessage).toBeUndefined();
    const fits = await page.evaluate(
      (addresses) => {
        type Rule = { where: { and: [{ href_matches: string }, { not: { href_matches: string[] } }] } };
        const told = document.querySelector("script[type=speculationrules]")?.textContent ?? "";
        const { prefetch, prerender } = JSON.parse(told) as { prefetch: Rule[]; prerender: Rule[] };
        const matches = (pattern: string, address: string) =>
          new URLPattern(pattern, location.href).test(address, location.href);
        return addresses.filter((address) =>
          [...prefetch, ...prerender].some(({ where: { and } }) => {
            const [all, { not }] = and;
            return matches(all.href_matches, address) && !not.href_matches.some((one) => matches(one, address));
          }),
        );
      },
      [
        ...["/", "/harbour", STORY, "/?page=2", "/topics/ferries", "/archive/2026/11", "/about"],
        ...["/newsroom", "/newsroom/articles", "/newsroom/articles/x?y=z", "/sign-in", "/sign-in?next=%2Fnewsroom"],
        ...["/setup", "/invitation/secret", "/api/health", "/media/a/b.jpg", "/search", "/search?q=harbour", "/saved"],
        ...["/rss.xml", "/harbour/rss.xml", "/harbour/feed.json", "/robots.txt", "https://else.example/"],
      ],
    );
    expect(fits, path).toEqual(["/", "/harbour", STORY, "/?page=2", "/topics/ferries", "/archive/2026/11", "/about"]);
  }
});

// The front is led by what journeys publish, with a picture or without.
for (const path of ["/culture", STORY]) {
  test(`The lead picture of ${path} is asked for in the head, once, at the width that the screen needs`, async ({
    browser,
    page: like,
    baseURL,
  }) => {
    for (const deviceScaleFactor of [1, 2]) {
      const context = await browser.newContext({ viewport: like.viewportSize(), deviceScaleFactor, baseURL });
      const page = await context.newPage();
      const asked: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(path, { waitUntil: "networkidle" });
      const lead = page.locator("main picture:has(img[fetchpriority=high])").first();
      const source = lead.locator("source").first();
      const srcset = (await source.getAttribute("srcset")) ?? "";
      const link = page.locator(`head link[rel=preload][as=image][imagesrcset="${srcset}"]`);
      await expect(link).toHaveCount(1);
      for (const name of ["sizes", "type"] as const) {
        const said = (await source.getAttribute(name)) ?? "";
        await expect(link).toHaveAttribute(name === "sizes" ? "imagesizes" : name, said);
      }
      const shown = await lead.locator("img").evaluate((image: HTMLImageElement) => {
        const [entry] = performance.getEntriesByName(image.currentSrc) as PerformanceResourceTiming[];
        return {
          file: image.currentSrc,
          by: entry?.initiatorType,
          needed: image.clientWidth * window.devicePixelRatio,
        };
      });
      expect(shown.by, "who asked for it first").toBe("link");
      // Of the files of this picture one was fetched, and once.
      const files = srcset.split(", ").map((file) => file.split(" ") as [string, string]);
      const fetched = asked.filter((url) => files.some(([src]) => new URL(url).pathname === src));
      expect(fetched).toEqual([shown.file]);
      const widths = files.map(([, width]) => Number.parseInt(width, 10));
      const width = widths[files.findIndex(([src]) => shown.file.endsWith(src))] ?? 0;
      expect(
        widths.filter((other) => other >= shown.needed && other < width),
        "narrower ones that would do",
      ).toEqual([]);
      // Browsers take one that is somewhat narrower if the next is far too wide.
      if (width < Math.max(...widths)) expect(width).toBeGreaterThan(shown.needed * 0.7);
      await context.close();
    }
  });
}
