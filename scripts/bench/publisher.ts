import { eq } from "drizzle-orm";
import { closeDatabase, db, transact } from "@/db/client";
import { bylines, events, sections, staff, topics } from "@/db/schema";
import { EMPTY_ARTICLE } from "@/domain/articles/article";
import type { Block } from "@/domain/articles/body";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { publishArticle, unpublishArticle } from "@/domain/articles/publication";
import { findActor } from "@/domain/people/actors";
import { bodyOf } from "@/domain/testing/content";
import { now } from "@/lib/clock";

// Publishes, updates and unpublishes when it is told to, as the command line or an import does: by the domain's own
// verbs, in a process of its own. Each message is the number of a deed; it is answered once the deed is committed.

const [boss] = await db().select({ id: staff.id }).from(staff).where(eq(staff.role, "owner"));
const editor = boss && (await findActor(db(), boss.id));
const [[section], [topic], [byline]] = await Promise.all([
  db().select().from(sections).where(eq(sections.slug, "harbour")),
  db().select().from(topics).where(eq(topics.slug, "shipping")),
  db().select().from(bylines).where(eq(bylines.slug, "mirjam-tveitt")),
]);
if (!editor || !section || !topic || !byline) throw new Error("The demonstration edition is not there");

const { subjectId: id } = await createArticle(editor);
let version = 1;

async function write(deed: number): Promise<void> {
  if (!editor || !section || !topic || !byline) return;
  const content = {
    ...EMPTY_ARTICLE,
    headline: `Bench deed-${deed} told`,
    standfirst: "What happened.",
    body: bodyOf("It happened."),
    slug: "bench-story",
    sectionId: section.id,
    topicIds: [topic.id],
    bylineIds: [byline.id],
  };
  const result = await saveDraft(editor, { id, version, content });
  if (!("saved" in result)) throw new Error("The draft was not saved");
  version = result.saved.version;
}

/** Of three deeds the first publishes, the second updates, the third unpublishes; "all" touches every page. */
async function perform(deed: number | "all"): Promise<void> {
  if (!editor) return;
  if (deed === "all") {
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
  } else if (deed % 3 === 2) await unpublishArticle(editor, { id });
  else {
    await write(deed);
    await publishArticle(editor, { id, version });
  }
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

process.on("message", async (deed: number | "all" | "long") => {
  if (deed === "long") return void process.send?.(await beginLong());
  await perform(deed);
  process.send?.(deed);
});
process.once("disconnect", () => {
  closeDatabase();
  process.exit();
});
process.send?.("ready");
