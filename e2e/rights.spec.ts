import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { startProgram } from "./program";
import { evening, idOf, untilReadersGet } from "./schedules";
import { OWNER, PASSWORD } from "./servers";
import { drawnPicture, expect, expectAccessible, publish, signInByForm, test, untilSaved } from "./test";

// What happens when rights lapse holds for all of a paper: this one is tried in a paper of its own.
let folder: string;
let paper: Awaited<ReturnType<typeof startProgram>>;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "masthead-rights-"));
  paper = await startProgram(folder, { OWNER_EMAIL: OWNER, OWNER_PASSWORD: PASSWORD });
});
test.afterAll(async () => {
  await paper.end();
});

const FILE = "pier.png";
const GONE = "This picture can no longer be shown.";

const saveAsset = async (page: Page) => {
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
};

/** Lets the end of the rights be in a few seconds, as if that had been chosen. */
function letRightsLapse(assetId: string, articleId: string, { after }: { after: number }) {
  inDatabase((database) => {
    database.prepare("update assets set valid_until = ? where id = ?").run(Date.now() + after, assetId);
    const data = JSON.stringify({ articleIds: [articleId], bylineIds: [], isMark: false });
    database
      .prepare("insert into events (verb, subject_kind, subject_id, at, data) values (?, 'asset', ?, ?, ?)")
      .run("asset.edited", assetId, Date.now(), data);
  }, folder);
}

/** Whether what stands at an address names a file of a picture. */
async function showsPicture({ request }: Page, address: string): Promise<boolean> {
  return /\/media\/[0-9a-f]{8}/.test(await (await request.get(address)).text());
}

test("Rights keep a picture from a story, lapse before readers, are told to the desk, and bring it back once extended", async ({
  page,
  browser,
}) => {
  test.slow();
  const site = paper.url;
  await signInByForm(page, OWNER, { site });

  await page.goto(`${site}/newsroom/settings/pictures`);
  await expect(page.getByRole("radio", { name: "Warn the desk" })).toBeChecked();
  await page.getByRole("radio", { name: "Swap it for a placeholder" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/^Saved\./)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${site}/newsroom/sections`);
  await page.getByRole("button", { name: "New section" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Harbour");
  await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();

  await page.goto(`${site}/newsroom/media/rights`);
  await expect(page.getByText("All that readers see may be shown")).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${site}/newsroom/media`);
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: FILE, mimeType: "image/png", buffer: await drawnPicture(page, "#204060") });
  await expect(page.getByText("In the library.").first()).toBeVisible();
  const { id: asset } = inDatabase(
    (database) => database.prepare("select id from assets where filename = ?").get(FILE) as { id: string },
    folder,
  );

  // Its rights begin later than they end: refused, with nothing typed lost. Then they begin in three days.
  await page.goto(`${site}/newsroom/media/${asset}`);
  await page.getByLabel("Alt text").fill("A pier at dusk");
  await page.getByLabel("Credit", { exact: true }).fill("Jane Roe");
  await page.getByLabel("Valid from").fill(evening(3));
  await page.getByLabel("Valid until").fill(evening(2));
  await page.getByText("Licence, terms, territory, uses, cost").click();
  await page.getByLabel("Territory").fill("Finland and Sweden");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("The rights would end before they begin.").first()).toBeVisible();
  await page.getByLabel("Valid until").fill("");
  await saveAsset(page);
  await expect(page.getByText(/^This picture may not be shown before/)).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${site}/newsroom/articles`);
  await page.getByRole("button", { name: "New article" }).click();
  await page.getByRole("textbox", { name: "Headline" }).fill("The old pier");
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.type("It stands.");
  await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: FILE }).first().click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await untilSaved(page);
  const story = idOf(page);

  // Refused now, by name; for a later time it is only said.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const blocking = dialog.getByRole("region", { name: "Before readers can see it" });
  await expect(blocking).toContainText(`The lead picture “${FILE}” may not be shown before`);
  await expect(dialog.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  await expect(dialog.getByRole("region", { name: "Worth a look" })).toContainText("Finland and Sweden");
  await expectAccessible(page);
  await dialog.getByRole("radio", { name: "At a time" }).check();
  await dialog.getByLabel("Day and time").fill(evening(1));
  await dialog.getByRole("button", { name: "Schedule" }).click();
  await expect(dialog.getByRole("alert")).toContainText("may not be shown before");
  await dialog.getByRole("button", { name: "Not yet" }).click();

  await page.goto(`${site}/newsroom/media/${asset}`);
  await page.getByLabel("Valid from").fill("");
  await page.getByLabel("Valid until").fill(evening(16));
  await saveAsset(page);
  await page.goto(`${site}/newsroom/articles/${story}`);
  const address = site + (await publish(page)).replace(site, "");

  // Two weeks before they end the desk is warned, where each of them sees it first; and no sooner.
  const ending = page.getByRole("list", { name: "Rights that end" });
  await page.goto(`${site}/newsroom`);
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await expect(ending).toHaveCount(0);
  await page.goto(`${site}/newsroom/media/${asset}`);
  await page.getByLabel("Valid until").fill(evening(12));
  await saveAsset(page);
  await page.goto(`${site}/newsroom`);
  await expect(ending.getByText("Lapses", { exact: true })).toBeVisible();
  await expect(ending.getByRole("link", { name: "The old pier" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${site}/newsroom/media/rights`);
  const soon = page.getByRole("list", { name: "Lapse within two weeks" });
  await expect(soon.getByRole("link", { name: "The old pier" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Lapsed" })).toHaveCount(0);

  // Readers see it, and from the minute of its end on nothing of it.
  const reader = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await reader.goto(address);
  const picture = reader.getByRole("img", { name: "A pier at dusk" });
  await expect(picture).toBeVisible();
  const file = await picture.evaluate((image: HTMLImageElement) => image.src);
  expect((await reader.request.get(file)).status()).toBe(200);
  expect(await showsPicture(reader, site)).toBe(true);
  letRightsLapse(asset, story, { after: 4000 });
  expect(await (await reader.request.get(address)).text()).not.toContain(GONE);
  await untilReadersGet(reader, address, 200, GONE);
  await reader.goto(address);
  await expect(reader.getByText(GONE)).toBeVisible();
  await expect(picture).toHaveCount(0);
  await expectAccessible(reader);
  expect((await reader.request.get(file)).status()).toBe(404);
  for (const where of ["", "/harbour", "/rss.xml", "/feed.json", "/atom.xml", address.replace(site, "")]) {
    expect(await showsPicture(reader, site + where), where).toBe(false);
  }

  // The desk is shown where, and extends the rights.
  await page.goto(`${site}/newsroom`);
  await expect(ending.getByText("Lapsed", { exact: true })).toBeVisible();
  await expect(ending.getByRole("link", { name: "The old pier" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${site}/newsroom/media/rights`);
  const lapsed = page.getByRole("list", { name: "Lapsed" });
  await expect(lapsed.getByRole("link", { name: "The old pier" })).toBeVisible();
  await expectAccessible(page);
  await lapsed.getByRole("link", { name: /^Extend its rights/ }).click();
  await expect(page.getByText(/^The rights to this picture lapsed on/)).toBeVisible();
  await page.getByLabel("Valid until").fill(evening(40));
  await saveAsset(page);
  await expect(page.getByText(/^The rights to this picture lapsed on/)).toBeHidden();
  const answer = await reader.request.get(address);
  expect(await answer.text()).not.toContain(GONE);
  expect((await reader.request.get(file)).status()).toBe(200);
});
