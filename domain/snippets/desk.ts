import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { snippets, staff } from "@/db/schema";
import { Body, plainText } from "@/domain/articles/body";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { hasWords } from "@/lib/search-words";
import type { Snippet } from "./snippet";

/** All snippets by name, for whoever writes. */
export async function listSnippets(actor: Actor): Promise<Snippet[]> {
  authorize(actor, "article.edit");
  return allSnippets();
}

async function allSnippets(): Promise<Snippet[]> {
  const rows = await db().select().from(snippets).orderBy(asc(snippets.name), asc(snippets.id));
  return rows.map(({ id, name, body }) => ({ id, name, blocks: Body.parse(body).blocks }));
}

/** Those that have the words searched for, with who changed them last, for whoever keeps them. */
export async function manageSnippets(
  actor: Actor,
  { search }: { search?: string } = {},
): Promise<(Snippet & { editedBy: string; editedAt: Date })[]> {
  authorize(actor, "snippet.manage");
  const edits = await db()
    .select({ id: snippets.id, editedBy: staff.name, editedAt: snippets.editedAt })
    .from(snippets)
    .innerJoin(staff, eq(staff.id, snippets.editedBy));
  const byId = new Map(edits.map((edit) => [edit.id, edit]));
  return (await allSnippets()).flatMap((snippet) => {
    const edit = byId.get(snippet.id);
    const text = `${snippet.name} ${plainText({ version: 1, blocks: snippet.blocks })}`;
    return edit && hasWords(text, search) ? [{ ...snippet, ...edit }] : [];
  });
}
