import { eq } from "drizzle-orm";
import { closeDatabase, db, transact } from "@/db/client";
import { events, staff } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import type { Block } from "@/domain/articles/body";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { findActor } from "@/domain/people/actors";
import { now } from "@/lib/clock";

// Writes when it is told to, in a process of its own; each message is answered once that is committed.

const [boss] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
const editor = boss && (await findActor(db(), boss.id));
if (!editor) throw new Error("The demonstration edition is not there");

/** An event that touches every page. */
async function touchAll(): Promise<void> {
  await transact(async (tx) =>
    tx.insert(events).values({
      verb: "settings.edited",
      actorId: null,
      subjectKind: "settings",
      subjectId: "publication",
      at: now(),
      data: {},
    }),
  );
}

/** A story of 5,000 words in 40 blocks, to write in. @returns its id */
async function beginLong(): Promise<string> {
  if (!editor) return "";
  const { subjectId } = await createArticle(editor);
  const sentence = "The dredger came back on the morning tide with her hoppers full of last year's mud. ";
  const blocks = Array.from({ length: 40 }, (_, at): Block => {
    if (at % 8 === 0)
      return { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: `Part ${at / 8 + 1}` }] };
    const text = sentence.repeat(9);
    const paragraph = { type: "paragraph" as const, content: [{ type: "text" as const, text }] };
    if (at % 8 === 4) return { type: "quote", attrs: { attribution: "A harbour pilot" }, content: [paragraph] };
    return paragraph;
  });
  const content = { ...EMPTY_ARTICLE, headline: "A long story", body: { version: 1 as const, blocks } };
  await saveDraft(editor, { id: subjectId, version: 1, content });
  return subjectId;
}

process.on("message", async (deed: "all" | "long") => {
  if (deed === "long") return void process.send?.(await beginLong());
  await touchAll();
  process.send?.(deed);
});
process.once("disconnect", () => {
  closeDatabase();
  process.exit();
});
process.send?.("ready");
