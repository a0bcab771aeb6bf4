import { eq } from "drizzle-orm";
import { transact } from "@/db/client";
import { topics } from "@/db/schema";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { indexTopic } from "@/domain/search/indexing";
import { now } from "@/lib/clock";
import { notFound, Refusal } from "@/lib/refusal";
import { slugOf } from "@/lib/slug";
import type { NewTopic, RenameTopic, Topic } from "./topic";

/** Makes a topic to choose in articles. @throws Refusal "conflict" if there is one so named */
export function createTopic(actor: Actor, { name }: NewTopic): Promise<Topic> {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const slug = slugOf(name);
    const [taken] = await tx.select({ name: topics.name }).from(topics).where(eq(topics.slug, slug));
    if (taken) {
      const message = `There is already a topic “${taken.name}”.`;
      throw new Refusal("conflict", message, { name: message });
    }
    const [row] = await tx.insert(topics).values({ slug, name, createdAt: now() }).returning({ id: topics.id });
    if (!row) throw new Error("The topic was not written");
    await record(tx, actor, "topic.created", row.id);
    return { id: row.id, slug, name };
  });
}

/** Changes what a topic is called; its web address stays. */
export function renameTopic(actor: Actor, { id, name }: RenameTopic) {
  return transact(async (tx) => {
    authorize(actor, "taxonomy.manage");
    const changed = await tx.update(topics).set({ name }).where(eq(topics.id, id)).returning({ id: topics.id });
    if (changed.length === 0) throw notFound("topic");
    await indexTopic(tx, id);
    return record(tx, actor, "topic.edited", id);
  });
}
