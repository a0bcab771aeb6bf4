import { spawnSync } from "node:child_process";
import path from "node:path";
import { KEEPER, startPaper, settingsOf as trialSettings } from "@/scripts/trials/paper";
import { EDITION } from "./servers";

/** The environment of a start of its own, as a new user has it: nobody owns the paper yet. */
export function settingsOf(folder: string, more: Record<string, string> = {}): Promise<NodeJS.ProcessEnv> {
  return trialSettings(folder, { SITE_URL: "", OWNER_EMAIL: "", OWNER_PASSWORD: "", ...more });
}

/** Puts the edition, as it stands, into an empty folder: a paper of one's own in a second, where drawing it takes many. */
export async function copyEdition(folder: string): Promise<void> {
  const env = await settingsOf(EDITION.env.DATA_DIR ?? "");
  // What was in the archive before is not copied again.
  const said = ask(["backup", path.resolve("test-results", "archives", String(process.pid))], env);
  const archive = /^Backed up to (.+)$/m.exec(said)?.[1] ?? "";
  ask(["restore", archive, "--to", folder], env);
}

/** Asks the program for what is done to a paper from outside. @returns what it said. @throws an Error of what went wrong */
export function ask(args: string[], env: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [KEEPER, ...args], { env, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  return stdout;
}

/** Starts, waits for the address, and gives what was said until then. The process is ended by the test. */
export async function startProgram(folder: string, more: Record<string, string> = {}) {
  const given = { SITE_URL: "", OWNER_EMAIL: "", OWNER_PASSWORD: "", ...more };
  const { env, child, said, end } = await startPaper(folder, given);
  return { said: said(), url: `http://127.0.0.1:${env.PORT}`, pid: child.pid, end };
}
