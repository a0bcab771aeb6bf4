/** The rows with these ids, in the order of the ids. Ids without a row are left out. */
export function inOrder<T extends { id: string }>(ids: readonly string[], rows: readonly T[]): T[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
