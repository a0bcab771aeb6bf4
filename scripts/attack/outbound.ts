import { createServer as createSite } from "node:http";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import os from "node:os";
import { type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { signedIn, type Visitor } from "@/scripts/trials/visitor";

/** Whether the paper can be led to call this machine or its network, by what staff name as the address of a file. */
export const outbound: Trial = {
  name: "outbound",
  run: (run) =>
    withFolder(async (folder) => [
      ...(await inEarnest(folder)),
      ...(await withFolder((other) => amongItself(run, other))),
    ]),
};

/** This machine, in the ways in which an address can be written. */
function notations(port: number): string[] {
  const hosts = [
    "127.0.0.1",
    "127.1",
    "127.0.1",
    "127.255.255.254",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "0x0",
    "127.0.0.1.",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "%31%32%37.0.0.1",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
    "[fe80::1%25lo]",
    "[fe80::1]",
    "[fc00::1]",
    "[ff02::1]",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "metadata.google.internal",
    os.hostname(),
    `user:pass@127.0.0.1`,
    "127.0.0.1#@example.com",
  ];
  return [
    ...hosts.flatMap((host) => [`https://${host}:${port}/a.png`, `http://${host}:${port}/a.png`]),
    ...[
      "file:///etc/passwd",
      "gopher://127.0.0.1/",
      "ftp://127.0.0.1/",
      "data:image/png;base64,AAAA",
      "//127.0.0.1/",
      "unix:/tmp/x",
      "https:/\\127.0.0.1",
      "nonsense",
    ],
  ];
}

async function inEarnest(folder: string): Promise<Row[]> {
  let connected = 0;
  const listener = createServer((socket) => {
    connected++;
    socket.destroy();
  });
  await new Promise<void>((resolve) => listener.listen(0, resolve));
  const paper = await startPaper(folder, { OUTBOUND: "public" });
  try {
    const owner = await signedIn(paper.url);
    const addresses = notations((listener.address() as AddressInfo).port);
    const taken: string[] = [];
    for (const address of addresses) {
      const answer = await bring(owner, address);
      if (answer.status < 400) taken.push(`${address}: ${answer.status} ${answer.text.slice(0, 100)}`);
    }
    for (const what of taken) console.error(`  taken: ${what}`);
    return [
      { what: "Ways to write this machine or its network", figure: String(addresses.length) },
      none("Of them taken", taken.length),
      none("Connections that came here", connected),
    ];
  } finally {
    await paper.end();
    listener.close();
  }
}

/** As under test, where this machine alone may be called: what it answers may lead nowhere else, and come without end. */
async function amongItself({ isShort }: Run, folder: string): Promise<Row[]> {
  let round = 0;
  let endless = 0;
  const site = createSite((request, response) => {
    const to = new URL(request.url ?? "/", "http://x").searchParams.get("to");
    if (to) response.writeHead(302, { location: to }).end();
    else if (request.url === "/round") {
      round++;
      response.writeHead(302, { location: "/round" }).end();
    } else if (request.url === "/endless.png") {
      response.writeHead(200, { "content-type": "image/png" });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024, 7))) endless++;
      };
      response.on("drain", more);
      more();
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  const here = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const paper = await startPaper(folder);
  try {
    const owner = await signedIn(paper.url);
    const away = [
      "http://10.0.0.1/",
      "https://93.184.215.14/a.png",
      "http://169.254.169.254/latest/meta-data",
      "file:///etc/passwd",
      "http://[fd00::1]/",
      "//192.168.1.1/a.png",
    ];
    const led: string[] = [];
    for (const to of away) {
      const answer = await bring(owner, `${here}/?to=${encodeURIComponent(to)}`);
      if (answer.status < 400) led.push(to);
    }
    const rounds = await bring(owner, `${here}/round`);
    const rows: Row[] = [
      none(`Redirects away, of ${away.length}, that were followed`, led.length),
      {
        what: "A redirect that leads to itself",
        figure: `followed ${round} times, ${rounds.status}`,
        bound: "at most 4",
        holds: round <= 4 && rounds.status >= 400,
      },
    ];
    if (!isShort) rows.push(await withoutEnd(paper, owner, `${here}/endless.png`, () => endless));
    return rows;
  } finally {
    await paper.end();
    site.closeAllConnections();
    site.close();
  }
}

async function withoutEnd(_paper: Paper, owner: Visitor, address: string, sent: () => number): Promise<Row> {
  const answer = await bring(owner, address, 120_000);
  return {
    what: "A file of another site that has no end",
    figure: `${answer.status}, cut off after ${sent()} MB: ${answer.text.slice(-120)}`,
    bound: "cut off by 600 MB, and said so",
    holds: sent() < 600 && /too-large|large|long|big/i.test(answer.text),
  };
}

async function bring(owner: Visitor, address: string, patience = 20_000) {
  const response = await owner.fetch("/newsroom/media/bring", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address }),
    signal: AbortSignal.timeout(patience),
  });
  return { status: response.status, text: await response.text() };
}
