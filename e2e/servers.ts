import path from "node:path";

/** The password of everyone in the test newsrooms. */
export const PASSWORD = "a-long-test-password";
export const OWNER = "owner@example.test";

function server(name: string, port: number, env: Record<string, string>) {
  const dataDir = path.resolve("test-results", "data", name);
  const url = `http://localhost:${port}`;
  // One worker each: three papers share the cores with the browsers.
  return {
    name,
    url,
    env: { DATA_DIR: dataDir, PORT: String(port), SITE_URL: url, WEB_WORKERS: "1", OUTBOUND: "loopback", ...env },
  };
}

/** The demonstration edition, as a newcomer gets it. */
export const EDITION = server("edition", 3210, {
  SEED: "demo",
  OWNER_EMAIL: OWNER,
  OWNER_PASSWORD: PASSWORD,
  GALLERY: "on",
  // As behind a proxy: pages say what they depend on.
  TRUST_PROXY: "1",
});

/** Nothing yet, once for each width: first-run set-up happens once. */
export const EMPTY = {
  desktop: server("empty-desktop", 3211, { SEED: "none" }),
  phone: server("empty-phone", 3212, { SEED: "none" }),
};
export type Width = keyof typeof EMPTY;
