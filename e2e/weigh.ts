import type { Browser } from "@playwright/test";

/** What a page costs a reader who comes for the first time, in bytes as they travel. */
export type Weight = { document: number; style: number; script: number; font: number; image: number; other: number };

export const KILOBYTE = 1024;

/** The most that a reader's page may weigh, pictures aside. */
export const BUDGET = { text: 30 * KILOBYTE, script: 8 * KILOBYTE, font: 60 * KILOBYTE };

const KINDS: Record<string, keyof Weight> = {
  Document: "document",
  Stylesheet: "style",
  Script: "script",
  Font: "font",
  Image: "image",
};

/**
 * Opens a page on a phone with an empty cache and weighs all that it fetches, until nothing more comes.
 * @returns the weight, every address of another origin that was asked for, and how far things moved (CLS).
 */
export async function weigh(browser: Browser, url: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const kinds = new Map<string, keyof Weight>();
  const weight: Weight = { document: 0, style: 0, script: 0, font: 0, image: 0, other: 0 };
  const foreign: string[] = [];
  await devtools.send("Network.enable");
  devtools.on("Network.requestWillBeSent", ({ request }) => {
    if (request.url.startsWith("http") && new URL(request.url).origin !== new URL(url).origin)
      foreign.push(request.url);
  });
  devtools.on("Network.responseReceived", ({ requestId, type }) => {
    kinds.set(requestId, KINDS[type] ?? "other");
  });
  devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    weight[kinds.get(requestId) ?? "other"] += encodedDataLength;
  });
  await page.addInitScript(() => {
    const shifts = window as { moved?: number };
    shifts.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.moved = (shifts.moved ?? 0) + ((entry as { value?: number }).value ?? 0);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const moved = await page.evaluate(() => (window as { moved?: number }).moved ?? 0);
  await context.close();
  return { weight, foreign, moved };
}
