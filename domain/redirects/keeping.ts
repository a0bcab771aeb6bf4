import { desc, eq, inArray, isNull } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { permalinks, redirects } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { getEnv } from "@/lib/env";
import { notFound, Refusal } from "@/lib/refusal";
import { isOfProduct, placeAt } from "./places";
import {
  csvRows,
  type ImportRedirects,
  KeepRedirect,
  type ManyRedirects,
  MOST_LINES,
  pathIn,
  type RefusedLine,
  type RemoveRedirect,
  type RemoveRedirects,
  type RestoreRedirects,
  webAddressIn,
} from "./redirect";

/** More steps than this from one address to the next are no chain but a knot. */
const LONGEST_CHAIN = 20;

/** Where an address leads: a story wherever that stands, an address, or nowhere any more. */
type Target = { articleId: string | null; target: string | null };

/**
 * Makes or edits a redirect. One that would lead to another leads to where that one does, and those that led here lead on.
 * @throws Refusal "forbidden", "invalid" for an address that is taken, or one that would lead in a circle
 */
export function keepRedirect(actor: Actor, input: KeepRedirect): Promise<string> {
  return transact(async (tx) => {
    authorize(actor, "redirect.manage");
    const { was = "" } = input;
    const path = await keep(tx, actor, KeepRedirect.parse(input), was);
    await record(tx, actor, was ? "redirect.edited" : "redirect.created", path);
    return path;
  });
}

/** @throws Refusal "forbidden", "not-found" */
export function removeRedirect(actor: Actor, { path }: RemoveRedirect): Promise<void> {
  return transact(async (tx) => {
    authorize(actor, "redirect.manage");
    const gone = await tx.delete(redirects).where(eq(redirects.path, path)).returning({ path: redirects.path });
    if (gone.length === 0) throw notFound("redirect");
    await record(tx, actor, "redirect.removed", path);
  });
}

/**
 * Removes some together; what is gone already is passed over. @returns also what puts them back
 * @throws Refusal "forbidden"
 */
export function removeRedirects(actor: Actor, { ids: paths }: RemoveRedirects): Promise<ManyRedirects> {
  return transact(async (tx) => {
    authorize(actor, "redirect.manage");
    const gone = await tx.delete(redirects).where(inArray(redirects.path, paths)).returning();
    const undo: ManyRedirects["undo"] = [];
    for (const { path, target, articleId, note } of gone) {
      const led = target ?? (articleId && (await addressOf(tx, articleId)));
      undo.push({ path, kind: led ? "moved" : "gone", target: led ?? "", note });
      await record(tx, actor, "redirect.removed", path);
    }
    return { done: gone.length, unchanged: new Set(paths).size - gone.length, refused: [], undo };
  });
}

/** Puts back what was removed together; each of which the address is taken by now, or that would lead nowhere, is refused. @throws Refusal "forbidden" */
export function restoreRedirects(actor: Actor, { undo }: RestoreRedirects): Promise<ManyRedirects> {
  return transact(async (tx) => {
    authorize(actor, "redirect.manage");
    const refused: ManyRedirects["refused"] = [];
    for (const each of undo) {
      try {
        await record(tx, actor, "redirect.created", await keep(tx, actor, each, ""));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ name: each.path, why: error.message });
      }
    }
    return { done: undo.length - refused.length, unchanged: 0, refused, undo: [] };
  });
}

/** An address by which a story is found: its present one, else one that it had. */
async function addressOf(tx: Db, articleId: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ path: permalinks.path })
    .from(permalinks)
    .where(eq(permalinks.articleId, articleId))
    .orderBy(desc(isNull(permalinks.retiredAt)))
    .limit(1);
  return found?.path;
}

/**
 * Takes in lines of "from,to"; "to" may be "gone". What is good is kept, what is not is told of, line by line.
 * @throws Refusal "forbidden", "invalid" where there is nothing to take in, or too much
 */
export function importRedirects(
  actor: Actor,
  { csv }: ImportRedirects,
): Promise<{ kept: number; refused: RefusedLine[] }> {
  return transact(async (tx) => {
    authorize(actor, "redirect.manage");
    const rows = csvRows(csv);
    const [first] = rows;
    // A first line that names its columns is no address.
    const lines = first && !/[/]/.test(first.cells.join("")) ? rows.slice(1) : rows;
    if (lines.length === 0)
      throw new Refusal("invalid", "There is no line with two addresses.", { csv: "Nothing in it." });
    if (lines.length > MOST_LINES) {
      const message = `At most ${MOST_LINES.toLocaleString("en")} lines are taken in at once. Split it.`;
      throw new Refusal("invalid", message, { csv: message });
    }
    const refused: RefusedLine[] = [];
    let kept = 0;
    for (const { line, cells } of lines) {
      const [path = "", target = "", note = ""] = cells;
      const isGone = /^(?:gone|410)$/i.test(target);
      const input = KeepRedirect.safeParse({
        path,
        kind: isGone ? "gone" : "moved",
        target: isGone ? "" : target,
        note,
      });
      try {
        if (!input.success) throw new Refusal("invalid", input.error.issues[0]?.message ?? "This is no redirect.");
        await keep(tx, actor, input.data, "");
        kept++;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused.push({ line, text: cells.join(", ").slice(0, 200), why: error.message });
      }
    }
    if (kept > 0) await record(tx, actor, "redirect.created", "import", { kept, refused: refused.length });
    return { kept, refused };
  });
}

async function keep(
  tx: Db,
  actor: Actor,
  { path: typed, kind, target: to, note }: ReturnType<typeof KeepRedirect.parse>,
  was: string,
): Promise<string> {
  const site = getEnv().SITE_URL;
  const path = pathIn(typed, site);
  if (!path) throw wrong("path", "Enter a path of this site, such as /old/page.");
  await refuseTaken(tx, path, was);
  const at = now();
  const { target, articleId } =
    kind === "gone" ? { target: null, articleId: null } : await leadTo(tx, path, to, site, was);
  if (was && was !== path) await tx.delete(redirects).where(eq(redirects.path, was));
  const values = { target, articleId, note: kind === "gone" ? note : "", editedAt: at };
  await tx
    .insert(redirects)
    .values({ path, ...values, createdBy: actor.id, createdAt: at })
    .onConflictDoUpdate({ target: redirects.path, set: values });
  // Those that led here lead on to where this does: nobody is sent twice.
  await tx.update(redirects).set({ target, articleId }).where(eq(redirects.target, path));
  return path;
}

async function refuseTaken(tx: Db, path: string, was: string): Promise<void> {
  if (isOfProduct(path)) throw wrong("path", `${path} is the product’s own.`);
  const place = await placeAt(tx, path);
  if (place === "page") throw wrong("path", `A page of the paper stands at ${path}.`);
  if (place) throw wrong("path", `A story has, or had, the address ${path}.`);
  if (path === was) return;
  const [there] = await tx.select({ path: redirects.path }).from(redirects).where(eq(redirects.path, path));
  if (there) throw wrong("path", `${path} is redirected already.`);
}

/** Where a new redirect is to lead, every step on the way taken already. */
async function leadTo(tx: Db, from: string, typed: string, site: string, was: string): Promise<Target> {
  const web = webAddressIn(typed, site);
  if (web) return { target: web, articleId: null };
  const first = pathIn(typed, site);
  if (!first) throw wrong("target", "Enter a path of this site, or an address that begins with https://.");
  let path = first;
  for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
    if (path === from) throw wrong("target", "This would lead in a circle.");
    const place = await placeAt(tx, path);
    if (place === "page") return { target: path, articleId: null };
    if (place) return { target: null, articleId: place.articleId };
    const [next] = await tx.select().from(redirects).where(eq(redirects.path, path));
    if (!next || next.path === was) throw wrong("target", `Nothing of ours stands at ${path}.`);
    if (next.articleId) return { target: null, articleId: next.articleId };
    if (!next.target) throw wrong("target", `What stood at ${path} is gone.`);
    if (!next.target.startsWith("/")) return { target: next.target, articleId: null };
    path = next.target;
  }
  throw wrong("target", "This leads through too many other redirects.");
}

function wrong(field: "path" | "target", message: string): Refusal {
  return new Refusal("invalid", message, { [field]: message });
}
