import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { KEEPER } from "@/scripts/trials/paper";

/** What the program that keeps a paper said, and its code: null after a signal. */
export type Said = { code: number | null; said: string; took: number };

/** Asks the built program for something. */
export function keeper(args: string[], dataDir: string): { child: ChildProcess; end: Promise<Said> } {
  const began = performance.now();
  const child = spawn(process.execPath, [KEEPER, ...args], {
    env: { ...process.env, DATA_DIR: dataDir, BACKUP_DIR: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said += chunk;
  };
  for (const stream of [child.stdout, child.stderr]) stream.on("data", hear);
  const end = new Promise<Said>((resolve) =>
    child.once("close", (code) => resolve({ code, said, took: performance.now() - began })),
  );
  return { child, end };
}

/** As `keeper`, to its end. @throws an Error that has all it said, if it did not succeed */
export async function kept(args: string[], dataDir: string): Promise<Said> {
  const { end } = keeper(args, dataDir);
  const said = await end;
  if (said.code !== 0) throw new Error(`${args.join(" ")}: ${said.said}`);
  return said;
}

/** Makes an archive. @returns where it is */
export async function archived(
  into: string,
  dataDir: string,
  ...options: string[]
): Promise<Said & { archive: string }> {
  const said = await kept(["backup", into, ...options], dataDir);
  return { ...said, archive: /^Backed up to (.+)$/m.exec(said.said)?.[1] ?? "" };
}

/** All that a data folder holds, in a few words: two folders that hold the same have the same. */
export function heldBy(folder: string): string {
  const database = new Database(path.join(folder, "masthead.db"), { readonly: true });
  try {
    const sound = database.pragma("integrity_check", { simple: true });
    const rows = ["articles", "assets", "events", "revisions"].map((table) =>
      database.prepare(`select count(*) from ${table}`).pluck().get(),
    );
    const files = ["originals", "media"].map((part) => filesIn(path.join(folder, part)));
    const secret = readFileSync(path.join(folder, "secret"), "utf8").slice(0, 8);
    return [sound, ...rows, ...files, secret].join(" ");
  } finally {
    database.close();
  }
}

/** How many files lie in a folder; none where there is no folder: a start makes it. */
function filesIn(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile()).length;
}

/** Removes what restores have put aside. */
export function removeAside(folder: string): void {
  for (const name of readdirSync(folder))
    if (name.startsWith("before-restore-")) rmSync(path.join(folder, name), { recursive: true, force: true });
}
