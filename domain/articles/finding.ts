import { and, asc, desc, eq, isNull, like } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, events, staff } from "@/db/schema";
import { authorize } from "@/domain/people/authorize";
import { type Actor, can, reach } from "@/domain/people/staff";
import { inOrder } from "@/lib/in-order";
import { searchWords } from "@/lib/search-words";
import { listArticles } from "./desk";
import type { ReadersState, Stage } from "./stage";

/** How many of a kind are offered. */
const OFFERED = 8;
/** Among how many of the last things that somebody did it is looked for the stories of these. */
const LOOKED_THROUGH = 500;

export type FoundStory = { id: string; headline: string; stage: Stage | null; readers: ReadersState; writer: string };

/** Somebody: of the staff, by their account where the actor manages it, else by their stories; or a byline. */
export type FoundPerson = { id: string; name: string; kind: "account" | "stories" | "byline"; about: string };

/**
 * What the actor may open whose name says every word: stories they may read, those saved last first, and people. Without
 * words: the stories they worked on last.
 * @throws Refusal "forbidden"
 */
export async function find(actor: Actor, text: string): Promise<{ stories: FoundStory[]; people: FoundPerson[] }> {
  authorize(actor, "article.read");
  if (searchWords(text).length === 0) return { stories: await recentStories(actor), people: [] };
  const [{ rows }, people] = await Promise.all([listArticles(actor, { search: text }), peopleNamed(actor, text)]);
  return { stories: rows.slice(0, OFFERED).map(storyOf), people };
}

/** The stories with which the actor did something, the last first. */
async function recentStories(actor: Actor): Promise<FoundStory[]> {
  const worked = await db()
    .select({ kind: events.subjectKind, id: events.subjectId })
    .from(events)
    .where(eq(events.actorId, actor.id))
    .orderBy(desc(events.number))
    .limit(LOOKED_THROUGH);
  const stories = worked.flatMap(({ kind, id }) => (kind === "article" ? id : []));
  const ids = [...new Set(stories)].slice(0, OFFERED);
  const { rows } = await listArticles(actor, { ids });
  return inOrder(ids, rows.map(storyOf));
}

function storyOf({ id, headline, stage, readers, writer }: FoundStory): FoundStory {
  return { id, headline, stage, readers, writer };
}

async function peopleNamed(actor: Actor, text: string): Promise<FoundPerson[]> {
  const words = searchWords(text);
  const manages = can(actor, "staff.manage");
  const readsAll = reach(actor, "article.read") === "any";
  const [members, credited] = await Promise.all([
    manages || readsAll
      ? db()
          .select({ id: staff.id, name: staff.name, about: staff.role })
          .from(staff)
          .where(
            and(manages ? undefined : isNull(staff.disabledAt), ...words.map((word) => like(staff.name, `%${word}%`))),
          )
          .orderBy(asc(staff.name))
          .limit(OFFERED)
      : [],
    can(actor, "taxonomy.manage")
      ? db()
          .select({ id: bylines.id, name: bylines.name, about: bylines.title })
          .from(bylines)
          .where(and(...words.map((word) => like(bylines.name, `%${word}%`))))
          .orderBy(asc(bylines.name))
          .limit(OFFERED)
      : [],
  ]);
  return [
    ...members.map((each) => ({ ...each, kind: manages ? ("account" as const) : ("stories" as const) })),
    ...credited.map((each) => ({ ...each, kind: "byline" as const })),
  ];
}
