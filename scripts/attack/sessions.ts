import { act } from "@/scripts/trials/act";
import { OWNER, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { signedIn, type Visitor, visitor } from "@/scripts/trials/visitor";
import { enumeration } from "./enumeration";
import { eventsOf, makeFactor, makePeople, makeReset, type Person } from "./people";

const SIGN_IN = { file: "app/(account)/sign-in/actions.ts", name: "signIn" };
const WRONG = /address or the password is not right/;
const LIMITED = /Too many attempts/;

/** What can be had of a session that is over, of guessing, of asking whom there is, and of links and codes that work once. */
export const sessions: Trial = {
  name: "sessions",
  run: (run) =>
    withFolder(async (folder) => {
      // Behind a proxy that is trusted, so that the guesses may come from as many addresses as they like.
      const paper = await startPaper(folder, { WEB_WORKERS: "2", TRUST_PROXY: "1" });
      try {
        const owner = await signedIn(paper.url);
        return [
          ...(await ended(paper, owner)),
          await fixation(paper),
          ...(await guesses(run, paper)),
          ...(await enumeration(run, paper)),
          ...(await usedOnce(run, paper)),
          await redirects(paper),
        ];
      } finally {
        await paper.end();
      }
    }),
};

/** A browser behind the trusted proxy, at an address of its own unless one is named. */
export function from(paper: Paper, address = anywhere()): Visitor {
  const browser = visitor(paper.url);
  const ask: Visitor["fetch"] = (path, init = {}) =>
    browser.fetch(path, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), "x-forwarded-for": address },
    });
  return { ...browser, fetch: ask };
}

let networks = 0;
/** An address of a network that nobody asked from before. */
export function anywhere(): string {
  networks++;
  return `2001:db8:${(networks >> 16).toString(16)}:${(networks & 0xffff).toString(16)}::1`;
}

/** Signs in as the page's script does. */
export function tries(browser: Visitor, email: string, password: string) {
  return act(browser, "/sign-in", SIGN_IN, { email, password, next: "/newsroom" });
}

async function ended(paper: Paper, owner: Visitor): Promise<Row[]> {
  const [left, disabled, reset, changed, endedByOwner] = await makePeople(paper.folder, 5, "editor");
  const of = (name: string) => ({ file: "app/(newsroom)/newsroom/people/[id]/actions.ts", name });
  const ends: [string, Person | undefined, string, (person: Person, browser: Visitor) => Promise<unknown>][] = [
    [
      "signing out",
      left,
      "/newsroom",
      async (_, browser) =>
        act(browser, "/newsroom", { file: "app/(newsroom)/newsroom/actions.ts", name: "signOut" }, {}),
    ],
    ["being disabled", disabled, "/newsroom", ({ id }) => act(owner, `/newsroom/people/${id}`, of("disable"), { id })],
    [
      "a new password by a link",
      reset,
      "/newsroom",
      async (person) => choose(from(paper), makeReset(paper.folder, person), "another-long-password"),
    ],
    [
      "its ending by an owner",
      endedByOwner,
      "/newsroom",
      ({ id }) => act(owner, `/newsroom/people/${id}`, of("endAllSessions"), { id }),
    ],
    [
      "a lower role, for what that may not",
      changed,
      "/newsroom/sections",
      ({ id }) => act(owner, `/newsroom/people/${id}`, of("giveRole"), { id, role: "contributor" }),
    ],
  ];
  const rows: Row[] = [];
  for (const [how, person, page, end] of ends) {
    if (!person) continue;
    const browser = from(paper);
    await tries(browser, person.email, person.password);
    const old = [...browser.cookies].map((pair) => pair.join("=")).join("; ");
    const ask = async () => (await fetch(paper.url + page, { redirect: "manual", headers: { cookie: old } })).status;
    const before = await ask();
    await end(person, browser);
    const at = performance.now();
    let after = await ask();
    while (after === 200 && performance.now() - at < 5000) after = await ask();
    const took = performance.now() - at;
    rows.push({
      what: `An old cookie after ${how}`,
      figure: `${before}, then ${after} after ${Math.round(took)} ms`,
      bound: "dead at the first request",
      holds: before === 200 && after !== 200 && after < 500 && took < 1000,
    });
  }
  return rows;
}

async function fixation(paper: Paper): Promise<Row> {
  const [person] = await makePeople(paper.folder, 1);
  if (!person) throw new Error("Nobody was made");
  const thief = from(paper);
  await tries(thief, person.email, person.password);
  const planted = thief.cookies.get("masthead-session") ?? "";
  const victim = from(paper);
  victim.cookies.set("masthead-session", planted);
  await tries(victim, OWNER.email, OWNER.password);
  const theirs = victim.cookies.get("masthead-session");
  const seen = await (await thief.fetch("/newsroom/people")).status;
  const isNew = theirs !== undefined && theirs !== planted;
  return {
    what: "A session that somebody planted before the owner signed in",
    figure: isNew ? `replaced; of the owner’s it shows ${seen}` : "kept",
    bound: "replaced, and worth what it was",
    holds: isNew && seen === 403,
  };
}

async function guesses({ isShort }: Run, paper: Paper): Promise<Row[]> {
  const many = isShort ? 150 : 1000;
  const [person, ...others] = await makePeople(paper.folder, 101);
  if (!person) throw new Error("Nobody was made");
  const home = from(paper);
  await tries(home, person.email, person.password);
  const spread = await checked(many, () => tries(from(paper), person.email, `guess-${Math.random()}`));
  const theirs = await tries(home, person.email, person.password);
  const page = await from(paper).submit("/sign-in", "Sign in", { email: person.email, password: "one-more-guess" });
  const said = LIMITED.test(await page.text());
  const line = await checked(many, (at) =>
    tries(from(paper, `2001:db8:ffff:1::${at.toString(16)}`), `nobody${at}@example.test`, "a-guess"),
  );
  const each = new Map<string, number>();
  await checked(isShort ? 0 : 1500, async (at) => {
    const one = others[at % others.length];
    const answer = await tries(from(paper), one?.email ?? "", `guess-${at}`);
    if (WRONG.test(answer.text)) each.set(one?.email ?? "", (each.get(one?.email ?? "") ?? 0) + 1);
    return answer;
  });
  return [
    {
      what: `${many} guesses at one account, each from a network of its own`,
      figure: `${spread.checked} checked, ${spread.limited} turned away`,
      bound: "at most 10 checked",
      holds: spread.checked <= 10 && spread.checked + spread.limited === many,
    },
    {
      what: "Whose account it is, in a browser known to it, during all that",
      figure: theirs.done ? "signed in" : "kept out",
      bound: "signed in",
      holds: theirs.done,
    },
    {
      what: "What a browser without scripts is told that guesses too much",
      figure: `${page.status}, Retry-After ${page.headers.get("retry-after")}, ${said ? "a page that says so" : "no word"}`,
      bound: "429, when to try again, and why",
      holds: page.status === 429 && Number(page.headers.get("retry-after")) > 0 && said,
    },
    {
      what: `${many} guesses from one IPv6 line, each at an account of its own`,
      figure: `${line.checked} checked, ${line.limited} turned away`,
      bound: "at most 30 checked",
      holds: line.checked <= 30 && line.checked + line.limited === many,
    },
    ...(isShort
      ? []
      : [
          {
            what: "1500 guesses at 100 accounts from 1500 networks",
            figure: `at most ${Math.max(...each.values())} checked of one account`,
            bound: "at most 10",
            holds: Math.max(...each.values()) <= 10,
          },
        ]),
  ];
}

async function checked(many: number, guess: (at: number) => Promise<{ text: string }>) {
  const count = { checked: 0, limited: 0 };
  let next = 0;
  const work = async () => {
    while (next < many) {
      const { text } = await guess(next++);
      if (WRONG.test(text)) count.checked++;
      else if (LIMITED.test(text)) count.limited++;
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  return count;
}

function choose(browser: Visitor, secret: string, password: string) {
  const action = { file: "app/(account)/sign-in/reset/[secret]/actions.ts", name: "choose" };
  return act(browser, `/sign-in/reset/${secret}`, action, { secret, password });
}

async function usedOnce({ isShort }: Run, paper: Paper): Promise<Row[]> {
  const times = isShort ? 10 : 50;
  const [forgetful, first, second] = await makePeople(paper.folder, 3);
  if (!forgetful || !first || !second) throw new Error("Nobody was made");
  const secret = makeReset(paper.folder, forgetful);
  const chosen = await Promise.all(
    Array.from({ length: times }, (_, at) => choose(from(paper), secret, `a-new-password-${at}`)),
  );
  const resets = eventsOf(paper.folder, forgetful, "staff.password-reset");
  const answered = chosen.filter(({ done, status }) => done && status < 400).length;
  const factors: [string, Person, string][] = [
    ["A code of an authenticator app", first, makeFactor(paper.folder, first).code()],
    ["A recovery code", second, makeFactor(paper.folder, second).recovery],
  ];
  const rows: Row[] = [
    {
      what: `A link to a new password, used ${times} times at once`,
      figure: `${resets} took effect, ${answered} were told so`,
      bound: "1",
      holds: resets === 1 && answered === 1,
    },
  ];
  for (const [what, person, code] of factors) {
    const browsers = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const browser = from(paper);
        await tries(browser, person.email, person.password);
        return browser;
      }),
    );
    const finish = { file: "app/(account)/sign-in/actions.ts", name: "finish" };
    await Promise.all(browsers.map((browser) => act(browser, "/sign-in/code", finish, { code, next: "/newsroom" })));
    const inside = eventsOf(paper.folder, person, "staff.signed-in");
    rows.push({
      what: `${what}, sent 8 times at once`,
      figure: `${inside} signed in`,
      bound: "1",
      holds: inside === 1,
    });
  }
  return rows;
}

const AWAY = [
  [
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "https:evil.example",
  ],
  ["https://evil.example/newsroom", "javascript:alert(1)", "data:text/html,x", "/newsroom/../../evil.example"],
  [
    "/newsroom@evil.example",
    "/%2f%2fevil.example",
    "/newsroom\r\nlocation: https://evil.example",
    "//evil.example/newsroom",
  ],
  [
    "http://localhost@evil.example/newsroom",
    "/newsroom/..//evil.example",
    "．．//evil.example",
    "/newsroom\\..\\..\\\\evil.example",
  ],
].flat();

async function redirects(paper: Paper): Promise<Row> {
  const people = await makePeople(paper.folder, AWAY.length);
  const strays: string[] = [];
  for (const [at, next] of AWAY.entries()) {
    const person = people[at];
    if (!person) continue;
    const plain = await from(paper).submit("/sign-in", "Sign in", { ...person, next });
    const browser = from(paper);
    const scripted = await act(browser, "/sign-in", SIGN_IN, { email: person.email, password: person.password, next });
    const already = await browser.fetch(`/sign-in?next=${encodeURIComponent(next)}`);
    for (const to of [plain.headers.get("location"), scripted.to, already.headers.get("location")]) {
      const { origin, pathname } = new URL(to ?? "https://none.example", paper.url);
      if (origin !== paper.url || !/^\/newsroom(?:\/|$)/.test(pathname)) strays.push(`${next} leads to ${to}`);
    }
  }
  for (const stray of strays) console.error(`  ${stray}`);
  return none(`Ways out of ${AWAY.length * 3} redirects after signing in`, strays.length);
}
