import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { socketFolder, sweepSockets } from "./sockets";

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(path.join(tmpdir(), "s-"));
  vi.stubEnv("TMPDIR", temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true, force: true });
});

/** The number of a process that has ended. */
function gone(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

function folder(name: string): string {
  const made = path.join(temporary, name);
  mkdirSync(made);
  return made;
}

/** Leaves a socket behind as a process does that is killed. */
function abandon(at: string): void {
  const listen = `require("net").createServer().listen(process.argv[1], () => process.kill(process.pid, "SIGKILL"))`;
  spawnSync(process.execPath, ["-e", listen, at]);
  expect(existsSync(at)).toBe(true);
}

test("what a paper that was killed left of its sockets is removed at the next start", async () => {
  const left = folder(`masthead-${gone()}-abcdef`);
  abandon(path.join(left, "1.sock"));
  const empty = folder(`masthead-${gone()}-ABCDEF`);
  // In a container the next main process has the same number.
  const sameNumber = folder(`masthead-${process.pid}-123456`);
  await sweepSockets();
  expect([left, empty, sameNumber].filter(existsSync)).toEqual([]);
});

test("sockets of a paper that runs stay, also where its process cannot be told of", async () => {
  const running = folder(`masthead-${process.ppid}-abcdef`);
  abandon(path.join(running, "1.sock"));
  const elsewhere = folder(`masthead-${gone()}-abcdef`);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(path.join(elsewhere, "2.sock"), resolve));
  const others = folder("masthead-trial-abcdef");
  await sweepSockets();
  expect([running, elsewhere, others].every(existsSync)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

test("each folder is named by the process that made it", () => {
  expect(path.basename(socketFolder())).toMatch(new RegExp(`^masthead-${process.pid}-`));
});
