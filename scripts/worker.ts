import { Server } from "node:net";
import { format } from "node:util";
import { startBeating } from "@/lib/beat";
import { scrubbed } from "@/lib/fault";
import { log } from "@/lib/log";

// One Next behind the press. It would listen on a port, where anyone on this machine could say that they are the press:
// it listens on a socket that only this user can open instead.

// The press is gone, so that nobody can ask any more.
process.once("disconnect", () => process.exit(1));

startBeating();

// What Next and React say stands in the same log, and tells as little of anybody.
for (const [method, level] of [
  ["log", "debug"],
  ["info", "debug"],
  ["warn", "warn"],
  ["error", "error"],
] as const) {
  console[method] = (...parts: unknown[]) => {
    const err = parts.find((part) => part instanceof Error);
    // What has a digest was told to instrumentation.ts, with more than is known here.
    if (err && "digest" in err) return;
    const msg = scrubbed(format(...parts.filter((part) => part !== err)).trim());
    log[level]({ ...(err && { err }) }, msg || "Said by a package");
  };
}

const { answeringStraight } = await import(/* webpackIgnore: true */ "./straight.mjs" as string);

const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server) {
  Server.prototype.listen = listen;
  const [next] = this.listeners("request");
  this.removeAllListeners("request").on("request", answeringStraight(next));
  return listen.call(this, process.env.MASTHEAD_SOCKET);
};

await import(/* webpackIgnore: true */ "./server.js" as string);
