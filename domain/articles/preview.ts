import type { Actor } from "@/domain/people/staff";
import { readArticle } from "./desk";
import { forReaders } from "./review";
import type { Story } from "./story";
import { tell } from "./telling";

/**
 * The page that a draft would be, as it stands now; only for staff who may read it.
 * @throws Refusal "not-found", also for what the actor may not read
 */
export async function previewStory(actor: Actor, id: string): Promise<Story> {
  const { content, path, live } = await readArticle(actor, id);
  const { story } = await tell(forReaders(content), {
    articleId: id,
    path,
    publishedAt: live?.firstPublishedAt ?? null,
    updatedAt: live?.updatedAt ?? null,
    seenSince: live?.publishedAt ?? null,
    retraction: live?.retraction ?? null,
    hasHistory: false,
  });
  return story;
}
