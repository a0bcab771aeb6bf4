import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  // A server module says so by importing "server-only", which is empty under this condition.
  ssr: { resolve: { conditions: ["react-server", "node", "import", "default"] } },
  test: {
    include: ["{app,components,db,domain,jobs,lib,scripts}/**/*.test.{ts,tsx}"],
    globalSetup: "./db/testing/template.ts",
    setupFiles: "./db/testing/copy.ts",
    restoreMocks: true,
  },
});
