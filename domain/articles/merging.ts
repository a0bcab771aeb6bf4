import { isDeepStrictEqual } from "node:util";
import { type ArticleContent, CONTENT_FIELDS, type ContentField } from "./article";

/** At which version of its draft each field was last changed; under "*", a version that no field is older than. */
export type FieldVersions = Partial<Record<ContentField | "*", number>>;

/** A text as it stands on the server. */
type Standing = { content: ArticleContent; fieldVersions: FieldVersions };

/** A text written upon an older one: `changed` names the fields that its writer changed. */
type Written = { version: number; content: ArticleContent; changed: readonly ContentField[] };

/**
 * Joins a text with one that was saved since its writer began: each field is taken from whoever changed it.
 * @returns the joined text, and the fields that both changed to something else: there the one that stands is taken.
 */
export function mergeFields(
  standing: Standing,
  { version, content, changed }: Written,
): { merged: ArticleContent; contested: ContentField[] } {
  const merged: Record<string, unknown> = { ...standing.content };
  const contested: ContentField[] = [];
  for (const field of changed) {
    if (isDeepStrictEqual(content[field], standing.content[field])) continue;
    const since = standing.fieldVersions[field] ?? standing.fieldVersions["*"] ?? 0;
    if (since > version) contested.push(field);
    else merged[field] = content[field];
  }
  return { merged: merged as ArticleContent, contested };
}

/** The fields in which two texts differ. */
export function fieldsThatDiffer(one: ArticleContent, other: ArticleContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => !isDeepStrictEqual(one[field], other[field]));
}
