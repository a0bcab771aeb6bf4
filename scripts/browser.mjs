import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { bin, environment, root } from "./bootstrap.mjs";

/**
 * Where a Chromium lies: the one named in CHROMIUM, else Playwright's own, else the system's, else the one that Debian
 * gives, which is installed. @returns null where none could be had
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  console.log("\n— installing Chromium (a few minutes)");
  const sudo = process.getuid?.() === 0 ? [] : ["sudo"];
  const [first, ...rest] = [...sudo, "sh", "-c", "apt-get update -q && apt-get install -qy chromium"];
  spawnSync(first, rest, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (!findBrowser()) {
    spawnSync(bin("playwright"), ["install", "chromium"], { cwd: root, stdio: "inherit", env: environment() });
  }
  return findBrowser();
}

function findBrowser() {
  const asked = spawnSync(
    bin("node"),
    ["-e", "process.stdout.write(require('@playwright/test').chromium.executablePath())"],
    { cwd: root, encoding: "utf8", env: environment() },
  );
  const system = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return [process.env.CHROMIUM, asked.stdout, ...system].find((file) => file && existsSync(file)) ?? null;
}
