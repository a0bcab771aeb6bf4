import { type Db, transact } from "@/db/client";
import { type Counted, count, forget, takeBack } from "@/domain/limits/counting";
import { LIMITS, networkOf } from "@/domain/limits/limit";
import { DAY, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { seal, unseal } from "./sealing";
import type { Origin } from "./session";

/** How long a browser counts as one in which somebody was signed in before, in days. */
export const KNOWN_DAYS = 400;

/** A try at a password that counts as failed until it is taken back. */
export type Attempt = { account: Counted; address?: Counted };

/**
 * Counts a try against the account and the network it came from, before the password is looked at: however many
 * tries come at once, no more than the limit get through. A browser in which the account was signed in before counts for
 * itself: so the guesses of others keep nobody out.
 * @param from where the request came from; without an address only the account is counted.
 * @throws Limited, the same for accounts that exist and those that do not.
 */
export function openAttempt(account: string, { address, known }: Pick<Origin, "address" | "known">): Promise<Attempt> {
  const browser = known ? browserKnownTo(account, known) : null;
  return transact(async (tx) => {
    const counted = browser
      ? await count(tx, LIMITS.known, `${browser} ${account}`)
      : await count(tx, LIMITS.signIn, account);
    if (!address || browser) return { account: counted };
    return { account: counted, address: await count(tx, LIMITS.address, networkOf(address)) };
  });
}

/** Takes a try back that was right, and with it the earlier failures of the account, but not those of the network. */
export async function closeAttempt(tx: Db, { account, address }: Attempt): Promise<void> {
  await forget(tx, account);
  if (address) await takeBack(tx, address);
}

/** What a browser keeps so that it is known to be one in which this account was signed in. */
export function knownBrowser(account: string): string {
  const until = new Date(now().getTime() + KNOWN_DAYS * DAY);
  return seal("known-browser", JSON.stringify({ account, browser: newId() }), until);
}

function browserKnownTo(account: string, known: string): string | null {
  const held = unseal("known-browser", known);
  if (!held) return null;
  const kept = JSON.parse(held) as { account: string; browser: string };
  return kept.account === account ? kept.browser : null;
}
