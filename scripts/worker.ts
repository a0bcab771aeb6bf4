import { Server } from "node:net";

// One Next behind the press. It would listen on a port, where anyone on this machine could say that they are the press:
// it listens on a socket that only this user can open instead.

// The press is gone, so that nobody can ask any more.
process.once("disconnect", () => process.exit(1));

const { answeringStraight } = await import(/* webpackIgnore: true */ "./straight.mjs" as string);

const { listen } = Server.prototype;
Server.prototype.listen = function (this: Server) {
  Server.prototype.listen = listen;
  const [next] = this.listeners("request");
  this.removeAllListeners("request").on("request", answeringStraight(next));
  return listen.call(this, process.env.MASTHEAD_SOCKET);
};

await import(/* webpackIgnore: true */ "./server.js" as string);
