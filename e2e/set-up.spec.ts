import { EMPTY, OWNER, PASSWORD, type Width } from "./servers";
import { expect, expectAccessible, test } from "./test";

test("First-run set-up creates the publication and its owner, and closes itself for good", async ({ page }, info) => {
  const { url } = EMPTY[info.project.name as Width];
  await page.goto(url);
  await expectAccessible(page);
  await page.goto(`${url}/newsroom`);
  await expect(page).toHaveURL(`${url}/setup`);
  await expectAccessible(page);

  await page.getByLabel("Name", { exact: true }).fill("The Test Courier");
  await page.getByLabel("Tagline").fill("News of nothing");
  await page.getByLabel("Your name").fill("Olu Berg");
  await page.getByLabel("E-mail").fill(OWNER);
  await page.getByLabel("Password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Create the publication" }).click();
  // What was typed is still there when the form comes back.
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("The Test Courier");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the publication" }).click();

  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(page.getByText("No story is published yet.")).toBeVisible();
  await expectAccessible(page);
  await page.goto(url);
  await expect(page.getByRole("link", { name: "The Test Courier" }).first()).toBeVisible();
  await expectAccessible(page);

  // What is empty says how it is filled, on a wide screen and on a narrow one.
  await page.goto(`${url}/newsroom/board`);
  await expect(page.getByText("Put the first one down with “New idea”")).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${url}/newsroom/board?section=none`);
  await page.getByRole("link", { name: "look at the whole board" }).click();
  await expect(page.getByText("No story is under way")).toBeVisible();
  await page.goto(`${url}/newsroom/calendar`);
  await expect(page.getByText("Nothing this month")).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await page.goto(`${url}/setup`);
  await expect(page.getByRole("button", { name: "Create the publication" })).toHaveCount(0);
});
