import { hash, verify } from "@node-rs/argon2";

// Argon2id with 19 MiB, 2 passes, 1 lane, as OWASP advises. They are written out so that a new release of the library
// cannot change them unseen; each hash names its own, so that older ones go on working.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, to be kept. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let decoy: Promise<string> | undefined;

/**
 * Whether the password fits the hash. Without a hash (nobody has this account) a decoy is checked, so that the answer
 * takes as long and tells nothing.
 */
export async function verifyPassword(kept: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody's password");
  const spare = await decoy;
  const usable = kept?.startsWith("$argon2id$") ? kept : undefined;
  const fits = await verify(usable ?? spare, password);
  return fits && usable !== undefined;
}
