import { existsSync, renameSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { readEnv } from "@/lib/env";

// Nothing is deleted: the data folder is put aside under another name, and the next start begins anew.
const { DATA_DIR } = readEnv();
if (!existsSync(DATA_DIR)) {
  console.log(`${DATA_DIR} does not exist: the next start begins anew as it is.`);
  process.exit(0);
}
if (!process.argv.includes("--yes")) {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`Begin anew, and put ${DATA_DIR} aside? (yes/no) `);
  terminal.close();
  if (answer.trim() !== "yes") process.exit(1);
}
const aside = `${DATA_DIR}-${new Date().toISOString().replaceAll(":", "-")}`;
renameSync(DATA_DIR, aside);
console.log(`Put aside at ${aside}. The next start begins anew.`);
