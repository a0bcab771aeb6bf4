import { defineConfig } from "@playwright/test";
import { EDITION, EMPTY } from "./e2e/servers";

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/output",
  // What is kept of /gallery, by width and theme.
  snapshotPathTemplate: "e2e/gallery/{projectName}-{arg}{ext}",
  forbidOnly: !!process.env.CI,
  workers: 2,
  // Counted by scripts/test.mjs.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  // A journey may be long, and the machine slow: what it promises does not depend on either.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: EDITION.url,
    // Traced, all journeys take a quarter more of the processor: what failed is run again with --trace on.
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      // Chromium refuses its sandbox to root, and only there.
      args: asRoot ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    // What a journey promises that is marked so does not depend on the width: it is tried once.
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true }, grepInvert: /@once/ },
  ],
  webServer: [EDITION, EMPTY.desktop, EMPTY.phone].map(({ name, url, env }) => ({
    name,
    command: "node e2e/serve.mjs",
    url: `${url}/api/health`,
    timeout: 300_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5000 },
    stdout: "pipe" as const,
    env,
  })),
});
