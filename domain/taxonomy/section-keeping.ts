import { asc, eq, inArray } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { sections, sectionTopics, topics } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import type { EditSection, MoveSection, NewSection, Section } from "./section";

/** Puts up a new section behind the others. @throws Refusal "conflict" if its web address is taken */
export function createSection(actor: Actor, input: NewSection): Promise<Section> {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const present = await inOrder(tx);
    if (present.some((section) => section.slug === input.slug)) {
      const message = `There is already a section at “${input.slug}”.`;
      throw new Refusal("conflict", message, { slug: message });
    }
    const position = (present.at(-1)?.position ?? -1) + 1;
    const [row] = await tx
      .insert(sections)
      .values({ ...input, position, createdAt: now() })
      .returning({ id: sections.id });
    if (!row) throw new Error("The section was not written");
    await record(tx, actor, "section.created", row.id);
    return { id: row.id, ...input };
  });
}

/** Changes what a section is called, its description, colour and sub-topics; its web address stays. */
export function editSection(actor: Actor, { id, name, description, accent, topicIds }: EditSection) {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const changed = await tx
      .update(sections)
      .set({ name, description, accent })
      .where(eq(sections.id, id))
      .returning({ id: sections.id });
    if (changed.length === 0) throw notFound("section");
    await setSubtopics(tx, id, topicIds);
    return record(tx, actor, "section.edited", id);
  });
}

/** Moves a section by one place in the order of the site. At the end of the order it stays where it is. */
export function moveSection(actor: Actor, { id, direction }: MoveSection) {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const present = await inOrder(tx);
    const from = present.findIndex((section) => section.id === id);
    const moved = present[from];
    if (!moved) throw notFound("section");
    const to = Math.min(Math.max(from + (direction === "up" ? -1 : 1), 0), present.length - 1);
    const ordered = present.toSpliced(from, 1).toSpliced(to, 0, moved);
    for (const [position, section] of ordered.entries()) {
      if (section.position === position) continue;
      await tx.update(sections).set({ position }).where(eq(sections.id, section.id));
    }
    return record(tx, actor, "section.moved", id);
  });
}

async function setSubtopics(tx: Db, sectionId: string, topicIds: string[]): Promise<void> {
  const found = await tx.select({ id: topics.id }).from(topics).where(inArray(topics.id, topicIds));
  if (found.length < topicIds.length) {
    const message = "One of these topics does not exist any more. Choose again.";
    throw new Refusal("invalid", message, { topicIds: message });
  }
  await tx.delete(sectionTopics).where(eq(sectionTopics.sectionId, sectionId));
  if (topicIds.length === 0) return;
  await tx.insert(sectionTopics).values(topicIds.map((topicId, position) => ({ sectionId, position, topicId })));
}

function inOrder(tx: Db) {
  return tx
    .select({ id: sections.id, slug: sections.slug, position: sections.position })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.id));
}
