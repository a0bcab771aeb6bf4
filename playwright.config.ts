import { defineConfig } from "@playwright/test";
import { EDITION, EMPTY } from "./e2e/servers";

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  fullyParallel: false,
  workers: process.env.CI ? 2 : undefined,
  forbidOnly: !!process.env.CI,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [["list"], ["json"]] : "list",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || undefined,
      // Chromium refuses its sandbox to root, and only there.
      args: asRoot ? ["--no-sandbox"] : [],
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1280, height: 800 } } },
    { name: "phone", use: { viewport: { width: 390, height: 844 }, hasTouch: true }, grepInvert: /@once/ },
  ],
  webServer: [EDITION, EMPTY].map((server) => ({
    name: server.name,
    command: "node e2e/serve.mjs",
    url: `${server.url}/api/health`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 5000 },
    stdout: "pipe" as const,
    env: server.env,
  })),
});
