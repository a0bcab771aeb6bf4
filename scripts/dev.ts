import { spawn } from "node:child_process";
import path from "node:path";
import { closeDatabase } from "@/db/client";
import { firstEdition } from "./first-edition";
import { prepare } from "./prepare";
import { watchReader } from "./reader-bundle";

/** Next's development server upon the same preparation as production. */
async function main() {
  const env = await prepare(path.resolve("drizzle"));
  const welcome = await firstEdition(env, path.resolve("scripts/put-in-edition.ts"));
  closeDatabase();
  for (const line of welcome) console.log(line);
  const child = spawn("next", ["dev", "-p", String(env.PORT), "-H", env.HOST], {
    stdio: "inherit",
    env: { GALLERY: "on", ...process.env, READER_MODULE: await watchReader() },
  });
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGINT", () => {});
  child.on("close", (code) => process.exit(code ?? 0));
}

main().catch((error) => {
  console.error(`Masthead cannot start: ${error.message}`);
  process.exit(1);
});
