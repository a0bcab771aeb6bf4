import { createHash } from "node:crypto";
import { and, count, eq, gt } from "drizzle-orm";
import { type Db, transact } from "@/db/client";
import { attempts } from "@/db/schema";
import { MINUTE, now } from "@/lib/clock";
import { newId } from "@/lib/id";
import { Refusal } from "@/lib/refusal";

const WINDOW = 15 * MINUTE;
const PER_ACCOUNT = 10;
const PER_ADDRESS = 30;

/** A try at a password that counts as failed until it is taken back. */
export type Attempt = { account: string; addressRow?: string };

/**
 * Counts a try against the account and the address it came from, before the password is looked at: however many
 * tries come at once, no more than the limit get through.
 * @param address where the request came from; empty if that is not known, and then only the account is counted.
 * @throws Refusal "limited", the same for accounts that exist and those that do not.
 */
export function openAttempt(email: string, address: string): Promise<Attempt> {
  const account = subjectOf("account", email);
  const from = address ? subjectOf("address", networkOf(address)) : undefined;
  return transact(async (tx) => {
    const limited =
      (await lately(tx, account)) >= PER_ACCOUNT || (from !== undefined && (await lately(tx, from)) >= PER_ADDRESS);
    if (limited) throw new Refusal("limited", "Too many attempts. Wait 15 minutes, then try again.");
    const at = now();
    await tx.insert(attempts).values({ subject: account, at });
    if (!from) return { account };
    const addressRow = newId();
    await tx.insert(attempts).values({ id: addressRow, subject: from, at });
    return { account, addressRow };
  });
}

/** Takes a try back that was right, and with it the earlier failures of the account, but not those of the address. */
export async function closeAttempt(tx: Db, { account, addressRow }: Attempt): Promise<void> {
  await tx.delete(attempts).where(eq(attempts.subject, account));
  if (addressRow) await tx.delete(attempts).where(eq(attempts.id, addressRow));
}

async function lately(tx: Db, subject: string): Promise<number> {
  const since = new Date(now().getTime() - WINDOW);
  const [row] = await tx
    .select({ failures: count() })
    .from(attempts)
    .where(and(eq(attempts.subject, subject), gt(attempts.at, since)));
  return row?.failures ?? 0;
}

/** An IPv6 address stands for its /64: one line has as many addresses as it likes. */
function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [before = "", after] = address.split("::");
  const groups = before.split(":");
  const zeros = after === undefined ? 0 : 8 - groups.length - after.split(":").length;
  return [...groups, ...Array(Math.max(zeros, 0)).fill("0"), ...(after?.split(":") ?? [])].slice(0, 4).join(":");
}

/** What is counted, so that the table names nobody. */
function subjectOf(kind: "account" | "address", value: string): string {
  return createHash("sha256").update(`${kind}:${value}`).digest("hex");
}
