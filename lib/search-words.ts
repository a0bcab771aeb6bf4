/** The words of a search, the first ten, without the signs that stand for others in a pattern of SQL. */
export function searchWords(search: string): string[] {
  return search
    .replace(/[%_\\]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10);
}
