import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@/domain/people/staff";
import { Refusal } from "@/lib/refusal";
import { ArticleContent } from "./article";
import { headlineOf } from "./board";
import type { BulkChange, BulkResult, Undo } from "./bulk";
import { readArticle, readable } from "./desk";
import { saveDraft } from "./editing";
import { planArticle } from "./planning";
import { unpublishArticle } from "./publication";
import { takeStep } from "./stepping";

/** What one change did to one story. */
type Done = { changed: boolean; undo?: Undo };

/**
 * Does the same to each of these stories, one after the other, by the verbs that do it to one: so each asks whether the
 * actor may, and what is refused of one is done to the others all the same.
 */
export function changeMany(actor: Actor, change: BulkChange): Promise<BulkResult> {
  return forEach(actor, change.ids, (id) => changeOne(actor, id, change));
}

/** Takes back what was done, where it still stands. */
export function undoMany(actor: Actor, undo: Undo[]): Promise<BulkResult> {
  const given = new Map(undo.map((each) => [each.id, each]));
  return forEach(actor, [...given.keys()], async (id) => {
    const undo = given.get(id) as Undo;
    if (undo.field === "assigneeId") return assign(actor, id, undo.before, undo.after);
    if (undo.field === "stage") return withdraw(actor, id, undo.since);
    return edit(actor, id, undo.field, (content) => {
      if (!isDeepStrictEqual(content[undo.field], undo.after)) throw changedSince();
      return undo.before;
    });
  });
}

async function changeOne(actor: Actor, id: string, change: BulkChange): Promise<Done> {
  switch (change.deed) {
    case "section":
      return edit(actor, id, "sectionId", () => change.sectionId);
    case "add-topic":
      return edit(actor, id, "topicIds", ({ topicIds }) => [...new Set([...topicIds, change.topicId])]);
    case "remove-topic":
      return edit(actor, id, "topicIds", ({ topicIds }) => topicIds.filter((topicId) => topicId !== change.topicId));
    case "assign":
      return assign(actor, id, change.assigneeId || null);
    case "submit":
      return submit(actor, id);
    case "unpublish":
      await unpublishArticle(actor, { id, note: change.note });
      return { changed: true };
  }
}

/** Gives a story to somebody, or to nobody. @param from only where it is theirs still; anybody's where it is left out. */
async function assign(actor: Actor, id: string, assigneeId: string | null, from?: string | null): Promise<Done> {
  const { plan } = await readArticle(actor, id);
  const before = plan.assignee?.id ?? null;
  if (from !== undefined && before !== from) throw changedSince();
  if (before === assigneeId) return { changed: false };
  await planArticle(actor, { id, assigneeId: assigneeId ?? "", brief: plan.brief });
  return { changed: true, undo: { id, field: "assigneeId", before, after: assigneeId } };
}

async function submit(actor: Actor, id: string): Promise<Done> {
  await takeStep(actor, { id, step: "submit" });
  const { plan } = await readArticle(actor, id);
  return { changed: true, undo: { id, field: "stage", since: plan.since.toISOString() } };
}

/** Takes a story back from review, where it still is there as it was sent: what somebody decided since stands. */
async function withdraw(actor: Actor, id: string, since: string): Promise<Done> {
  const { plan } = await readArticle(actor, id);
  if (plan.stage !== "review" || plan.since.toISOString() !== since) throw changedSince();
  await takeStep(actor, { id, step: "withdraw" });
  return { changed: true };
}

function changedSince(): Refusal {
  return new Refusal("conflict", "It was changed again since.");
}

/** Saves one field of a draft anew. */
async function edit<Field extends "sectionId" | "topicIds">(
  actor: Actor,
  id: string,
  field: Field,
  changed: (content: ArticleContent) => ArticleContent["sectionId" | "topicIds"],
): Promise<Done> {
  const { version, content } = await readable(actor, id);
  const [before, after] = [content[field], changed(content)];
  if (isDeepStrictEqual(before, after)) return { changed: false };
  const whole = ArticleContent.safeParse({ ...content, [field]: after });
  if (!whole.success) throw new Refusal("invalid", whole.error.issues[0]?.message ?? "No story can be so.");
  const result = await saveDraft(actor, { id, version, content: whole.data, changed: [field] });
  if ("conflict" in result) throw new Refusal("conflict", "Somebody changed it at the same moment.");
  return { changed: true, undo: { id, field, before, after } as Undo };
}

async function forEach(actor: Actor, ids: string[], work: (id: string) => Promise<Done>): Promise<BulkResult> {
  const result: BulkResult = { done: 0, unchanged: 0, refused: [], undo: [] };
  for (const id of new Set(ids)) {
    try {
      const { changed, undo } = await work(id);
      if (changed) result.done++;
      else result.unchanged++;
      if (undo) result.undo.push(undo);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      result.refused.push({ headline: await nameFor(actor, id), why: error.message });
    }
  }
  return result;
}

/** How a story is called to somebody who was refused; nothing is told of what they may not read. */
async function nameFor(actor: Actor, id: string): Promise<string> {
  const draft = await readable(actor, id).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  return draft ? headlineOf(draft.content) : "A story";
}
