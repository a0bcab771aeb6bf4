import { expect, PEOPLE, publish, signIn, test, untilSaved, writeStory } from "./test";

const STORIES = [
  { headline: "東京の朝、港がまた開く", slug: "東京の朝-港がまた開く", topic: "港湾", word: "東京の朝" },
  { headline: "الميناء يُفتح من جديد", slug: "الميناء-يُفتح-من-جديد", topic: "الموانئ", word: "الميناء" },
  { headline: "बंदरगाह फिर खुला", slug: "बंदरगाह-फिर-खुला", topic: "बंदरगाह", word: "बंदरगाह" },
];

for (const { headline, slug, topic, word } of STORIES) {
  test(`“${headline}” has its letters in its address, which leads to it from pages, feeds, the sitemap and search @once`, async ({
    page,
  }) => {
    await signIn(page, PEOPLE.editor);
    await writeStory(page, { headline, text: "It opens on Monday." });
    await expect(page.getByRole("textbox", { name: "Permalink" })).toHaveValue(slug);
    await page.getByRole("combobox", { name: "Topics" }).fill(topic);
    await page.getByRole("option", { name: `New topic “${topic}”` }).click();
    await expect(page.getByLabel(`Remove ${topic}`)).toBeVisible();
    await page.keyboard.press("Escape");
    await untilSaved(page);
    const path = await publish(page);
    expect(path).toBe(`/harbour/${encodeURIComponent(slug)}`);

    // By its letters, and by their codes in either case.
    for (const asked of [`/harbour/${slug}`, path, path.toLowerCase()]) {
      expect((await page.goto(asked))?.status(), asked).toBe(200);
      await expect(page.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
      await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", new RegExp(`${path}$`));
    }
    await page.getByRole("navigation", { name: "Topics" }).getByRole("link", { name: topic }).click();
    await expect(page.getByRole("heading", { name: topic, level: 1 })).toBeVisible();
    await page.getByRole("link", { name: headline }).first().click();
    await expect(page.getByRole("heading", { name: headline, level: 1 })).toBeVisible();
    const month = new Date().toISOString().slice(0, 7);
    for (const list of [
      `/topics/${encodeURIComponent(topic)}/rss.xml`,
      `/topics/${encodeURIComponent(topic)}/feed.json`,
      "/harbour/atom.xml",
      `/sitemaps/${month}.xml`,
      "/news-sitemap.xml",
      `/search?${new URLSearchParams({ q: word })}`,
    ]) {
      const answer = await page.request.get(list);
      expect(answer.status(), list).toBe(200);
      expect(await answer.text(), list).toContain(path);
    }
  });
}

test("A permalink typed in letters of its own is kept, and the old address leads to it @once", async ({ page }) => {
  await signIn(page, PEOPLE.editor);
  await writeStory(page, { headline: "The pilot boat is back", text: "It came at noon." });
  const old = await publish(page);
  const permalink = page.getByRole("textbox", { name: "Permalink" });
  await permalink.fill("Лоцман 船");
  await permalink.blur();
  await expect(permalink).toHaveValue("lotsman-船");
  await untilSaved(page);
  const present = await publish(page, "Publish update");
  expect(present).toBe(`/harbour/${encodeURIComponent("lotsman-船")}`);
  const answer = await page.request.get(old, { maxRedirects: 0 });
  expect(answer.status()).toBe(308);
  expect(answer.headers().location).toContain(present);
});
