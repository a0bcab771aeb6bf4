import { freePort, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { signedIn, type Visitor } from "@/scripts/trials/visitor";
import { within } from "./people";
import { askRaw, sendBytes } from "./raw";

const SEARCHES = 20;
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/** What somebody gets who asks too often or sends too much, and what everybody else gets meanwhile. */
export const abuse: Trial = {
  name: "abuse",
  run: (run) =>
    withFolder(async (folder) => {
      const port = String(await freePort());
      const more = {
        SEED: "demo",
        TRUST_PROXY: "1",
        WEB_WORKERS: "2",
        PORT: port,
        SEARCHES_PER_MINUTE: String(SEARCHES),
      };
      let paper = await startPaper(folder, more);
      try {
        const rows = [...(await searches(run, paper)), ...(await readings(paper)), ...(await bodies(run, paper))];
        if (!run.isShort) {
          await paper.end();
          paper = await startPaper(folder, more);
        }
        return [...rows, ...(await afterwards(paper))];
      } finally {
        await paper.end();
      }
    }),
};

const from = (address: string, headers = {}) => ({ "x-forwarded-for": address, ...headers });

async function searches({ isShort }: Run, paper: Paper): Promise<Row[]> {
  const many = isShort ? 60 : 400;
  const counts = new Map<number, number>();
  let last: Awaited<ReturnType<typeof askRaw>> | undefined;
  for (let at = 0; at < many; at++) {
    const answer = await askRaw(paper.url, `/search?q=word${at}`, from(`2001:db8:5:5::${at.toString(16)}`));
    counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
    if (answer.status === 429) last = answer;
  }
  const held = await askRaw(paper.url, "/search?q=word1", from("2001:db8:5:5::1"));
  const other = await askRaw(paper.url, "/search?q=anotherword", from("2001:db8:5:6::1"));
  const front = await askRaw(paper.url, "/", from("2001:db8:5:5::1"));
  const wide: number[] = [];
  for (const query of [
    "a ".repeat(2000),
    '"'.repeat(5000),
    "*".repeat(5000),
    `${"ab* ".repeat(900)}`,
    "-a ".repeat(2000),
    "\u0627 ".repeat(800),
  ]) {
    const began = performance.now();
    const answer = await askRaw(
      paper.url,
      `/search?q=${encodeURIComponent(query)}`.slice(0, 14_000),
      from(`2001:db8:7:${wide.length}::1`),
    );
    if (answer.status < 500) wide.push(performance.now() - began);
  }
  const answered = counts.get(200) ?? 0;
  return [
    {
      what: `${many} different searches from one IPv6 line`,
      figure: `${answered} answered, ${counts.get(429) ?? 0} turned away`,
      bound: `${SEARCHES} answered`,
      holds: answered === SEARCHES && answered + (counts.get(429) ?? 0) === many,
    },
    {
      what: "What is said to who searches too often",
      figure: `Retry-After ${last?.headers["retry-after"] ?? "none"}, ${last?.body.includes("<h1>") ? "a page" : "nothing"}`,
      bound: "a page, and when to try again",
      holds:
        Number(last?.headers["retry-after"]) > 0 &&
        (last?.body.includes("<h1>") ?? false) &&
        last?.headers["cache-control"] === "no-store",
    },
    {
      what: "Pages that are held, for them; a search, for others; the front page, for them",
      figure: [held, other, front].map(({ status }) => status).join(", "),
      bound: "200, 200, 200",
      holds: [held, other, front].every(({ status }) => status === 200),
    },
    {
      what: "Searches for as much as an address takes",
      figure: `${wide.length} of 6 answered`,
      bound: "6, none failed",
      holds: wide.length === 6,
    },
  ];
}

async function readings(paper: Paper): Promise<Row[]> {
  const id = within(paper.folder, (database) =>
    String(database.prepare("select article_id from publications where ended_at is null limit 1").pluck().get()),
  );
  const before = countedReadings(paper);
  const statuses: number[] = [];
  for (let at = 0; at < 120; at++) {
    const headers = from(`2001:db8:9:9::${at.toString(16)}`, {
      origin: paper.url,
      "user-agent": FIREFOX,
      "content-length": String(id.length),
    });
    statuses.push((await askRaw(paper.url, "/api/readings", headers, { method: "POST", body: id })).status);
  }
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const counted = countedReadings(paper) - before;
  return [
    {
      what: "120 readings from one IPv6 line, by two workers",
      figure: `${counted} counted, ${statuses.filter((status) => status === 429).length} turned away`,
      bound: "at most 60 counted, and no more once both know",
      holds: counted <= 60 && statuses.includes(429),
    },
  ];
}

function countedReadings(paper: Paper): number {
  return within(paper.folder, (database) =>
    Number(database.prepare("select coalesce(sum(count), 0) from readings").pluck().get()),
  );
}

async function bodies({ isShort }: Run, paper: Paper): Promise<Row[]> {
  const owner = await signedIn(paper.url);
  const cookie = [...owner.cookies].map((pair) => pair.join("=")).join("; ");
  const all = [
    "/sign-in",
    "/api/readings",
    "/newsroom/articles/x/draft",
    "/newsroom/articles",
    "/newsroom/find",
    "/",
    "/setup",
    "/newsroom/media/bring",
  ];
  const targets = isShort ? all.slice(0, 3) : all;
  const late: string[] = [];
  for (const target of targets) {
    const head = `POST ${target} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${paper.url}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
    // Nothing of the body is sent: whoever waits for it has not looked at its length.
    const told = await sendBytes(paper.url, `${head}Content-Length: 900000000\r\n\r\n`, 4000, /\r\n\r\n/);
    // By its length, or by a method that there is not.
    if (!/^HTTP\/1\.1 (?:413|405)/.test(told)) late.push(`${target} by length: ${told.slice(0, 20)}`);
    const chunk = `100000\r\n${"x".repeat(0x100000)}\r\n`;
    const chunked = await sendBytes(
      paper.url,
      `${head}Transfer-Encoding: chunked\r\n\r\n${chunk.repeat(12)}`,
      8000,
      /\r\n\r\n/,
    );
    if (!/^HTTP\/1\.1 (?:413|4\d\d)/.test(chunked)) late.push(`${target} by chunks: ${chunked.slice(0, 20)}`);
  }
  const upload = await tus(owner, 900_000_000);
  if (upload !== 413) late.push(`an upload of 900 MB: ${upload}`);
  for (const what of late) console.error(`  body: ${what}`);
  const well = await askRaw(paper.url, "/");
  return [
    none(`Bodies that are too long, of ${targets.length * 2 + 1}, that were not refused before they came`, late.length),
    { what: "The front page afterwards", figure: String(well.status), bound: "200", holds: well.status === 200 },
  ];
}

async function tus(owner: Visitor, length: number): Promise<number> {
  const headers = { "tus-resumable": "1.0.0", "upload-length": String(length) };
  return (await owner.fetch("/newsroom/media/upload", { method: "POST", headers })).status;
}

/** Limits are kept where all processes have them, and a start anew forgets none. */
async function afterwards(paper: Paper): Promise<Row[]> {
  const again = await askRaw(paper.url, "/search?q=afterarestart", from("2001:db8:5:5::1"));
  const kept = within(paper.folder, (database) => database.prepare("select key from limits").pluck().all() as string[]);
  const named = kept.filter((key) => /2001|db8|@/.test(key));
  return [
    {
      what: "The same line afterwards; in the long form after the paper was started anew",
      figure: `${again.status}; ${kept.length} rows`,
      bound: "told in the database, by nobody’s name",
      holds: kept.length > 0 && named.length === 0 && [200, 429].includes(again.status),
    },
  ];
}
