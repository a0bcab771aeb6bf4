import type { Locator, Page } from "@playwright/test";
import { PASSWORD } from "./servers";
import {
  expect,
  expectAccessible,
  newArticle,
  PEOPLE,
  pageOf,
  signIn,
  tabTo,
  test,
  untilAlive,
  untilSaved,
  writeStory,
} from "./test";

const headlineOf = (page: Page) => page.getByRole("textbox", { name: "Headline" });

test("Enter means what was typed, not what was found for its first letters @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/articles/topics?q=Shi*", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.getByRole("combobox", { name: "Topics" }).focus();
  await page.keyboard.type("S");
  await expect(page.getByRole("option", { name: "Fishing" })).toBeVisible();
  await page.keyboard.type("hipp");
  await page.keyboard.press("Enter");
  release();
  await expect(page.getByLabel("Remove Shipping")).toBeVisible();
  await expect(page.getByLabel("Remove Fishing")).toBeHidden();
});

test("A story is written and published by keyboard alone @once", async ({ page }) => {
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(PEOPLE.editor);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "New article" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Body" })).toBeVisible();

  await tabTo(page, headlineOf(page));
  await page.keyboard.type("Harbour wall holds");
  await page.keyboard.press("Enter");
  await page.keyboard.type("The tide came, and went.");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Body" })).toBeFocused();
  await page.keyboard.type("Nothing broke. ");
  await page.keyboard.press("Control+k");
  const link = page.getByRole("dialog", { name: "Link" });
  await expect(link.getByLabel("Address")).toBeFocused();
  await page.keyboard.type("https://example.com/tide");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Tide table");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Body" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Alt+F10");
  const heading = page.getByRole("button", { name: "Heading", exact: true });
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  await expect(heading).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("What comes next");

  await tabTo(page, page.getByRole("combobox", { name: "Section" }));
  await page.keyboard.type("Harb");
  await page.keyboard.press("Tab");
  await tabTo(page, page.getByRole("combobox", { name: "Topics" }));
  await page.keyboard.type("Shipp");
  await expect(page.getByRole("option", { name: "Shipping" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Remove Shipping")).toBeVisible();

  await tabTo(page, page.getByRole("button", { name: "Publish", exact: true }), "Shift+Tab");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Publish this story?" });
  await tabTo(page, dialog.getByRole("button", { name: "Publish", exact: true }));
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  // The focus is on the word that says where the story is now, and in sight.
  await expect(page.locator(":focus")).toHaveText("Published");
  await expect(page.locator(":focus")).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("View on site");
  const opened = page.waitForEvent("popup");
  await page.keyboard.press("Enter");
  const reader = await opened;
  await expect(reader.getByRole("heading", { name: "Harbour wall holds", level: 1 })).toBeVisible();
  await expect(reader.getByRole("link", { name: "Tide table" })).toBeVisible();
  await expect(reader.getByRole("heading", { name: "What comes next", level: 2 })).toBeVisible();
});

test("What is typed before the page's scripts have come is kept @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const standfirstOf = page.getByRole("textbox", { name: "Standfirst" });
  await headlineOf(page).fill("As it was saved");
  await untilSaved(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await Promise.all([page.waitForEvent("domcontentloaded"), page.evaluate(() => location.reload())]);
  await expect(headlineOf(page)).toHaveValue("As it was saved");
  await headlineOf(page).fill("Typed at once");
  await standfirstOf.fill("By somebody who is quicker than their browser.");
  release();
  await untilAlive(page);
  await untilSaved(page);
  await page.unroute("**/_next/static/**/*.js");
  await page.reload();
  await expect(headlineOf(page)).toHaveValue("Typed at once");
  await expect(standfirstOf).toHaveValue("By somebody who is quicker than their browser.");
});

test("Going elsewhere right after typing loses nothing, and coming back shows it @once", async ({ page }, info) => {
  const headline = `Typed and gone ${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const address = page.url();
  await headlineOf(page).fill(headline);
  await page.getByRole("link", { name: "All articles" }).click();
  await expect(page.getByRole("link", { name: headline, exact: true })).toBeVisible();
  // The browser's memory of the page is older than what was saved from it.
  await page.goBack();
  await expect(headlineOf(page)).toHaveValue(headline);
  await headlineOf(page).fill(`${headline}, again`);
  await untilSaved(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(address);
  await expect(headlineOf(page)).toHaveValue(`${headline}, again`);
});

test("Without a connection writing goes on, leaving is asked about, and all is saved once it is back @once", async ({
  page,
  context,
}) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const address = page.url();
  await context.setOffline(true);
  await headlineOf(page).fill("Written in a tunnel");
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByText("The newsroom cannot be reached.")).toBeVisible();
  const asked = page.waitForEvent("dialog").then((dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "All articles" }).click();
  await asked;
  await expect(page).toHaveURL(address);
  await context.setOffline(false);
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.reload();
  await expect(headlineOf(page)).toHaveValue("Written in a tunnel");
});

test("A form sent without a connection keeps what was typed @once", async ({ page, context }) => {
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/topics");
  await page.getByRole("button", { name: "New topic" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Tunnels");
  await context.setOffline(true);
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("did not go through");
  await expect(dialog.getByLabel("Name")).toHaveValue("Tunnels");
  await context.setOffline(false);
  await dialog.getByRole("button", { name: "Create topic" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("button", { name: "Rename Tunnels" })).toBeVisible();
});

test("Coming back to a story shows the text that somebody else saved meanwhile @once", async ({ page, browser }) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await headlineOf(page).fill("Before lunch");
  await untilSaved(page);
  await page.getByRole("textbox", { name: "Standfirst" }).click();
  const other = await pageOf(browser, PEOPLE.owner, page);
  await other.goto(page.url());
  await headlineOf(other).fill("During lunch");
  await untilSaved(other);
  await other.getByRole("textbox", { name: "Standfirst" }).focus();
  await expect(headlineOf(page)).toHaveValue("During lunch");
  await expect(page.getByText("This is that text.")).toBeVisible();
  await headlineOf(page).fill("After lunch");
  await untilSaved(page);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("A story's dialogs and its preview are accessible in the dark, and give the focus back", async ({
  page,
}, info) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Lights out ${info.project.name}`, text: "The lamps failed. " });
  const body = page.getByRole("textbox", { name: "Body" });
  const dialog = page.getByRole("dialog");
  const close = async (opener: Locator) => {
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  };

  await body.click();
  await page.keyboard.press("ControlOrMeta+k");
  await dialog.getByLabel("Address").fill("nowhere at all");
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Address")).toHaveAttribute("aria-invalid", "true");
  await close(body);

  const lead = page.getByRole("button", { name: "Lead image", exact: true });
  await lead.focus();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("list", { name: "Pictures" }).getByRole("listitem").first()).toBeVisible();
  await close(lead);

  const publishing = page.getByRole("button", { name: "Publish", exact: true });
  await publishing.click();
  await expect(dialog).toBeVisible();
  await close(publishing);
  await publishing.click();
  await dialog.getByRole("button", { name: "Publish", exact: true }).click();
  const unpublishing = page.getByRole("button", { name: "Unpublish", exact: true });
  await unpublishing.click();
  await close(unpublishing);

  await page.goto(`${page.url()}/preview`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectAccessible(page);
});
