import { spawn } from "node:child_process";
import { cpSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { closeDatabase, databaseFile } from "@/db/client";
import { edition } from "@/db/seed/edition/edition";
import type { Role } from "@/domain/people/staff";
import { readPublication } from "@/domain/settings/published";
import { setUpByOwner } from "@/domain/settings/set-up";
import type { Env } from "@/lib/env";
import { newSecret } from "@/lib/id";
import { whileStartingAlone } from "./prepare";

/** What is told on the first start, line by line; nothing on later ones. */
export type Welcome = string[];

/**
 * If there is no publication yet: puts in the demonstration edition, or creates the owner named in the environment,
 * or leaves it to the set-up page.
 * @param program what puts the edition into the folder that DATA_DIR names: put-in-edition.ts, or what it was built to.
 */
export function firstEdition(env: Env, program: string): Promise<Welcome> {
  return whileStartingAlone(env.DATA_DIR, async () => {
    if (await readPublication()) return [];
    if (env.SEED === "demo") return putInBeside(env, program);
    if (env.OWNER_EMAIL && env.OWNER_PASSWORD) {
      await setUpByOwner({ email: env.OWNER_EMAIL, password: env.OWNER_PASSWORD });
      return [`Sign in at ${env.SITE_URL}/newsroom as ${env.OWNER_EMAIL}.`];
    }
    return [`Nothing is here yet: set your publication up at ${env.SITE_URL}/setup.`];
  });
}

/** The edition is made in a folder beside and moved into place, so that one interrupted leaves nothing behind. */
async function putInBeside(env: Env, program: string): Promise<Welcome> {
  const beside = path.join(env.DATA_DIR, "first-edition.tmp");
  const password = env.OWNER_PASSWORD ?? newSecret().slice(0, 16);
  rmSync(beside, { recursive: true, force: true });
  console.log("Putting in the demonstration edition (under a minute, this once) …");
  await run(program, {
    DATA_DIR: beside,
    OWNER_PASSWORD: password,
    OWNER_EMAIL: env.OWNER_EMAIL ?? edition.owner.email,
    // It works on its pictures itself: nothing else is running yet.
    MASTHEAD_PICTURES: "",
  });

  closeDatabase();
  for (const folder of ["originals", "media"]) {
    const made = path.join(beside, folder);
    // Over what is there: a start that was cut off here before may have left half a file.
    if (existsSync(made)) cpSync(made, path.join(env.DATA_DIR, folder), { recursive: true, force: true });
  }
  for (const ending of ["-wal", "-shm"]) rmSync(databaseFile() + ending, { force: true });
  renameSync(databaseFile(beside), databaseFile());
  rmSync(beside, { recursive: true, force: true });
  if (env.OWNER_EMAIL) return [`Sign in at ${env.SITE_URL}/newsroom as ${env.OWNER_EMAIL}.`];
  return [
    "",
    "A demonstration newsroom is ready. Sign in with any of these; the password is shown only now:",
    ...(["owner", "editor", "reporter", "contributor"] as const).map(
      (role) => `  ${role.padEnd(11)}  ${emailOf(role)}`,
    ),
    `  password     ${password}`,
    "",
  ];
}

function emailOf(role: Role): string {
  const account = Object.values(edition.bylines).find((byline) => byline.staff?.role === role)?.staff;
  return account?.email ?? edition.owner.email;
}

/** Runs a program to its end, on the same Node in the same way. */
function run(program: string, environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, program], {
    // By the fourth it notices that this process is gone.
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error("the demonstration edition could not be put in; its messages stand above"));
    });
  });
}
