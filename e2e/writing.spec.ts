import {
  drawnPicture,
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  insert,
  newArticle,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

test("A story is written, illustrated, previewed, published, corrected and unpublished", async ({
  page,
  browser,
}, info) => {
  const headline = `Lamp room reopens (${info.project.name})`;
  const readers = await (await browser.newContext({ viewport: page.viewportSize() })).newPage();
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(headline);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("Visitors climb 112 steps again.");

  const body = page.getByRole("textbox", { name: "Body" });
  await body.click();
  await page.keyboard.type("The keeper said:");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  await page.keyboard.type("It turned at once.");
  await page.getByRole("textbox", { name: "Attribution" }).fill("Ada Moor, keeper");
  await body.getByText("It turned at once.").click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Heading", exact: true }).click();
  await page.keyboard.type("How it was mended");
  await page.keyboard.press("Enter");
  await page.keyboard.type("With ");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type("patience");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type(".");
  await insert(page, "Quick links");

  await page.getByRole("button", { name: "Lead image", exact: true }).click();
  const picker = page.getByRole("dialog");
  const file = {
    name: "lamp.png",
    mimeType: "image/png",
    buffer: await drawnPicture(page, info.project.name === "phone" ? "#264" : "#642"),
  };
  await picker.locator("input[type=file]").setInputFiles(file);
  await expectAccessible(page);
  const uploaded = picker.getByRole("button", { name: "Use this picture lamp.png" });
  await uploaded.click();
  await expect(picker).toBeHidden();
  const lead = page.getByRole("group", { name: "Lead image" });
  await lead.getByLabel("Alt text").fill("A lamp behind glass.");
  await lead.getByLabel("Caption").fill("The lamp on Monday.");
  await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");

  // What is missing is said, and leads to the field.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Give the lead image a credit." }).click();
  await expect(lead.getByLabel("Credit")).toBeFocused();
  await lead.getByLabel("Credit").fill("Jo Prism/The Test");

  await page.getByRole("combobox", { name: "Topics" }).fill("Shipp");
  await page.getByRole("option", { name: "Shipping" }).click();
  await page.keyboard.press("Escape");
  await untilSaved(page);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue(headline);
  await expect(page.getByRole("textbox", { name: "Attribution" })).toHaveValue("Ada Moor, keeper");

  const preview = `${page.url()}/preview`;
  await page.goto(preview);
  await expect(page.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
  await expect(page.getByText("Preview", { exact: false }).first()).toBeVisible();
  await expectAccessible(page);
  expect((await readers.goto(new URL(preview).href))?.url()).toContain("/sign-in");
  await page.goBack();

  const address = await publish(page);
  await expectAccessible(page);
  expect(address).toMatch(/^\/harbour\/lamp-room-reopens/);
  await readers.goto(new URL(address, page.url()).href);
  await expect(readers.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
  await expect(readers.getByRole("img", { name: "A lamp behind glass." })).toBeVisible();
  await expect(readers.getByText("The lamp on Monday.")).toBeVisible();
  await expect(readers.getByText("Jo Prism/The Test")).toBeVisible();
  await expect(readers.getByText("Ada Moor, keeper")).toBeVisible();
  await expect(
    readers.getByRole("navigation", { name: "Quick links" }).getByRole("link", { name: "How it was mended" }),
  ).toBeVisible();
  await expect(readers.getByRole("link", { name: "Shipping" }).first()).toBeVisible();
  await expect(readers.getByRole("link", { name: "Mirjam Tveitt" }).first()).toBeVisible();
  await expectAccessible(readers);
  const site = new URL(page.url()).origin;
  const month = new Date().toISOString().slice(0, 7);
  for (const listing of [
    "/",
    "/harbour",
    "/topics/shipping",
    "/bylines/mirjam-tveitt",
    "/rss.xml",
    "/harbour/rss.xml",
    `/sitemaps/${month}.xml`,
    "/news-sitemap.xml",
    "/harbour/atom.xml",
    "/feed.json",
  ]) {
    expect(await (await readers.request.get(site + listing)).text(), listing).toContain(address);
  }

  const corrected = `${headline}, at last`;
  await page.getByRole("textbox", { name: "Headline" }).fill(corrected);
  await untilSaved(page);
  await readers.reload();
  await expect(readers.getByRole("heading", { level: 1 })).toHaveText(headline);
  expect(await publish(page, "Publish update")).toBe(address);
  await readers.reload();
  await expect(readers.getByRole("heading", { level: 1 })).toHaveText(corrected);
  expect(await (await readers.request.get(`${site}/rss.xml`)).text()).toContain(corrected);

  const picture = await readers
    .getByRole("img", { name: "A lamp behind glass." })
    .evaluate((img) => (img as HTMLImageElement).currentSrc);
  expect((await readers.request.get(picture)).status()).toBe(200);
  await page.getByRole("button", { name: "Unpublish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Unpublish", exact: true }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("link", { name: "View on site" })).toHaveCount(0);
  expect((await readers.goto(site + address))?.status()).toBe(410);
  expect((await readers.request.get(picture)).status()).toBe(404);
  for (const listing of [
    "/",
    "/harbour",
    "/topics/shipping",
    "/bylines/mirjam-tveitt",
    "/rss.xml",
    `/sitemaps/${month}.xml`,
    "/news-sitemap.xml",
  ]) {
    expect(await (await readers.request.get(site + listing)).text(), listing).not.toContain(address);
  }
});

test("A changed permalink leaves the old address to redirect @once", async ({ page }, info) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Buoy adrift ${info.project.name}`, text: "It was found at noon." });
  const old = await publish(page);
  await page.getByRole("textbox", { name: "Permalink" }).fill(`buoy-found-${info.project.name}`);
  await untilSaved(page);
  const present = await publish(page, "Publish update");
  expect(present).toBe(`/harbour/buoy-found-${info.project.name}`);
  const answer = await page.request.get(old, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toContain(present);
});

test("A story that goes to another section leaves its old address to redirect, and stands in the new section's lists alone @once", async ({
  page,
}, info) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Barge moored ${info.project.name}`, text: "It was moored at noon." });
  const old = await publish(page);
  await page.getByRole("combobox", { name: "Section" }).selectOption("City");
  await untilSaved(page);
  // Until it is published there, readers find it where it was.
  expect((await page.request.get(old, { maxRedirects: 0 })).status()).toBe(200);
  const present = await publish(page, "Publish update");
  expect(present).toBe(old.replace("/harbour/", "/city/"));
  const answer = await page.request.get(old, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toContain(present);
  expect((await page.request.get(present, { maxRedirects: 0 })).status()).toBe(200);
  for (const [list, has] of [
    ["/city", true],
    ["/city/rss.xml", true],
    ["/harbour", false],
    ["/harbour/rss.xml", false],
  ] as const) {
    const text = await (await page.request.get(list)).text();
    expect([text.includes(present), text.includes(old)], list).toEqual([has, false]);
  }
});

test("A reporter sends a story to an editor, who gives it back or publishes it @once", async ({
  page,
  browser,
}, info) => {
  const headline = `Winter moorings ${info.project.name}`;
  const reporter = await pageOf(browser, PEOPLE.reporter, page);
  await writeStory(reporter, { headline, text: "The list is out." });
  await expect(reporter.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await reporter.getByRole("button", { name: "Send to review" }).click();
  await expect(reporter.getByText("In review")).toBeVisible();

  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/articles?stage=review");
  await page.getByRole("link", { name: headline, exact: true }).click();
  await page.getByRole("button", { name: "Return to writer" }).click();
  const why = page.getByRole("dialog", { name: "Return to writer?" });
  await why.getByLabel("Why?").fill("Which list?");
  await why.getByRole("button", { name: "Return to writer" }).click();
  await expect(page.getByText("Drafting", { exact: true })).toBeVisible();
  await reporter.reload();
  await expect(reporter.getByText("Which list?")).toBeVisible();
  await reporter.getByRole("button", { name: "Send to review" }).click();
  await expect(reporter.getByText("In review")).toBeVisible();
  await page.reload();
  await publish(page);
});

test("A bad file gets its reason beside it, and the rest go on @once", async ({ page }, info) => {
  await signIn(page, PEOPLE.reporter);
  await page.goto("/newsroom/media");
  const good = await drawnPicture(page, "#912", "image/jpeg");
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles([
      { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("These are notes and no picture.") },
      { name: "cut-off.jpg", mimeType: "image/jpeg", buffer: good.subarray(0, good.length / 2) },
      { name: `quay-${info.project.name}.jpg`, mimeType: "image/jpeg", buffer: good },
    ]);
  await expect(page.getByRole("listitem").filter({ hasText: "notes.png" })).toContainText(/not a picture|JPEG, PNG/i);
  await expect(page.getByRole("listitem").filter({ hasText: "cut-off.jpg" })).toContainText(/damaged|cut off|decoded/i);
  await expect(page.getByRole("link", { name: new RegExp(`quay-${info.project.name}`) }).first()).toBeVisible();
  await expectAccessibleAtBothWidths(page);
});
