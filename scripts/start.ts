import path from "node:path";
import { closeDatabase } from "@/db/client";
import { startJobs } from "@/jobs/run";
import { MINUTE } from "@/lib/clock";
import { readEnv } from "@/lib/env";
import { backUp } from "./back-up";
import { markClientAddresses } from "./client-address";
import { firstEdition } from "./first-edition";
import { prepare } from "./prepare";

const here = import.meta.dirname;
const migrations = path.join(here, "drizzle");

/** Production: prepares, puts in the first edition if there is nothing, and serves. */
async function main() {
  // What is kept holds drafts and people: it is for the user alone who runs this.
  process.umask(0o077);
  const backUpAt = process.argv.indexOf("--back-up");
  if (backUpAt > 0) {
    const target = process.argv[backUpAt + 1];
    if (!target) throw new Error("--back-up needs the folder to copy to");
    await backUp(readEnv(), path.resolve(target));
    return closeDatabase();
  }
  const env = await prepare(migrations);
  const welcome = await firstEdition(env, path.join(here, "put-in-edition.mjs"));
  markClientAddresses(env.TRUST_PROXY);
  await import(/* webpackIgnore: true */ "./server.js" as string);
  await untilAnswering(`http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}/api/health`);
  startJobs();
  for (const line of welcome) console.log(line);
  console.log(`Masthead is at ${env.SITE_URL} (newsroom: ${env.SITE_URL}/newsroom)`);
}

async function untilAnswering(health: string): Promise<void> {
  const deadline = Date.now() + MINUTE;
  while (Date.now() < deadline) {
    const response = await fetch(health.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")).catch(
      () => null,
    );
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server did not answer within a minute; its messages stand above");
}

main().catch((error) => {
  console.error(`Masthead cannot start: ${error.message}`);
  process.exit(1);
});
