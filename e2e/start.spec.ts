import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { PROGRAM } from "@/scripts/trials/paper";
import { ask, settingsOf, startProgram } from "./program";
import { PASSWORD } from "./servers";
import { expect, test } from "./test";

let folder: string;

test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-start-"));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (more?: Record<string, string>) => settingsOf(folder, more);
const start = (more?: Record<string, string>) => startProgram(folder, more);

/** Starts and expects it to give up. @returns what it said */
async function failedStart(more: Record<string, string>): Promise<string> {
  const { status, stderr, stdout } = spawnSync(process.execPath, [PROGRAM], {
    env: await settings(more),
    encoding: "utf8",
    timeout: 30_000,
  });
  expect(status, stdout + stderr).toBe(1);
  return stderr.trim();
}

test.describe("A start that cannot work says so in one line @once", () => {
  test("port taken", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as { port: number };
    expect(await failedStart({ PORT: String(port) })).toBe(
      `Masthead cannot start: port ${port} is taken: end what listens there, or set PORT to another`,
    );
    server.close();
  });

  test("a folder that is none", async () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    expect(await failedStart({ DATA_DIR: file })).toBe(
      `Masthead cannot start: DATA_DIR: ${file} is not a folder that can be written to`,
    );
  });

  for (const [name, value, expected] of [
    ["PORT", "many", "a port number"],
    ["PORT", "70000", "a port from 1 to 65535"],
    ["SITE_URL", "paper.example.com", "an address such as https://www.example.com"],
    ["SEED", "yes", '"demo" or "none"'],
    ["TRUST_PROXY", "all", "how many proxies stand in front"],
  ] as const) {
    test(`${name}=${value}`, async () => {
      expect(await failedStart({ [name]: value })).toBe(`Masthead cannot start: ${name}: expected ${expected}`);
    });
  }

  test("an owner without a password, and with a short one that is not repeated", async () => {
    expect(await failedStart({ OWNER_EMAIL: "owner@example.test" })).toContain(
      "expected both OWNER_EMAIL and OWNER_PASSWORD",
    );
    const said = await failedStart({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: "hunter2" });
    expect(said).toContain("OWNER_PASSWORD: expected a password of at least 12 characters");
    expect(said).not.toContain("hunter2");
  });

  test("a database that a newer version wrote", async () => {
    const { end } = await start();
    await end();
    const database = new Database(path.join(folder, "masthead.db"));
    database.exec("insert into __drizzle_migrations (hash, created_at) values ('future', 99999999999999)");
    database.close();
    expect(await failedStart({})).toMatch(/^Masthead cannot start: .*newer version.*$/);
  });
});

test("A first start with an owner in the environment is ready to sign in; it ends cleanly; a later start keeps it all @once", async () => {
  const owner = { OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD };
  const first = await start(owner);
  expect(first.said).toContain("as owner@example.test");
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  // 128 + SIGTERM: it ended by itself, after the requests it was answering.
  expect(await first.end()).toBe(143);
  const secret = readFileSync(path.join(folder, "secret"), "utf8");
  expect(statSync(path.join(folder, "secret")).mode & 0o077).toBe(0);

  const second = await start(owner);
  expect(second.said).not.toContain("owner@example.test");
  expect(readFileSync(path.join(folder, "secret"), "utf8")).toBe(secret);
  await second.end();
});

test("A first edition that is cut off leaves nobody at work, and is put in whole by the next start @once", async () => {
  test.setTimeout(180_000);
  const edition = { SEED: "demo", OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD };
  const cut = spawn(process.execPath, [PROGRAM], {
    env: await settings(edition),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const heard = new Promise<void>((resolve) => {
    cut.stdout.on("data", (chunk) => String(chunk).includes("10 of") && resolve());
  });
  // The pipe closes when the last process that holds it is gone.
  const silent = new Promise((resolve) => cut.once("close", resolve));
  await heard;
  cut.kill("SIGKILL");
  const killed = Date.now();
  await silent;
  expect(Date.now() - killed).toBeLessThan(5000);
  // As a power cut leaves a file that was being copied into place.
  const [picture = ""] = globSync("first-edition.tmp/media/*/*", { cwd: folder });
  const place = path.join(folder, picture.replace("first-edition.tmp/", ""));
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, "half of it");

  const { end } = await start(edition);
  expect(existsSync(path.join(folder, "first-edition.tmp"))).toBe(false);
  expect(statSync(place).size).toBeGreaterThan(100);
  await end();
});

test.describe("With scripts off", () => {
  test.use({ javaScriptEnabled: false });

  test("what fails is said so by a whole page, and is gone with its cause @once", async ({ page }) => {
    const { url, end } = await start({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD });
    expect((await page.request.get(`${url}/rss.xml`)).status()).toBe(200);
    const database = new Database(path.join(folder, "masthead.db"));
    database.exec("alter table settings rename to mislaid");
    for (const address of ["/", "/harbour", "/harbour/story", "/topics/ferries", "/bylines/somebody"]) {
      expect((await page.goto(url + address))?.status(), address).toBe(500);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("We could not print this page");
      await expect(page.getByRole("link", { name: "the front page" })).toHaveAttribute("href", "/");
    }
    // What was made before is served on.
    expect((await page.request.get(`${url}/rss.xml`)).status()).toBe(200);
    database.exec("alter table mislaid rename to settings");
    database.close();
    expect((await page.goto(url))?.status()).toBe(200);
    await end();
  });
});

test("What is kept is for its owner alone @once", async () => {
  const { end } = await start({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD });
  for (const name of ["masthead.db", "masthead.db-wal", "secret"]) {
    expect(statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
  }
  await end();
});

test("A backup made while the paper runs is whole, and a paper restored from it starts and lets its people in @once", async ({
  page,
}) => {
  const { end } = await start({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD });
  const env = await settings();
  const said = ask(["backup", path.join(folder, "archives")], env);
  const archive = /^Backed up to (.+)$/m.exec(said)?.[1] ?? "";
  expect(ask(["verify", archive], env)).toContain("is whole");
  expect(() => ask(["restore", archive], env)).toThrow(/is running/);
  expect(ask(["doctor"], env)).toContain("0 problems");
  await end();

  expect(ask(["restore", archive], env)).toContain("What was there before is in");
  const again = await start();
  expect(again.said).not.toContain("/setup");
  await page.goto(`${again.url}/sign-in`);
  await page.getByLabel("E-mail").fill("owner@example.test");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Today", level: 1 })).toBeVisible();
  await again.end();
});

test("A restore that was cut off once it was decided is finished by the next start @once", async () => {
  const { end } = await start({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD });
  const env = await settings();
  ask(["backup", path.join(folder, "archives")], env);
  await end();
  const [archive = ""] = readdirSync(path.join(folder, "archives"));
  const decided = path.join(folder, ".restore-decided");
  cpSync(path.join(folder, "archives", archive), decided, { recursive: true });
  writeFileSync(path.join(decided, "plan.json"), JSON.stringify({ aside: "before" }));
  const again = await start();
  expect(again.said).toContain("A restore that had been cut off was finished.");
  expect(again.said).not.toContain("/setup");
  expect(existsSync(path.join(folder, "before", "masthead.db"))).toBe(true);
  expect(existsSync(decided)).toBe(false);
  await again.end();
});

test("The schedule makes a backup by itself, at once where one was missed @once", async () => {
  const archives = path.join(folder, "archives");
  const { end } = await start({ OWNER_EMAIL: "owner@example.test", OWNER_PASSWORD: PASSWORD, BACKUP_DIR: archives });
  await expect
    .poll(() => (existsSync(archives) ? readdirSync(archives) : []), { timeout: 30_000 })
    .toEqual([expect.stringMatching(/^masthead-/)]);
  await end();
});

test("What is built holds no data, no secret and no story @once", async () => {
  mkdirSync(folder, { recursive: true });
  const standalone = path.resolve(".next/standalone");
  expect(readdirSync(standalone)).not.toContain("data");
  const kept = globSync("**/{*.db,*.db-wal,secret,.env*}", { cwd: standalone });
  expect(kept.filter((file) => !file.includes("node_modules"))).toEqual([]);
  expect(existsSync(path.join(standalone, "drizzle/meta/_journal.json"))).toBe(true);
  const pages = globSync(".next/server/**/*.{html,rsc}", { cwd: standalone });
  const edition = /Saltmarsh|Harbour Courier/;
  for (const page of pages) expect(readFileSync(path.join(standalone, page), "utf8")).not.toMatch(edition);
});
