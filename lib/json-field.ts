/** The value of a form's field that holds JSON; undefined where it is none. What is not a string is left as it came. */
export function jsonField(given: unknown): unknown {
  if (typeof given !== "string") return given;
  try {
    return JSON.parse(given);
  } catch {
    return undefined;
  }
}
