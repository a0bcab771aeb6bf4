import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{app,components,db,domain,jobs,lib,press,reader,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: "./db/testing/template.ts",
    setupFiles: "./db/testing/copy.ts",
    // Nothing that is tested reaches beyond this machine.
    env: { LOG_LEVEL: "silent", OUTBOUND: "loopback", AUTH_SECRET: "a secret of tests alone" },
    restoreMocks: true,
    // What a test promises does not depend on how busy the machine is.
    testTimeout: 60_000,
  },
});
