import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { bylines, staff } from "@/db/schema";
import { now } from "@/lib/clock";
import { freeSlug, slugOf } from "@/lib/slug";
import type { Role } from "./staff";

/**
 * Puts a new member of the staff down, with the byline of the same name under which readers will know them.
 * @returns the id of the person. Whether the e-mail is free is for the caller to say.
 */
export async function addStaff(
  tx: Db,
  person: { email: string; name: string; role: Role; passwordHash: string },
): Promise<string> {
  const [row] = await tx
    .insert(staff)
    .values({ ...person, createdAt: now() })
    .returning({ id: staff.id });
  if (!row) throw new Error("The member of the staff was not written");
  await addByline(tx, { name: person.name, title: "", bio: "", staffId: row.id });
  return row.id;
}

/** Puts a byline down at the first free web address for its name, and returns its id. */
export async function addByline(
  tx: Db,
  byline: { name: string; title: string; bio: string; staffId: string | null },
): Promise<string> {
  const slug = slugOf(byline.name) || "byline";
  const taken = await tx
    .select({ slug: bylines.slug })
    .from(bylines)
    .where(sql`substr(${bylines.slug}, 1, ${slug.length}) = ${slug}`);
  const free = freeSlug(
    slug,
    taken.map((row) => row.slug),
  );
  const [row] = await tx
    .insert(bylines)
    .values({ ...byline, slug: free, createdAt: now() })
    .returning({ id: bylines.id });
  if (!row) throw new Error("The byline was not written");
  return row.id;
}
