import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** What production is started by. */
export const PROGRAM = path.resolve(".next/standalone/start.mjs");

/** What backs it up, restores it and examines it. */
export const KEEPER = path.resolve(".next/standalone/masthead.mjs");

/** Who owns a paper that is tried. */
export const OWNER = { email: "owner@example.test", password: "a-long-test-password" };

/** The built paper, running. */
export type Paper = {
  /** As readers and the tools of a trial call it; staff too, since the cookie is for any port of this machine. */
  url: string;
  folder: string;
  env: NodeJS.ProcessEnv;
  child: ChildProcess;
  /** All that it has said so far. */
  said: () => string;
  /** Ends it as an orchestrator does, and gives its code once it is gone. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>;
  /** When it is gone, with its code; null after a signal. */
  gone: Promise<number | null>;
};

// A trial that ends early leaves nothing running.
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A folder that is removed once the work with it is done. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "masthead-trial-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * The environment of a start of its own: a free port, a data folder, an owner, and no edition unless one is asked for.
 * @param more what is set otherwise
 */
export async function settingsOf(folder: string, more: Record<string, string> = {}): Promise<NodeJS.ProcessEnv> {
  const port = more.PORT ?? String(await freePort());
  return {
    ...process.env,
    // As `npm run up` and deploy/ have it.
    MALLOC_ARENA_MAX: "2",
    DATA_DIR: folder,
    PORT: port,
    SITE_URL: `http://localhost:${port}`,
    SEED: "none",
    OWNER_EMAIL: OWNER.email,
    OWNER_PASSWORD: OWNER.password,
    WEB_WORKERS: "1",
    OUTBOUND: "loopback",
    // What tries how fast a search is asks from one address.
    SEARCHES_PER_MINUTE: "1000000",
    ...more,
  };
}

/**
 * Starts the built paper on a data folder, and gives it once it answers.
 * @throws an Error that has all it said, if it ends instead
 */
export async function startPaper(folder: string, more: Record<string, string> = {}): Promise<Paper> {
  const env = await settingsOf(folder, more);
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise<number | null>((resolve) => child.once("close", resolve));
  running.add(child);
  child.once("close", () => running.delete(child));
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
  const end = (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return gone;
  };
  return { url: env.SITE_URL || `http://localhost:${env.PORT}`, folder, env, child, said: () => said, end, gone };
}
