import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { closeDatabase } from "@/db/client";
import { handlers } from "@/jobs/handlers";
import { runDueJobs } from "@/jobs/run";

// A process that does what is due, beside others upon the same database. With its first job of each kind in hand it waits
// for the word that each of the others has one too: so none has done everything before the others came.

const [written = ""] = process.argv.slice(2);

async function meet(where: string): Promise<void> {
  const word = once(process, "message");
  process.send?.(where);
  await word;
}

function meetingFirst(kind: string, handle = handlers[kind]): void {
  let met: Promise<void> | undefined;
  handlers[kind] = async (job) => {
    met ??= meet(kind);
    await met;
    await handle?.(job);
  };
}

meetingFirst("keep-schedule");
meetingFirst("tally", async ({ id }) => appendFileSync(written, `${id} ${process.pid}\n`));

await meet("start");
await runDueJobs();
closeDatabase();
process.disconnect();
