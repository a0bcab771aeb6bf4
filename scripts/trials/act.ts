import { readFileSync } from "node:fs";
import path from "node:path";
import { PROGRAM } from "./paper";
import type { Visitor } from "./visitor";

/** What came of a server action: whether it is known to be done, where it led, and what the server said of it. */
export type Acted = { status: number; done: boolean; to: string | null; text: string };

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

const BUILT = path.join(path.dirname(PROGRAM), ".next/server/server-reference-manifest.json");
const ids = new Map<string, string>();

/** The name by which the built paper knows a server action. @throws if it has none */
function idOf(file: string, name: string): string {
  if (ids.size === 0) {
    const { node } = JSON.parse(readFileSync(BUILT, "utf8")) as Manifest;
    for (const [id, { filename, exportedName }] of Object.entries(node)) ids.set(`${filename} ${exportedName}`, id);
  }
  const id = ids.get(`${file} ${name}`);
  if (!id) throw new Error(`The built paper has no action ${name} of ${file}`);
  return id;
}

/**
 * Sends a form as the newsroom's scripts do, also one that stands in a dialog, which a page without scripts does not have.
 * @param at the page it is sent from, which is one that has this action
 */
export async function act(
  staff: Visitor,
  at: string,
  { file, name }: { file: string; name: string },
  fields: Record<string, string>,
  signal?: AbortSignal,
): Promise<Acted> {
  // As React writes the arguments of a form's action: the state before, and the form.
  const body = new FormData();
  for (const [field, value] of Object.entries(fields)) body.append(`_1_${field}`, value);
  body.append("0", JSON.stringify([{ done: false }, "$K1"]));
  const headers = { "next-action": idOf(file, name), accept: "text/x-component" };
  const response = await staff.fetch(at, { method: "POST", headers, body, signal });
  const to = response.headers.get("x-action-redirect")?.split(";")[0] ?? null;
  const text = await response.text();
  return { status: response.status, done: to !== null || /"done":true/.test(text), to, text };
}
