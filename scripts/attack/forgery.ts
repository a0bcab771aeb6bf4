import { setTimeout as pause } from "node:timers/promises";
import { act } from "@/scripts/trials/act";
import { startPaper, withFolder } from "@/scripts/trials/paper";
import { none, type Row, type Run, type Trial } from "@/scripts/trials/report";
import { formsOf, signedIn, type Visitor } from "@/scripts/trials/visitor";
import { builtActions, builtHandlers, builtPages, type ServerAction } from "./entries";
import { changedBetween, stateOf } from "./state";

/** What a page of another site, or none at all, makes a browser send with the cookie of an owner. */
const FORGED: readonly { from: string; headers: Record<string, string> }[] = [
  { from: "a foreign origin", headers: { origin: "https://evil.example", "sec-fetch-site": "cross-site" } },
  { from: "another port of this host", headers: { origin: "http://localhost:1", "sec-fetch-site": "same-site" } },
  { from: "a null origin", headers: { origin: "null", "sec-fetch-site": "cross-site" } },
  { from: "a null origin, unmarked", headers: { origin: "null" } },
  { from: "no origin", headers: { origin: "" } },
  { from: "no origin, marked cross-site", headers: { origin: "", "sec-fetch-site": "cross-site" } },
  { from: "an origin that is none", headers: { origin: "not an origin" } },
  { from: "an origin like ours", headers: { origin: "http://localhost.evil.example" } },
];

const METHODS = ["POST", "PUT", "PATCH", "DELETE"] as const;

/** What says that an action was reached: it answered as itself, and not that the request came from elsewhere. */
const TURNED_AWAY = /came from another site/;

/** Every action, handler and form, asked by other sites on behalf of an owner who is signed in. */
export const forgery: Trial = {
  name: "forgery",
  run: (run) =>
    withFolder(async (folder) => {
      const paper = await startPaper(folder, { WEB_WORKERS: "2" });
      try {
        const staff = await signedIn(paper.url);
        return await tryAll(run, folder, { ...staff, url: paper.url });
      } finally {
        await paper.end();
      }
    }),
};

async function tryAll(run: Run, folder: string, owner: Owner): Promise<Row[]> {
  const actions = builtActions();
  await act(owner, "/newsroom/articles", START, {});
  // Whoever is signed in is noted once, and jobs of the start are done.
  await pause(3000);
  const before = stateOf(folder);
  const reached: string[] = [];
  let sent = 0;
  const note = (what: string, isReached: boolean) => {
    sent++;
    if (isReached) reached.push(what);
  };

  for (const [at, action] of actions.entries()) {
    for (const [which, { from, headers }] of FORGED.entries()) {
      // Of the short form each action meets three, and all are met.
      if (run.isShort && (at + which) % 3 > 0) continue;
      const shapes = run.isShort ? [SHAPES[(at + which) % SHAPES.length]] : SHAPES;
      for (const shape of shapes) {
        if (shape) note(`${action.name} as ${shape.name} from ${from}`, await reaches(owner, action, shape, headers));
      }
    }
  }
  const byActions = sent;

  const bodies = run.isShort ? BODIES.slice(0, 1) : BODIES;
  for (const [at, address] of builtHandlers().entries()) {
    for (const [which, { from, headers }] of FORGED.entries()) {
      for (const [way, method] of METHODS.entries()) {
        if (run.isShort && (at + which + way) % 8 > 0) continue;
        for (const [type, body] of bodies) {
          const answer = await ask(owner, address, { method, body, headers: { ...headers, "content-type": type } });
          note(`${method} ${address} from ${from}: ${answer.status}`, answer.status < 400);
        }
      }
    }
  }
  const byHandlers = sent - byActions;

  for (const [at, address] of [...builtHandlers(), ...builtPages()].entries()) {
    if (run.isShort && at % 3 > 0) continue;
    sent++;
    await ask(owner, `${address}?id=anything&deed=delete`, { headers: FORGED[0]?.headers });
  }

  const forms = await newsroomForms(owner, run.isShort ? 12 : Number.POSITIVE_INFINITY);
  for (const { page, body } of forms) {
    for (const { from, headers } of run.isShort ? FORGED.slice(3, 5) : FORGED) {
      const answer = await ask(owner, page, { method: "POST", body, headers });
      note(`the form of ${page} from ${from}: ${answer.status}`, answer.status < 400 && !TURNED_AWAY.test(answer.text));
    }
  }
  await pause(3500);
  const changed = changedBetween(before, stateOf(folder));
  const alive = await owner.fetch("/newsroom");
  for (const what of reached.slice(0, 20)) console.error(`  reached: ${what}`);
  if (changed.length > 0) console.error(`  changed: ${changed.join(", ")}`);

  // That the same forms do something from the newsroom's own pages: else the rows above would say nothing.
  const control = await act(owner, "/newsroom/articles", START, {});
  let own = 0;
  for (const { page, body } of forms.slice(0, 12))
    own += Number((await ask(owner, page, { method: "POST", body })).status < 400);
  return [
    { what: "Server actions, all of the build's", figure: `${actions.length}, asked ${byActions} times` },
    { what: "Route handlers, all of the build's", figure: `${builtHandlers().length}, asked ${byHandlers} times` },
    { what: "Forms of the newsroom as they stand", figure: `${forms.length}` },
    none("Requests of other sites that were acted upon", reached.length),
    none("Tables that they changed", changed.length),
    {
      what: "The owner after it all",
      figure: String(alive.status),
      bound: "still signed in",
      holds: alive.status === 200,
    },
    {
      what: "The same from the newsroom's own pages",
      figure: `${own} of ${Math.min(forms.length, 12)} forms; a new article at ${control.to ?? "nowhere"}`,
      bound: "acted upon",
      holds: own > 0 && control.to !== null && changedBetween(before, stateOf(folder)).includes("articles"),
    },
  ];
}

const START = { file: "app/(newsroom)/newsroom/articles/actions.ts", name: "startArticle" };

type Owner = Visitor & { url: string };

type Shape = { name: string; send: (action: ServerAction) => RequestInit & { headers?: Record<string, string> } };

/** How a form or a script sends an action: by its id in a header, or in the body as forms without scripts do. */
const SHAPES: readonly Shape[] = [
  { name: "a script’s form", send: ({ id }) => ({ headers: { "next-action": id }, body: scriptForm() }) },
  {
    name: "a script’s text",
    send: ({ id }) => ({
      headers: { "next-action": id, "content-type": "text/plain;charset=UTF-8" },
      body: JSON.stringify([null, {}]),
    }),
  },
  { name: "a plain form", send: ({ id }) => ({ body: plainForm(id) }) },
  { name: "a plain form with a state", send: ({ id }) => ({ body: statefulForm(id) }) },
  {
    name: "an encoded form",
    send: ({ id }) => ({ body: new URLSearchParams({ [`$ACTION_ID_${id}`]: "", id: "anything" }) }),
  },
];

const BODIES: readonly [string, string][] = [
  ["text/plain", '{"id":"anything","address":"http://127.0.0.1:1/"}'],
  ["application/x-www-form-urlencoded", "id=anything&format=csv"],
  ["application/json", '{"id":"anything","name":"Forged"}'],
  ["multipart/form-data; boundary=x", '--x\r\ncontent-disposition: form-data; name="id"\r\n\r\nanything\r\n--x--\r\n'],
];

function plainForm(id: string): FormData {
  const form = new FormData();
  form.append(`$ACTION_ID_${id}`, "");
  form.append("name", "Forged");
  return form;
}

function statefulForm(id: string): FormData {
  const form = new FormData();
  form.append("$ACTION_REF_1", "");
  form.append("$ACTION_1:0", JSON.stringify({ id, bound: "$@1" }));
  form.append("$ACTION_1:1", "[null]");
  form.append("$ACTION_KEY", "k");
  form.append("name", "Forged");
  return form;
}

function scriptForm(): FormData {
  const form = new FormData();
  form.append("1_name", "Forged");
  form.append("0", '[null,"$K1"]');
  return form;
}

async function reaches(owner: Owner, action: ServerAction, shape: Shape, headers: Record<string, string>) {
  const init = shape.send(action);
  const answer = await ask(owner, action.page, { ...init, method: "POST", headers: { ...headers, ...init.headers } });
  // A page is rendered for a body that holds no action: that is none either.
  const isPage = shape.name === "an encoded form" && answer.text.startsWith("<!DOCTYPE");
  return answer.status < 400 && !TURNED_AWAY.test(answer.text) && !isPage;
}

/** Asks with the owner's cookie. An origin that is empty is left out. */
async function ask(owner: Owner, address: string, init: RequestInit & { headers?: Record<string, string> } = {}) {
  const { origin, ...rest } = init.headers ?? {};
  const headers = { ...rest, ...(origin && { origin }) };
  const cookie = [...owner.cookies].map((pair) => pair.join("=")).join("; ");
  const own = init.headers === undefined ? owner.fetch(address, init) : null;
  const response = await (own ??
    fetch(new URL(address, owner.url), { redirect: "manual", ...init, headers: { cookie, ...headers } }));
  return { status: response.status, text: await response.text() };
}

/** The forms of the newsroom's pages, by page, with what stands in them. */
async function newsroomForms(owner: Owner, most: number): Promise<{ page: string; body: FormData }[]> {
  const list = await (await owner.fetch("/newsroom/articles")).text();
  const article = /\/newsroom\/articles\/[a-z0-9]{16}/.exec(list)?.[0] ?? "";
  const pages = [article, ...builtPages().filter((page) => page.startsWith("/newsroom") && !page.includes("anything"))];
  const found: { page: string; body: FormData }[] = [];
  for (const page of pages) {
    const answer = await owner.fetch(page);
    if (answer.status !== 200) continue;
    for (const body of formsOf(await answer.text())) {
      if ([...body.keys()].some((name) => name.startsWith("$ACTION"))) found.push({ page, body });
    }
  }
  const every = Math.max(1, Math.ceil(found.length / most));
  return found.filter((_, at) => at % every === 0);
}
