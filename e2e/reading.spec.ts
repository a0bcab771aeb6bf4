import { expect, expectAccessible, test } from "./test";

const PATHS = [
  "/",
  "/harbour",
  "/city?page=1",
  "/topics/ferries",
  "/bylines/ines-carvalhal",
  "/bylines/halldora-quist",
  "/opinion/a-bridge-is-a-promise",
  "/culture/rain",
];

for (const path of PATHS) {
  test(`${path} is accessible in light and dark, with one main heading`, async ({ page }) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await page.goto(path))?.status()).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      await expectAccessible(page);
    }
  });
}

test.describe("With scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader finds a story from the front, reads it whole, and goes on", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "Sections" }).getByRole("link", { name: "Science" }).click();
    await expect(page.getByRole("heading", { name: "Science", level: 1 })).toBeVisible();
    await page.getByRole("link", { name: "The tide gauge in the cellar" }).first().click();
    await expect(page.getByRole("heading", { name: "The tide gauge in the cellar", level: 1 })).toBeVisible();
    await expect(page.locator("article time").first()).toHaveAttribute("datetime", /^\d{4}-\d\d-\d\dT/);
    await expect(page.locator("article img").first()).toBeVisible();
    await page.getByRole("link", { name: "Mirjam Tveitt" }).first().click();
    await expect(page.getByRole("heading", { name: "Mirjam Tveitt", level: 1 })).toBeVisible();
  });

  test("what is not there is said so, with the way on", async ({ page }) => {
    expect((await page.goto("/harbour/never-written"))?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible();
    for (const path of [
      "/no-such-section",
      "/topics/no-such",
      "/bylines/no-such",
      "/harbour?page=99",
      "/harbour?page=x",
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
  });
});

for (const path of ["/", "/science/the-tide-gauge-in-the-cellar", "/harbour/the-mud-that-came-back"]) {
  test(`Nothing in ${path} moves while it loads, nor as one reads on, however late its type comes`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const moved = { by: 0 };
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.by += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    let send = () => {};
    const isDrawn = new Promise<void>((resolve) => {
      send = resolve;
    });
    await page.route("**/fonts/*", async (route) => {
      await isDrawn;
      await route.continue();
    });
    await page.goto(path, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    send();
    await page.waitForLoadState("networkidle");
    for (const image of await page.locator("main img").all()) {
      await image.scrollIntoViewIfNeeded();
      await expect(image).toHaveJSProperty("complete", true);
    }
    await page.waitForLoadState("networkidle");
    // What labels may move, whose face takes the place of a fallback of its measures.
    expect(await page.evaluate(() => (window as unknown as { moved: { by: number } }).moved.by)).toBeLessThan(0.005);
  });
}

test("On a screen of 320 pixels, or at four times the size, no page is wider than the screen @once", async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of [...PATHS, "/search?q=harbour", "/archive", "/about", "/saved", "/never-written"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, path).toBeLessThanOrEqual(0);
  }
});

test("The first Tab leads past what every page begins with @once", async ({ page }) => {
  for (const path of ["/", "/harbour", "/science/the-tide-gauge-in-the-cellar", "/search?q=harbour"]) {
    await page.goto(path);
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expect(skip, path).toBeFocused();
    await expect(skip, path).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main"), path).toBeFocused();
  }
});

test("Not found is accessible", async ({ page }) => {
  await page.goto("/never-written");
  await expectAccessible(page);
});

test("Older stories are pages of their own", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Older stories" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});

test("A story tells machines what it tells readers @once", async ({ page, baseURL }) => {
  await page.goto("/science/the-tide-gauge-in-the-cellar");
  const canonical = `${baseURL}/science/the-tide-gauge-in-the-cellar`;
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", canonical);
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute("content", "article");
  await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute("content", "summary_large_image");
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  const data = blocks.flatMap((block) => {
    const parsed = JSON.parse(block);
    return parsed["@graph"] ?? [parsed];
  });
  const story = data.find((item) => item["@type"] === "NewsArticle");
  expect(story.headline).toBe("The tide gauge in the cellar");
  expect(story.datePublished).toMatch(/T\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$|Z$/);
  expect(story.author[0].url).toContain("/bylines/");
  const ratios = await Promise.all(
    story.image.map(async (image: string | { url: string }) => {
      const answer = await page.request.get(typeof image === "string" ? image : image.url);
      expect(answer.status()).toBe(200);
      expect(answer.headers()["cache-control"]).toContain("immutable");
      return page.evaluate(
        async (bytes) => {
          const bitmap = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
          return Math.round((bitmap.width / bitmap.height) * 100) / 100;
        },
        [...(await answer.body())],
      );
    }),
  );
  expect(ratios.sort()).toEqual([1, 1.33, 1.78]);
});

test("Every page says what it is to those who share it and find it @once", async ({ page, baseURL }) => {
  for (const [path, canonical] of [
    ["/", "/"],
    ["/?page=2", "/?page=2"],
    ["/city?page=1", "/city"],
    ["/topics/ferries", "/topics/ferries"],
    ["/bylines/ines-carvalhal", "/bylines/ines-carvalhal"],
    ["/science/the-tide-gauge-in-the-cellar?utm_source=x", "/science/the-tide-gauge-in-the-cellar"],
  ] as const) {
    await page.goto(path);
    const said = (name: string) =>
      page.locator(`meta[property="${name}"], meta[name="${name}"]`).first().getAttribute("content");
    const address = await page.locator('link[rel="canonical"]').getAttribute("href");
    expect(new URL(address ?? "").href, path).toBe(new URL(canonical, baseURL).href);
    await expect(page, path).toHaveTitle(/The Halyard/);
    expect(await said("description"), path).toMatch(/\w{3}/);
    expect(await said("og:title"), path).toBeTruthy();
    expect(await said("og:locale"), path).toBe("en_GB");
    await expect(page.locator('link[rel="alternate"][type="application/rss+xml"]').last(), path).toHaveAttribute(
      "href",
      `${baseURL}/rss.xml`,
    );
    if (path === "/?page=2") continue;
    expect(await said("og:image:alt"), path).toMatch(/\w{3}/);
    expect(Number(await said("og:image:width")), path).toBeGreaterThanOrEqual(600);
    expect((await page.request.get((await said("og:image")) ?? "")).headers()["content-type"], path).toBe("image/jpeg");
  }
  for (const icon of ["/favicon.ico", "/icons/apple-icon.png", "/icons/icon.svg"]) {
    expect((await page.request.get(icon)).headers()["content-type"], icon).toContain("image/");
  }
});

test("Feeds, sitemap and robots answer as what they are @once", async ({ page }) => {
  const types = {
    "/rss.xml": "application/rss+xml",
    "/city/rss.xml": "application/rss+xml",
    "/sitemap.xml": "application/xml",
    "/robots.txt": "text/plain",
  };
  for (const [path, type] of Object.entries(types)) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers()["content-type"], path).toContain(type);
    if (type.includes("xml")) {
      const error = await page.evaluate(
        (xml) => new DOMParser().parseFromString(xml, "text/xml").querySelector("parsererror")?.textContent,
        await answer.text(),
      );
      expect(error, path).toBeUndefined();
    }
  }
  expect((await page.request.get("/nothing/rss.xml")).status()).toBe(404);
});

test("No draft is anywhere that a reader can look @once", async ({ page }) => {
  const drafts = ["Empty homes tax", "The pencil drawing in the appendix", "new conductor", "Friday buns"];
  const seen = new Set<string>();
  const queue = ["/", "/rss.xml", "/sitemap.xml"];
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const text = await (await page.request.get(path)).text();
    for (const draft of drafts) expect(text, path).not.toContain(draft);
    for (const [, href] of text.matchAll(
      /(?:href="|<loc>https?:\/\/[^/]+)(\/(?!_next|newsroom|media|sign-in)[^"#<]*)/g,
    )) {
      if (href) queue.push(href.replaceAll("&amp;", "&"));
    }
  }
  expect(seen.size).toBeGreaterThan(80);
});

test("Readers' pages hold no editor, no session and no client component of ours @once", async ({ page }) => {
  for (const path of [
    "/",
    "/harbour",
    "/science/the-tide-gauge-in-the-cellar",
    "/topics/ferries",
    "/bylines/ines-carvalhal",
  ]) {
    const answer = await page.request.get(path);
    expect(answer.headers()["set-cookie"], path).toBeUndefined();
    const html = await answer.text();
    const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src]) => src ?? "");
    let weight = 0;
    for (const src of scripts) {
      const script = await (await page.request.get(src)).text();
      weight += script.length;
      expect(script, src).not.toMatch(/prosemirror|tiptap|base-ui|useActionState\)\(/i);
    }
    expect(weight, "no more than Next's own").toBeLessThan(700_000);
  }
});

test("A story prints without chrome @once", async ({ page }) => {
  await page.goto("/science/the-tide-gauge-in-the-cellar");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Sections" })).toBeHidden();
});
