import { Mark } from "@tiptap/core";

/**
 * The marks of a review, which stand in drafts alone: what was suggested, and where comments are anchored. They have the
 * names and attributes that @handlewithcare/prosemirror-suggest-changes works with, and who and when besides.
 */

const hidden = <T>(initially: T) => ({ default: initially, rendered: false, parseHTML: () => null });

const suggested = { id: hidden(""), authorId: hidden(""), at: hidden(0) };

/** Put in, if accepted. Pasted HTML is never a suggestion of ours: it is text like any other. */
const Insertion = Mark.create({
  name: "insertion",
  inclusive: false,
  excludes: "insertion deletion",
  addAttributes: () => suggested,
  renderHTML: ({ mark }) => ["ins", { "data-suggestion": mark.attrs.id }, 0],
});

const Deletion = Mark.create({
  name: "deletion",
  inclusive: false,
  excludes: "insertion deletion",
  addAttributes: () => suggested,
  renderHTML: ({ mark }) => ["del", { "data-suggestion": mark.attrs.id }, 0],
});

/** A block of another kind than before. What the library notes of it (the last four) is turned into `before` at once. */
const Modification = Mark.create({
  name: "modification",
  inclusive: false,
  excludes: "modification",
  addAttributes: () => ({
    ...suggested,
    before: hidden<unknown>(null),
    type: hidden(""),
    attrName: hidden<unknown>(null),
    previousValue: hidden<unknown>(null),
    newValue: hidden<unknown>(null),
  }),
  renderHTML: ({ mark }) => ["div", { "data-suggestion": mark.attrs.id, "data-modification": "" }, 0],
});

/** Commented words. Several threads may be about the same ones. */
const CommentAnchor = Mark.create({
  name: "comment",
  inclusive: false,
  excludes: "",
  addAttributes: () => ({
    id: {
      default: "",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-comment"),
      renderHTML: ({ id }: { id: string }) => ({ "data-comment": id }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-comment]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
});

export const reviewMarks = [Insertion, Deletion, Modification, CommentAnchor];

/** What a block that holds blocks lets them carry. */
export const BLOCK_MARKS = "insertion deletion modification";
