import {
  expect,
  expectAccessibleAtBothWidths,
  insert,
  newArticle,
  PEOPLE,
  pageOf,
  publish,
  signIn,
  test,
  untilSaved,
} from "./test";

test("A snippet that an editor made is put into a story by a writer, and seen by readers @once", async ({
  page,
  browser,
}, info) => {
  test.slow();
  const n = info.project.name;
  const name = `Helpline ${n}`;
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/snippets");
  await page.getByRole("button", { name: "New snippet" }).click();
  const dialog = page.getByRole("dialog", { name: "New snippet" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create snippet" }).click();
  await expect(dialog.getByText("Write the text.").first()).toBeVisible();
  await dialog.getByRole("textbox", { name: "Text" }).click();
  await page.keyboard.type("Call the coast on 99 11.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- by day ");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Create snippet" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("Call the coast");
  await expectAccessibleAtBothWidths(page);

  const writer = await pageOf(browser, PEOPLE.contributor, page);
  await newArticle(writer);
  const body = writer.getByRole("textbox", { name: "Body" });
  await body.click();
  await writer.keyboard.type("It can be rough.");
  await insert(writer, name);
  await expect(body.getByText("Call the coast on 99 11.")).toBeVisible();
  await expect(body.getByRole("listitem")).toHaveText("by day");
  await writer.keyboard.type("And then it is calm.");
  await untilSaved(writer);
  expect((await writer.goto("/newsroom/snippets"))?.status()).toBe(403);
  await writer.close();

  await page.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove snippet" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toHaveCount(0);
});

test("A word that the house avoids is shown in the text, replaced, ignored, and not looked for where that is switched off @once", async ({
  page,
}, info) => {
  test.slow();
  const n = info.project.name;
  const word = "commence";
  const preferred = "begin";
  await signIn(page, PEOPLE.editor);
  await page.goto("/newsroom/settings/style");
  await page.getByRole("button", { name: "New rule" }).click();
  const dialog = page.getByRole("dialog", { name: "New rule" });
  await dialog.getByLabel("Avoid").fill(word);
  await dialog.getByLabel("Preferred").fill(preferred);
  await dialog.getByLabel("Reason").fill("The short word is the better one.");
  await expectAccessibleAtBothWidths(page);
  await dialog.getByRole("button", { name: "Add rule" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: word })).toContainText(preferred);
  await expectAccessibleAtBothWidths(page);

  await newArticle(page);
  await page.getByRole("textbox", { name: "Headline" }).fill(`They ${word} it ${n}.`);
  const body = page.getByRole("textbox", { name: "Body" });
  await body.click();
  await page.keyboard.type(`We ${word} the the gates. So said Tveittt, and Tveittt only; then Tveitt came.`);
  const panel = page.getByRole("region", { name: "Style" });
  await expect(panel.getByRole("listitem").filter({ hasText: `“${word}” × 2` })).toContainText("The short word");
  await expect(body.locator(".style-finding").filter({ hasText: word })).toHaveCount(1);
  await expect(panel.getByRole("listitem").filter({ hasText: "Full stop in the headline" })).toBeVisible();
  await expectAccessibleAtBothWidths(page);

  // To the words, in the headline and in the text.
  const go = panel.getByRole("button", { name: `Go to “${word}”` });
  await go.click();
  await expect(page.getByRole("textbox", { name: "Headline" })).toBeFocused();
  await go.click();
  await expect(body).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(word);

  await panel.getByRole("button", { name: `Use “${preferred}” in all 2` }).click();
  await expect(body).toContainText(`We ${preferred} the the gates.`);
  await expect(page.getByRole("textbox", { name: "Headline" })).toHaveValue(`They ${preferred} it ${n}.`);
  await expect(panel.getByRole("heading", { name: "Style" })).toBeFocused();

  // Those who are credited spell their own names; here nobody is called Tveittt.
  const misspelt = panel.getByRole("listitem").filter({ hasText: "“Tveittt”" });
  await expect(misspelt).toContainText("Those credited are called “Tveitt”.");
  await misspelt.getByRole("button", { name: /^Ignore/ }).click();
  await expect(misspelt).toHaveCount(0);
  await expect(panel).toContainText("1 ignored in this story.");
  await untilSaved(page);
  await page.reload();
  await expect(panel.getByRole("listitem").filter({ hasText: "“the the”" })).toBeVisible();
  await expect(misspelt).toHaveCount(0);
  await panel.getByRole("button", { name: "Show again" }).click();
  await expect(misspelt).toBeVisible();

  // A quotation that does not say whose words it has.
  await body.getByText("the the gates").click();
  await page.keyboard.press("End");
  await page.getByRole("button", { name: "Quote", exact: true }).click();
  const quotation = panel.getByRole("listitem").filter({ hasText: "Say whose words these are." });
  await quotation.getByRole("button", { name: /^Go to/ }).click();
  await expect(page.getByRole("textbox", { name: "Attribution" })).toBeFocused();
  await page.keyboard.type("Ada Moor");
  await expect(quotation).toHaveCount(0);

  await panel.getByLabel("Check the style").uncheck();
  await expect(body.locator(".style-finding")).toHaveCount(0);
  await expect(panel.getByRole("listitem")).toHaveCount(0);
  await page.reload();
  await expect(panel.getByLabel("Check the style")).not.toBeChecked();
  await panel.getByLabel("Check the style").check();
  await expect(body.locator(".style-finding").first()).toBeVisible();

  // None of it keeps the story from being published.
  await page.getByRole("textbox", { name: "Standfirst" }).fill("What happened.");
  await page.getByRole("combobox", { name: "Section" }).selectOption("Harbour");
  await untilSaved(page);
  await publish(page);
  await page.goto("/newsroom/settings/style");
  await page.getByRole("button", { name: `Remove ${word}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove rule" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: word })).toHaveCount(0);
});
