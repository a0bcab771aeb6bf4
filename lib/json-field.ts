import { z } from "zod";

/** The value of a form's field that holds JSON; undefined where it is none. What is not a string is left as it came. */
export function jsonField(given: unknown): unknown {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}

/** What was done to many, as a form hands it back to be undone. */
export function undoField<Undo extends z.ZodType>(undo: Undo) {
  return z
    .string()
    .max(1_000_000)
    .transform(jsonField)
    .refine((told): boolean => told !== undefined, "This is not what was done.")
    .pipe(undo);
}
