import { Agent, request } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { startPaper } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { inDatabase } from "./reckoning";
import { published, type Stand, withStand } from "./stand";

/** The paper is ended in the midst of its work: what it took is answered, what it does is finished or let go of. */
export const stop: Trial = {
  name: "stop",
  run: async () => {
    const mail = await silentMail();
    try {
      const settings = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: "paper@example.test" };
      return await withStand((stand) => stopped(stand, mail, settings), settings);
    } finally {
      mail.end();
    }
  },
};

async function stopped(stand: Stand, mail: Mail, settings: Record<string, string>): Promise<Row[]> {
  const { paper, file } = stand;
  const story = await published(stand, "stopped");
  // A letter of which the server never says that it took it is under way.
  inDatabase(file, (database) => {
    const { id } = database.prepare("select id from staff limit 1").get() as { id: string };
    const payload = JSON.stringify({ letter: "password-changed", ids: { staffId: id } });
    database
      .prepare("insert into jobs (id, kind, payload, run_at, attempts) values ('letter-of-trial', 'letter', ?, ?, 0)")
      .run(payload, Date.now());
  });
  const isUnderWay = await untilSo(() => mail.asked() > 0, 10_000);
  const load = await startLoad(Number(paper.env.PORT), ["/", "/harbour", story.path]);
  await pause(1000);
  const began = performance.now();
  paper.child.kill("SIGTERM");
  await pause(100);
  const ready = await fetch(`${paper.url}/api/ready`).then(
    (answer) => answer.status,
    () => 0,
  );
  const code = await paper.gone;
  const took = performance.now() - began;
  const { answered, lost } = await load.end();
  const job = jobOf(file);
  const before = mail.asked();
  const again = await startPaper(paper.folder, { ...settings, PORT: String(paper.env.PORT), WEB_WORKERS: "1" });
  const taken = await untilSo(() => mail.asked() > before, 15_000);
  await again.end();
  if (lost.length > 0) console.log(`Lost:\n  ${lost.slice(0, 5).join("\n  ")}`);
  return [
    { what: "Answered until the end", figure: String(answered), bound: "100", holds: answered >= 100 },
    none("Requests that it took and did not answer", lost.length),
    { what: "/api/ready, 0.1 s after SIGTERM", figure: String(ready), bound: "503", holds: ready === 503 },
    { what: "Ended within", figure: `${(took / 1000).toFixed(1)} s`, bound: "10 s", holds: took < 10_000 },
    { what: "Its code", figure: String(code), bound: "143", holds: code === 143 },
    {
      what: "A letter under way",
      figure: isUnderWay === null ? "was not" : `let go of, tried ${job?.attempts} times`,
      bound: "no claim left, no try counted",
      holds: isUnderWay !== null && job?.claimed_until === null && job.attempts === 0,
    },
    {
      what: "Taken up by the next start, after its start",
      figure: taken === null ? "never" : `${(taken / 1000).toFixed(1)} s`,
      bound: "15 s",
      holds: taken !== null,
    },
  ];
}

function jobOf(file: string) {
  return inDatabase(file, (database) => {
    const row = database.prepare("select claimed_until, attempts from jobs where id = 'letter-of-trial'").get();
    return row as { claimed_until: number | null; attempts: number } | undefined;
  });
}

type Mail = { port: number; asked: () => number; end: () => void };

/** A mail server that greets, and then says no more. */
async function silentMail(): Promise<Mail> {
  const sockets = new Set<Socket>();
  let asked = 0;
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    asked++;
    socket.on("error", () => {});
    socket.write("220 silent.example.test\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const end = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { port, asked: () => asked, end };
}

/** Sixteen who ask over connections that stay open, pages held and new ones, until nobody listens. */
async function startLoad(port: number, held: string[]) {
  let [answered, isOver] = [0, false];
  const lost: string[] = [];
  const ask = (agent: Agent, path: string) =>
    new Promise<boolean>((resolve) => {
      const sent = request(
        { port, host: "127.0.0.1", path, agent, headers: { host: `localhost:${port}` } },
        (answer) => {
          answer.resume();
          answer.on("end", () => {
            answered++;
            if ((answer.statusCode ?? 500) >= 500) lost.push(`${path}: ${answer.statusCode}`);
            resolve(true);
          });
          answer.on("error", (error) => {
            lost.push(`${path}: ${error.message}`);
            resolve(false);
          });
        },
      );
      sent.on("error", (error: NodeJS.ErrnoException) => {
        // Nobody listens any more: that was never taken.
        if (error.code !== "ECONNREFUSED")
          lost.push(`${path}: ${error.code} ${sent.reusedSocket ? "on an open connection" : ""}`);
        resolve(false);
      });
      sent.end();
    });
  const loops = Array.from({ length: 16 }, async (_, who) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let turn = 0; !isOver; turn++) {
      const path = turn % 3 === 2 ? `/nowhere-${who}-${turn}` : (held[turn % held.length] ?? "/");
      if (!(await ask(agent, path))) break;
      await pause(5);
    }
    agent.destroy();
  });
  return {
    end: async () => {
      isOver = true;
      await Promise.all(loops);
      return { answered, lost };
    },
  };
}
