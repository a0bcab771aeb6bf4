import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { bylines, sections, topics } from "@/db/schema";
import { sourcesOf } from "@/domain/media/sources";
import type { Actor } from "@/domain/people/staff";
import { inOrder } from "@/lib/in-order";
import { assetIdsIn } from "./article";
import { readArticle } from "./desk";
import { tellStory } from "./enhance";
import type { Story } from "./story";

/**
 * The page that a draft would be, as it stands now; only for staff who may read it.
 * @throws Refusal "not-found", also for what the actor may not read
 */
export async function previewStory(actor: Actor, id: string): Promise<Story> {
  const { content, path, live } = await readArticle(actor, id);
  const [shelf, credited, about, pictures] = await Promise.all([
    db()
      .select({ id: sections.id, name: sections.name, slug: sections.slug })
      .from(sections)
      .where(inArray(sections.id, content.sectionId ? [content.sectionId] : [])),
    db()
      .select({ id: bylines.id, name: bylines.name, slug: bylines.slug, title: bylines.title })
      .from(bylines)
      .where(inArray(bylines.id, content.bylineIds)),
    db()
      .select({ id: topics.id, name: topics.name, slug: topics.slug })
      .from(topics)
      .where(inArray(topics.id, content.topicIds)),
    sourcesOf(assetIdsIn(content)),
  ]);
  return tellStory(content, {
    articleId: id,
    path,
    section: shelf[0] ?? null,
    bylines: inOrder(content.bylineIds, credited),
    topics: inOrder(content.topicIds, about),
    publishedAt: live?.firstPublishedAt ?? null,
    updatedAt: live?.publishedAt ?? null,
    pictures,
  });
}
