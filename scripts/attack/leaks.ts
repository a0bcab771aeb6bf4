import { newId } from "@/lib/id";
import { isStaffAddress } from "@/lib/staff-address";
import { OWNER, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { signedIn, type Visitor, visitor } from "@/scripts/trials/visitor";
import { addressOf, builtRoutes } from "./addresses";
import { type Filled, filled, inPaper } from "./filled";
import { filesIn } from "./headers-walk";

type Hidden = { hidden: string[]; secrets: string[] };

const AT_ONCE = 24;

/** Whether anything that readers may not have is in any answer to a reader, or in the log, while staff read the same. */
export const leaks: Trial = {
  name: "leaks",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      const paper = await startPaper(folder, { WEB_WORKERS: "2" });
      try {
        const canary = `kanarek${newId()}`;
        const found = await filled(paper.env, ["Harbour words"], 2);
        const hidden = await inPaper<Hidden>(paper.env, "scripts/attack/hide.ts", { canary });
        return await tried(paper, { canary, found, hidden }, isShort ? 700 : 5000);
      } finally {
        await paper.end();
      }
    }),
};

type Set = { canary: string; found: Filled; hidden: Hidden };

async function tried(paper: Paper, { canary, found, hidden }: Set, requests: number): Promise<Row[]> {
  // A first start says once with which address its owner signs in: to whoever started it.
  const begun = paper.said().length;
  const staff = await signedIn(paper.url);
  const reader = visitor(paper.url);
  const session = [...staff.cookies.values()];
  const readers = await addressesOf(reader, found, hidden);
  const staffs = [...new Set([...readers.filter((address) => isStaffAddress(address)), ...found.newsroom])];
  const told = new Told(canary);

  const asks = Array.from({ length: requests }, (_, number) => async () => {
    // A third is of staff, who are told what they may have by the same workers at the same time.
    const isStaffs = number % 3 === 0;
    const address = pick(isStaffs ? staffs : readers, number * 7919);
    const init = FORMS[number % FORMS.length] ?? {};
    const asked = address + (number % 5 === 1 ? `${address.includes("?") ? "&" : "?"}_rsc=${number}` : "");
    const response = await (isStaffs ? staff : reader).fetch(asked, init);
    told.hear(isStaffs ? "staff" : "reader", asked, response, Buffer.from(await response.arrayBuffer()));
    // A reader's page that somebody of the staff asks for is the same as everybody's.
    if (number % 4 === 0 && !isStaffAddress(address) && !address.startsWith("/media/")) {
      const own = await staff.fetch(asked, init);
      told.hear("reader", `${asked} (staff)`, own, Buffer.from(await own.arrayBuffer()));
    }
  });
  await inTurns(asks, AT_ONCE);
  // All of it once more, alone, so that nothing was missed by chance.
  await inTurns(
    readers.map((address) => async () => {
      const response = await reader.fetch(address);
      told.hear("reader", address, response, Buffer.from(await response.arrayBuffer()));
    }),
    8,
  );
  await complain(paper.url, staff, found);
  const log = paper.said().slice(begun);
  const inLog = [canary, ...session, ...hidden.secrets, OWNER.email, OWNER.password].filter((word) =>
    log.includes(word),
  );
  for (const leak of [...told.leaks, ...told.faults].slice(0, 40)) console.error(`  ${leak}`);
  if (inLog.length > 0) console.error(`  In the log: ${inLog.join(", ")}`);
  return [
    { what: "Answers to readers, to staff", figure: `${told.readers}, ${told.staff}` },
    { what: "Addresses of readers, of staff", figure: `${readers.length}, ${staffs.length}` },
    {
      what: "Hidden words that staff were shown meanwhile",
      figure: String(told.places.size),
      bound: "15 or more",
      holds: told.places.size >= 15,
    },
    none("Readers' answers with a hidden word", told.leaks.size),
    none("Readers' answers that set a cookie", told.cookies),
    none("Answers with a fault", told.faults.size),
    none("Hidden words, secrets, sessions and e-mail addresses in the log", inLog.length),
  ];
}

/** What was told to whom. */
class Told {
  readonly leaks = new Set<string>();
  /** Where the words stood that staff were shown. */
  readonly places = new Set<string>();
  readers = 0;
  staff = 0;
  cookies = 0;
  readonly faults = new Set<string>();
  readonly #word: RegExp;

  constructor(readonly canary: string) {
    this.#word = new RegExp(`${canary}[-\\w]*`, "g");
  }

  hear(who: "reader" | "staff", address: string, response: Response, bytes: Buffer): void {
    if (response.status >= 500 && !address.startsWith("/_global-error"))
      this.faults.add(`${response.status} ${who} ${address}`);
    const words = [bytes.toString("latin1"), bytes.toString("utf16le"), [...response.headers].flat().join("\n")]
      .flatMap((text) => [...text.matchAll(this.#word)])
      .map(([word]) => word);
    if (who === "staff") {
      this.staff++;
      for (const word of words) this.places.add(word);
      return;
    }
    this.readers++;
    if (response.headers.getSetCookie().length > 0) this.cookies++;
    // What was asked for is no secret to who asks.
    const leaked = words.filter((word) => !decodeURIComponent(address).includes(word));
    if (leaked.length > 0) this.leaks.add(`${response.status} ${address}: ${[...new Set(leaked)].join(", ")}`);
  }
}

/** How a page may be asked for: as browsers, Next's own navigation, crawlers and proxies do. */
const FORMS: readonly RequestInit[] = [
  {},
  { headers: { rsc: "1" } },
  { headers: { rsc: "1", "next-router-prefetch": "1" } },
  { headers: { rsc: "1", "next-router-segment-prefetch": "/_tree" } },
  { headers: { "accept-encoding": "br" } },
  { headers: { "accept-encoding": "gzip;q=0.5, zstd" } },
  { method: "HEAD" },
  { headers: { range: "bytes=0-2000" } },
  { headers: { "if-none-match": '"any"', "if-modified-since": "Mon, 01 Jan 2001 00:00:00 GMT" } },
  { headers: { accept: "application/json", "x-forwarded-host": "elsewhere.example" } },
  { headers: { "next-url": "/newsroom", "next-router-state-tree": "%5B%22%22%5D", rsc: "1" } },
  { headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy", "x-masthead-client": "press" } },
];

/** All addresses at which a reader could look: every route, all that their pages name, and where hidden things would be. */
async function addressesOf(reader: Visitor, found: Filled, { hidden }: Hidden): Promise<string[]> {
  const known = new Set(builtRoutes().flatMap((route) => addressOf(route, found)));
  for (const path of [...found.pages, ...found.stories.map(({ path }) => path), ...hidden]) known.add(path);
  for (const path of SEARCHES) known.add(path);
  for (const path of hidden.filter((path) => /^\/[\w-]+\/[\w-]+$/.test(path))) {
    for (const more of [`${path}/history`, `/share${path}.png`]) known.add(more);
  }
  for (const address of [...known]) {
    if (isStaffAddress(address)) continue;
    const page = await (await reader.fetch(address)).text();
    for (const file of filesIn(page)) known.add(file);
    for (const [, path = ""] of page.matchAll(/(?:href="|<loc>|<link>)(?:http:\/\/localhost:\d+)?(\/[^"<#]*)/g)) {
      if (!path.startsWith("//")) known.add(path.replaceAll("&amp;", "&"));
    }
  }
  return [...known];
}

const SEARCHES = ["quixotry", "story words", "plain", "kanarek"].flatMap((words) =>
  ["", "&order=newest", "&page=2"].map((more) => `/search?q=${encodeURIComponent(words)}${more}`),
);

/** Things go wrong too, and are told of in the log. */
async function complain(url: string, staff: Visitor, { stories }: Filled): Promise<void> {
  const id = stories[0]?.id;
  await staff.send("PUT", `/newsroom/articles/${id}/draft`, { id, version: "x", content: null });
  await staff.send("POST", "/newsroom/media/take", { upload: "nothing" });
  await staff.submit("/sign-in", "Sign in", { email: OWNER.email, password: "not-the-password" }).catch(() => null);
  const stranger = visitor(url);
  await stranger.submit("/sign-in", "Sign in", { email: OWNER.email, password: "not-the-password" });
  await stranger.submit("/sign-in/forgotten", "Send me a link", { email: OWNER.email }).catch(() => null);
}

function pick<T>(from: readonly T[], number: number): T {
  return from[number % from.length] as T;
}

/** Does all of it, so many at a time. */
async function inTurns(work: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  const rest = [...work];
  const worker = async () => {
    for (let next = rest.pop(); next; next = rest.pop()) await next();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
