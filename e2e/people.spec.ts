import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import Database from "better-sqlite3";
import { Secret, TOTP } from "otpauth";
import { about, CAPABILITIES, type Capability, type Reach } from "@/domain/people/capability";
import { openPostOffice } from "@/domain/testing/post-office";
import { signedIn } from "@/scripts/trials/visitor";
import { DEEDS } from "./deeds";
import { copyEdition, startProgram } from "./program";
import { PASSWORD } from "./servers";
import {
  expect,
  expectAccessibleAtBothWidths,
  PEOPLE,
  publish,
  signInByForm,
  test,
  untilSaved,
  writeStory,
} from "./test";

// A paper of its own, with a mail server of its own: here roles are bent and passwords lost.
let folder: string;
let data: string;
let office: Awaited<ReturnType<typeof openPostOffice>>;
let paper: Awaited<ReturnType<typeof startProgram>>;
let site: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-people-"));
  data = path.join(folder, "data");
  office = await openPostOffice();
  await copyEdition(data);
  paper = await startProgram(data, { SMTP_URL: office.url, MAIL_FROM: "newsroom@halyard.example" });
  site = paper.url.replace("127.0.0.1", "localhost");
});

test.afterAll(async () => {
  await paper?.end();
  await office?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser of their own, signed in as somebody. */
async function pageOf(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: site })).newPage();
  await signInByForm(page, email, { site });
  return page;
}

/** As when a quarter of an hour has gone by since everybody said that it is them. */
function forgetConfirmations(): void {
  const connection = new Database(path.join(data, "masthead.db"));
  connection.prepare("update sessions set confirmed_until = null").run();
  connection.close();
}

const codeOf = (secret: string, halfMinutes = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + halfMinutes * 30_000 });

async function letterTo(email: string, subject: string) {
  const found = () => office.letters.filter((letter) => letter.to === email && letter.subject.startsWith(subject));
  await expect.poll(() => found().length, { timeout: 45_000 }).toBeGreaterThan(0);
  const [letter] = found().slice(-1);
  const link = letter?.text.match(/http:\/\/\S+\/(?:invitation|reset)\/\w+/)?.[0] ?? "";
  return { ...letter, link };
}

async function setUpApp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole("button", { name: "Set up an app" }).click();
  await expect(page.getByRole("img", { name: "A picture for your authenticator app" })).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  const uri = await page.getByRole("link", { name: "open the app on this device" }).getAttribute("href");
  const secret = new URL(uri ?? "").searchParams.get("secret") ?? "";
  await page.getByLabel("The code that it shows now").fill("000000");
  await page.getByRole("button", { name: "Put it into use" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();
  await page.getByLabel("The code that it shows now").fill(codeOf(secret));
  await page.getByRole("button", { name: "Put it into use" }).click();
  const list = page.getByRole("list", { name: "Recovery codes" });
  await expect(list.getByRole("listitem")).toHaveCount(10);
  await expectAccessibleAtBothWidths(page);
  return { secret, codes: await list.getByRole("listitem").allTextContents() };
}

async function passwordOf(page: Page, email: string): Promise<void> {
  await page.goto(`${site}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** A device that makes passkeys and knows its owner's finger. */
async function addDevice(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const newsroom = (page: Page) => page.getByRole("heading", { name: /^(Today|Articles)$/, level: 1 });

// Here, since the setting holds for all of a paper.
test("Under a second pair of eyes nobody publishes what they wrote, and a colleague does @once", async ({
  browser,
}) => {
  const owner = await pageOf(browser, PEOPLE.owner);
  const choose = async (isOn: boolean) => {
    await owner.goto("/newsroom/settings/workflow");
    await owner.getByRole("checkbox", { name: "A second pair of eyes" }).setChecked(isOn);
    await owner.getByRole("button", { name: "Save" }).click();
    await expect(owner.getByText("Saved.")).toBeVisible();
  };
  await choose(true);
  await expectAccessibleAtBothWidths(owner);
  const editor = await pageOf(browser, PEOPLE.editor);
  await writeStory(editor, { headline: "Read by two", text: "Two read this." });
  await expect(editor.getByText("somebody else has to read and publish it")).toBeVisible();
  await expect(editor.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await editor.getByRole("button", { name: "Send to review" }).click();
  await expect(editor.getByRole("status", { name: "Where the story is" })).toContainText("In review");
  await owner.goto(editor.url());
  await owner.getByRole("button", { name: "Approve" }).click();
  await expect(owner.getByRole("status", { name: "Where the story is" })).toContainText("Ready");
  await publish(owner);
  await choose(false);
});

test("What owners grant and take in the matrix counts from the next click on, and their password is asked again first @once", async ({
  browser,
}) => {
  const owner = await pageOf(browser, PEOPLE.owner);
  const reporter = await pageOf(browser, PEOPLE.reporter);
  await reporter.getByRole("button", { name: "New article" }).click();
  await reporter.getByRole("textbox", { name: "Headline" }).fill("Mine to publish");
  await untilSaved(reporter);
  await expect(reporter.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);

  await owner.goto("/newsroom/people/roles");
  await expectAccessibleAtBothWidths(owner);
  forgetConfirmations();
  const publishing = owner.getByRole("group", { name: "Publish, schedule and correct" });
  await publishing.getByLabel("Reporter").selectOption("Own");
  const beginning = owner.getByRole("group", { name: "Begin stories" });
  await beginning.getByLabel("Contributor").selectOption("No");
  await owner.getByRole("button", { name: "Save roles" }).click();
  const dialog = owner.getByRole("dialog", { name: "Confirm that it is you" });
  await expectAccessibleAtBothWidths(owner);
  await dialog.getByLabel("Your password").fill("not my password");
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(dialog.getByRole("alert")).toContainText("not your password");
  await dialog.getByLabel("Your password").fill(PASSWORD);
  await dialog.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(owner.getByText("The roles are saved.")).toBeVisible();

  await reporter.reload();
  await expect(reporter.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
  const contributor = await pageOf(browser, PEOPLE.contributor);
  await expect(contributor.getByRole("button", { name: "New article" })).toHaveCount(0);
  expect((await contributor.goto("/newsroom/people/roles"))?.status()).toBe(403);

  await owner.reload();
  await expect(publishing.getByLabel("Reporter")).toHaveValue("own");
  // To edit what one may not read.
  await owner.getByRole("group", { name: "Write, edit and comment" }).getByLabel("Contributor").selectOption("All");
  await owner.getByRole("button", { name: "Save roles" }).click();
  await expect(owner.getByRole("alert").filter({ hasText: "is of no use without" })).toBeVisible();

  await owner.getByRole("button", { name: "Back to the start" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Put every role back" }).click();
  await expect(publishing.getByLabel("Reporter")).toHaveValue("nothing");
  await reporter.reload();
  await expect(reporter.getByRole("textbox", { name: "Headline" })).toBeVisible();
  await expect(reporter.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
});

test("An editor on a desk edits what its sections hold, and reads the rest @once", async ({ browser }) => {
  const owner = await pageOf(browser, PEOPLE.owner);
  await owner.goto("/newsroom/people/desks");
  await expect(owner.getByText("No desks yet")).toBeVisible();
  await expectAccessibleAtBothWidths(owner);
  await owner.getByRole("button", { name: "New desk" }).click();
  const dialog = owner.getByRole("dialog", { name: "New desk" });
  await dialog.getByLabel("Name", { exact: true }).fill("Waterfront");
  await dialog.getByRole("checkbox", { name: /Mirjam Tveitt/ }).check();
  await dialog.getByRole("button", { name: "Save desk" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Choose at least one section.");
  await dialog.getByRole("checkbox", { name: "Harbour", exact: true }).check();
  await expectAccessibleAtBothWidths(owner);
  await dialog.getByRole("button", { name: "Save desk" }).click();
  const row = owner.getByRole("list", { name: "Desks" }).getByRole("listitem");
  await expect(row).toContainText("Mirjam Tveitt");

  const editor = await pageOf(browser, PEOPLE.editor);
  const story = async (section: string) => {
    const connection = new Database(path.join(data, "masthead.db"), { readonly: true });
    const found = connection
      .prepare(
        "select drafts.article_id id from drafts join sections on sections.id = section_id join articles on articles.id = drafts.article_id join staff on staff.id = created_by where sections.name = ? and staff.email <> ? limit 1",
      )
      .get(section, PEOPLE.editor) as { id: string };
    connection.close();
    await editor.goto(`/newsroom/articles/${found.id}`);
  };
  await story("Harbour");
  await expect(editor.getByRole("textbox", { name: "Headline" })).toBeVisible();
  const section = editor.getByRole("combobox", { name: "Section" });
  await expect(section.getByRole("option", { name: "City", exact: true })).toBeDisabled();
  await story("City");
  await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(editor.getByRole("textbox", { name: "Headline" })).toHaveCount(0);
  await expect(editor.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);

  await row.getByRole("button", { name: "Remove Waterfront" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Remove desk" }).click();
  await expect(owner.getByText("No desks yet")).toBeVisible();
  await editor.reload();
  await expect(editor.getByRole("textbox", { name: "Headline" })).toBeVisible();
});

test("An authenticator app is set up, asked at sign-in, recovered by a code, and reset by an owner @once", async ({
  browser,
}) => {
  const page = await pageOf(browser, PEOPLE.reporter);
  await page.goto("/newsroom/account");
  const { secret, codes } = await setUpApp(page);
  await expect(page.getByText("Asked at every sign-in")).toBeVisible();
  await expect(page.getByText("10 left.")).toBeVisible();

  const fresh = await (await browser.newContext({ baseURL: site })).newPage();
  await passwordOf(fresh, PEOPLE.reporter);
  await expect(fresh.getByRole("heading", { name: "One more step" })).toBeVisible();
  await expectAccessibleAtBothWidths(fresh);
  await fresh.goto("/newsroom/articles");
  await expect(fresh).toHaveURL(/\/sign-in\?/);
  await fresh.goto("/sign-in/code");
  await fresh.getByLabel("Code").fill("123456");
  await fresh.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(fresh.getByRole("alert").filter({ hasText: "not right" })).toBeVisible();
  await fresh.getByLabel("Code").fill(codeOf(secret, 1));
  await fresh.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(newsroom(fresh)).toBeVisible();

  // Where they write: the password, then one of the codes that were kept.
  await fresh.getByRole("button", { name: "New article" }).click();
  await fresh.getByRole("textbox", { name: "Headline" }).fill("Before");
  await untilSaved(fresh);
  await fresh.context().clearCookies();
  await fresh.getByRole("textbox", { name: "Headline" }).fill("And after");
  await fresh.keyboard.press("ControlOrMeta+s");
  await fresh.getByRole("button", { name: "Sign in here" }).click();
  const dialog = fresh.getByRole("dialog", { name: "Sign in again" });
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await fresh.keyboard.press("Enter");
  await dialog.getByLabel("Code").fill(codes[0] ?? "");
  await expectAccessibleAtBothWidths(fresh);
  await fresh.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(fresh.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  await page.goto("/newsroom/account");
  await expect(page.getByText("9 left.")).toBeVisible();

  const owner = await pageOf(browser, PEOPLE.owner);
  await owner.goto("/newsroom/people");
  await owner.getByRole("link", { name: "Inês Carvalhal" }).click();
  // On the way from page to page there is no title for a moment.
  await expect(owner).toHaveTitle(/^Person/);
  await expectAccessibleAtBothWidths(owner);
  await owner.getByRole("button", { name: "Reset second factor" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Reset second factor" }).click();
  await expect(owner.getByText("They have no second factor.")).toBeVisible();
  await letterTo(PEOPLE.reporter, "Your second factor was reset");
  await page.goto("/newsroom/account");
  await expect(page).toHaveURL(/\/sign-in/);
  await passwordOf(page, PEOPLE.reporter);
  await expect(newsroom(page)).toBeVisible();
});

test("A passkey is made, signs in alone and as the second step, and confirms @once", async ({ browser }) => {
  const page = await pageOf(browser, PEOPLE.contributor);
  await addDevice(page);
  await page.goto("/newsroom/account");
  await page.getByLabel("What to call it").fill("My telephone");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("list", { name: "Passkeys" })).toContainText("My telephone");
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);
  await expectAccessibleAtBothWidths(page);

  await page.context().clearCookies();
  await page.goto("/sign-in");
  await expectAccessibleAtBothWidths(page);
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(newsroom(page)).toBeVisible();

  await page.context().clearCookies();
  await passwordOf(page, PEOPLE.contributor);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(newsroom(page)).toBeVisible();

  forgetConfirmations();
  await page.goto("/newsroom/account");
  await page.getByRole("button", { name: "Make new codes" }).click();
  await page
    .getByRole("dialog", { name: "Make new recovery codes?" })
    .getByRole("button", { name: "Make new codes" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
  await dialog.getByRole("button", { name: "Confirm with a passkey" }).click();
  await expect(page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem")).toHaveCount(10);

  await page.getByRole("button", { name: "Remove My telephone" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove passkey" }).click();
  await expect(page.getByRole("list", { name: "Passkeys" })).toHaveCount(0);
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Use a passkey instead" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "not accepted" })).toBeVisible();
});

test("Somebody is invited by e-mail, forgets their password, and chooses a new one by a letter @once", async ({
  browser,
}) => {
  const email = "nia.new@example.test";
  const owner = await pageOf(browser, PEOPLE.owner);
  await owner.goto("/newsroom/people");
  forgetConfirmations();
  await owner.getByRole("button", { name: "Invite someone" }).click();
  const dialog = owner.getByRole("dialog", { name: "Invite someone" });
  await dialog.getByLabel("Name").fill("Nia New");
  await dialog.getByLabel("E-mail", { exact: true }).fill(email);
  await dialog.getByLabel("Role").selectOption("reporter");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  // What was typed goes through once the password was given.
  const confirming = owner.getByRole("dialog", { name: "Confirm that it is you" });
  await confirming.getByLabel("Your password").fill(PASSWORD);
  await confirming.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(dialog.getByText(`A letter to ${email} is on its way.`)).toBeVisible();
  await expectAccessibleAtBothWidths(owner);

  const nia = await (await browser.newContext({ baseURL: site })).newPage();
  await nia.goto((await letterTo(email, "Join the newsroom")).link);
  await nia.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await nia.getByRole("button", { name: "Join the newsroom" }).click();
  await expect(newsroom(nia)).toBeVisible();

  const elsewhere = await (await browser.newContext({ baseURL: site })).newPage();
  await elsewhere.goto("/sign-in");
  await elsewhere.getByRole("link", { name: "Forgotten your password?" }).click();
  await expectAccessibleAtBothWidths(elsewhere);
  const ask = async (address: string) => {
    await elsewhere.goto("/sign-in/forgotten");
    await elsewhere.getByLabel("E-mail").fill(address);
    await elsewhere.getByRole("button", { name: "Send me a link" }).click();
    const answer = elsewhere.getByRole("status");
    await expect(answer).toBeVisible();
    return answer.textContent();
  };
  expect(await ask("nobody@example.test")).toBe(await ask(email));
  const { link } = await letterTo(email, "A new password");
  await elsewhere.goto(link);
  await expectAccessibleAtBothWidths(elsewhere);
  await elsewhere.getByLabel("New password", { exact: true }).fill("another fine phrase");
  await elsewhere.getByRole("button", { name: "Save and sign in" }).click();
  await expect(newsroom(elsewhere)).toBeVisible();
  await nia.goto("/newsroom/articles");
  await expect(nia).toHaveURL(/\/sign-in/);
  await nia.goto(link);
  await expect(nia.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await expectAccessibleAtBothWidths(nia);
  expect(office.letters.filter(({ to }) => to === "nobody@example.test")).toEqual([]);

  // Where no letter comes, an owner hands a link on.
  await owner.goto("/newsroom/people");
  await owner.getByRole("link", { name: "Nia New" }).click();
  await owner.getByRole("button", { name: "Make a password link" }).click();
  const handed = await owner.getByLabel("Link to a new password for Nia New").inputValue();
  await nia.goto(handed);
  await expect(nia.getByRole("heading", { name: "Choose a new password" })).toBeVisible();
});

test("Whose role asks for a second factor sets it up before anything else @once", async ({ browser }) => {
  const owner = await pageOf(browser, PEOPLE.owner);
  const editor = await pageOf(browser, PEOPLE.editor);
  await owner.goto("/newsroom/people/roles");
  const needed = owner.getByRole("group", { name: "Roles that need a second factor" });
  await needed.getByLabel("Editor").check();
  await owner.getByRole("button", { name: "Save", exact: true }).click();
  await expect(owner.getByText("Saved.", { exact: true })).toBeVisible();

  await editor.goto("/newsroom/media");
  await expect(editor.getByRole("heading", { name: "Set up a second factor" })).toBeVisible();
  await expectAccessibleAtBothWidths(editor);
  expect((await editor.request.get("/newsroom/media/library")).status()).toBe(403);
  await setUpApp(editor);
  await editor.getByRole("link", { name: "Go on to the newsroom" }).click();
  await expect(editor.getByRole("heading", { name: "Media", level: 1 })).toBeVisible();

  await needed.getByLabel("Editor").uncheck();
  const saved = owner.getByText("Saved.", { exact: true });
  await expect(saved).toBeHidden();
  await owner.getByRole("button", { name: "Save", exact: true }).click();
  await expect(saved).toBeVisible();
  await owner.reload();
  await expect(needed.getByLabel("Editor")).not.toBeChecked();
});

test("Accounts are disabled together once it is said who one is, and that is undone @once", async ({ browser }) => {
  const owner = await pageOf(browser, PEOPLE.owner);
  const out = await pageOf(browser, PEOPLE.contributor);
  await owner.goto("/newsroom/people?search=halyard");
  const rows = owner.getByRole("list", { name: "Staff" }).getByRole("listitem");
  for (const name of ["Samira El-Toukhy", "Tomasz Wieliczko"]) {
    await owner.getByRole("checkbox", { name: `Choose ${name}` }).check();
  }
  await expectAccessibleAtBothWidths(owner);
  forgetConfirmations();
  const bar = owner.getByRole("region", { name: "Chosen accounts" });
  await bar.getByRole("button", { name: "Disable" }).click();
  const asked = owner.getByRole("dialog", { name: "Confirm that it is you" });
  await asked.getByLabel("Your password").fill(PASSWORD);
  await asked.getByRole("button", { name: "Confirm", exact: true }).click();
  await expect(owner.getByText("Disabled, and signed out everywhere: 2 accounts.")).toBeVisible();
  await expect(rows.filter({ hasText: "Disabled" })).toHaveCount(2);
  expect((await out.request.get("/newsroom/notices/count")).status()).toBe(401);
  await owner.getByRole("button", { name: "Undo" }).click();
  await expect(owner.getByText("Enabled again: 2 accounts.")).toBeVisible();
  await expect(rows.filter({ hasText: "Disabled" })).toHaveCount(0);
  await owner.goto("/newsroom/people");
  // Nobody shuts themselves out.
  await expect(rows.filter({ hasText: "(you)" }).getByRole("checkbox")).toHaveCount(0);
});

test("Whoever ends a session of their own, or an owner who ends another's, has that browser signed out at its next request @once", async ({
  browser,
}) => {
  const email = "tomasz.wieliczko@halyard.example";
  const isOut = async (page: Page) => {
    await page.goto("/newsroom/articles");
    await expect(page).toHaveURL(/\/sign-in/);
  };
  const here = await pageOf(browser, email);
  // One is known from another by its browser.
  const firefox = await browser.newContext({
    baseURL: site,
    userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  const [lost, other] = [await firefox.newPage(), await pageOf(browser, email)];
  await signInByForm(lost, email, { site });

  await here.goto("/newsroom/account");
  const sessions = here.getByRole("list", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(3);
  await expect(sessions.getByRole("listitem").filter({ hasText: "This session" })).toHaveCount(1);
  await expectAccessibleAtBothWidths(here);
  await here.getByRole("button", { name: /^End session.*Firefox on Linux$/ }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  expect((await lost.request.get("/newsroom/notices/count")).status()).toBe(401);
  await isOut(lost);
  expect((await other.request.get("/newsroom/notices/count")).status()).toBe(200);

  await signInByForm(lost, email, { site });
  await here.reload();
  await here.getByRole("button", { name: "End all other sessions" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await isOut(lost);
  await isOut(other);
  await here.reload();
  await expect(sessions).toContainText("This session");

  const owner = await pageOf(browser, PEOPLE.owner);
  await signInByForm(lost, email, { site });
  await owner.goto("/newsroom/people");
  await owner.getByRole("link", { name: "Tomasz Wieliczko" }).click();
  await expect(owner).toHaveTitle(/^Person/);
  const theirs = owner.getByRole("list", { name: "Sessions" });
  await expect(theirs.getByRole("listitem")).toHaveCount(2);
  await expectAccessibleAtBothWidths(owner);
  await owner.getByRole("button", { name: /^End session.*Firefox on Linux$/ }).click();
  await expect(theirs.getByRole("listitem")).toHaveCount(1);
  await isOut(lost);
  expect((await here.request.get("/newsroom/notices/count")).status()).toBe(200);
  await owner.getByRole("button", { name: "End all sessions" }).click();
  await expect(owner.getByText("Not signed in anywhere")).toBeVisible();
  await isOut(here);
});

test("What concerns somebody comes by e-mail unless they have read it, and not to who wants no such letters @once", async ({
  browser,
}) => {
  /** As when the two minutes have gone by in which they could have read it in the newsroom. */
  const letLettersBeDue = () => {
    const connection = new Database(path.join(data, "masthead.db"));
    connection.prepare("update jobs set run_at = ? where kind = 'letter' and done_at is null").run(Date.now() - 1000);
    connection.close();
  };
  const [email, name] = ["kaito.ferreira@halyard.example", "Kaito Ferreira"];
  const owner = await pageOf(browser, PEOPLE.owner);
  const writer = await pageOf(browser, email);
  const assign = async (headline: string) => {
    await owner.goto("/newsroom/board");
    await owner.getByRole("button", { name: "New idea" }).click();
    const dialog = owner.getByRole("dialog", { name: "New idea" });
    await dialog.getByLabel("What is it about?").fill(headline);
    await dialog.getByRole("combobox", { name: "Assigned to" }).selectOption({ label: name });
    await dialog.getByRole("button", { name: "Propose" }).click();
    await expect(dialog).toBeHidden();
  };
  await writer.goto("/newsroom/account");
  await expect(writer.getByLabel("Send me my unread notices by e-mail")).toBeChecked();

  await assign("Letters from the lock");
  await assign("Read at once");
  await writer.goto("/newsroom/notices");
  const read = writer.getByRole("listitem").filter({ hasText: "Read at once" });
  await read.getByRole("button", { name: "Open" }).click();
  await expect(writer.getByRole("textbox", { name: "Headline" })).toHaveValue("Read at once");
  letLettersBeDue();
  const letter = await letterTo(email, "");
  expect(letter.subject).toContain("assigned “Letters from the lock” to you");
  const link = letter.text?.match(/http:\/\/\S+\/newsroom\/articles\/\w+/)?.[0] ?? "";
  await writer.goto(link);
  await expect(writer.getByRole("textbox", { name: "Headline" })).toHaveValue("Letters from the lock");

  await writer.goto("/newsroom/account");
  await writer.getByLabel("Send me my unread notices by e-mail").uncheck();
  await writer.getByRole("button", { name: "Save choice" }).click();
  await expect(writer.getByText("Your choice is saved.")).toBeVisible();
  await assign("Not by letter");
  letLettersBeDue();
  // A letter that is planned later has come once the queue has done with those before it.
  await owner.goto("/newsroom/people");
  await owner.getByRole("button", { name: "Invite someone" }).click();
  const inviting = owner.getByRole("dialog", { name: "Invite someone" });
  await inviting.getByLabel("Name").fill("Ola Last");
  await inviting.getByLabel("E-mail", { exact: true }).fill("ola.last@example.test");
  await inviting.getByLabel("Role").selectOption("reporter");
  await inviting.getByRole("button", { name: "Invite", exact: true }).click();
  await letterTo("ola.last@example.test", "Join the newsroom");
  const told = office.letters.filter(({ to }) => to === email).map(({ subject }) => subject);
  expect(told).toEqual([expect.stringContaining("Letters from the lock")]);
});

/** What a contributor is left with where they may nothing: to read their own. */
const least = (): Map<Capability, Reach> =>
  new Map(CAPABILITIES.map((each) => [each, each === "article.read" ? "own" : "nothing"]));

/** Only this, with what it is of no use without. */
function grantsFor(capability: Capability): Map<Capability, Reach> {
  const grants = least();
  for (const wanted of [capability, DEEDS[capability].beside]) {
    for (let each = wanted; each; each = about(each).needs) {
      grants.set(each, about(each).reaches.at(-1) ?? "nothing");
    }
  }
  return grants;
}

test("Every capability of the matrix is refused to who lacks it and allowed to who has it, on its page and by its request, as owners grant and take it @once", async ({
  browser,
}) => {
  test.slow();
  const owner = await pageOf(browser, PEOPLE.owner);
  const [boss, staff] = [
    await signedIn(site, { email: PEOPLE.owner, password: PASSWORD }),
    await signedIn(site, { email: PEOPLE.contributor, password: PASSWORD }),
  ];
  const connection = new Database(path.join(data, "masthead.db"), { readonly: true });
  const { sectionId, bylineId, edited } = connection
    .prepare(
      "select (select id from sections limit 1) sectionId, (select id from bylines limit 1) bylineId, (select edited_at from about_pages where slug = 'ethics') edited",
    )
    .get() as { sectionId: string; bylineId: string; edited: number };
  connection.close();
  const shelves = { sectionId, bylineId, aboutSince: new Date(edited).toISOString() };
  const ids = new Map<Capability, string>();
  for (const each of CAPABILITIES) ids.set(each, (await DEEDS[each].make?.(boss, shelves)) ?? "");

  await owner.goto("/newsroom/people/roles");
  const cell = (capability: Capability) =>
    owner.getByRole("group", { name: about(capability).name, exact: true }).getByLabel("Contributor");
  const now = new Map(
    await Promise.all(CAPABILITIES.map(async (each) => [each, await cell(each).inputValue()] as const)),
  );
  const grant = async (wanted: Map<Capability, Reach>) => {
    for (const [each, reach] of wanted) {
      if (now.get(each) !== reach) await cell(each).selectOption({ value: reach });
      now.set(each, reach);
    }
    const saved = owner.getByText("The roles are saved.");
    await expect(saved).toBeHidden();
    await owner.getByRole("button", { name: "Save roles" }).click();
    await expect(saved).toBeVisible();
  };

  const isFound = async (each: Capability) => {
    const { page, shown } = DEEDS[each];
    if (!page) return null;
    const answer = await staff.fetch(page(ids.get(each) ?? ""));
    const html = await answer.text();
    return answer.ok && (shown?.test(html) ?? true);
  };
  const refuses = async (each: Capability) => {
    expect(await isFound(each), `${each} is found`).not.toBe(true);
    const came = await DEEDS[each].perform?.(staff, ids.get(each) ?? "");
    if (came)
      expect(came, each).toEqual({ ...came, done: false, said: expect.stringMatching(/does not (?:allow|exist)/) });
  };

  await grant(least());
  for (const each of CAPABILITIES) await refuses(each);
  // In their browser they are told so.
  const theirs = await pageOf(browser, PEOPLE.contributor);
  for (const path of [
    "redirects",
    "media",
    "topics",
    "about",
    "snippets",
    "settings/style",
    "people",
    "operations",
    "audit",
  ]) {
    expect((await theirs.goto(`/newsroom/${path}`))?.status(), path).toBe(403);
    await expect(theirs.getByRole("heading", { name: "Not for your role", level: 1 }), path).toBeVisible();
  }
  await expectAccessibleAtBothWidths(theirs);
  // Their password and their sessions are theirs, whatever else they may.
  expect((await staff.fetch("/newsroom/account")).status).toBe(200);
  for (const each of CAPABILITIES) {
    const wanted = grantsFor(each);
    await grant(wanted);
    expect(await isFound(each), `${each} is not found`).not.toBe(false);
    const came = await DEEDS[each].perform?.(staff, ids.get(each) ?? "");
    if (came) expect(came, each).toEqual({ ...came, done: true });
    // What was granted before is taken again.
    const before = CAPABILITIES[CAPABILITIES.indexOf(each) - 1];
    if (before && (wanted.get(before) ?? "nothing") === "nothing") await refuses(before);
  }
  await grant(least());
  for (const each of CAPABILITIES) await refuses(each);
  await owner.reload();
  await owner.getByRole("button", { name: "Back to the start" }).click();
  await owner.getByRole("dialog").getByRole("button", { name: "Put every role back" }).click();
  await expect(cell("article.create")).toHaveValue("any");
});
