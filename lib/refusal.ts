export type RefusalCode =
  | "signed-out"
  | "forbidden"
  | "unconfirmed"
  | "not-found"
  | "invalid"
  | "conflict"
  | "limited"
  | "too-large"
  | "unsupported"
  | "busy"
  | "full";

/** Why a verb did not do what it was asked, in words for the person who asked. Anything else thrown is a fault. */
export class Refusal extends Error {
  override name = "Refusal";

  constructor(
    readonly code: RefusalCode,
    message: string,
    /** What is wrong with single fields, by the field's name. */
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
  }
}

/** Whether a verb may be done later as it was asked: nothing is wrong with what was asked. */
export function isPassing(error: unknown): boolean {
  return error instanceof Refusal && (error.code === "busy" || error.code === "full");
}

/** That something was done too often. */
export class Limited extends Refusal {
  constructor(
    message: string,
    /** After how many seconds it may be done again. */
    readonly retryAfter: number,
  ) {
    super("limited", message);
  }
}

export function notFound(what: string): Refusal {
  return new Refusal("not-found", `This ${what} does not exist, or you may not see it.`);
}

/** The status a refusal has when it is answered over HTTP. */
export const REFUSAL_STATUS: Record<RefusalCode, number> = {
  "signed-out": 401,
  forbidden: 403,
  unconfirmed: 403,
  "not-found": 404,
  invalid: 422,
  conflict: 409,
  limited: 429,
  "too-large": 413,
  unsupported: 415,
  busy: 503,
  full: 507,
};
