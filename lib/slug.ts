import slugify from "@sindresorhus/slugify";

/** The longest slug made from a text, in characters. A person may type a longer one. */
const LONGEST = 80;

/** The web form of a text: lower-case ASCII words joined by hyphens, cut at a word. Empty if nothing is left. */
export function slugOf(text: string): string {
  const slug = slugify(text.replace(/['’‘"“”]/g, ""), { decamelize: false });
  if (slug.length <= LONGEST) return slug;
  const cut = slug.slice(0, LONGEST + 1).lastIndexOf("-");
  return slug.slice(0, cut > 0 ? cut : LONGEST);
}

/** What a slug may be: words of lower-case letters and digits joined by single hyphens. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug itself, or with the first free number from 2 behind it. */
export function freeSlug(slug: string, taken: Iterable<string>): string {
  const used = new Set(taken);
  if (!used.has(slug)) return slug;
  let number = 2;
  while (used.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
