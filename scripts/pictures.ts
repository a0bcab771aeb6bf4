import os from "node:os";
import sharp from "sharp";
import { servePictures } from "@/domain/media/pictures";
import { startBeating } from "@/lib/beat";
import { log } from "@/lib/log";

// Everything that is done to the bytes of pictures on this machine, in a process of its own: readers' pages go first, and
// what crashes it takes nothing else with it.

const socket = process.env.MASTHEAD_PICTURES;
if (!socket) throw new Error("MASTHEAD_PICTURES: expected the address to listen at");

process.umask(0o077);
process.once("disconnect", () => process.exit(1));
process.once("SIGTERM", () => process.exit(143));
// A terminal sends it to all: the main process says when it is time.
process.on("SIGINT", () => {});

os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
// Two pictures at a time, each on one core: what is kept between them would only take memory.
sharp.concurrency(1);
sharp.cache(false);

startBeating();
servePictures(socket, () => {
  log.error("A picture is being worked on without end: the process for pictures is started anew");
  process.exit(1);
});
