import { readFile } from "node:fs/promises";
import { inDatabase } from "./database";
import { EDITION } from "./servers";
import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  newArticle,
  PEOPLE,
  pageOf,
  signIn,
  signInByForm,
  tabTo,
  test,
  untilSaved,
  writeStory,
} from "./test";

/** Lets the life of every link that is for this person be over. */
function expire(recipient: string): void {
  const over = inDatabase((database) =>
    database.prepare("update preview_links set expires_at = 1 where recipient = ?").run(recipient),
  );
  expect(over.changes).toBe(1);
}

test("A preview link shows an outsider one text and its pictures, and nothing once it is expired or revoked @once", async ({
  page,
  browser,
}, info) => {
  const headline = `The lock keeper's ledger ${info.project.name}`;
  await signIn(page, PEOPLE.reporter);
  await writeStory(page, { headline, text: "The ledger says otherwise." });
  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog");
  await picker.locator("input[type=file]").setInputFiles({
    name: "ledger.png",
    mimeType: "image/png",
    buffer: await drawnPicture(page, "#543"),
  });
  await picker.getByRole("button", { name: "Use this picture ledger.png" }).click();
  await expect(picker).toBeHidden();
  await untilSaved(page);

  const share = async (recipient: string) => {
    await page.getByRole("button", { name: "Share a preview" }).click();
    const dialog = page.getByRole("dialog", { name: "Share a preview" });
    await dialog.getByLabel("Who is it for?").fill(recipient);
    await dialog.getByLabel("How long it works").selectOption("1 day");
    await dialog.getByRole("button", { name: "Make the link" }).click();
    const link = await dialog.getByLabel("The link", { exact: true }).inputValue();
    await expectAccessibleAtBothWidths(page);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    return link;
  };
  const [lawyer, source] = [`A lawyer ${info.project.name}`, `A source ${info.project.name}`];
  const first = await share(lawyer);
  const second = await share(source);
  await page.getByRole("textbox", { name: "Headline" }).fill("Written afterwards");
  await untilSaved(page);

  const outsider = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  const pictures: string[] = [];
  outsider.on("response", (response) => {
    if (response.request().resourceType() === "image" && response.ok()) pictures.push(response.url());
  });
  const opened = await outsider.goto(first);
  expect(opened?.headers()).toMatchObject({
    "cache-control": "private, no-store",
    "x-robots-tag": expect.stringContaining("noindex"),
    "referrer-policy": "no-referrer",
  });
  await expect(outsider.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
  await expect(outsider.getByRole("complementary", { name: "Preview" })).toContainText(
    new RegExp(`A preview for ${lawyer} until .*; not published`),
  );
  expect(await outsider.locator("meta[property^='og:'], meta[name^='twitter:'], script[type*=ld]").count()).toBe(0);
  expect(await outsider.title()).not.toContain("ledger");
  await expectAccessibleAtBothWidths(outsider);
  await expect.poll(() => pictures.filter((address) => address.includes("/preview/files/")).length).toBeGreaterThan(0);
  const [picture = ""] = pictures.filter((address) => address.includes("/preview/files/"));
  const visitor = await browser.newContext();
  const answered = await visitor.request.get(picture);
  expect([answered.status(), answered.headers()["cache-control"]]).toEqual([200, "private, no-store"]);
  const key = picture.split("/").at(-1);
  expect((await visitor.request.get(`${EDITION.url}/media/${key}`)).status()).toBe(404);

  await page.reload();
  const links = page.getByRole("list", { name: "Preview links" });
  await expect(links.getByRole("listitem").filter({ hasText: lawyer })).toContainText(/Last opened .*older text/s);
  await expect(links.getByRole("listitem").filter({ hasText: source })).toContainText("Never opened");
  await page.getByRole("button", { name: `Revoke the link for ${lawyer}` }).click();
  await expect(links.getByRole("listitem").filter({ hasText: lawyer })).toContainText("Revoked");
  expire(source);
  for (const [link, why] of [
    [first, "Whoever sent this link took it back."],
    [second, "The time for which this link worked is over."],
  ] as const) {
    const closed = await outsider.goto(link);
    expect(closed?.status()).toBe(410);
    await expect(outsider.getByText(why)).toBeVisible();
    expect(await outsider.content()).not.toContain("ledger");
  }
  await expectAccessibleAtBothWidths(outsider);
  expect((await visitor.request.get(picture)).status()).toBe(404);
  expect((await visitor.request.get(`${EDITION.url}/preview/never-was-one`)).status()).toBe(404);
});

test("An owner narrows the audit trail by its address and exports it; nobody else may @once", async ({
  page,
  browser,
}, info) => {
  const headline = `Audited ${info.project.name}`;
  const editor = await pageOf(browser, PEOPLE.editor, page);
  await newArticle(editor);
  await editor.getByRole("textbox", { name: "Headline" }).fill(headline);
  await untilSaved(editor);
  expect((await editor.goto("/newsroom/audit"))?.status()).toBe(403);
  await expect(editor.getByRole("link", { name: "Audit trail" })).toHaveCount(0);
  const origin = new URL(editor.url()).origin;
  const sent = await editor.request.post("/newsroom/audit/export", { form: { format: "csv" }, headers: { origin } });
  expect(sent.status()).toBe(403);

  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom/audit");
  await page.getByRole("searchbox", { name: "Story or person" }).fill(headline);
  await page.getByRole("combobox", { name: "What" }).selectOption({ label: "Article: created" });
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/what=article\.created/);
  const events = page.getByRole("list", { name: "Events" }).getByRole("listitem");
  await expect(events).toHaveCount(1);
  await expect(events).toContainText(`Mirjam Tveitt began “${headline}”`);
  await expectAccessibleAtBothWidths(page);

  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file.trim().split("\r\n")).toHaveLength(2);
  expect(file).toContain(`"Mirjam Tveitt began “${headline}”"`);

  await page.getByRole("link", { name: /^Its trail/ }).click();
  await expect(page.getByText(`Only of ${headline}`)).toBeVisible();
  await expect(events).not.toHaveCount(1);
  await page.goto("/newsroom/audit?what=audit");
  await expect(events.first()).toContainText("exported the audit trail as CSV");
});

test("By the keyboard alone one finds a story, a page and a command, and only what one may open", async ({ page }) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom");
  await page.keyboard.press("ControlOrMeta+k");
  const palette = page.getByRole("dialog", { name: "Find or go to" });
  const input = palette.getByRole("combobox");
  await expect(input).toBeFocused();
  await expect(palette.getByRole("option", { name: "Media" })).toBeVisible();
  await expect(palette.getByRole("option", { name: /People|Audit trail|Settings/ })).toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.type("dockers and port");
  await expect(palette.getByRole("option", { name: /Dockers and port settle/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /Dockers and port settle/, level: 1 })).toBeAttached();
  await expect(palette).toBeHidden();

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("nothing is called like this");
  await expect(palette.getByRole("status")).toContainText("Nothing is called");
  await expectAccessible(page);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("med");
  await expect(palette.getByRole("option", { name: "Media" })).toBeVisible();
  // All that is found is there: below it, so that the last of it is another.
  await expect(palette.getByRole("status")).toBeEmpty();
  await expect(palette.getByRole("group", { name: "Stories" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Media", level: 1 })).toBeVisible();

  // A search that fails says so, and can be tried again.
  await page.route("**/newsroom/find?**", (route) => route.abort());
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("status")).toContainText("could not be looked for");
  await page.unroute("**/newsroom/find?**");
  await palette.getByRole("button", { name: "Try again" }).click();
  await expect(palette.getByRole("option", { name: "New article" })).toBeVisible();
  await expect(palette.getByRole("status")).toBeEmpty();
  await page.keyboard.press("Escape");
  await expect(palette).toBeHidden();
  await page.reload();
  await tabTo(page, page.getByRole("button", { name: "Find or go to" }));
  await page.keyboard.press("Enter");
  await page.keyboard.type("new art");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeVisible();
});

test("The palette finds a person, by whom one comes to their account or their stories, and puts an idea down @once", async ({
  page,
  browser,
}, info) => {
  await signIn(page, PEOPLE.owner);
  await page.goto("/newsroom");
  const palette = page.getByRole("dialog", { name: "Find or go to" });
  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("carvalh");
  const people = palette.getByRole("group", { name: "People" });
  await expect(people.getByRole("option", { name: /Inês Carvalhal.*Account/ })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await people.getByRole("option", { name: /Inês Carvalhal.*Account/ }).click();
  await expect(page.getByRole("heading", { name: "Inês Carvalhal", level: 1 })).toBeVisible();

  // Who manages no accounts comes to their stories.
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await reporter.goto("/newsroom");
  await reporter.keyboard.press("ControlOrMeta+k");
  await reporter.keyboard.type("mirjam");
  await reporter
    .getByRole("group", { name: "People" })
    .getByRole("option", { name: /Mirjam Tveitt.*Their stories/ })
    .click();
  await expect(reporter).toHaveURL(/\/newsroom\/articles\?person=/);

  const headline = `Thought of ${info.project.name}`;
  const begin = async () => {
    await reporter.keyboard.press("ControlOrMeta+k");
    await reporter.keyboard.type("new idea");
    await reporter.keyboard.press("Enter");
  };
  await begin();
  const dialog = reporter.getByRole("dialog", { name: "New idea" });
  await expect(dialog).toBeVisible();
  await expectAccessibleAtBothWidths(reporter);
  await reporter.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(reporter).toHaveURL(/\/newsroom\/board$/);
  // Where one is there already it is asked again.
  await begin();
  await dialog.getByLabel("What is it about?").fill(headline);
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(dialog).toBeHidden();
  await expect(reporter.getByRole("region", { name: /^Idea/ })).toContainText(headline);
  await expect(reporter).toHaveURL(/\/newsroom\/board$/);
});

test("What happened is narrowed by who, what, which story and day, in the address, and kept as a view @once", async ({
  page,
  browser,
}, info) => {
  const headline = `Narrowed ${info.project.name}`;
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await newArticle(reporter);
  await reporter.getByRole("textbox", { name: "Headline" }).fill(headline);
  await untilSaved(reporter);
  await reporter.getByRole("button", { name: "Send to review" }).click();
  await expect(reporter.getByRole("status", { name: "Where the story is" })).toContainText("In review");

  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/activity");
  const form = page.getByRole("search", { name: "Activity" });
  const list = page.getByRole("list", { name: "Activity" }).getByRole("listitem");
  await form.getByRole("searchbox", { name: "Story" }).fill(headline);
  await form.getByRole("button", { name: "Filter" }).click();
  await expect(list).toHaveCount(2);
  await form.getByRole("combobox", { name: "What" }).selectOption({ label: "Article: submitted" });
  await form.getByRole("combobox", { name: "Who" }).selectOption({ label: "Inês Carvalhal" });
  await form.getByLabel("From").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await form.getByRole("button", { name: "Filter" }).click();
  await expect(page).toHaveURL(/what=article\.submitted/);
  await expect(list).toHaveCount(1);
  await expect(list).toContainText(`sent “${headline}” to review`);
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("button", { name: "Save this view" }).click();
  const dialog = page.getByRole("dialog", { name: "Save this view" });
  await dialog.getByLabel("Name").fill("Sent lately");
  await dialog.getByRole("button", { name: "Save the view" }).click();
  await expect(dialog).toBeHidden();
  await form.getByLabel("Until").fill("2020-01-01");
  await form.getByLabel("From").fill("");
  await form.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByText("Nothing happened", { exact: true })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: "Sent lately" }).click();
  await expect(list).toHaveCount(1);
  await page.getByRole("button", { name: /Remove this view/ }).click();
  await form.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/newsroom\/activity$/);
  await expect(list.first()).toBeVisible();

  // Other lists keep views by the same piece.
  for (const [path, label] of [
    ["redirects", "Search addresses"],
    ["series", "Search series"],
  ] as const) {
    await page.goto(`/newsroom/${path}`);
    await page.getByRole("searchbox", { name: label }).fill("qu");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Save this view" })).toBeVisible();
  }
  await page.goto("/newsroom/board");
  await page.getByRole("combobox", { name: "Section" }).selectOption("City");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("button", { name: "Save this view" }).click();
  await dialog.getByLabel("Name").fill("City's board");
  await dialog.getByRole("button", { name: "Save the view" }).click();
  await expect(dialog).toBeHidden();
  await page.goto("/newsroom/board");
  await page.getByRole("navigation", { name: "Saved views" }).getByRole("link", { name: "City's board" }).click();
  await expect(page.getByRole("combobox", { name: "Section" }).locator("option:checked")).toHaveText("City");
  await page.getByRole("button", { name: /Remove this view/ }).click();
  await expect(page.getByRole("link", { name: "City's board" })).toHaveCount(0);
});

test("What is found late moves nothing under who chooses by keys @once", async ({ page }) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom");
  const palette = page.getByRole("dialog", { name: "Find or go to" });
  const chosen = palette.locator("[role=option][data-highlighted]");
  const asked: (() => void)[] = [];
  await page.route("**/newsroom/find?**", async (route) => {
    await new Promise<void>((resolve) => asked.push(resolve));
    await route.continue();
  });
  // Nothing is done by what stands first only until the stories are there that come before it.
  await page.keyboard.press("ControlOrMeta+k");
  await expect(palette.getByRole("status")).toContainText("Looking");
  await page.keyboard.press("Enter");
  await expect(palette).toBeVisible();
  await expect.poll(() => asked.length).toBe(1);
  asked.shift()?.();
  await expect(palette.getByRole("group", { name: "Recent stories" }).getByRole("option").first()).toHaveAttribute(
    "data-highlighted",
  );

  // At once: letter by letter it would ask twice on a slow machine. Pages and commands are there before any story is.
  await page.keyboard.insertText("ar");
  await expect(palette.getByRole("option", { name: "New article" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const name = await chosen.innerText();
  await expect.poll(() => asked.length).toBe(1);
  asked.shift()?.();
  await expect(palette.getByRole("status")).toBeEmpty();
  await expect(chosen).toHaveText(name, { useInnerText: true });
});

test("A view is kept, opened, shared with all and removed", async ({ page, browser }, info) => {
  const [own, shared] = [`Mine ${info.project.name}`, `Ours ${info.project.name}`];
  // Both widths run at once, and a view that is there already is not kept again.
  const [first, second] = info.project.name === "phone" ? ["Sport", "Harbour"] : ["Culture", "City"];
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/articles");
  const save = async (name: string, all: boolean) => {
    await page.getByRole("button", { name: "Save this view" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill(name);
    if (all) await dialog.getByLabel("Share it with all").check();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: "Save the view" }).click();
    await expect(dialog).toBeHidden();
  };
  const views = page.getByRole("navigation", { name: "Saved views" });
  await page.getByRole("combobox", { name: "Section" }).selectOption(first);
  await page.getByRole("button", { name: "Filter" }).click();
  await save(own, false);
  await expect(views.getByRole("link", { name: own })).toHaveAttribute("aria-current", "page");
  await page.getByRole("combobox", { name: "Section" }).selectOption(second);
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("button", { name: "Save this view" })).toBeVisible();
  await save(shared, true);

  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await reporter.goto("/newsroom/articles");
  const offered = reporter.getByRole("navigation", { name: "Saved views" });
  await expect(offered.getByRole("link", { name: own })).toHaveCount(0);
  await offered.getByRole("link", { name: shared }).click();
  await expect(reporter.getByRole("combobox", { name: "Section" }).locator("option:checked")).toHaveText(second);
  await expect(reporter.getByRole("button", { name: /Remove this view/ })).toHaveCount(0);
  await expectAccessible(reporter);

  await page.getByRole("button", { name: /Remove this view/ }).click();
  await expect(views.getByRole("link", { name: shared })).toHaveCount(0);
  await views.getByRole("link", { name: own }).click();
  await expect(page).toHaveURL(/section=/);
  await page.getByRole("button", { name: /Remove this view/ }).click();
  await expect(views.getByRole("link", { name: own })).toHaveCount(0);
});

test("Stories that are chosen change together, what is refused says why, and a section is set back @once", async ({
  page,
}, info) => {
  const name = `Tidy ${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  for (const each of ["one", "two"]) {
    await newArticle(page);
    await page.getByRole("textbox", { name: "Headline" }).fill(`${name} ${each}`);
    await untilSaved(page);
  }
  await page.goto(`/newsroom/articles?search=${encodeURIComponent(name)}`);
  const list = page.getByRole("list", { name: "Articles" });
  const bar = page.getByRole("region", { name: "Chosen stories" });
  await tabTo(page, page.getByRole("checkbox", { name: "Choose all on this page" }));
  await page.keyboard.press("Space");
  await expect(bar.getByText("2 stories chosen")).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await tabTo(page, bar.getByRole("button", { name: "Change them" }));
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Set section…" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Section" }).selectOption("Science");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Set section" }).click();
  await expect(page.getByText("Section set (Science): 2 stories.")).toBeVisible();
  await expect(list.getByText(/^Science · /)).toHaveCount(2);
  await expect(bar).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back: 2 stories.")).toBeVisible();
  await expect(list.getByText(/^No section · /)).toHaveCount(2);

  await page.getByRole("checkbox", { name: `Choose “${name} one”` }).check();
  await bar.getByRole("button", { name: "Change them" }).click();
  await page.getByRole("menuitem", { name: "Unpublish…" }).click();
  await dialog.getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(page.getByText("Nothing was changed.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Refused" })).toContainText(
    `${name} one: This article is not before readers.`,
  );
  await expectAccessibleAtBothWidths(page);
});

test("Signing in leads to what is due, waits, is read and failed, for an owner and for a reporter @once", async ({
  page,
  browser,
}, info) => {
  const headline = `Due ${info.project.name}`;
  const job = `test-${info.project.name}`;
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await newArticle(reporter);
  await reporter.getByRole("textbox", { name: "Headline" }).fill(headline);
  await untilSaved(reporter);
  const id = new URL(reporter.url()).pathname.split("/").at(-1);
  const read = inDatabase((database) => {
    database.prepare("update plans set deadline_at = ? where article_id = ?").run(Date.now() - 60_000, id);
    const at = Math.floor(Date.now() / 3_600_000) * 3_600_000;
    const live = database
      .prepare(
        "select p.article_id as id, r.headline from publications p join revisions r on r.id = p.revision_id where p.ended_at is null and p.retracted_at is null limit 1",
      )
      .get() as { id: string; headline: string };
    database
      .prepare("insert into readings values (?, ?, 4321) on conflict do update set count = 4321")
      .run(live.id, at);
    database
      .prepare(
        "insert into jobs (id, kind, payload, run_at, attempts, last_error) values (?, ?, '{}', ?, 3, 'No route to host')",
      )
      .run(job, job, Date.now() + 3_600_000);
    return live.headline;
  });
  try {
    await reporter.goto("/newsroom");
    await expect(reporter.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
    const due = reporter.getByRole("list", { name: "Due today" }).getByRole("listitem").filter({ hasText: headline });
    await expect(due).toContainText(/Deadline.*Missed/);
    await expect(reporter.getByRole("list", { name: "To write" })).toContainText(headline);
    await expect(reporter.getByRole("heading", { name: "How your stories are read" })).toBeVisible();
    await expect(reporter.getByText(job)).toHaveCount(0);
    await expect(reporter.getByRole("link", { name: "Operations" })).toHaveCount(0);
    await expectAccessibleAtBothWidths(reporter);
    await due.getByRole("link").click();
    await expect(reporter.getByRole("textbox", { name: "Headline" })).toHaveValue(headline);

    await signInByForm(page, PEOPLE.owner);
    await expect(page.getByRole("list", { name: "Due today" })).toContainText(headline);
    await expect(page.getByRole("heading", { name: "How the paper is read" })).toBeVisible();
    await expect(
      page.getByRole("img", { name: /^Readings by the hour in the last 24 hours: .* in all/ }),
    ).toBeVisible();
    await expect(
      page.getByRole("list", { name: "Read most" }).getByRole("listitem").filter({ hasText: read }),
    ).toContainText("4,321");
    await expect(page.getByRole("list", { name: "What failed" })).toContainText(
      new RegExp(`The job “${job}” failed 3 times.*No route to host`, "s"),
    );
    await expectAccessibleAtBothWidths(page);
  } finally {
    inDatabase((database) => database.prepare("delete from jobs where id = ?").run(job));
  }
});
