import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { EDITION } from "./servers";

/** What production is started by. */
export const PROGRAM = path.resolve(".next/standalone/start.mjs");

/** The environment of a start of its own: a free port, and nothing in the data folder but what is there. */
export async function settingsOf(folder: string, more: Record<string, string> = {}) {
  return {
    ...process.env,
    DATA_DIR: folder,
    PORT: String(await freePort()),
    SITE_URL: "",
    SEED: "none",
    OWNER_EMAIL: "",
    OWNER_PASSWORD: "",
    WEB_WORKERS: "1",
    OUTBOUND: "loopback",
    ...more,
  };
}

/** Puts the edition, as it stands, into an empty folder: a paper of one's own in a second, where drawing it takes many. */
export async function copyEdition(folder: string): Promise<void> {
  const env = await settingsOf(EDITION.env.DATA_DIR ?? "");
  const { status, stderr } = spawnSync(process.execPath, [PROGRAM, "--back-up", folder], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts, waits for the address, and gives what was said until then. The process is ended by the test. */
export async function startProgram(folder: string, more: Record<string, string> = {}) {
  const env = await settingsOf(folder, more);
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ["ignore", "pipe", "pipe"] });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Masthead is at")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("close", () => reject(new Error(said)));
  });
  const end = async () => {
    child.kill("SIGTERM");
    return closed;
  };
  return { said, url: `http://127.0.0.1:${env.PORT}`, pid: child.pid, end };
}
