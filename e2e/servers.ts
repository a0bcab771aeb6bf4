import path from "node:path";

/** The password of everyone in the test newsrooms. */
export const PASSWORD = "a-long-test-password";

function server(name: string, port: number, env: Record<string, string>) {
  const dataDir = path.resolve("test-results", "data", name);
  const url = `http://localhost:${port}`;
  return { name, url, dataDir, env: { DATA_DIR: dataDir, PORT: String(port), SITE_URL: url, ...env } };
}

/** The demonstration edition, as a newcomer gets it. */
export const EDITION = server("edition", 3210, {
  SEED: "demo",
  OWNER_EMAIL: "owner@example.test",
  OWNER_PASSWORD: PASSWORD,
});

/** Nothing yet: the first-run set-up. */
export const EMPTY = server("empty", 3211, { SEED: "none" });
