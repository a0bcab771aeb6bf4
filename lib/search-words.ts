/** The words of a search, the first ten, without the signs that stand for others in a pattern of SQL. */
export function searchWords(search: string): string[] {
  return search
    .replace(/[%_\\]/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 10);
}

/** Whether a text has all words of a search, whatever their capitals and accents: for lists that are read whole. */
export function hasWords(text: string, search: string | undefined): boolean {
  const folded = folding(text);
  return searchWords(search ?? "").every((word) => folded.includes(folding(word)));
}

function folding(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
}
