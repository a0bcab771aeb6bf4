import type { Page } from "@playwright/test";
import { expect } from "./test";

/** The id of the story on the screen. */
export function idOf(page: Page): string {
  return page.url().split("/").at(-1)?.split("#")[0] ?? "";
}

/** A day some days from now, at six in the evening by the publication's clocks. */
export function evening(days: number): string {
  return `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T18:00`;
}

/** Opens the question before publishing, and answers when. */
export async function schedule(
  page: Page,
  at: string,
  answer: (page: Page) => Promise<void> = async () => {},
): Promise<void> {
  await page.getByRole("button", { name: /^Publish/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "At a time" }).check();
  await dialog.getByLabel("Day and time").fill(at);
  await answer(page);
  await dialog.getByRole("button", { name: "Schedule" }).click();
  await expect(dialog).toBeHidden();
}

/** Asks again until readers get this at the address. */
export async function untilReadersGet(page: Page, address: string, status: number, words = ""): Promise<void> {
  await expect(async () => {
    const answer = await page.request.get(address);
    expect(answer.status()).toBe(status);
    expect((await answer.text()).includes(words)).toBe(true);
  }).toPass({ timeout: 20_000 });
}
