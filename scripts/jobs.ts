import { startJobs } from "@/jobs/run";

// What is due, in a process of its own, so that no page waits for it. A job that is cut off is taken up again: its claim
// runs out (domain/jobs/queue.ts).

process.once("disconnect", () => process.exit(1));
process.once("SIGTERM", () => process.exit(143));
// A terminal sends it to all: the main process says when it is time.
process.on("SIGINT", () => {});

startJobs();
