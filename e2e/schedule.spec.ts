import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { inDatabase, letPlansBeDue } from "./database";
import { startProgram } from "./program";
import { evening, idOf, schedule, untilReadersGet } from "./schedules";
import { OWNER, PASSWORD } from "./servers";
import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  signInByForm,
  test,
  untilSaved,
  writeStory,
} from "./test";

const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });
const standing = (page: Page) => page.getByRole("status", { name: "Where the story is" });
test("A story comes before readers at its time, is updated at another, and leaves them at a third @once", async ({
  page,
}, info) => {
  test.slow();
  const slug = `night-ferry-${info.project.name}`;
  const twice = `Twice a night, says the ${info.project.name}.`;
  const address = `/harbour/${slug}`;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: "The night ferry returns", text: "It sails at two." });
  await page.getByRole("textbox", { name: "Permalink" }).fill(slug);
  await untilSaved(page);

  // A time that has passed is refused, and nothing typed is lost.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "Worth a look" })).toContainText("There is no lead picture");
  await dialog.getByRole("radio", { name: "At a time" }).check();
  await dialog.getByLabel("Day and time").fill("2020-01-01T10:00");
  await expect(dialog.getByText("This time has passed. Choose a later one.")).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Not yet" }).click();

  await schedule(page, evening(2));
  await expect(standing(page)).toContainText("Will be published");
  await expect(timeline(page).getByRole("list", { name: "Planned" })).toContainText("18:00");
  expect((await page.request.get(address)).status()).toBe(404);
  await expectAccessibleAtBothWidths(page);

  // What is written since is not in it, until somebody says so.
  await page.getByRole("textbox", { name: "Headline" }).fill("The night ferry is back");
  await untilSaved(page);
  await expect(timeline(page)).toContainText("What was written since it was planned is not in it.");
  await timeline(page).getByRole("button", { name: "Use the newest text" }).click();
  await expect(timeline(page)).not.toContainText("What was written since it was planned");

  await timeline(page)
    .getByRole("button", { name: /^Change time/ })
    .click();
  await page.getByRole("dialog").getByLabel("When").fill(evening(3));
  await page.getByRole("dialog").getByRole("button", { name: "Change the time" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  letPlansBeDue(idOf(page));
  await untilReadersGet(page, address, 200, "The night ferry is back");

  // An update waits for its time; until then readers keep what they have.
  await page.reload();
  await page.getByRole("textbox", { name: "Standfirst" }).fill(twice);
  await untilSaved(page);
  await schedule(page, evening(1), async () => {
    await page.getByRole("dialog").getByRole("textbox", { name: "What changed" }).fill("The timetable is out.");
  });
  await expect(standing(page)).toContainText("Will be published");
  expect((await (await page.request.get(address)).text()).includes(twice)).toBe(false);
  letPlansBeDue(idOf(page));
  await untilReadersGet(page, address, 200, twice);

  await page.reload();
  await timeline(page).getByRole("button", { name: "Unpublish at a time" }).click();
  const leaving = page.getByRole("dialog", { name: "Unpublish at a time" });
  await leaving.getByRole("button", { name: "Schedule" }).click();
  await expect(leaving.getByText("Choose a day and a time.").first()).toBeVisible();
  await leaving.getByLabel("When").fill(evening(1));
  await leaving.getByLabel("Tell readers why").fill("The season is over.");
  await leaving.getByRole("button", { name: "Schedule" }).click();
  await expect(leaving).toBeHidden();
  letPlansBeDue(idOf(page));
  await untilReadersGet(page, address, 410, "The season is over.");

  await page.reload();
  const happened = timeline(page).getByRole("list", { name: "What happened" });
  await expect(happened).toContainText("First published");
  await expect(happened).toContainText("The timetable is out.");
  await expect(happened.getByRole("listitem").first()).toContainText("as Mirjam Tveitt planned");
});

test("What is planned is given up by whoever cancels it, or unpublishes the story @once", async ({ page }, info) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Called off ${info.project.name}`, text: "Words." });
  await schedule(page, evening(2));
  await timeline(page)
    .getByRole("button", { name: /^Cancel publish/ })
    .click();
  await expect(timeline(page)).toContainText("Nothing is planned.");
  await expect(timeline(page).getByRole("heading", { name: "Timeline" })).toBeFocused();
  await expect(timeline(page).getByRole("list", { name: "What happened" })).toContainText(
    "was cancelled, Mirjam Tveitt",
  );

  await publish(page);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("Another standfirst.");
  await untilSaved(page);
  await schedule(page, evening(2), async () => {
    await page
      .getByRole("dialog")
      .getByRole("radio", { name: /^Minor update/ })
      .check();
  });
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Unpublish this story?" });
  await expect(dialog).toContainText("What is planned for it is given up.");
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(timeline(page)).toContainText("Nothing is planned.");
});

test("An embargo is broken by no page, feed, search or picture, though a schedule stands for before its end @once", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const word = `Wrackline${info.project.name}`;
  const slug = `embargoed-${info.project.name}`;
  const address = `/harbour/${slug}`;
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `${word} is found`, text: `${word} was found on the beach.` });
  await page.getByRole("textbox", { name: "Permalink" }).fill(slug);
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog");
  await picker.locator("input[type=file]").setInputFiles({
    name: `${slug}.png`,
    mimeType: "image/png",
    buffer: await drawnPicture(page, "#604020"),
  });
  await picker.getByRole("button", { name: `Use this picture ${slug}.png` }).click();
  await expect(picker).toBeHidden();
  const lead = page.getByRole("group", { name: "Lead image" });
  await lead.getByLabel("Alt text").fill("Wrack on a beach");
  await lead.getByLabel("Credit").fill("Drawn for a test");
  await page.getByRole("combobox", { name: "Topics" }).fill("Shipp");
  await page.getByRole("option", { name: "Shipping" }).click();
  await page.keyboard.press("Escape");
  await untilSaved(page);
  await schedule(page, evening(1));

  await timeline(page).getByRole("button", { name: "Set an embargo" }).click();
  const setting = page.getByRole("dialog", { name: "Set an embargo" });
  await setting.getByLabel("Until").fill(evening(3));
  await setting.getByLabel(/^Whose it is/).fill("Agreed with the museum.");
  await expectAccessibleAtBothWidths(page);
  await setting.getByRole("button", { name: "Set the embargo" }).click();
  await expect(setting).toBeHidden();
  await expect(timeline(page)).toContainText("The embargo holds it until");

  // Nobody publishes it now, and the plan's time comes to nothing.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("dialog").getByRole("radio", { name: "Now" })).toBeDisabled();
  await page.getByRole("dialog").getByRole("button", { name: "Not yet" }).click();
  letPlansBeDue(idOf(page));
  const picture = inDatabase(
    (database) =>
      database
        .prepare("select r.key from renditions r join assets a on a.id = r.asset_id where a.filename = ? limit 1")
        .get(`${slug}.png`) as { key: string },
  );
  // One without a picture, which has a card instead, once it is out.
  const other = await pageOf(browser, PEOPLE.owner, page);
  await writeStory(other, { headline: `${word} without a picture`, text: "It was found too." });
  await other.getByRole("textbox", { name: "Permalink" }).fill(`bare-${slug}`);
  await untilSaved(other);
  await schedule(other, evening(1));
  await timeline(other).getByRole("button", { name: "Set an embargo" }).click();
  const settingToo = other.getByRole("dialog", { name: "Set an embargo" });
  await settingToo.getByLabel("Until").fill(evening(3));
  await settingToo.getByRole("button", { name: "Set the embargo" }).click();
  await expect(settingToo).toBeHidden();
  const bare = idOf(other);
  letPlansBeDue(bare);
  // The next round of work has come and gone once something planned after it has happened.
  await writeStory(other, { headline: `After ${word}`, text: "Words." });
  await other.getByRole("textbox", { name: "Permalink" }).fill(`after-${slug}`);
  await untilSaved(other);
  await schedule(other, evening(1));
  letPlansBeDue(idOf(other));
  await untilReadersGet(page, `/harbour/after-${slug}`, 200);

  const reader = (await browser.newContext()).request;
  const site = new URL(page.url()).origin;
  const get = (where: string) => reader.get(site + where);
  const own = [address, `${address}/history`, `/share/harbour/bare-${slug}.png`, `/media/${picture.key}`];
  for (const where of own) expect((await get(where)).status(), where).toBe(404);
  const today = new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  const [year = "", month = "", day = ""] = today.split("-");
  const lists = [
    ...["/", "/harbour", "/topics/shipping", "/bylines/mirjam-tveitt"],
    ...["/rss.xml", "/atom.xml", "/feed.json", "/harbour/rss.xml", "/harbour/atom.xml", "/harbour/feed.json"],
    ...["/topics/shipping/rss.xml", "/topics/shipping/feed.json", "/bylines/mirjam-tveitt/rss.xml"],
    ...["/bylines/mirjam-tveitt/atom.xml", "/news-sitemap.xml", `/sitemaps/${year}-${month}.xml`],
    ...[`/archive/${year}/${month}`, `/archive/${year}/${month}/${day}`],
    ...["/corrections", "/sitemap.xml"],
  ];
  const tells = async (where: string) => {
    const text = await (await get(where)).text();
    return text.includes(`${word} is found`) || text.includes(address) || text.includes(picture.key);
  };
  for (const where of lists) expect(await tells(where), where).toBe(false);
  const found = await (await get(`/search?q=${word}`)).text();
  expect(found.includes(`${word} is found`) || found.includes(address)).toBe(false);

  // Its minute comes.
  inDatabase((database) => {
    const end = database.prepare("update embargoes set until = ? where article_id = ?");
    for (const id of [idOf(page), bare]) end.run(Date.now(), id);
  });
  await untilReadersGet(page, address, 200, `${word} is found`);
  await untilReadersGet(page, `/harbour/bare-${slug}`, 200);
  for (const where of own) expect((await get(where)).status(), where).toBe(200);
  // Each of them tells of it then: asked before, they were not asked in vain.
  for (const where of lists.filter((each) => !/^\/(?:archive\/\d+\/\d+$|corrections|sitemap\.xml)/.test(each)))
    expect(await tells(where), where).toBe(true);
  expect((await (await get(`/search?q=${word}`)).text()).includes(address)).toBe(true);
});

test("What fell due while the paper was down happens at its next start, and is told as late @once", async ({
  page,
}) => {
  test.slow();
  const folder = await mkdtemp(path.join(tmpdir(), "masthead-late-"));
  const owner = { OWNER_EMAIL: OWNER, OWNER_PASSWORD: PASSWORD };
  let paper = await startProgram(folder, owner);
  try {
    await signInByForm(page, OWNER, { site: paper.url });
    await page.goto(`${paper.url}/newsroom/sections`);
    await page.getByRole("button", { name: "New section" }).click();
    await page.getByRole("dialog").getByLabel("Name").fill("Harbour");
    await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await page.goto(`${paper.url}/newsroom/articles`);
    await page.getByRole("button", { name: "New article" }).click();
    await page.getByRole("textbox", { name: "Headline" }).fill("While we slept");
    await page.getByRole("textbox", { name: "Body" }).click();
    await page.keyboard.type("The tide came in.");
    await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
    await untilSaved(page);
    await schedule(page, evening(1));
    const id = idOf(page);
    await paper.end();
    letPlansBeDue(id, { minutes: 90, folder });
    paper = await startProgram(folder, owner);
    await untilReadersGet(page, `${paper.url}/harbour/while-we-slept`, 200, "While we slept");
    // One is still signed in: the secret was kept.
    await page.goto(`${paper.url}/newsroom/articles/${id}`);
    await expect(timeline(page)).toContainText(/9\d minutes late: the paper was not running\./);
    await page.goto(`${paper.url}/newsroom/operations`);
    await expect(page.getByRole("list", { name: "Failed or late" })).toContainText("While we slept");
    await expectAccessible(page);
  } finally {
    await paper.end();
  }
});
