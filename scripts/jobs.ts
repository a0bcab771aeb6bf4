import { keepFaults, writeFaults } from "@/domain/faults/keeping";
import { startJobs } from "@/jobs/run";
import { startBeating } from "@/lib/beat";
import { log } from "@/lib/log";

// What is due, in a process of its own, so that no page waits for it. Ended in peace, it finishes what is under way or lets
// go of it; what a crash cuts off is taken up again once its claim runs out (domain/jobs/queue.ts).

keepFaults();
const jobs = startJobs({
  // It cannot be called back: whatever it waits for goes with this process.
  onStuck: (kind) => {
    log.error({ kind }, "A job does not end: the process of jobs is started anew");
    void end(1);
  },
});
startBeating();

async function end(code: number): Promise<void> {
  await jobs.stop();
  await writeFaults().catch(() => {});
  process.exit(code);
}

process.once("disconnect", () => process.exit(1));
process.once("SIGTERM", () => end(143));
// A terminal sends it to all: the main process says when it is time.
process.on("SIGINT", () => {});
