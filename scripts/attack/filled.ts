import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Written } from "./filling-around";

/** What was written: where it stands, in how many fields, and how many of the words they held. */
export type Filled = Written & { fields: number; held: number };

/**
 * Writes words into every field of a paper: fill.ts, in a process of its own with the paper's environment.
 * @param sets how often each field is written
 */
export function filled(env: NodeJS.ProcessEnv, words: readonly string[], sets: number): Promise<Filled> {
  return inPaper(env, "scripts/attack/fill.ts", { words, sets });
}

/** Runs a program with the environment of a paper, which gets and gives JSON. */
export async function inPaper<T>(env: NodeJS.ProcessEnv, program: string, given: unknown): Promise<T> {
  const child = spawn(process.execPath, ["--import", "tsx", program], { env, stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.end(JSON.stringify(given));
  let told = "";
  child.stdout.on("data", (chunk) => {
    told += chunk;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
  return JSON.parse(told);
}

/** Every attempt of vectors.txt. */
export function vectors(): string[] {
  const lines = readFileSync("scripts/attack/vectors.txt", "utf8").split("\n");
  return lines.filter((line) => line.startsWith('"')).map((line) => JSON.parse(line));
}
