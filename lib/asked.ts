/** What an address asks for, as it arrives: anything at all. */
export type Asked = Record<string, string | string[] | undefined>;

/** What an address says under a name: of several the first; nothing where it is empty, or too long to mean anything. */
export function askedText(value: string | string[] | undefined, longest: number): string | undefined {
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text && text.length <= longest ? text : undefined;
}
