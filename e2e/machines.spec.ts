import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import Database from "better-sqlite3";
import sharp from "sharp";
import { startProgram } from "./program";
import { EDITION, PASSWORD } from "./servers";
import { expect, PEOPLE, publish, signIn, test, writeStory } from "./test";

type Data = { "@type": string; [property: string]: unknown };

/** What a page tells machines, as a parser of HTML and JSON reads it. */
async function dataOf(page: Page, address: string): Promise<Data[]> {
  expect((await page.goto(address))?.status(), address).toBe(200);
  const scripts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return scripts.map((text) => JSON.parse(text));
}

const only = (data: readonly Data[], type: RegExp) => {
  const found = data.filter((one) => type.test(one["@type"]));
  expect(found, String(type)).toHaveLength(1);
  return found[0] as Data;
};

/** Where a story of a section is found, by its headline. */
async function addressOf(request: APIRequestContext, section: string, headline: string): Promise<string> {
  const { items } = await (await request.get(`/${section}/feed.json`)).json();
  const { url } = items.find(({ title }: { title: string }) => title.startsWith(headline));
  return url;
}

const metaOf = (page: Page) => (property: string) =>
  page.locator(`meta[property="${property}"], meta[name="${property}"]`).first().getAttribute("content");

test("Every kind of page tells machines what it is @once", async ({ page }) => {
  const front = await dataOf(page, "/");
  expect(only(front, /^NewsMediaOrganization$/)).toMatchObject({ name: "The Halyard", url: `${EDITION.url}/` });
  expect(only(front, /^WebSite$/)).toMatchObject({ potentialAction: { "@type": "SearchAction" } });
  const lists = { "/harbour": "Harbour", "/topics/ferries": "Ferries" };
  for (const [address, name] of Object.entries(lists)) {
    const data = await dataOf(page, address);
    expect(only(data, /^CollectionPage$/), address).toMatchObject({ name, url: EDITION.url + address });
    expect(only(data, /^BreadcrumbList$/).itemListElement, address).toHaveLength(2);
  }
  const profile = only(await dataOf(page, "/bylines/ines-carvalhal"), /^ProfilePage$/);
  expect(profile).toMatchObject({ mainEntity: { "@type": "Person", url: `${EDITION.url}/bylines/ines-carvalhal` } });
});

test("The paper names every policy by a page that can be opened @once", async ({ page }) => {
  const paper = only(await dataOf(page, "/"), /^NewsMediaOrganization$/);
  const policies = [
    "ethicsPolicy",
    "correctionsPolicy",
    "ownershipFundingInfo",
    "masthead",
    "actionableFeedbackPolicy",
  ];
  for (const policy of policies) {
    expect((await page.request.get(String(paper[policy]))).status(), policy).toBe(200);
  }
});

test("A story tells its kind, people, times and pictures, and stands in its section @once", async ({ page }) => {
  const kinds = {
    "NewsArticle|city": "Cordwain Bridge stays shut",
    "OpinionNewsArticle|opinion": "A bridge is a promise",
    "AnalysisNewsArticle|city": "What a night bus costs",
    "ReviewNewsArticle|culture": "The Salt Wife",
    "AdvertiserContentArticle|culture": "Five things that taste better",
  };
  for (const [kind, headline] of Object.entries(kinds)) {
    const [type, section] = kind.split("|") as [string, string];
    const address = await addressOf(page.request, section, headline);
    const data = await dataOf(page, address);
    const story = only(data, /Article$/);
    expect(story, headline).toMatchObject({
      "@type": type,
      url: address,
      headline: await page.getByRole("heading", { level: 1 }).textContent(),
      publisher: { "@type": "NewsMediaOrganization" },
    });
    for (const date of [story.datePublished, story.dateModified]) {
      expect(date, headline).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    }
    for (const { url } of story.author as { url: string }[]) {
      expect((await page.request.get(url)).status(), headline).toBe(200);
    }
    for (const image of (story.image ?? []) as { contentUrl: string; creditText: string }[]) {
      expect((await page.request.get(image.contentUrl)).headers()["content-type"], headline).toBe("image/jpeg");
      expect(image.creditText, headline).toBeTruthy();
    }
    expect(only(data, /^BreadcrumbList$/).itemListElement, headline).toHaveLength(3);
    expect(await metaOf(page)("robots"), headline).toBe("max-image-preview:large");
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", address);
  }
  const review = await dataOf(page, await addressOf(page.request, "culture", "The Salt Wife"));
  expect(only(review, /^ReviewNewsArticle$/)).toMatchObject({
    itemReviewed: { name: "The Salt Wife, Lanyard Theatre" },
    reviewRating: { ratingValue: 4 },
  });
});

test("A story and its translation lead machines to each other @once", async ({ page }) => {
  const arabic = only(await dataOf(page, "/science/lead-strip-arabic"), /Article$/);
  expect(arabic).toMatchObject({ inLanguage: "ar", translator: [{ "@type": "Person" }] });
  const { url } = arabic.translationOfWork as { url: string };
  const original = only(await dataOf(page, url), /Article$/);
  expect(original.workTranslation).toMatchObject([
    { url: `${EDITION.url}/science/lead-strip-arabic`, inLanguage: "ar" },
  ]);
  for (const address of ["/science/lead-strip-arabic", url]) {
    await page.goto(address);
    const others = page.locator('head link[rel="alternate"][hreflang]');
    expect(await others.evaluateAll((links) => links.map((link) => link.getAttribute("hreflang")).sort())).toEqual([
      "ar",
      "en-GB",
      "x-default",
    ]);
  }
});

test("Feeds answer 304 to who has them: of the site, a section, a topic, a person, a series @once", async ({
  page,
}) => {
  const part = await dataOf(page, await addressOf(page.request, "city", "Midnight: the voice of the hospital"));
  const { url: series } = only(part, /Article$/).isPartOf as { url: string };
  const pages = ["", "/harbour", "/topics/ferries", "/bylines/ines-carvalhal", series.slice(EDITION.url.length)];
  for (const at of pages) {
    for (const file of ["rss.xml", "atom.xml", "feed.json"]) {
      const address = `${at}/${file}`;
      const whole = await page.request.get(address);
      expect(whole.status(), address).toBe(200);
      const headers = { "if-none-match": whole.headers().etag ?? "" };
      const held = await page.request.get(address, { headers });
      expect([held.status(), (await held.body()).length], address).toEqual([304, 0]);
    }
  }
  await page.goto(series);
  await expect(page.locator('link[type="application/rss+xml"]').first()).toHaveAttribute("href", `${series}/rss.xml`);
});

test("A headline that is code is shown as itself to readers and machines, and has a card until it is taken down @once", async ({
  page,
}) => {
  const headline = `</script><b>&amp;"'${Date.now()}`;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline, text: "It is what it says." });
  const address = await publish(page);
  const desk = page.url();

  expect(only(await dataOf(page, address), /^NewsArticle$/).headline).toBe(headline);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
  await expect(page).toHaveTitle(new RegExp(headline.replace(/[^\w\s]/g, "\\$&")));
  const said = metaOf(page);
  expect(await said("og:title")).toBe(headline);
  expect(await said("twitter:card")).toBe("summary_large_image");
  const { items } = await (await page.request.get("/feed.json")).json();
  expect(items.some(({ title }: { title: string }) => title === headline)).toBe(true);
  for (const file of ["/rss.xml", "/atom.xml", "/news-sitemap.xml"]) {
    const titles = await page.evaluate(async (of) => {
      const parsed = new DOMParser().parseFromString(await (await fetch(of)).text(), "application/xml");
      return [...parsed.querySelectorAll("title, *|title")].map((title) => title.textContent);
    }, file);
    expect(titles, file).toContain(headline);
  }

  const card = (await said("og:image")) ?? "";
  expect(card).toContain(`/share${new URL(address, EDITION.url).pathname}.png`);
  const drawn = await page.request.get(card);
  expect(drawn.headers()["content-type"]).toBe("image/png");
  expect(await sharp(await drawn.body()).metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
  expect((await page.request.get(card)).headers()["server-timing"]).toContain("desc=hit");

  await page.goto(desk);
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(dialog).toBeHidden();
  expect((await page.request.get(card)).status()).toBe(410);
});

test("A story that has a picture, and an address where there is none, have no card @once", async ({ request }) => {
  const pictured = await addressOf(request, "city", "Cordwain Bridge stays shut");
  for (const address of [pictured.slice(EDITION.url.length), "/harbour/never-written", ""]) {
    expect((await request.get(`/share${address}.png`)).status(), address).toBe(404);
  }
});

test("What machines ask of a site comes from its settings, and so do those who are told of what is new @once", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-machines-"));
  const told: URLSearchParams[] = [];
  const hub = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      told.push(new URLSearchParams(body));
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => hub.listen(0, "127.0.0.1", resolve));
  const owner = { OWNER_EMAIL: PEOPLE.owner, OWNER_PASSWORD: PASSWORD };
  const files = ["/ads.txt", "/.well-known/security.txt", "/0123456789abcdef.txt"];

  const before = await startProgram(folder, owner);
  for (const file of files) expect((await fetch(before.url + file)).status, file).toBe(404);
  const icon = await fetch(`${before.url}/favicon.ico`);
  expect(icon.headers.get("content-type")).toContain("image/");
  await before.end();

  const database = new Database(path.join(folder, "masthead.db"));
  const machines = {
    adsTxt: "ads.example, 1, DIRECT",
    security: { contact: "mailto:security@paper.example" },
    indexNowKey: "0123456789abcdef",
    webSubHub: `http://127.0.0.1:${(hub.address() as AddressInfo).port}/`,
  };
  database.prepare("update settings set machines = ?").run(JSON.stringify(machines));
  // As publishing leaves it; what is told of which article has its own tests.
  database
    .prepare(
      "insert into jobs (id, kind, payload, run_at, attempts) values ('ping', 'ping-hub', '{\"events\":[]}', 0, 0)",
    )
    .run();
  database.close();

  const after = await startProgram(folder, owner);
  const textOf = async (file: string) => {
    const response = await fetch(after.url + file);
    expect(response.headers.get("content-type"), file).toContain("text/plain");
    expect(response.headers.get("server-timing"), file).not.toContain("pass");
    return response.text();
  };
  expect(await textOf("/ads.txt")).toBe("ads.example, 1, DIRECT\n");
  const security = await textOf("/.well-known/security.txt");
  expect(security).toContain("Contact: mailto:security@paper.example\n");
  const expires = Date.parse(/^Expires: (.+)$/m.exec(security)?.[1] ?? "");
  expect(expires).toBeGreaterThan(Date.now());
  expect(await textOf("/0123456789abcdef.txt")).toBe("0123456789abcdef");
  expect((await fetch(`${after.url}/0123456789abcdeX.txt`)).status).toBe(404);
  expect(await (await fetch(`${after.url}/manifest.webmanifest`)).json()).toMatchObject({
    start_url: "/",
    icons: [{}, {}],
  });
  await expect.poll(() => told.length, { timeout: 60_000 }).toBe(1);
  expect(told[0]?.getAll("hub.url")).toContain(
    `${new URL(after.url).origin.replace("127.0.0.1", "localhost")}/rss.xml`,
  );
  await after.end();
  hub.close();
  rmSync(folder, { recursive: true, force: true });
});
