// Plain JavaScript for any Node from 20.19: it runs before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");
const stamp = path.join(root, "node_modules", ".masthead-installed");

/** Where an executable of an installed package lies. */
export function bin(name) {
  return path.join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);
}

/** The environment in which everything runs on the Node that the project brings. */
export function environment(more = {}) {
  const nodeModules = path.join(root, "node_modules", ".bin");
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    PATH: `${nodeModules}${path.delimiter}${process.env.PATH ?? ""}`,
    ...more,
  };
}

/** Says why it cannot go on, in one line, and ends. */
export function stop(reason) {
  console.error(`Masthead cannot start: ${reason}`);
  process.exit(1);
}

/** Installs the packages of the lockfile unless they are there. Nothing is compiled; the project's own Node comes with them. */
export function install() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`it needs Node 20.19 or later to install itself; this is ${process.versions.node}`);
  }
  const wanted = createHash("sha256")
    .update(readFileSync(path.join(root, "package-lock.json")))
    .update(`${process.platform}-${process.arch}`)
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.log("Installing packages (about a minute) …");
  // Install scripts stay off, or older npm would compile what comes ready made; Node alone needs its own.
  npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
  npm("rebuild", "node", "--ignore-scripts=false", "--loglevel=error");
  writeFileSync(stamp, wanted);
}

function npm(...args) {
  // The Node under npm: the one of this very process may be the project's own, which installing anew removes.
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const [command, first] = script?.endsWith("js") && node ? [node, [script]] : ["npm", []];
  const result = spawnSync(command, [...first, ...args], { cwd: root, stdio: "inherit" });
  if (result.status !== 0) stop(`"npm ${args[0]}" failed; its messages stand above`);
}

/** Runs a program to its end, and hands on the signals that this process gets. @returns its exit code */
export function run(command, args, more) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: "inherit", env: environment(more) });
    const pass = (signal) => child.kill(signal);
    process.on("SIGTERM", pass);
    // A terminal sends it to the whole group: the child ends by itself, and this process waits for it.
    const wait = () => {};
    process.on("SIGINT", wait);
    // npm ends on SIGTERM without a word to what it runs: whoever started this is gone then.
    const parent = process.ppid;
    const orphaned = setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500);
    child.on("close", (code, signal) => {
      process.off("SIGTERM", pass);
      process.off("SIGINT", wait);
      clearInterval(orphaned);
      resolve(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1));
    });
  });
}
