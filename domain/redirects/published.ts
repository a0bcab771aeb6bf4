import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { redirects } from "@/db/schema";
import { currentPath } from "@/domain/articles/permalinks";
import { type Tag, tag } from "@/domain/events/tags";

/**
 * Where an address at which nothing stands leads, or that what was there is gone. A story that is not before readers is
 * led to only where they are told of that: never to a draft.
 * @param path as lib/reader-address.ts writes it
 */
export async function findRedirect(
  path: string,
): Promise<(({ movedTo: string } | { note: string; at: Date }) & { tags: Tag[] }) | null> {
  const [found] = await db().select().from(redirects).where(eq(redirects.path, path));
  if (!found) return null;
  const { articleId, target, note, editedAt } = found;
  if (articleId) {
    // Only what was once published has an address.
    const present = await currentPath(db(), articleId);
    return present ? { movedTo: present, tags: [tag.redirects, tag.article(articleId)] } : null;
  }
  return target ? { movedTo: target, tags: [tag.redirects] } : { note, at: editedAt, tags: [tag.redirects] };
}
