import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Row } from "@/scripts/trials/report";
import type { Visitor } from "@/scripts/trials/visitor";

/** What an editor's screen is tried with. */
type On = {
  browser: string;
  url: string;
  staff: Visitor;
  /** Two stories that nobody else writes in. */
  stories: [string, string];
  fill: () => void;
  free: () => void;
  /** What the server has of a story. */
  standing: (id: string) => Promise<string>;
};

/** A save is tried again after at most half a minute. */
const PATIENCE = 45_000;

/** Somebody writes on while the server's disk is full: what their screen tells them, and where their text is. */
export async function writesOn({
  browser: executablePath,
  url,
  staff,
  stories,
  fill,
  free,
  standing,
}: On): Promise<Row[]> {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const context = await browser.newContext();
    await context.addCookies([...staff.cookies].map(([name, value]) => ({ name, value, url })));
    const [first, second] = stories;

    const stays = await open(context, url, first);
    fill();
    await stays.getByRole("textbox", { name: "Headline" }).fill("Written on a full disk");
    const told = await isSeen(stays, "Server’s disk full, kept on this device");
    const says = await isSeen(stays, "Tell whoever runs the paper, and go on writing");
    free();
    const saved = await isSeen(stays, /^Saved /);
    const kept = (await standing(first)).includes("Written on a full disk");
    await stays.close();

    const leaves = await open(context, url, second);
    fill();
    await leaves.getByRole("textbox", { name: "Headline" }).fill("Left on this device");
    const toldAgain = await isSeen(leaves, "Server’s disk full, kept on this device");
    await leaves.reload();
    const offered = await isSeen(leaves, "did not get to the server. It is kept on this device.");
    free();
    await leaves.getByRole("button", { name: "Compare" }).click();
    await leaves.getByRole("button", { name: "Use this text" }).click();
    const savedAfter = await isSeen(leaves, /^Saved /);
    const there = (await standing(second)).includes("Left on this device");

    const row = (what: string, ...holds: boolean[]): Row => {
      const all = holds.every(Boolean);
      return { what, figure: all ? "yes" : "no", bound: "yes", holds: all };
    };
    return [
      row("The editor is told that the disk is full, and where the text is", told, says, toldAgain),
      row("What was written is saved by itself once there is room", saved, kept),
      row("After the page was loaded anew, the device still has the text", offered),
      row("It goes into the story from there", savedAfter, there),
    ];
  } finally {
    free();
    await browser.close();
  }
}

async function open(context: BrowserContext, url: string, id: string): Promise<Page> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(`${url}/newsroom/articles/${id}`);
  await page
    .getByText(/^Saved /)
    .first()
    .waitFor();
  return page;
}

function isSeen(page: Page, text: string | RegExp): Promise<boolean> {
  const seen = page.getByText(text).first().waitFor({ timeout: PATIENCE });
  return seen.then(
    () => true,
    () => false,
  );
}
