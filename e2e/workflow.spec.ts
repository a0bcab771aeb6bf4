import type { Locator, Page } from "@playwright/test";
import { letPlansBeDue } from "./database";
import { evening, idOf, schedule } from "./schedules";
import {
  expect,
  expectAccessible,
  expectAccessibleAtBothWidths,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  tabTo,
  test,
  untilSaved,
} from "./test";

const column = (page: Page, name: string) => page.getByRole("region", { name: new RegExp(`^${name}`) });
const card = (page: Page, stage: string, headline: string) =>
  column(page, stage).getByRole("listitem").filter({ hasText: headline });
const standing = (page: Page) => page.getByRole("status", { name: "Where the story is" });
const bell = (page: Page) => page.getByRole("link", { name: /^Notices/ });

/** Puts an idea down on the board. */
async function propose(page: Page, headline: string): Promise<void> {
  await page.goto("/newsroom/board");
  await page.getByRole("button", { name: "New idea" }).click();
  const dialog = page.getByRole("dialog", { name: "New idea" });
  await dialog.getByLabel("What is it about?").fill(headline);
  await dialog.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await dialog.getByLabel("Brief").fill("Ask the harbour master.");
  await dialog.getByRole("button", { name: "Propose" }).click();
  await expect(dialog).toBeHidden();
  await expect(card(page, "Idea", headline)).toBeVisible();
}

/** Chooses from the menu of a card. */
async function choose(page: Page, headline: string, item: string): Promise<void> {
  await page.getByRole("button", { name: `Move “${headline}”` }).click();
  await page.getByRole("menuitem", { name: item, exact: true }).click();
}

/** Opens a story of the list "My work". */
async function openWork(page: Page, list: string, headline: string): Promise<void> {
  await page.goto("/newsroom/work");
  await page.getByRole("list", { name: list }).getByRole("link", { name: headline, exact: true }).click();
  await expect(standing(page)).toBeVisible();
}

/** Drags by mouse, as a person does: in several moves. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  await from.hover({ position: { x: 12, y: 12 } });
  await page.mouse.down();
  // It begins before anything is scrolled: what is dragged is what was under the mouse.
  await from.hover({ position: { x: 22, y: 22 } });
  await to.hover({ position: { x: 20, y: 20 } });
  await to.hover({ position: { x: 30, y: 30 } });
  await page.mouse.up();
}

/** The date so many days from now, in the zone of the edition. */
function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("en-CA", { timeZone: "Europe/London" });
}

test("An idea is proposed, assigned, written, refused with a reason, approved, scheduled and published, and each is told @once", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const headline = `Dredger ${info.project.name}`;
  // Somebody whose notices nobody else's journey brings or reads.
  const writer = { name: "Rafiq Sundaram", email: "rafiq.sundaram@halyard.example" };
  const reporter = await pageOf(browser, writer.email, page);
  await propose(reporter, headline);

  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/board");
  await choose(page, headline, "Assigned");
  const plan = page.getByRole("dialog", { name: "Plan this story" });
  await plan.getByRole("combobox", { name: "Assigned to" }).selectOption({ label: writer.name });
  await plan.getByLabel("Deadline").fill(`${dayFromNow(1)}T18:00`);
  await expectAccessibleAtBothWidths(page);
  await plan.getByRole("button", { name: "Save plan" }).click();
  await expect(plan).toBeHidden();
  await expect(card(page, "Assigned", headline)).toContainText(writer.name);
  await expect(card(page, "Assigned", headline)).toContainText("18:00");
  await expect(page.getByRole("button", { name: `Move “${headline}”` })).toBeFocused();

  // The writer is told, finds it, and begins by writing.
  await reporter.goto("/newsroom/notices");
  await expectAccessibleAtBothWidths(reporter);
  const notice = reporter.getByRole("listitem").filter({ hasText: `Mirjam Tveitt assigned “${headline}” to you` });
  await notice.getByRole("button", { name: "Open" }).click();
  await expect(reporter.getByRole("region", { name: "Plan" })).toContainText("Ask the harbour master.");
  await expect(standing(reporter)).toContainText("Assigned");
  await expectAccessibleAtBothWidths(reporter);
  await reporter.getByRole("textbox", { name: "Body" }).click();
  await reporter.keyboard.type("The dredger came at six.");
  await untilSaved(reporter);
  await expect(standing(reporter)).toContainText("Drafting");
  await reporter.getByRole("button", { name: "Send to review" }).click();
  await expect(standing(reporter)).toContainText("In review");

  // The editor returns it, with a reason; without one it goes nowhere.
  await openWork(page, "Waits for your review", headline);
  await page.getByRole("button", { name: "Return to writer" }).click();
  const why = page.getByRole("dialog", { name: "Return to writer?" });
  await why.getByRole("button", { name: "Return to writer" }).click();
  await expect(why.getByText("Say why, for whoever works on it.").first()).toBeVisible();
  await why.getByLabel("Why?").fill("Six in the morning or the evening?");
  await why.getByRole("button", { name: "Return to writer" }).click();
  await expect(why).toBeHidden();
  await expect(standing(page)).toContainText("Drafting");

  await reporter.goto("/newsroom/work");
  await expect(reporter.getByRole("list", { name: "Returned to you" })).toContainText(
    "Six in the morning or the evening?",
  );
  await expectAccessibleAtBothWidths(reporter);
  await openWork(reporter, "Returned to you", headline);
  await expect(reporter.getByText("Returned by Mirjam Tveitt")).toBeVisible();
  await reporter.getByRole("textbox", { name: "Standfirst" }).fill("In the morning.");
  await untilSaved(reporter);
  await reporter.getByRole("button", { name: "Send to review" }).click();
  await expect(standing(reporter)).toContainText("In review");

  await openWork(page, "Waits for your review", headline);
  await page.getByRole("button", { name: "Approve" }).click();
  await expect(standing(page)).toContainText("Ready");
  await schedule(page, evening(1));
  await expect(standing(page)).toContainText("Will be published");
  letPlansBeDue(idOf(page));
  await expect(async () => {
    await page.reload();
    await expect(standing(page)).toContainText("Readers see it since", { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await expect(standing(page)).not.toContainText("Ready");
  await page.goto("/newsroom/board");
  await expect(page.getByRole("link", { name: headline, exact: true })).toHaveCount(0);

  // What happened is told in words, and its writer was told what concerns them.
  await page.goto("/newsroom/activity");
  await expectAccessibleAtBothWidths(page);
  const feed = page.getByRole("list", { name: "Activity" });
  for (const words of ["published", "approved", "returned", "assigned"]) {
    await expect(
      feed
        .getByRole("listitem")
        .filter({ hasText: `${words} “${headline}”` })
        .first(),
    ).toBeVisible();
  }
  await reporter.goto("/newsroom/notices");
  await expect(reporter.getByText(`Mirjam Tveitt approved “${headline}”`)).toBeVisible();
  await expect(bell(reporter)).toHaveAccessibleName(/unread$/);
  await reporter.getByRole("button", { name: "Mark all as read" }).click();
  await expect(reporter.getByRole("button", { name: "Mark all as read" })).toHaveCount(0);
  await expect(bell(reporter)).toHaveAccessibleName("Notices");
});

test("An edit of a live story goes to review while readers keep the published text @once", async ({ page }, info) => {
  const headline = `Lighthouse ${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await propose(page, headline);
  await choose(page, headline, "Drafting");
  await expect(card(page, "Drafting", headline)).toBeVisible();
  await page.getByRole("link", { name: headline, exact: true }).click();
  await page.getByRole("textbox", { name: "Body" }).click();
  await page.keyboard.type("It shines.");
  await untilSaved(page);
  const path = await publish(page);
  await page.getByRole("textbox", { name: "Standfirst" }).fill("It shines no more.");
  await untilSaved(page);
  await expect(standing(page)).toContainText("Drafting");
  await expect(standing(page)).toContainText("Published, with changes");
  await page.getByRole("button", { name: "Workflow" }).click();
  await page.getByRole("menuitem", { name: "Send to review" }).click();
  await expect(standing(page)).toContainText("In review");
  expect(await (await page.request.get(path)).text()).not.toContain("It shines no more.");
});

test("The board is worked by keyboard alone, and says why a card stays where it is", async ({ page }, info) => {
  const headline = `Ferry ${info.project.name}`;
  await signIn(page, PEOPLE.editor);
  await propose(page, headline);
  const button = page.getByRole("button", { name: `Move “${headline}”` });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Drafting" }).press("Enter");
  await expect(card(page, "Drafting", headline)).toBeVisible();
  await expect(page.getByText(`“${headline}” is now in “Drafting”.`)).toBeAttached();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Held" }).press("Enter");
  const why = page.getByRole("dialog", { name: "Hold?" });
  await expect(why.getByLabel("Why?")).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(why).toBeHidden();
  await expect(button).toBeFocused();
  await expect(card(page, "Drafting", headline)).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Held" }).press("Enter");
  await why.getByLabel("Why?").fill("After the vote.");
  await tabTo(page, why.getByRole("button", { name: "Hold" }));
  await page.keyboard.press("Enter");
  await expect(card(page, "Held", headline)).toContainText("After the vote.");
  await expect(button).toBeFocused();
  await expectAccessible(page);

  // A held story cannot be published, and goes back where it was.
  await page.getByRole("link", { name: headline, exact: true }).click();
  await expect(page.getByText("Held by Mirjam Tveitt")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeDisabled();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(standing(page)).toContainText("Drafting");
});

test("A card is dragged to another column, and one that may not go there is put back with the reason @once", async ({
  page,
}) => {
  const headline = "Dragged ferry";
  await signIn(page, PEOPLE.editor);
  await propose(page, headline);
  await drag(page, card(page, "Idea", headline), column(page, "Drafting"));
  await expect(card(page, "Drafting", headline)).toBeVisible();
  // It is shown there at once, and may be dragged on once it is there.
  await expect(page.getByText(`“${headline}” is now in “Drafting”.`)).toBeAttached();
  await drag(page, card(page, "Drafting", headline), column(page, "Ready"));
  await expect(page.getByRole("alert").filter({ hasText: "Only what was in review can be ready" })).toBeVisible();
  await expect(card(page, "Drafting", headline)).toBeVisible();
  await drag(page, card(page, "Drafting", headline), column(page, "Killed"));
  const why = page.getByRole("dialog", { name: "Kill?" });
  await why.getByLabel("Why?").fill("It sank.");
  await why.getByRole("button", { name: "Kill" }).click();
  await expect(card(page, "Killed", headline)).toContainText("It sank.");
  await page.reload();
  await expect(card(page, "Killed", headline)).toBeVisible();
});

test("A move that somebody else made impossible is refused by the server, and the card goes back @once", async ({
  page,
  browser,
}) => {
  const headline = "Contested ferry";
  await signIn(page, PEOPLE.editor);
  await propose(page, headline);
  const other = await pageOf(browser, PEOPLE.owner, page);
  await other.goto("/newsroom/board");
  await choose(other, headline, "Drafting");
  await expect(card(other, "Drafting", headline)).toBeVisible();
  await choose(page, headline, "Drafting");
  await expect(page.getByRole("alert").filter({ hasText: "cannot be begun from there" })).toBeVisible();
});

test("What is planned is moved on the calendar to another day, by its button and by dragging", async ({
  page,
}, info) => {
  const headline = `Regatta ${info.project.name}`;
  // Days of one page, whatever day it is: the last weeks of a month that is to come.
  const month = "2031-05";
  const day = (date: string) => page.locator(`[data-day="${date}"]`);
  await signIn(page, PEOPLE.editor);
  await propose(page, headline);
  await choose(page, headline, "Plan…");
  const plan = page.getByRole("dialog", { name: "Plan this story" });
  await plan.getByLabel("Deadline").fill(`${month}-13T18:00`);
  await plan.getByLabel("Planned publication").fill(`${month}-14T07:30`);
  await plan.getByRole("button", { name: "Save plan" }).click();
  await expect(plan).toBeHidden();

  await page.goto(`/newsroom/calendar?month=${month}`);
  await expect(page.getByRole("heading", { name: "May 2031" })).toBeVisible();
  await expectAccessible(page);
  const deadline = page.getByRole("button", { name: `Move “${headline}”, deadline` });
  await deadline.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move to another day" });
  await dialog.getByLabel("Day").fill(`${month}-20`);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Move" }).click();
  await expect(dialog).toBeHidden();
  const moved = day(`${month}-20`).getByRole("listitem").filter({ hasText: headline });
  await expect(moved).toContainText("18:00 Deadline");
  await expect(deadline).toBeFocused();

  // On a narrow screen only days on which something is are listed: there is nowhere to drag to.
  if (info.project.name === "phone") return;
  const planned = day(`${month}-14`).getByRole("listitem").filter({ hasText: headline });
  await drag(page, planned, day(`${month}-22`));
  await expect(day(`${month}-22`).getByRole("listitem").filter({ hasText: headline })).toContainText("07:30 Planned");
  // It is shown there at once; only what is said tells that it is kept.
  await expect(page.getByText(new RegExp(`of “${headline}” is now on .*22 May`))).toBeAttached();
  await page.reload();
  await expect(day(`${month}-22`).getByRole("listitem").filter({ hasText: headline })).toBeVisible();
});

test("The pages of the work are accessible in the dark, and show a contributor their own alone", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page, PEOPLE.contributor);
  await page.goto("/newsroom/board");
  await expectAccessible(page);
  await expect(column(page, "In review")).toContainText("Nothing here.");
  await expect(card(page, "Drafting", "Where have the Friday buns gone?")).toBeVisible();
  await expect(page.getByText("The pencil drawing in the appendix")).toHaveCount(0);
  await page.goto("/newsroom/notices");
  await expect(page.getByRole("heading", { name: "Notices", level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto("/newsroom/calendar?month=2040-01");
  await expectAccessible(page);
  await page.goto("/newsroom/work");
  await expectAccessible(page);
  await page.goto("/newsroom/settings/workflow");
  await expect(page.getByRole("checkbox", { name: "A second pair of eyes" })).toHaveCount(0);
});
