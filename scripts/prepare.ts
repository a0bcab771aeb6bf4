import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { databaseFile } from "@/db/client";
import { withLock } from "@/db/lock";
import { migrateDatabase } from "@/db/migrate";
import { catchUp, isIndexBehind } from "@/domain/search/indexing";
import { type Env, readEnv } from "@/lib/env";
import { enterFolder } from "./keeping/restore";
import { requireNode } from "./node";

/** How many stories, the newest, a start after an upgrade waits for until they are found; a job sees to older ones. */
const INDEXED_FIRST = 2000;

/**
 * Everything that must be right before the paper can be served: this Node, the variables, the data folder, the port,
 * the secret, the schema. What later code needs is put into the environment of this process.
 * @param migrations the folder of migrations.
 * @throws an Error of one line that says what is wrong and what to do.
 */
export async function prepare(migrations: string): Promise<Env> {
  requireNode();
  const env = readEnv();
  requireWritable(env.DATA_DIR);
  await requireFreePort(env);
  await enterFolder(env.DATA_DIR);
  Object.assign(process.env, {
    DATA_DIR: env.DATA_DIR,
    SITE_URL: env.SITE_URL,
    PORT: String(env.PORT),
    // Next's own name for it.
    HOSTNAME: env.HOST,
    AUTH_SECRET: secretIn(env.DATA_DIR),
  });
  const { applied, copy } = await migrateDatabase(databaseFile(env.DATA_DIR), migrations);
  if (applied > 0) console.log(`Database brought up to date (${applied} ${applied === 1 ? "step" : "steps"}).`);
  if (copy) console.log(`A copy from before lies at ${path.relative(process.cwd(), copy)}.`);
  if (await isIndexBehind()) {
    console.log("Making stories findable …");
    await catchUp(INDEXED_FIRST);
  }
  return env;
}

/** Runs `work` while no other process starts on the same data folder. */
export function whileStartingAlone<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  return withLock(path.join(dataDir, "starting.lock"), work);
}

function requireWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.R_OK | constants.X_OK);
  } catch {
    throw new Error(`DATA_DIR: ${folder} is not a folder that can be written to`);
  }
}

function requireFreePort({ PORT, HOST }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why: Record<string, string> = {
        EADDRINUSE: `port ${PORT} is taken: end what listens there, or set PORT to another`,
        EACCES: `port ${PORT} may not be opened by this user: set PORT to one above 1023`,
        EADDRNOTAVAIL: `HOST: ${HOST} is not an address of this machine`,
        ENOTFOUND: `HOST: ${HOST} is not an address of this machine`,
      };
      reject(new Error(why[error.code ?? ""] ?? `port ${PORT} cannot be opened (${error.code})`));
    });
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}

function secretIn(dataDir: string): string {
  const file = path.join(dataDir, "secret");
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString("base64url"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      // Another process was first: its secret is the one.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32) throw new Error(`${file} holds no usable secret: delete it to have a new one made`);
  return secret;
}
