import { chromium, type Page } from "@playwright/test";
import { percentile } from "@/scripts/trials/report";

/** How long a letter may take to be seen, and a save to be answered, in milliseconds: 95 of a hundred. */
const BOUNDS = { letter: 50, save: 150 };

export type Writer = { email: string; password: string };

/**
 * Types into the middle of a long story in a real browser, and prints how long letters took to be painted and saves to be
 * answered.
 * @param browserFile a Chromium.
 * @param article the id of the story.
 * @returns whether both are within their bounds.
 */
export async function writing(
  browserFile: string,
  { site, article, letters }: { site: string; article: string; letters: number },
  { email, password }: Writer,
): Promise<boolean> {
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: browserFile, args: sandbox });
  try {
    const page = await browser.newPage({ baseURL: site, viewport: { width: 1280, height: 900 } });
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByRole("heading", { name: "Today", level: 1 }).waitFor();
    await page.goto(`/newsroom/articles/${article}`);
    const middle = page.getByRole("textbox", { name: "Body" }).locator("> p").nth(15);
    await middle.click();
    await measureLetters(page);
    // As fast as a quick typist, with a pause after each sentence in which it is saved.
    for (let typed = 0; typed < letters; typed++) {
      await page.keyboard.type("a quick brown fox "[typed % 18] ?? "x", { delay: 60 });
      if (typed % 60 === 59) await page.waitForTimeout(1500);
    }
    await page.waitForTimeout(2000);
    const { painted, saved } = await page.evaluate(() => ({
      painted: (window as unknown as { painted: number[] }).painted,
      saved: performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.endsWith("/draft"))
        .map(({ duration }) => duration),
    }));
    const [letter, save] = [percentile(painted, 0.95), percentile(saved, 0.95)];
    const count = `${painted.length} letters, ${saved.length} saves, in 5,000 words of 40 blocks`;
    console.log(`A letter is painted         95% within ${letter.toFixed(1)} ms (at most ${BOUNDS.letter}; ${count})`);
    console.log(`A save is answered          95% within ${save.toFixed(1)} ms (at most ${BOUNDS.save})`);
    return painted.length > 0 && saved.length > 0 && letter <= BOUNDS.letter && save <= BOUNDS.save;
  } finally {
    await browser.close();
  }
}

/** From each key to the first task after the frame that shows it. */
function measureLetters(page: Page): Promise<void> {
  return page.evaluate(() => {
    const painted: number[] = [];
    Object.assign(window, { painted });
    window.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => painted.push(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}
