import { eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { aboutPages } from "@/db/schema";
import { plainText } from "@/domain/articles/body";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditAbout } from "./about";

/**
 * Keeps what a page about the paper says, and whether readers see it: they then see this at once, or no longer.
 * @returns when it was edited: what the next one to save it has to know as `since`.
 * @throws Refusal "conflict" if somebody else saved it since `since`, "invalid" if readers see it and nothing would be left
 */
export function editAbout(actor: Actor, { slug, title, body, since, publish }: EditAbout): Promise<{ editedAt: Date }> {
  return transact(async (tx) => {
    authorize(actor, "about.edit");
    const present = await find(tx, slug);
    if ((present?.editedAt.toISOString() ?? "") !== since) {
      throw new Refusal(
        "conflict",
        "Somebody else saved this page since you opened it, and nothing of yours was kept. What you wrote is still here: copy it, then reload the page to see theirs.",
      );
    }
    const publishedAt = publish ? (present?.publishedAt ?? now()) : null;
    if (publishedAt && !plainText(body).trim()) {
      const message = "Write something first: readers would find an empty page.";
      throw new Refusal("invalid", message, { body: message });
    }
    const editedAt = laterThan(present?.editedAt);
    const values = { title, body, editedBy: actor.id, editedAt, publishedAt };
    await tx
      .insert(aboutPages)
      .values({ slug, ...values })
      .onConflictDoUpdate({ target: aboutPages.slug, set: values });
    await record(tx, actor, "about.edited", slug, { live: publishedAt !== null });
    return { editedAt };
  });
}

async function find(tx: Db, slug: string) {
  const [row] = await tx
    .select({ editedAt: aboutPages.editedAt, publishedAt: aboutPages.publishedAt })
    .from(aboutPages)
    .where(eq(aboutPages.slug, slug));
  return row;
}

/** Now, or just after `before`: two saves in one millisecond are told apart. */
function laterThan(before: Date | undefined): Date {
  const at = now();
  return before && at <= before ? new Date(before.getTime() + 1) : at;
}
