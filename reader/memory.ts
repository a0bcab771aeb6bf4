/** What this device remembers under a name; null for nothing, and where a browser keeps nothing. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`reader.${name}`);
  } catch {
    return null;
  }
}

/** Remembers a value on this device alone; null forgets it. Where a browser keeps nothing, it holds for this page. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`reader.${name}`);
    else localStorage.setItem(`reader.${name}`, value);
  } catch {
    // Storage is full or forbidden.
  }
}
