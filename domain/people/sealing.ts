import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { now } from "@/lib/clock";

/** What a sealed text is for: each purpose has a key of its own, so that none can stand for another. */
type Purpose = "authenticator" | "sign-in-step" | "recovery-code" | "passkey-challenge" | "limit" | "known-browser";

/**
 * Encrypts a text by a key that comes of AUTH_SECRET, so that the database alone, or whoever holds it for us, tells nothing.
 * @param until after which it cannot be opened any more.
 */
export function seal(purpose: Purpose, text: string, until?: Date): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const content = JSON.stringify({ text, until: until?.getTime() });
  const sealed = Buffer.concat([cipher.update(content, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** What was sealed; null for what was not sealed by us for this purpose, or no longer holds. */
export function unseal(purpose: Purpose, sealed: string): string | null {
  try {
    const bytes = Buffer.from(sealed, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const content = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
    const { text, until } = JSON.parse(content);
    return until === undefined || until > now().getTime() ? text : null;
  } catch {
    return null;
  }
}

/** A hash that only whoever has AUTH_SECRET can make: for what is too short for a plain one. */
export function keyedHash(purpose: Purpose, text: string): string {
  return createHmac("sha256", keyFor(purpose)).update(text).digest("base64url");
}

function keyFor(purpose: Purpose): Buffer {
  const secret = process.env.AUTH_SECRET;
  if (!secret) throw new Error("AUTH_SECRET is missing: start Masthead by its own commands, which set it");
  return Buffer.from(hkdfSync("sha256", secret, "", `masthead ${purpose}`, 32));
}
