import type { Browser, Page } from "@playwright/test";
import { EDITION } from "./servers";
import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

async function reader(browser: Browser, like: Page): Promise<Page> {
  return (await browser.newContext({ viewport: like.viewportSize(), baseURL: EDITION.url })).newPage();
}

const said = (page: Page) => page.getByRole("status").filter({ hasText: "Saved." });

test("A page about the paper is edited and readers see it at once; unpublished it is nowhere @once", async ({
  page,
  browser,
}) => {
  const slug = "verification";
  const readers = await reader(browser, page);
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/about");
  await expectAccessibleAtBothWidths(page);
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: `/about/${slug}` }) });
  await expect(row.getByText("Live", { exact: true })).toBeVisible();
  await row.getByRole("link").first().click();

  const title = page.getByLabel("Title");
  const text = page.getByRole("textbox", { name: "Text" });
  await expect(text).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const before = await title.inputValue();
  await title.fill(`${before}, told anew`);
  await text.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`Said on a desktop.`);
  await page.getByRole("button", { name: "Publish changes" }).click();
  await expect(said(page)).toContainText("Readers see it");

  await readers.goto(`/about/${slug}`);
  await expect(readers.getByRole("heading", { name: `${before}, told anew`, level: 1 })).toBeVisible();
  await expect(readers.getByText(`Said on a desktop.`)).toBeVisible();
  await expect(readers.locator("link[rel=canonical]")).toHaveAttribute("href", `${EDITION.url}/about/${slug}`);
  await expectAccessibleAtBothWidths(readers);
  const link = readers.getByRole("contentinfo").getByRole("link", { name: `${before}, told anew` });
  await readers.goto("/");
  await link.click();
  await expect(readers).toHaveURL(`${EDITION.url}/about/${slug}`);

  await page.getByLabel("Readers see this page").uncheck();
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(said(page)).toContainText("Readers do not see this page");
  await expect(page.getByRole("button", { name: "Save draft" })).toBeVisible();
  expect((await readers.goto(`/about/${slug}`))?.status()).toBe(404);
  await expectAccessibleAtBothWidths(readers);
  for (const path of ["/", "/about"]) {
    await readers.goto(path);
    await expect(readers.getByRole("link", { name: `${before}, told anew` })).toHaveCount(0);
  }
  const sitemap = await (await readers.request.get("/sitemaps/pages.xml")).text();
  expect(sitemap).not.toContain(`/about/${slug}<`);

  await title.fill(before);
  await page.getByLabel("Readers see this page").check();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(said(page)).toContainText("Readers see it");
  expect((await readers.goto(`/about/${slug}`))?.status()).toBe(200);
});

test("Who saves a page that somebody else saved meanwhile is told so, and keeps what they wrote @once", async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.owner);
  const other = await pageOf(browser, PEOPLE.editor, page);
  for (const desk of [page, other]) {
    await desk.goto("/newsroom/about/unnamed-sources");
    await desk.getByRole("textbox", { name: "Text" }).click();
    await desk.keyboard.press("ControlOrMeta+Home");
  }
  await other.keyboard.type("Theirs. ");
  await other.getByRole("button", { name: "Publish changes" }).click();
  await expect(said(other)).toBeVisible();

  await page.keyboard.type("Ours. ");
  await page.getByRole("button", { name: "Publish changes" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody else saved this page" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Text" })).toContainText("Ours.");
  await expectAccessible(page);
  const readers = await reader(browser, page);
  await readers.goto("/about/unnamed-sources");
  await expect(readers.getByText("Theirs.")).toBeVisible();
  await expect(readers.getByText("Ours.")).toHaveCount(0);

  // Leaving asks first.
  const asked = page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "All about pages" }).click();
  await asked;
  await expect(page.getByRole("textbox", { name: "Text" })).toContainText("Ours.");

  // Who has seen theirs may write upon it, time and again.
  await other.getByRole("textbox", { name: "Text" }).click();
  await other.keyboard.type("Once more. ");
  const answered = other.waitForResponse((response) => response.request().method() === "POST");
  await other.getByRole("button", { name: "Publish changes" }).click();
  await answered;
  await expect(other.getByRole("alert").filter({ hasText: "Somebody else" })).toHaveCount(0);
  await readers.reload();
  await expect(readers.getByText("Once more.")).toBeVisible();
});

test("An accent of too little contrast is refused, and the nearest that can be read is offered @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/settings/appearance");
  await expectAccessibleAtBothWidths(page);
  const accent = page.getByLabel("Accent", { exact: true });
  await accent.fill("#ffd54a");
  await expect(page.getByRole("list", { name: "Contrast" })).toContainText("1.2 : 1");
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("button", { name: "Save appearance" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "too little contrast" })).toBeVisible();
  await expect(accent).toBeFocused();
  await expect(accent).toHaveValue("#ffd54a");
  await page.getByRole("button", { name: /^Take #/ }).click();
  await expect(accent).not.toHaveValue("#ffd54a");
  await expect(page.getByRole("list", { name: "Contrast" })).not.toContainText("Too little");
});

test("The looks that an owner chooses are those of the next reader's page @once", async ({ page, browser }) => {
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/settings/appearance");
  const readers = await reader(browser, page);
  const root = readers.locator("html");
  await page.getByLabel("Accent", { exact: true }).fill("#0b4f86");
  await page.getByRole("radio", { name: /Source Serif/ }).check();
  await page.getByRole("button", { name: "Save appearance" }).click();
  await expect(said(page)).toBeVisible();
  await readers.goto("/about");
  await expect(root).toHaveAttribute("data-typeface", "source-serif");
  await expect(root).toHaveCSS("--color-accent", /#0b4f86/);

  await page.getByRole("button", { name: "Use the house’s own" }).click();
  await page.getByRole("radio", { name: /Newsreader/ }).check();
  await expect(said(page)).toBeHidden();
  await page.getByRole("button", { name: "Save appearance" }).click();
  await expect(said(page)).toBeVisible();
  await readers.reload();
  await expect(root).toHaveAttribute("data-typeface", "newsreader");
});

test("The contact page says how to reach the paper, the masthead who is on the staff @once", async ({
  page,
  browser,
}) => {
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/settings/organisation");
  await page.getByLabel("Telephone").fill("ring the bell");
  await page.getByRole("button", { name: "Save organisation" }).click();
  await expect(page.getByLabel("Telephone")).toBeFocused();
  await page.getByLabel("Telephone").fill("+44 1632 960 777");
  await page.getByRole("button", { name: "Save organisation" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The organisation is saved." })).toBeVisible();

  const readers = await reader(browser, page);
  await readers.goto("/about/contact");
  await expect(readers.getByRole("link", { name: "+44 1632 960 777" })).toHaveAttribute("href", "tel:+441632960777");
  await expect(readers.getByRole("link", { name: "corrections@halyard.example" })).toBeVisible();
  await readers.goto("/about/masthead");
  const staff = readers.getByRole("region", { name: "Staff" }).getByRole("listitem");
  await expect(staff.first()).toContainText("Adaeze Nnorom");
  await staff.getByRole("link", { name: "Inês Carvalhal" }).click();
  await expect(readers.getByRole("heading", { name: "Inês Carvalhal", level: 1 })).toBeVisible();
});

test("People tell readers of themselves, and are told what is wrong with it @once", async ({ page, browser }) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/account");
  const languages = page.getByLabel("Languages");
  await languages.fill("English, Elvish");
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(languages).toBeFocused();
  await expect(page.getByRole("alert").filter({ hasText: "Elvish" })).toBeVisible();
  await languages.fill("English, Finnish");
  await page.getByLabel("Based in").fill(`The night desk`);
  await page.getByRole("button", { name: "Add a link" }).click();
  await page.keyboard.type("Notebook");
  await page
    .getByLabel(/^Address \d/)
    .last()
    .fill("https://notebook.example/");
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("button", { name: "Save profile" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your profile is saved." })).toBeVisible();

  const readers = await reader(browser, page);
  await readers.goto("/bylines/ines-carvalhal");
  for (const told of ["English, Finnish", `The night desk`]) {
    await expect(readers.getByText(told)).toBeVisible();
  }
  await expect(readers.getByRole("link", { name: "Notebook" })).toHaveAttribute("href", "https://notebook.example/");
  await expectAccessibleAtBothWidths(readers);
});

test("A guest without an account gets a byline and a portrait from the library, is credited, and readers see both @once", async ({
  page,
  browser,
}, info) => {
  const name = `Gwen Guest ${info.project.name}`;
  const file = `portrait-${info.project.name}.png`;
  const readers = await reader(browser, page);
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/bylines");
  await page.getByRole("button", { name: "New guest byline" }).click();
  const making = page.getByRole("dialog", { name: "New guest byline" });
  await making.getByRole("textbox", { name: "Name" }).fill(name);
  await making.getByRole("textbox", { name: "Title" }).fill("Lock keeper");
  await expectAccessibleAtBothWidths(page);
  await making.getByRole("button", { name: "Create byline" }).click();
  await expect(page.getByText("The profile opens with the first published story")).toBeVisible();

  await page.getByRole("button", { name: "Choose portrait" }).click();
  const picker = page.getByRole("dialog", { name: "Choose a picture" });
  const buffer = await drawnPicture(page, "#246");
  await picker.locator("input[type=file]").setInputFiles({ name: file, mimeType: "image/png", buffer });
  await picker.getByRole("button", { name: `Use this picture ${file}` }).click();
  await expect(picker).toBeHidden();
  await expect(page.getByRole("group", { name: "Portrait" }).getByRole("img")).toBeVisible();
  await page.getByRole("button", { name: "Save byline" }).click();
  await expect(page.getByText("The byline is saved.")).toBeVisible();
  await page.reload();
  const chosen = page.getByRole("group", { name: "Portrait" }).getByRole("img");
  await chosen.scrollIntoViewIfNeeded();
  await expect.poll(() => chosen.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  const picked = await chosen.evaluate((img: HTMLImageElement) => img.currentSrc);
  await expectAccessibleAtBothWidths(page);
  // Until a story of theirs is out, readers have neither the page nor the picture.
  const profile = `/bylines/gwen-guest-${info.project.name}`;
  expect((await readers.request.get(profile)).status()).toBe(404);
  expect((await readers.request.get(picked)).status()).toBe(404);

  await writeStory(page, { headline: `Kept by ${name}`, text: "The lock was kept." });
  await page.getByRole("combobox", { name: "Bylines" }).fill("Gwen");
  await page.getByRole("option", { name }).click();
  await page.keyboard.press("Escape");
  await untilSaved(page);
  const address = await publish(page);
  await readers.goto(address);
  await readers.getByRole("article").getByRole("link", { name, exact: true }).first().click();
  await expect(readers).toHaveURL(EDITION.url + profile);
  await expect(readers.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expect(readers.getByText("Lock keeper").first()).toBeVisible();
  const portrait = readers.getByRole("img", { name: new RegExp(name) });
  await expect.poll(() => portrait.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(readers.getByRole("link", { name: `Kept by ${name}` }).first()).toBeVisible();
  expect((await readers.request.get(picked)).status()).toBe(200);
  await expectAccessibleAtBothWidths(readers);
});

test("A section gets a colour and sub-topics, and its other particulars stay @once", async ({ page, browser }) => {
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/sections");
  await page.getByRole("button", { name: "Edit Science" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Accent", { exact: true }).fill("#00ff88");
  await dialog.getByRole("combobox", { name: "Sub-topics" }).fill("weath");
  await page.getByRole("option", { name: "Weather" }).click();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Save section" }).click();
  await expect(dialog.getByRole("alert")).toContainText("too little contrast");
  await dialog.getByLabel("Accent", { exact: true }).fill("#2f6b2f");
  await dialog.getByRole("button", { name: "Save section" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Sub-topics: Weather")).toBeVisible();
  await page.getByRole("button", { name: "Edit Science" }).click();
  await expect(dialog.getByLabel("Remove Weather")).toBeVisible();
  await expect(dialog.getByLabel("Accent", { exact: true })).toHaveValue("#2f6b2f");
  const readers = await reader(browser, page);
  expect((await readers.goto("/science"))?.status()).toBe(200);
});

test("Readers can use every page about the paper, staff every page of its settings", async ({ page }) => {
  await page.goto("/about");
  await expectAccessible(page);
  const paths = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(paths.length).toBeGreaterThanOrEqual(7);
  for (const path of ["/about/contact", "/about/masthead", "/about/ethics"]) {
    expect(paths).toContain(path);
    await page.goto(path);
    await expectAccessible(page);
  }
  await signIn(page, PEOPLE.owner);
  for (const path of ["settings", "settings/organisation", "settings/machines", "about/corrections", "bylines"]) {
    await page.goto(`/newsroom/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});

test("Pages about the paper and settings are refused to those whose role they are not @once", async ({
  page,
  browser,
}) => {
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  for (const path of ["about", "about/ethics", "settings/appearance", "settings/organisation", "settings/machines"]) {
    expect((await reporter.goto(`/newsroom/${path}`))?.status(), path).toBe(403);
    await expect(reporter.getByRole("heading", { name: "Not for your role" })).toBeVisible();
    await expect(reporter.getByRole("navigation", { name: "Settings" })).toHaveCount(0);
  }
  const editor = await pageOf(browser, PEOPLE.editor, page);
  expect((await editor.goto("/newsroom/settings/appearance"))?.status()).toBe(403);
  expect((await editor.goto("/newsroom/about/elsewhere"))?.status()).toBe(404);
});
