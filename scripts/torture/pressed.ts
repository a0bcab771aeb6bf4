import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { untilSo } from "@/scripts/trials/tree";
import { evaluateIn, metricsOf, pidsOf, published, readersRow, type Stand, whileReading, withStand } from "./stand";

/** So many come and take their time. */
const SLOW = 500;

/** A worker runs out of memory, another stands still, and hundreds of clients are slow: readers have their pages. */
export const pressed: Trial = {
  name: "pressed",
  run: ({ isShort }) =>
    withStand(
      async (stand) => {
        const story = await published(stand, "read");
        const held = ["/", "/harbour", story.path];
        return [
          ...(await outOfMemory(stand, held)),
          ...(await standingStill(stand, held)),
          ...(await slowClients(stand, held, isShort ? 4000 : 30_000)),
          ...(await largeHeads(stand)),
        ];
      },
      { WORKER_MEMORY: "160" },
    ),
};

async function outOfMemory({ paper }: Stand, held: string[]): Promise<Row[]> {
  const before = (await metricsOf(paper)).get('masthead_restarts_total{process="worker"}') ?? 0;
  // Too fast for the worker to be replaced in time: it ends in the midst of its work.
  const leak = "const all=[];setInterval(()=>{for(let i=0;i<400;i++)all.push(Array(2500).fill(i+.5))},10)";
  const [took, readers] = await whileReading(paper.url, held, async () => {
    await evaluateIn(paper, pidsOf(paper, "worker")[0] ?? 0, leak);
    const anew = await untilSo(async () => {
      const metrics = await metricsOf(paper);
      return (
        (metrics.get('masthead_restarts_total{process="worker"}') ?? 0) > before &&
        metrics.get("masthead_workers_up") === 2
      );
    }, 60_000);
    return anew;
  });
  return [
    readersRow("a worker that leaks all of its memory", readers),
    {
      what: "It ended or was replaced, and its place was taken, within",
      figure: took === null ? "never" : `${(took / 1000).toFixed(1)} s`,
      bound: "60 s",
      holds: took !== null,
    },
  ];
}

async function standingStill({ paper }: Stand, held: string[]): Promise<Row[]> {
  const [, readers] = await whileReading(paper.url, held, async () => {
    await evaluateIn(paper, pidsOf(paper, "worker")[0] ?? 0, "const t=Date.now();while(Date.now()-t<6000);");
    await pause(8000);
  });
  return [readersRow("an event loop that stands still for 6 s", readers)];
}

/** Heads that come by the letter, bodies that do, and answers that nobody takes. */
async function slowClients({ paper }: Stand, held: string[], time: number): Promise<Row[]> {
  const port = Number(paper.env.PORT);
  const sockets: Socket[] = [];
  let refused = 0;
  // Before any of them has had its time.
  const early = performance.now() + 10_000;
  const open = (first: string, then: (socket: Socket) => void) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(first);
      then(socket);
    });
    socket.on("error", () => {
      if (performance.now() < early) refused++;
    });
    sockets.push(socket);
  };
  const dripping = (text: string) => (socket: Socket) => {
    const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write(text)), 1000);
  };
  const [closed, readers] = await whileReading(paper.url, held, async () => {
    for (let count = 0; count < SLOW; count++) {
      const host = `Host: localhost:${port}\r\n`;
      if (count % 3 === 0) open(`GET /harbour HTTP/1.1\r\n${host}`, dripping("X-Slow: 1\r\n"));
      if (count % 3 === 1) {
        const head = `POST /api/readings HTTP/1.1\r\n${host}Content-Length: 40\r\nContent-Type: text/plain\r\n\r\n`;
        open(head, dripping("a"));
      }
      // Many answers asked for at once, and none taken.
      if (count % 3 === 2) open(`GET / HTTP/1.1\r\n${host}\r\n`.repeat(50), (socket) => socket.pause());
      if (count % 50 === 49) await pause(20);
    }
    await pause(time);
    return sockets.filter((socket, at) => at % 3 === 0 && socket.destroyed).length;
  });
  for (const socket of sockets) socket.destroy();
  const memory = [...(await metricsOf(paper))].filter(([name]) => name.startsWith("masthead_memory_bytes"));
  const press = memory.find(([name]) => name.includes('"press"'))?.[1] ?? 0;
  return [
    readersRow(`${SLOW} slow clients for ${time / 1000} s`, readers),
    { what: "Of these, refused or cut off early", figure: String(refused) },
    ...(time > 20_000
      ? [
          {
            what: "Heads that never end, let go of within 30 s",
            figure: `${closed} of ${Math.ceil(SLOW / 3)}`,
            bound: "all",
            holds: closed >= SLOW / 3,
          },
        ]
      : []),
    {
      what: "Memory of the press meanwhile",
      figure: `${Math.round(press / 1024 / 1024)} MB`,
      bound: "512 MB",
      holds: press < 512 * 1024 * 1024,
    },
  ];
}

async function largeHeads({ paper }: Stand): Promise<Row[]> {
  const wrong = [];
  for (const size of [20_000, 200_000]) {
    const answer = await fetch(`${paper.url}/`, { headers: { "x-large": "a".repeat(size) } }).catch(() => null);
    if (answer && answer.status !== 431) wrong.push(answer.status);
  }
  const after = await fetch(`${paper.url}/`);
  return [none("Heads of 20 and 200 KB that are not refused, or harm the next", wrong.length + (after.ok ? 0 : 1))];
}
