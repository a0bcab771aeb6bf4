import { z } from "zod";
import { Body, type Mark } from "./body";
import { FOR_READERS, type Node, settled } from "./settling";

/**
 * What a draft's body holds beside what readers get: suggestions (what was put in, taken out or made another kind of
 * block, by whom and when) and the anchors of comments. They are marks, as ProseMirror has them, on text and on whole
 * nodes. Readers never get one: what is for them is made by `forReaders`.
 */

const Suggested = { id: z.string().min(1).max(40), authorId: z.string().max(40), at: z.int().min(0) };

const Insertion = z.strictObject({ type: z.literal("insertion"), attrs: z.strictObject(Suggested) });
const Deletion = z.strictObject({ type: z.literal("deletion"), attrs: z.strictObject(Suggested) });

/** A block that was of another kind before. */
const Modification = z.strictObject({
  type: z.literal("modification"),
  attrs: z.strictObject({
    ...Suggested,
    before: z.union([
      z.strictObject({ type: z.enum(["paragraph", "bulletList", "orderedList"]) }),
      z.strictObject({
        type: z.literal("heading"),
        attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3)]) }),
      }),
    ]),
  }),
});

/** Where a thread of comments is anchored. */
const CommentAnchor = z.strictObject({
  type: z.literal("comment"),
  attrs: z.strictObject({ id: z.string().min(1).max(40) }),
});

export const ReviewMark = z.discriminatedUnion("type", [Insertion, Deletion, Modification, CommentAnchor]);
export type ReviewMark = z.infer<typeof ReviewMark>;

/** As many as one node may carry. */
const MOST_MARKS = 50;

const REVIEWED: ReadonlySet<string> = new Set(["insertion", "deletion", "modification", "comment"]);

/** A type of Body with the marks of a review on its text and its nodes. */
type Drafted<T> = T extends Mark
  ? T | ReviewMark
  : T extends readonly (infer One)[]
    ? Drafted<One>[]
    : T extends { type: string }
      ? { [Key in keyof T]: Key extends "content" | "marks" ? Drafted<T[Key]> : T[Key] } & { marks?: ReviewMarks<T> }
      : T;
type ReviewMarks<T> = T extends { type: "text" } ? (Mark | ReviewMark)[] : ReviewMark[];

/** The body of a draft. Every Body is one. */
export type DraftBody = { version: 1; blocks: Drafted<Body["blocks"]> };

/** Checks the body of a draft: a Body, once the marks of a review are taken off, and each of those for itself. */
export const DraftBody = z.unknown().transform((given, context): DraftBody => {
  const body = Body.safeParse(
    withoutMarks(given, (mark) => {
      const checked = ReviewMark.safeParse(mark);
      if (!checked.success)
        context.addIssue({ code: "custom", message: "A suggestion or comment is not well formed." });
    }),
  );
  for (const { path, message } of body.error?.issues ?? []) context.addIssue({ code: "custom", path, message });
  return given as DraftBody;
});

/** How deep nodes may stand within each other; Body ends long before. A text without an end is not followed to it. */
const DEEPEST = 100;

/** A copy without the marks of a review. Each that is found is told of. */
function withoutMarks(part: unknown, found: (mark: unknown) => void, depth = 0): unknown {
  if (Array.isArray(part)) return part.map((one) => withoutMarks(one, found, depth));
  if (typeof part !== "object" || part === null || depth > DEEPEST) return part;
  const { marks, ...rest } = part as Node;
  const bare: Record<string, unknown> = { ...rest };
  for (const key of ["content", "blocks"]) if (key in bare) bare[key] = withoutMarks(bare[key], found, depth + 1);
  if (!Array.isArray(marks)) return marks === undefined ? bare : { ...bare, marks };
  const others = marks.filter((mark) => !REVIEWED.has(mark?.type));
  if (marks.length - others.length > MOST_MARKS) found(null);
  for (const mark of marks) if (REVIEWED.has(mark?.type)) found(mark);
  return others.length > 0 || marks.length === 0 ? { ...bare, marks: others } : bare;
}

/** The body as readers get it: as it was before the suggestions that nobody has accepted, and without comments. */
export function bodyForReaders(body: DraftBody): Body {
  const blocks = settled(body.blocks as Node[], FOR_READERS);
  while (blocks.length > 0 && isEmptyParagraph(blocks.at(-1))) blocks.pop();
  return { version: 1, blocks: blocks as Body["blocks"] };
}

/** What readers get of a content: that of a draft with the body that is for them. */
export function forReaders<Content extends { body: DraftBody }>(
  content: Content,
): Omit<Content, "body"> & { body: Body } {
  return { ...content, body: bodyForReaders(content.body) };
}

/** How many suggestions nobody has decided on. */
export function openSuggestions({ blocks }: DraftBody): number {
  const ids = new Set<string>();
  withoutMarks(blocks, (mark) => {
    const { type, attrs } = mark as ReviewMark;
    if (type !== "comment") ids.add(attrs.id);
  });
  return ids.size;
}

function isEmptyParagraph(node: Node | undefined): boolean {
  return node?.type === "paragraph" && !node.content;
}
