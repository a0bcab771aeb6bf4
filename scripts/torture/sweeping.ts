import { spawnSync } from "node:child_process";
import path from "node:path";

/** Sweeps a data folder as it will be swept in a month. @throws if that fails */
export function sweepLater(data: string): void {
  const tsx = path.resolve("node_modules/.bin/tsx");
  const env = { ...process.env, DATA_DIR: data, MASTHEAD_PICTURES: "" };
  const { status } = spawnSync(tsx, ["scripts/torture/sweep-later.ts"], { env, stdio: "inherit" });
  if (status !== 0) throw new Error("The sweep failed");
}
