import { cpSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { copyDatabase, databaseFile } from "@/db/client";
import type { Env } from "@/lib/env";

/**
 * Copies all that must be kept into `target`, while the paper goes on: the database first, then the files, which are
 * named by their content and never change, so that every picture the copied database knows is in the copy.
 * @throws an Error of one line if there is nothing to copy, or the target is not empty.
 */
export async function backUp(env: Env, target: string): Promise<void> {
  if (!existsSync(databaseFile())) throw new Error(`there is no database in ${env.DATA_DIR}`);
  if (existsSync(databaseFile(target))) throw new Error(`${target} holds a database already: name an empty folder`);
  mkdirSync(target, { recursive: true });
  await copyDatabase(databaseFile(target));
  for (const part of ["originals", "media", "secret"]) {
    const from = path.join(env.DATA_DIR, part);
    if (existsSync(from)) cpSync(from, path.join(target, part), { recursive: true, force: false });
  }
  console.log(`Backed up to ${target}. To restore, copy it to an empty DATA_DIR.`);
}
