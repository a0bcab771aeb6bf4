import { PASSWORD } from "./servers";
import { expect, expectAccessible, expectAccessibleAtBothWidths, PEOPLE, pageOf, signIn, test } from "./test";

test("Staff sign in, and out", async ({ page }) => {
  await page.goto("/newsroom/media");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expectAccessible(page);
  await page.getByLabel("E-mail").fill(PEOPLE.editor);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  const answer = page.getByRole("alert").filter({ hasText: "not right" });
  await expect(answer).toBeVisible();
  const sentence = await answer.textContent();
  await page.getByLabel("E-mail").fill("nobody@example.test");
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  // The answer has come once the password is gone; it is the same sentence.
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await expect(answer).toHaveText(sentence ?? "");

  await page.getByLabel("E-mail").fill(PEOPLE.editor);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Media", level: 1 })).toBeVisible();

  if ((page.viewportSize()?.width ?? 0) < 700) await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  await page.goto("/newsroom/articles");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("An invitation lets one person in, once; disabling them ends their session at once @once", async ({
  page,
  browser,
}, info) => {
  const email = `invited-${info.project.name}@example.test`;
  const name = `Ivo Invited ${info.project.name}`;
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/people");
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("button", { name: "Invite someone" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByLabel("Role").selectOption("reporter");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Make the link" }).click();
  const link = await dialog.getByLabel(/link/i).first().inputValue();
  await page.keyboard.press("Escape");

  const theirs = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await theirs.goto(link);
  await expectAccessibleAtBothWidths(theirs);
  await theirs.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await theirs.getByRole("button", { name: "Join the newsroom" }).click();
  await expect(theirs.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "People" })).toHaveCount(0);

  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByRole("button", { name: "Join the newsroom" })).toHaveCount(0);

  await page.reload();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page
    .getByRole("button", { name: /^Disable/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /^Disable/ })
    .click();
  await expect(page.getByRole("button", { name: /^Enable/ })).toBeVisible();
  await theirs.goto("/newsroom/articles".replace(/^/, new URL(link).origin));
  await expect(theirs).toHaveURL(/\/sign-in/);
});

test("Each role is refused what it may not, page by page @once", async ({ page, browser }) => {
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  for (const path of ["/newsroom/people", "/newsroom/audit", "/newsroom/settings", "/newsroom/operations"]) {
    const answer = await reporter.goto(path);
    expect(answer?.status(), path).toBe(403);
    await expect(reporter.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessibleAtBothWidths(reporter);
  }
  const contributor = await pageOf(browser, PEOPLE.contributor, page);
  await contributor.goto("/newsroom/articles");
  await expect(contributor.getByRole("link", { name: "A bridge is a promise" })).toHaveCount(0);
  await reporter.goto("/newsroom/articles?search=tide+gauge");
  const foreign = await reporter
    .getByRole("link", { name: "The tide gauge in the cellar", exact: true })
    .getAttribute("href");
  expect((await contributor.goto(foreign ?? ""))?.status()).toBe(404);
  expect((await contributor.goto(`${foreign}/preview`))?.status()).toBe(404);

  // A reporter reads another's story, without controls.
  await reporter.goto(foreign ?? "");
  await expect(reporter.getByRole("heading", { name: "The tide gauge in the cellar" })).toBeVisible();
  await expect(reporter.getByRole("textbox", { name: "Headline" })).toHaveCount(0);
  await expect(reporter.getByRole("button", { name: "Publish" })).toHaveCount(0);
  await expectAccessibleAtBothWidths(reporter);

  await page.goto("/newsroom/articles");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.request.get("/newsroom/media/library")).status()).toBe(401);
});

test("Every page of the newsroom is accessible to an owner", async ({ page }) => {
  await signIn(page, PEOPLE.owner);
  const paths = [
    "articles",
    "media",
    "bylines",
    "sections",
    "topics",
    "people",
    "audit",
    "settings",
    "account",
    "nothing-here",
  ];
  for (const path of paths) {
    await page.goto(`/newsroom/${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
