import { eq } from "drizzle-orm";
import { z } from "zod";
import { db, transact } from "@/db/client";
import { assets } from "@/db/schema";
import type { Actor } from "@/domain/people/staff";
import { Id } from "@/lib/id-field";
import { Refusal } from "@/lib/refusal";
import { takeOut } from "./deleting";
import { incomingFrom } from "./files";
import { type Outcome, readUpload, removeUpload, settleUpload, uploadTurn, wholeUpload } from "./incoming";
import { inspect } from "./inspection";
import { alikeTo, keepLikeness } from "./likeness";
import { likenessOf } from "./pictures";
import { takeIncoming } from "./upload";

export const TakeUpload = z.strictObject({
  upload: Id,
  /** Whether it is taken although the library has pictures that look like it. */
  keep: z.boolean().default(false),
});
export type TakeUpload = z.infer<typeof TakeUpload>;

/** What became of an upload; or the pictures that look like it, while nobody has said that it is wanted besides. */
export type Taken = Outcome | { alike: string[] };

/**
 * Takes a whole upload into the library. The very file is never there twice: one that is in the bin comes out of it. A
 * picture that looks like others is taken only once somebody has seen them. Asking twice is asking once.
 * @throws Refusal "not-found", "forbidden", "conflict" while some of it is missing; as uploadAsset does: then the upload
 * is gone
 */
export async function takeUpload(actor: Actor, { upload: id, keep }: TakeUpload): Promise<Taken> {
  await readUpload(actor, id);
  const endTurn = await uploadTurn(id, () => undefined);
  try {
    const upload = await wholeUpload(actor, id);
    if (upload.taken) return upload.taken;
    const incoming = await incomingFrom(upload.file);
    const known = await takeKnown(actor, incoming.hash);
    if (known) {
      await settleUpload(actor, id, known);
      return known;
    }
    const { kind } = await inspect(incoming.file);
    const likeness = kind === "picture" ? await likenessOf(incoming.file) : null;
    const alike = likeness && !keep ? await alikeTo(likeness) : [];
    if (alike.length > 0) return { alike };
    const { id: assetId, existed } = await takeIncoming(actor, { filename: upload.filename, incoming });
    if (kind === "picture" && !existed) await transact((tx) => keepLikeness(tx, assetId, likeness));
    const outcome = { assetId, existed, restored: false };
    await settleUpload(actor, id, outcome);
    return outcome;
  } catch (error) {
    // What was refused for what it is will never be taken.
    if (error instanceof Refusal && LASTING.has(error.code)) await removeUpload(id);
    throw error;
  } finally {
    await endTurn();
  }
}

/** The codes of refusals that stand for what a file is: it will never be taken. */
export const LASTING: ReadonlySet<string> = new Set(["invalid", "unsupported", "too-large", "full"]);

/** The very file, if the library has it: out of the bin again, if it was there. */
async function takeKnown(actor: Actor, hash: string): Promise<Outcome | null> {
  const find = { id: assets.id, deletedAt: assets.deletedAt, purgedAt: assets.purgedAt };
  const [known] = await db().select(find).from(assets).where(eq(assets.hash, hash));
  if (!known) return null;
  if (known.deletedAt) await transact((tx) => takeOut(tx, actor, known));
  return { assetId: known.id, existed: true, restored: known.deletedAt !== null };
}
