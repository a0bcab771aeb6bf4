import type { Browser, Page } from "@playwright/test";
import { PASSWORD } from "./servers";
import {
  expect,
  expectAccessibleAtBothWidths,
  newArticle,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
  writeStory,
} from "./test";

const headlineOf = (page: Page) => page.getByRole("textbox", { name: "Headline" });
const standfirstOf = (page: Page) => page.getByRole("textbox", { name: "Standfirst" });
const bodyOf = (page: Page) => page.getByRole("textbox", { name: "Body" });

/** A story that the editor has begun and left alone, open on the owner's screen too. */
async function onTwoScreens(page: Page, browser: Browser, headline: string): Promise<{ mirjam: Page; owner: Page }> {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline, text: "It sounded twice." });
  await page.getByRole("button", { name: "Preview", exact: true }).focus();
  const owner = await pageOf(browser, PEOPLE.owner, page);
  await owner.goto(page.url());
  await expect(headlineOf(owner)).toHaveValue(headline);
  await expect(page.getByRole("status", { name: "Who else is here" })).toContainText("Also here");
  return { mirjam: page, owner };
}

test("Two who write in different fields of a story see each other's words, and neither is asked anything @once", async ({
  page,
  browser,
}, info) => {
  const { mirjam, owner } = await onTwoScreens(page, browser, `Fog signal ${info.project.name}`);
  await headlineOf(mirjam).fill("Fog signal, by Mirjam");
  await standfirstOf(owner).fill("By the owner.");
  await expect(owner.getByRole("status", { name: "Who else is here" })).toContainText("Mirjam Tveitt, in the headline");
  await expect(headlineOf(owner)).toHaveValue("Fog signal, by Mirjam");
  await expect(standfirstOf(mirjam)).toHaveValue("By the owner.");
  await untilSaved(mirjam);
  await untilSaved(owner);
  await expectAccessibleAtBothWidths(owner);
  for (const screen of [mirjam, owner]) {
    await expect(screen.getByRole("dialog")).toHaveCount(0);
    await screen.reload();
    await expect(headlineOf(screen)).toHaveValue("Fog signal, by Mirjam");
    await expect(standfirstOf(screen)).toHaveValue("By the owner.");
  }
});

test("Who takes a field over writes on from the other's words; the other is told at once, and may take it back @once", async ({
  page,
  browser,
}, info) => {
  const { mirjam, owner } = await onTwoScreens(page, browser, `Lamp ${info.project.name}`);
  await bodyOf(mirjam).click();
  await mirjam.keyboard.press("ControlOrMeta+End");
  await mirjam.keyboard.type(" Then it stopped.");
  await untilSaved(mirjam);
  const take = owner.getByRole("button", { name: "Take over the body" });
  await expect(take).toBeVisible();
  await expect(bodyOf(owner)).toHaveAttribute("contenteditable", "false");
  await expectAccessibleAtBothWidths(owner);
  await take.click();
  await expect(bodyOf(owner)).toBeFocused();
  await expect(bodyOf(owner)).toContainText("Then it stopped.");
  await owner.keyboard.press("ControlOrMeta+End");
  await owner.keyboard.type(" At dawn it began again.");
  await untilSaved(owner);

  await expect(mirjam.getByRole("alert").filter({ hasText: "took over the body" })).toBeVisible();
  await expect(bodyOf(mirjam)).toHaveAttribute("contenteditable", "false");
  await expect(bodyOf(mirjam)).toContainText("At dawn it began again.");
  await mirjam.getByRole("button", { name: "Take over the body" }).click();
  await expect(bodyOf(mirjam)).toBeFocused();
  await mirjam.keyboard.press("ControlOrMeta+End");
  await mirjam.keyboard.type(" Nobody knew why.");
  await untilSaved(mirjam);
  await expect(bodyOf(owner)).toContainText("Nobody knew why.");
});

test("Whoever leaves a story, or its field, keeps nobody out of it @once", async ({ page, browser }) => {
  const { mirjam, owner } = await onTwoScreens(page, browser, "The keeper's chair");
  await headlineOf(mirjam).click();
  await expect(owner.getByText("Mirjam Tveitt is writing in the headline.")).toBeVisible();
  await mirjam.getByRole("link", { name: "All articles" }).click();
  await expect(owner.getByText("Mirjam Tveitt is writing in the headline.")).toHaveCount(0);
  await expect(headlineOf(owner)).toBeEditable();
});

test("Two who wrote in one field, one of them in a tunnel, see both texts and put them together @once", async ({
  page,
  browser,
}, info) => {
  const { mirjam, owner } = await onTwoScreens(page, browser, `Fog bell ${info.project.name}`);
  await headlineOf(mirjam).click();
  await mirjam.context().setOffline(true);
  await headlineOf(mirjam).fill("Fog bell, from the tunnel");
  await mirjam.keyboard.press("ControlOrMeta+s");
  await expect(mirjam.getByText("Offline, kept on this device", { exact: true })).toBeVisible();
  await owner.getByRole("button", { name: "Take over the headline" }).click();
  await headlineOf(owner).fill("Fog bell, from the desk");
  await untilSaved(owner);

  await mirjam.context().setOffline(false);
  const dialog = mirjam.getByRole("dialog", { name: "Two texts of this story" });
  await expect(dialog).toContainText("from the tunnel");
  await expect(dialog).toContainText("from the desk");
  await expectAccessibleAtBothWidths(mirjam);
  await dialog.getByRole("radio", { name: "Both" }).check();
  await dialog.getByRole("textbox", { name: "Headline, made of both" }).fill("Fog bell, from tunnel and desk");
  await dialog.getByRole("button", { name: "Go on with these" }).click();
  await expect(dialog).toBeHidden();
  await untilSaved(mirjam);
  await expect(headlineOf(mirjam)).toHaveValue("Fog bell, from tunnel and desk");
  await mirjam.reload();
  await expect(headlineOf(mirjam)).toHaveValue("Fog bell, from tunnel and desk");
});

test("What a dead tab had not saved is offered when the story is opened again, beside what stands @once", async ({
  page,
  context,
}, info) => {
  await signIn(page, PEOPLE.editor);
  await newArticle(page);
  const address = page.url();
  await headlineOf(page).fill(`Saved in time ${info.project.name}`);
  await untilSaved(page);
  await context.setOffline(true);
  await headlineOf(page).fill(`Written before the crash ${info.project.name}`);
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByText("Offline, kept on this device", { exact: true })).toBeVisible();
  // One that is closed would send its last word as soon as the network is back.
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  devtools.send("Page.crash").catch(() => {});
  await crashed;
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.goto(address);
  await expect(headlineOf(again)).toHaveValue(`Saved in time ${info.project.name}`);
  await expect(again.getByText("did not get to the server")).toBeVisible();
  await again.getByRole("button", { name: "Compare" }).click();
  const dialog = again.getByRole("dialog", { name: "Text kept on this device" });
  await expect(dialog).toContainText("Written before the crash");
  await expect(dialog).toContainText("Saved in time");
  await expectAccessibleAtBothWidths(again);
  await dialog.getByRole("button", { name: "Use this text" }).click();
  await expect(headlineOf(again)).toHaveValue(`Written before the crash ${info.project.name}`);
  await untilSaved(again);
  await again.reload();
  await expect(headlineOf(again)).toHaveValue(`Written before the crash ${info.project.name}`);
  await expect(again.getByText("did not get to the server")).toHaveCount(0);
});

test("Whose session ends while they write signs in again where they are, and nothing is lost @once", async ({
  page,
}, info) => {
  await signIn(page, PEOPLE.reporter);
  await newArticle(page);
  await headlineOf(page).fill(`Before the session ended ${info.project.name}`);
  await untilSaved(page);
  const loaded: string[] = [];
  page.on("request", (request) => request.isNavigationRequest() && loaded.push(request.url()));
  // As when an owner ends it, or its time is over.
  await page.context().clearCookies();
  await headlineOf(page).fill(`And after ${info.project.name}`);
  await page.keyboard.press("ControlOrMeta+s");
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.getByRole("button", { name: "Sign in here" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expectAccessibleAtBothWidths(page);
  await dialog.getByLabel("Password", { exact: true }).fill("not the password");
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("alert")).toContainText("is not right");
  await dialog.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  // They are where they were: nothing leads to the door and back, and what was typed can be undone.
  await page.waitForResponse((answer) => answer.url().endsWith("/company") && answer.ok());
  expect(loaded).toEqual([]);
  await page.reload();
  await expect(headlineOf(page)).toHaveValue(`And after ${info.project.name}`);
});

test("A publish that is refused leaves the story to be saved on, and leads to what is missing @once", async ({
  page,
}) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: "Nearly there", text: "A body." });
  await headlineOf(page).fill("");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Publish this story?" });
  await dialog.getByRole("button", { name: "Write a headline." }).click();
  await expect(headlineOf(page)).toBeFocused();
  await page.keyboard.type("There");
  await untilSaved(page);
  await publish(page);
});
