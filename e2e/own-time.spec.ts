import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { idOf, schedule } from "./schedules";
import { expect, expectAccessible, expectAccessibleAtBothWidths, PEOPLE, signIn, test, writeStory } from "./test";

// Five hours ahead of London, whose clocks the edition goes by, in winter; four in summer.
test.use({ timezoneId: "Asia/Karachi" });

const standing = (page: Page) => page.getByRole("status", { name: "Where the story is" });
const timeline = (page: Page) => page.getByRole("region", { name: "Timeline" });
const planned = (page: Page) => page.getByRole("region", { name: "Plan", exact: true });
const planning = (page: Page) => page.getByRole("dialog", { name: "Plan this story" });

/** Opens the question of what is planned for the story on the screen. */
async function plan(page: Page): Promise<void> {
  await planned(page).getByRole("button", { name: "Plan" }).click();
  await expect(planning(page)).toBeVisible();
}

async function savePlan(page: Page): Promise<void> {
  await planning(page).getByRole("button", { name: "Save plan" }).click();
  await expect(planning(page)).toBeHidden();
}

test("Whoever sits in another zone has their own time beside the paper's wherever one is chosen or shown, and nobody else @once", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const headline = `Far from home ${info.project.name}`;
  await signIn(page, PEOPLE.owner);
  await writeStory(page, { headline, text: "It is late here." });
  const address = page.url();
  const id = idOf(page);
  await plan(page);
  await planning(page).getByLabel("Deadline").fill("2031-01-15T18:00");
  await expect(planning(page).getByText("For you, in Karachi: 15 Jan 2031, 23:00.")).toBeVisible();
  await planning(page).getByLabel("Planned publication").fill("2031-01-15T20:00");
  await expect(planning(page).getByText("For you, in Karachi: 16 Jan 2031, 01:00.")).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await savePlan(page);
  await expect(planned(page)).toContainText("Due 15 Jan, 18:00 (23:00 for you)");
  await expect(planned(page)).toContainText("Planned for 15 Jan, 20:00 (16 Jan, 01:00 for you)");

  await schedule(page, "2031-01-15T20:00", async () => {
    await expect(page.getByText("For you, in Karachi: 16 Jan 2031, 01:00.")).toBeVisible();
  });
  await expect(standing(page)).toContainText("Will be published 15 Jan, 20:00 (16 Jan, 01:00 for you)");
  await expect(timeline(page).getByRole("list", { name: "Planned" })).toContainText(
    "15 Jan 2031, 20:00 (16 Jan, 01:00 for you)",
  );
  await timeline(page).getByRole("button", { name: "Set an embargo" }).click();
  const embargo = page.getByRole("dialog", { name: "Set an embargo" });
  await embargo.getByLabel("Until").fill("2031-01-16T18:00");
  await embargo.getByRole("button", { name: "Set the embargo" }).click();
  await expect(timeline(page)).toContainText("Under embargo until 16 Jan 2031, 18:00 (23:00 for you)");
  await expect(standing(page)).toContainText("Embargo until 16 Jan, 18:00 (23:00 for you)");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("dialog")).toContainText(
    "An embargo holds it back until 16 Jan 2031, 18:00 (23:00 for you).",
  );
  await page.getByRole("dialog").getByRole("button", { name: "Not yet" }).click();

  await page.getByRole("button", { name: "Share a preview" }).click();
  const sharing = page.getByRole("dialog", { name: "Share a preview" });
  await sharing.getByLabel("Who is it for?").fill("A lawyer");
  await sharing.getByLabel("How long it works").selectOption("Until a time");
  await sharing.getByLabel("Until", { exact: true }).fill("2030-01-01T12:00");
  await expect(sharing.getByText("For you, in Karachi: 1 Jan 2030, 17:00.")).toBeVisible();
  await sharing.getByLabel("How long it works").selectOption("7 days");
  await sharing.getByRole("button", { name: "Make the link" }).click();
  await expect(sharing.getByLabel("The link", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Preview links" })).toContainText(/Until .*\d\d:\d\d for you\)\./);
  await page.reload();
  await expect(standing(page)).toContainText("(23:00 for you)");
  await expectAccessibleAtBothWidths(page);

  await page.goto("/newsroom/calendar?month=2031-01");
  const entries = page.getByRole("listitem").filter({ hasText: headline });
  await expect(entries.filter({ hasText: "18:00 Deadline (23:00 for you)" }).first()).toBeVisible();
  await expect(entries.filter({ hasText: "20:00 Goes out (16 Jan, 01:00 for you)" }).first()).toBeVisible();
  await expectAccessibleAtBothWidths(page);
  await page.goto(`/newsroom/articles?search=${encodeURIComponent(headline)}`);
  await expect(page.getByRole("list", { name: "Articles" })).toContainText(
    "Publishes 15 Jan, 20:00 (16 Jan, 01:00 for you)",
  );
  await expectAccessibleAtBothWidths(page);
  await page.goto("/newsroom/operations");
  await expect(
    page.getByRole("list", { name: "Planned" }).getByRole("listitem").filter({ hasText: headline }),
  ).toContainText("Publish 15 Jan 2031, 20:00 (16 Jan, 01:00 for you)");
  inDatabase((database) =>
    database.prepare("update plans set deadline_at = ? where article_id = ?").run(Date.now() - 60_000, id),
  );
  await page.goto("/newsroom");
  await expect(
    page.getByRole("list", { name: "Due today" }).getByRole("listitem").filter({ hasText: headline }).first(),
  ).toContainText(/Deadline \((\d+ \w+, )?\d\d:\d\d for you\)/);
  await expectAccessibleAtBothWidths(page);

  const home = await (await browser.newContext({ timezoneId: "Europe/London" })).newPage();
  await signIn(home, PEOPLE.editor);
  await home.goto(address);
  await expect(standing(home)).toContainText("Will be published 15 Jan, 20:00");
  await expect(home.getByText("for you")).toHaveCount(0);
});

test("A plan asks which of two in the night in which the clocks go back, and refuses the hour that they leave out", async ({
  page,
}, info) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: `Night shift ${info.project.name}`, text: "The clocks change." });
  await plan(page);
  const deadline = planning(page).getByLabel("Deadline");
  const edges = await planning(page).evaluate((dialog) =>
    [dialog, ...dialog.querySelectorAll("input")].map((each) => each.getBoundingClientRect().right),
  );
  expect(Math.max(...edges.slice(1)), "every field ends within the dialog").toBeLessThan(edges[0] ?? 0);
  await deadline.fill("2031-10-26T01:30");
  const which = planning(page).getByRole("group", { name: "The clocks go back that night. Which 01:30?" });
  await expect(which.getByRole("radio", { name: "The first, before they go back (05:30 for you)" })).not.toBeChecked();
  await planning(page).getByRole("button", { name: "Save plan" }).click();
  await expect(which).toContainText("The clocks go back that night, and 01:30 comes twice. Choose which.");
  await expectAccessible(page);
  await which.getByRole("radio", { name: "The second, an hour later (06:30 for you)" }).check();
  await savePlan(page);
  await expect(planned(page)).toContainText("Due 26 Oct, 01:30 (06:30 for you)");

  // It is known which, whatever else is changed.
  await plan(page);
  await expect(which.getByRole("radio", { name: /^The second/ })).toBeChecked();
  await planning(page).getByLabel("Brief").fill("Who works through it?");
  await savePlan(page);
  await expect(planned(page)).toContainText("Who works through it?");
  await expect(planned(page)).toContainText("Due 26 Oct, 01:30 (06:30 for you)");

  await plan(page);
  await deadline.fill("2031-03-30T01:30");
  const left = "The clocks go forward that night, and 01:30 does not come. Choose 02:30, or another time.";
  await expect(planning(page).getByText(left)).toBeVisible();
  await expectAccessible(page);
  await planning(page).getByRole("button", { name: "Save plan" }).click();
  await expect(planning(page).getByRole("alert")).toHaveText(left);
  await deadline.fill("2031-03-30T02:30");
  await savePlan(page);
  await expect(planned(page)).toContainText("Due 30 Mar, 02:30 (06:30 for you)");
});
