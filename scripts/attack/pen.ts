/** What a pen writes into one kind of field: every word that fits in turn, one each time it is asked. */
export type Pen = (field: string, longest: number, fits?: (word: string) => boolean) => string;

/**
 * Words for the fields of a newsroom. Each field goes through all that it may hold, from a place of its own, so that what
 * stands in one page is as various as it can be.
 */
export function penOf(words: readonly string[]) {
  const fields = new Map<string, { fitting: string[]; next: number; first: number }>();
  const write: Pen = (field, longest, fits = () => true) => {
    let at = fields.get(field);
    if (!at) {
      const fitting = words.filter((word) => word.trim() && word.length <= longest && fits(word));
      at = { fitting, next: 0, first: (fields.size * 7) % Math.max(1, fitting.length) };
      fields.set(field, at);
    }
    return at.fitting[(at.first + at.next++) % at.fitting.length] ?? "";
  };
  return {
    write,
    /** How many different words each field has held. */
    held: () => [...fields.values()].reduce((sum, { fitting, next }) => sum + Math.min(fitting.length, next), 0),
    fields: () => fields.size,
  };
}
