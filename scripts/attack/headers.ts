import { isStaffAddress } from "@/lib/staff-address";
import { OWNER, type Paper, startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Trial } from "@/scripts/trials/report";
import { visitor } from "@/scripts/trials/visitor";
import { addressOf, builtRoutes } from "./addresses";
import { type Filled, filled } from "./filled";
import { filesIn, PARTLY, SITE, UNREADABLE, unusual, Walk } from "./headers-walk";

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];

/** What every answer says to browsers: of every route that was built, by every method, right and wrong, and of the press itself. */
export const headers: Trial = {
  name: "headers",
  run: ({ isShort }) =>
    withFolder(async (folder) => {
      // As behind a proxy that ends TLS.
      const paper = await startPaper(folder, { SITE_URL: SITE, TRUST_PROXY: "1" });
      try {
        return await tried(paper, await filled(paper.env, ["Harbour words"], 1), isShort);
      } finally {
        await paper.end();
      }
    }),
};

async function tried(paper: Paper, found: Filled, isShort: boolean): Promise<Row[]> {
  const at = `http://localhost:${paper.env.PORT}`;
  const walk = new Walk(at);
  const [reader, staff] = [visitor(at), visitor(at)];
  walk.look("/sign-in", "POST", await staff.submit("/sign-in", "Sign in", OWNER));

  const routes = builtRoutes();
  const methods = isShort ? ["GET", "POST", "OPTIONS"] : METHODS;
  for (const address of routes.flatMap((route) => addressOf(route, found))) {
    for (const method of methods) await walk.ask(reader, address, { method });
    if (isStaffAddress(address)) for (const method of methods) await walk.ask(staff, address, { method });
  }
  for (const [address, init] of unusual(found)) for (const who of [reader, staff]) await walk.ask(who, address, init);

  const story = found.stories[0]?.path ?? "/";
  const pages = ["/", story].map(async (path) => (await reader.fetch(path)).text());
  const newsroom = await (await staff.fetch("/newsroom")).text();
  const files = filesIn((await Promise.all(pages)).join("") + newsroom);
  for (const address of files.slice(0, isShort ? 24 : files.length)) {
    for (const init of PARTLY) await walk.ask(reader, address, init);
  }
  for (const address of ["/", "/rss.xml", story]) await walk.askAgain(reader, address);
  for (const text of UNREADABLE) await walk.say(Number(paper.env.PORT), text);
  await walk.whileNobodyAnswers(paper, reader);

  for (const fault of [...walk.faults].slice(0, 60)) console.error(`  ${fault}`);
  const own = ["400", "417", "431", "503"];
  return [
    { what: "Routes that were built, each walked", figure: String(routes.length) },
    { what: "Answers looked at", figure: String(walk.answers), bound: "300 or more", holds: walk.answers >= 300 },
    { what: "By status", figure: walk.byStatus() },
    {
      what: "Of the press's own",
      figure: [...walk.own].sort().join(", "),
      bound: own.join(", "),
      holds: own.every((status) => walk.own.has(status)),
    },
    none("Answers that lack a header, or say a wrong one", walk.faults.size),
    {
      what: "Cookies that were set",
      figure: [...walk.cookies].join(", "),
      bound: "the session's",
      holds: walk.cookies.has("__Host-masthead-session"),
    },
  ];
}
