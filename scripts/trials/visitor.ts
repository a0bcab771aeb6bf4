import { DomUtils, parseDocument } from "htmlparser2";
import { OWNER } from "./paper";

type Node = Parameters<typeof DomUtils.textContent>[0];

/** Somebody with a browser's cookies and no scripts. Redirects are not followed. */
export type Visitor = {
  /** What is kept of cookies, by name. */
  cookies: Map<string, string>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /**
   * Opens a page and sends its form that has this button, as a browser without scripts would.
   * @param fields what is filled in; the rest is sent as the page has it
   * @throws if the page has no such form
   */
  submit: (path: string, button: string, fields?: Record<string, string | string[]>) => Promise<Response>;
  /** Sends JSON, as the newsroom's scripts do. */
  send: (method: string, path: string, body: unknown) => Promise<Response>;
};

/** @param url the address that the paper calls its own: it is what the visitor comes from */
export function visitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value && !/max-age=0\b/i.test(line)) cookies.set(name, value);
      else cookies.delete(name);
    }
    return response;
  };
  const ask: Visitor["fetch"] = async (path, init = {}) => {
    const headers = new Headers(init.headers);
    if (cookies.size > 0 && !headers.has("cookie")) {
      headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
    }
    if (init.method && init.method !== "GET" && !headers.has("origin")) headers.set("origin", url);
    return keep(await fetch(new URL(path, url), { redirect: "manual", ...init, headers }));
  };
  return {
    cookies,
    fetch: ask,
    submit: async (path, button, fields = {}) => {
      const page = await (await ask(path)).text();
      const body = formOf(page, button);
      if (!body) throw new Error(`${path} has no form with the button "${button}"`);
      for (const [name, given] of Object.entries(fields)) {
        body.delete(name);
        for (const value of [given].flat()) body.append(name, value);
      }
      return ask(path, { method: "POST", body });
    },
    send: (method, path, body) =>
      ask(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  };
}

/**
 * A member of the staff who has signed in through the page for it.
 * @throws if they were not let in
 */
export async function signedIn(url: string, { email, password } = OWNER): Promise<Visitor> {
  const staff = visitor(url);
  const answer = await staff.submit("/sign-in", "Sign in", { email, password });
  if (answer.status !== 303) throw new Error(`${email} was not let in: ${answer.status}`);
  return staff;
}

/** What a browser would send of the form that has this button: its hidden fields, and its fields as they stand. */
function formOf(page: string, button: string): FormData | null {
  for (const form of within(parseDocument(page), "form")) {
    const pressed = within(form, "button").find((each) => DomUtils.textContent(each).trim() === button);
    if (pressed) return sentBy(form, pressed);
  }
  return null;
}

/** What each form of a page would send by each of its buttons, as its fields stand. */
export function formsOf(page: string): FormData[] {
  return within(parseDocument(page), "form").flatMap((form) =>
    within(form, "button")
      .filter(({ attribs }) => attribs.type !== "button")
      .map((pressed) => sentBy(form, pressed)),
  );
}

function within(node: Parameters<typeof DomUtils.filter>[1], name: string): Tag[] {
  return DomUtils.filter((each) => "name" in each && each.name === name, node) as Tag[];
}

function sentBy(form: Tag, pressed: Tag): FormData {
  const body = new FormData();
  for (const { attribs } of within(form, "input")) {
    const isChosen = !/^(?:checkbox|radio)$/.test(attribs.type ?? "") || "checked" in attribs;
    if (attribs.name && isChosen && attribs.type !== "file") body.append(attribs.name, attribs.value ?? "");
  }
  for (const area of within(form, "textarea"))
    if (area.attribs.name) body.append(area.attribs.name, DomUtils.textContent(area));
  for (const choice of within(form, "select")) {
    const options = within(choice, "option");
    const { attribs } = options.find(({ attribs }) => "selected" in attribs) ??
      options[0] ?? { attribs: {} as Tag["attribs"] };
    if (choice.attribs.name) body.append(choice.attribs.name, attribs.value ?? "");
  }
  if (pressed.attribs.name) body.append(pressed.attribs.name, pressed.attribs.value ?? "");
  return body;
}

type Tag = Extract<Node, { attribs: unknown }>;
