import { type Block, storyIn } from "./body";

/** Where a story of ours stands before readers, by the article's id; null where it does not. */
type PathOf = (articleId: string) => string | null;

/**
 * A copy in which links to stories of ours lead to where those stand now. Of a link to one that is not before readers
 * the words stay, and an entry of a box of links goes.
 */
export function led(blocks: readonly Block[], pathOf: PathOf): Block[] {
  return blocks.map((block) => copy(block as Part, pathOf) as Block);
}

type Part = {
  type?: string;
  marks?: { type: string; attrs?: { href: string } }[];
  attrs?: { links?: { label: string; href: string }[] };
  content?: Part[];
};

function copy(part: Part, pathOf: PathOf): Part {
  const led = (href: string) => {
    const articleId = storyIn(href);
    return articleId === null ? href : pathOf(articleId);
  };
  if (part.type === "quickLinks") {
    const links = (part.attrs?.links ?? []).flatMap(({ label, href }) => {
      const path = led(href);
      return path === null ? [] : [{ label, href: path }];
    });
    return { ...part, attrs: { ...part.attrs, links } };
  }
  if (part.content) return { ...part, content: part.content.map((child) => copy(child, pathOf)) };
  if (!part.marks?.some((mark) => storyIn(mark.attrs?.href ?? "") !== null)) return part;
  const { marks, ...bare } = part;
  const kept = marks.flatMap((mark) => {
    if (mark.type !== "link") return [mark];
    const href = led(mark.attrs?.href ?? "");
    return href === null ? [] : [{ ...mark, attrs: { href } }];
  });
  return kept.length > 0 ? { ...bare, marks: kept } : bare;
}
