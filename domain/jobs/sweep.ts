import { lt, or } from "drizzle-orm";
import { transact } from "@/db/client";
import { invitations, jobs, passwordResets, sessions, spentChallenges } from "@/db/schema";
import { sweepLimits } from "@/domain/limits/counting";
import { DAY, now } from "@/lib/clock";

/** How long an ended session or invitation stays to be looked at. */
const KEPT = 30 * DAY;

/** Forgets what is no longer of use: counted attempts, old sessions and invitations, done jobs. */
export function sweep(): Promise<void> {
  const old = new Date(now().getTime() - KEPT);
  return transact(async (tx) => {
    await sweepLimits(tx);
    await tx.delete(sessions).where(or(lt(sessions.expiresAt, old), lt(sessions.endedAt, old)));
    await tx.delete(invitations).where(lt(invitations.expiresAt, old));
    await tx.delete(passwordResets).where(lt(passwordResets.createdAt, old));
    await tx.delete(spentChallenges).where(lt(spentChallenges.expiresAt, now()));
    await tx.delete(jobs).where(lt(jobs.doneAt, old));
  });
}
