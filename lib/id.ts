import { customAlphabet } from "nanoid";

const generate = customAlphabet("0123456789abcdefghijklmnopqrstuvwxyz", 16);

/** A new random identifier: 16 lower-case letters and digits, about 82 bits, safe in an address. */
export function newId(): string {
  return generate();
}

const generateSecret = customAlphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 40);

/** A new bearer secret (about 238 bits) for a link or a session. Store only its hash. */
export function newSecret(): string {
  return generateSecret();
}
