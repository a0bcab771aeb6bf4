import { eq } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { aboutPages } from "@/db/schema";
import { plainText } from "@/domain/articles/body";
import type { Event } from "@/domain/events/event";
import { record } from "@/domain/events/record";
import { authorize } from "@/domain/people/authorize";
import type { Actor } from "@/domain/people/staff";
import { now } from "@/lib/clock";
import { Refusal } from "@/lib/refusal";
import type { EditAbout } from "./about";

/**
 * Keeps what a page about the paper says, and whether readers see it: they then see this at once, or no longer.
 * @throws Refusal "conflict" if somebody else saved it since `since`, "invalid" if readers see it and nothing would be left
 */
export function editAbout(actor: Actor, { slug, title, body, since, publish }: EditAbout): Promise<Event> {
  return transact(async (tx) => {
    authorize(actor, "about.edit");
    const present = await find(tx, slug);
    if ((present?.editedAt.toISOString() ?? "") !== since) {
      throw new Refusal(
        "conflict",
        "Somebody saved this page since you opened it. Copy what you wrote, then reload the page.",
      );
    }
    const publishedAt = publish ? (present?.publishedAt ?? now()) : null;
    if (publishedAt && !plainText(body).trim()) {
      const message = "Write something first: readers would find an empty page.";
      throw new Refusal("invalid", message, { body: message });
    }
    const values = { title, body, editedBy: actor.id, editedAt: laterThan(present?.editedAt), publishedAt };
    await tx
      .insert(aboutPages)
      .values({ slug, ...values })
      .onConflictDoUpdate({ target: aboutPages.slug, set: values });
    return record(tx, actor, "about.edited", slug, { live: publishedAt !== null });
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
