import type { Db } from "@/db/client";
import { jobs } from "@/db/schema";
import { isMailOn } from "@/domain/outbound/mail";
import { now } from "@/lib/clock";
import { newId } from "@/lib/id";

/** The kind of job that sends a letter. */
export const LETTER_JOB = "letter";

/** Every letter there is; letters.ts says how each is composed. */
export type LetterKind = "invitation" | "password-reset" | "password-changed" | "second-factor-reset" | "notice";

/** What a letter is about: ids alone. No secret and no address stands among the jobs. */
export type LetterIds = Record<string, string>;

/**
 * Plans a letter in the transaction of what it tells: both are kept, or neither. It is composed when it is sent, from what
 * is so by then. Without a mail server nothing is planned.
 * @param key plans it once however often it is asked for, such as a reminder of one deadline.
 */
export async function planLetter(
  tx: Db,
  kind: LetterKind,
  ids: LetterIds,
  { at = now(), key = newId() }: { at?: Date; key?: string } = {},
): Promise<void> {
  if (!isMailOn()) return;
  const job = { id: `letter-${kind}-${key}`, kind: LETTER_JOB, payload: { letter: kind, ids }, runAt: at, attempts: 0 };
  await tx.insert(jobs).values(job).onConflictDoNothing();
}
