import { diffArrays } from "diff";
import type { ArticleContent, ContentField } from "@/domain/articles/article";
import type { DraftBody } from "@/domain/articles/review";
import { sameContent } from "./same-content";

/**
 * A field with what two texts have in it, none left out: paragraphs that both have stand once, where they differ both
 * stand, mine first; lists have the entries of both.
 * @returns nothing for a field that holds one thing, of which there can be no two
 */
export function bothOf(field: ContentField, mine: ArticleContent, theirs: ArticleContent): unknown {
  if (field === "body") return bothBodies(mine.body, theirs.body);
  const [one, other] = [mine[field], theirs[field]];
  if (!Array.isArray(one) || !Array.isArray(other)) return undefined;
  return [...one, ...other.filter((entry) => !one.some((each) => sameContent(each, entry)))];
}

function bothBodies(mine: DraftBody, theirs: DraftBody): DraftBody {
  const changes = diffArrays(mine.blocks, theirs.blocks, { comparator: sameContent });
  // A change is told as what goes and then what comes: that is mine, then theirs.
  return { version: 1, blocks: changes.flatMap(({ value }) => value) };
}
