import { and, desc, eq, isNull } from "drizzle-orm";
import { db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import { Refusal } from "@/lib/refusal";
import { isInLibrary } from "./bin";
import { originalFile } from "./files";
import { keepLikeness } from "./likeness";
import { likenessOf } from "./pictures";

/** The job that measures how older pictures look, of which nobody knows it yet. */
export const LIKENESS_JOB = "measure-likeness";

/** How many are measured by one job: others have their turn between. */
const AT_ONCE = 200;

const isUnmeasured = and(eq(assets.kind, "picture"), isNull(assets.likeness), isInLibrary);

/** Whether there are pictures that nobody has measured. */
export async function isLikenessBehind(): Promise<boolean> {
  const [found] = await db().select({ id: assets.id }).from(assets).where(isUnmeasured).limit(1);
  return found !== undefined;
}

/** Measures how pictures look that came in before that was done, the newest first. One that cannot be decoded has no pattern. */
export async function measureOlder(): Promise<void> {
  const found = await db()
    .select({ id: assets.id, hash: assets.hash })
    .from(assets)
    .where(isUnmeasured)
    .orderBy(desc(assets.createdAt))
    .limit(AT_ONCE);
  for (const { id, hash } of found) {
    const likeness = await likenessOf(originalFile(hash)).catch((error) => {
      if (error instanceof Refusal && error.code === "invalid") return null;
      throw error;
    });
    await transact(async (tx) => {
      // It may have been replaced, or have gone, meanwhile.
      const [present] = await tx.select({ hash: assets.hash }).from(assets).where(eq(assets.id, id));
      if (present?.hash === hash) await keepLikeness(tx, id, likeness);
    });
  }
}
