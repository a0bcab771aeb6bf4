/**
 * The page of a list that an address asks for by `?page=`.
 * @returns 1 where it asks for none; null for what is no page's number, such as "0", "02", "x" or two numbers at once.
 */
export function pageNumber(asked: string | string[] | undefined): number | null {
  if (asked === undefined) return 1;
  return typeof asked === "string" && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
}
