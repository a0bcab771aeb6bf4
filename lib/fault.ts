/** What may be said of something that was thrown. */
export type Fault = { type: string; message: string; code?: string; stack: string; cause?: Fault };

const LONGEST = 500;
const DEEPEST = 4;

/** Something that was thrown as the log has it: its message without whom it concerns, its stack without its message. */
export function faultOf(thrown: unknown, depth = 0): Fault {
  if (!(thrown instanceof Error) && !isLikeError(thrown)) {
    return { type: typeof thrown, message: typeof thrown === "string" ? scrubbed(thrown) : "", stack: "" };
  }
  const { name, message, stack = "", cause, code } = thrown as Error & { code?: unknown };
  return {
    type: thrown.constructor?.name || name,
    message: scrubbed(message),
    ...(typeof code === "string" && { code }),
    stack: stack
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
    ...(cause !== undefined && cause !== null && depth < DEEPEST && { cause: faultOf(cause, depth + 1) }),
  };
}

/** Errors of other realms, such as a test's or a vm's, are none of this one's. */
function isLikeError(thrown: unknown): thrown is Error {
  return typeof thrown === "object" && thrown !== null && "message" in thrown && typeof thrown.message === "string";
}

/** A text without what may tell of a person: what a query was given, e-mail and network addresses, queries of addresses. */
export function scrubbed(text: string): string {
  return (
    text
      // Drizzle says with what a query failed: bodies, e-mails, hashes of passwords.
      .replace(/\nparams: .*/s, "")
      .replace(/[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g, "(e-mail)")
      .replace(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g, "(address)")
      .replace(/(?<![\w:])(?:(?:[\da-f]{1,4}:){4,7}[\da-f]{1,4}|[\da-f:]*::[\da-f:]*)(?![\w:])/gi, "(address)")
      .replace(/\?[\w%.~+-]+=[^\s"'<>)]*/g, "?…")
      .slice(0, LONGEST)
  );
}
