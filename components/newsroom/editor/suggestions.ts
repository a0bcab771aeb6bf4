import {
  isSuggestChangesEnabled,
  suggestChanges,
  suggestChangesKey,
  transformToSuggestionTransaction,
} from "@handlewithcare/prosemirror-suggest-changes";
import { Extension } from "@tiptap/core";
import { Fragment, type Mark, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, Selection, type Transaction } from "@tiptap/pm/state";
import { ReplaceAroundStep, ReplaceStep, type Step } from "@tiptap/pm/transform";
import { sameContent } from "@/components/newsroom/article/same-content";
import { ACCEPTED, FOR_READERS, type Node as JSONNode, settled } from "@/domain/articles/settling";
import { newId } from "@/lib/id";

/**
 * The one place that knows @handlewithcare/prosemirror-suggest-changes. The library turns an edit into suggestions; here
 * they are given to whoever made them, and what comes out is looked at: if readers would get anything else than before
 * the edit, or the edit itself would not come out by accepting it, whole blocks are suggested instead.
 */

/** Who suggests, and when. */
export type Suggester = { authorId: string; at: number };

/** Makes edits suggestions while that is switched on. */
export function suggesting(authorId: string) {
  return Extension.create({
    name: "suggesting",
    // Before all others: they see what is really done.
    priority: 10_000,
    addProseMirrorPlugins: () => [
      suggestChanges(),
      new Plugin({ props: { transformCopied: (slice, view) => withoutSuggestions(slice, view.state.schema) } }),
    ],
    dispatchTransaction({ transaction, next }) {
      const { state } = this.editor;
      if (isTracked(transaction, state)) next(tracked(transaction, state, { authorId, at: Date.now() }));
      else next(unstruck(transaction));
    },
  });
}

/** Whether edits become suggestions. */
export function isSuggesting(state: EditorState): boolean {
  return isSuggestChangesEnabled(state);
}

/** The transaction, as one that is applied as it is, whether or not suggesting is on. */
export function untracked(tr: Transaction): Transaction {
  return tr.setMeta(suggestChangesKey, { skip: true });
}

/** The transaction that switches suggesting on or off. */
export function switched(state: EditorState, enabled: boolean): Transaction {
  return state.tr.setMeta(suggestChangesKey, { skip: true, enabled }).setMeta("addToHistory", false);
}

function isTracked(tr: Transaction, state: EditorState): boolean {
  if (!tr.docChanged || !isSuggesting(state) || tr.getMeta("history$")) return false;
  return (
    !("skip" in (tr.getMeta(suggestChangesKey) ?? {})) && !tr.steps.every((step, at) => isOfFields(step, tr.docs[at]))
  );
}

/** Whether a step changes but what a block says in its fields, such as a caption: that is not text, and not tracked. */
function isOfFields(step: Step, doc: Node | undefined): boolean {
  if (!doc || !(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) return false;
  const before = doc.nodeAt(step.from);
  const after = step.slice.content.firstChild;
  if (!before || !after || step.slice.content.childCount !== 1 || before.type !== after.type) return false;
  if (before.isText || before.isTextblock || step.to !== step.from + before.nodeSize) return false;
  return step instanceof ReplaceAroundStep
    ? step.gapFrom === step.from + 1 && step.gapTo === step.to - 1
    : before.isLeaf;
}

/** What is typed among words that are struck through is not struck through itself. */
function unstruck(tr: Transaction): Transaction {
  const { deletion } = tr.doc.type.schema.marks;
  if (!deletion || tr.getMeta("history$") || tr.getMeta(suggestChangesKey)) return tr;
  for (const [at, step] of [...tr.steps].entries()) {
    if (!(step instanceof ReplaceStep) || step.slice.content.childCount !== 1) continue;
    const typed = step.slice.content.firstChild;
    if (!typed?.isText || !deletion.isInSet(typed.marks)) continue;
    const from = tr.mapping.slice(at + 1).map(step.from, -1);
    tr.removeMark(from, from + typed.nodeSize, deletion);
  }
  return tr;
}

/** An edit as suggestions. */
export function tracked(tr: Transaction, state: EditorState, by: Suggester): Transaction {
  try {
    const made = transformToSuggestionTransaction(tr, state, newId);
    const id = attribute(made, state.doc, by);
    strikeBlocks(made, state.doc, tr, { ...by, id });
    made.doc.check();
    if (canBeUndone(made) && isFaithful(state.doc, tr.doc, made.doc)) return made;
  } catch {
    // As below.
  }
  const made = byBlocks(tr, state, by, outsideDifference(state.doc, tr.doc));
  return isFaithful(state.doc, tr.doc, made.doc) ? made : byBlocks(tr, state, by, { start: 0, tail: 0 });
}

/**
 * Gives what is newly suggested to its author. What others had suggested stays theirs, also where the library joined both.
 * @returns the id of what was suggested last
 */
function attribute(made: Transaction, before: Node, { authorId, at }: Suggester): string {
  const others = new Set<string>();
  /** Since when the author's own are suggested: what is written on to them is part of them. */
  const own = new Map<string, number>();
  const apart = newId();
  let given = { id: apart, authorId, at };
  eachMark(before, before, (mark, from, to) => {
    if (mark.attrs.authorId !== authorId) others.add(mark.attrs.id);
    else own.set(mark.attrs.id, mark.attrs.at);
    const [start, end] = [made.mapping.map(from, 1), made.mapping.map(to, -1)];
    made.doc.nodesBetween(start, Math.max(start, end), (node, position) => {
      const fresh = node.isInline && mark.type.isInSet(node.marks);
      if (!fresh || fresh.attrs.authorId) return;
      const id = mark.attrs.authorId === authorId ? fresh.attrs.id : mark.attrs.id;
      const range = [Math.max(start, position), Math.min(end, position + node.nodeSize)] as const;
      made.addMark(...range, mark.type.create({ ...mark.attrs, id }));
    });
  });
  eachMark(made.doc, before, (mark, from, to, node) => {
    if (mark.attrs.authorId) return;
    const id = others.has(mark.attrs.id) ? apart : mark.attrs.id;
    given = { id, authorId, at: own.get(id) ?? at };
    if (mark.type.name === "modification") changeKind(made, before, from, node, given);
    else if (node.isInline) made.addMark(from, to, mark.type.create(given));
    else made.addNodeMark(from, mark.type.create(given));
  });
  return given.id;
}

/** Every suggestion in the blocks that one of two documents has and the other has not. */
function eachMark(doc: Node, but: Node, found: (mark: Mark, from: number, to: number, node: Node) => void): void {
  const same = doc === but ? new Set<Node>() : new Set(but.children);
  doc.forEach((block, offset) => {
    if (same.has(block)) return;
    const look = (node: Node, at: number) => {
      for (const mark of node.marks)
        if (mark.type.name !== "comment" && "authorId" in mark.attrs) found(mark, at, at + node.nodeSize, node);
    };
    look(block, offset);
    block.descendants((node, at) => look(node, offset + 1 + at));
  });
}

/** Notes of a block of another kind what it was before; nothing, if it is that again. */
function changeKind(made: Transaction, before: Node, at: number, node: Node, given: Suggester & { id: string }): void {
  const { modification } = made.doc.type.schema.marks;
  const old = before.nodeAt(made.mapping.invert().map(at));
  if (!modification || !old || !KINDS.has(old.type.name)) throw new Error("A change that cannot be told");
  const earlier = modification.isInSet(old.marks);
  const was = earlier?.attrs.before ?? kindOf(old);
  made.removeNodeMark(at, modification);
  if (JSON.stringify(was) === JSON.stringify(kindOf(node))) return;
  made.addNodeMark(at, modification.create({ ...given, id: earlier?.attrs.id ?? given.id, before: was }));
}

/** The blocks that are made one another. */
const KINDS: ReadonlySet<string> = new Set(["paragraph", "heading", "bulletList", "orderedList"]);

function kindOf({ type, attrs }: Node): { type: string; attrs?: object } {
  return type.name === "heading" ? { type: type.name, attrs: { level: attrs.level } } : { type: type.name };
}

/** The library strikes words alone. Blocks between them that the edit took out are struck too. */
function strikeBlocks(made: Transaction, before: Node, tr: Transaction, given: Suggester & { id: string }): void {
  const { deletion, insertion } = made.doc.type.schema.marks;
  if (!deletion || !insertion) return;
  before.forEach((block, offset) => {
    if (!block.isLeaf && !["factBox", "table"].includes(block.type.name)) return;
    if (
      !tr.mapping.mapResult(offset, 1).deletedAfter ||
      !tr.mapping.mapResult(offset + block.nodeSize, -1).deletedBefore
    )
      return;
    const at = made.mapping.mapResult(offset, 1);
    const now = at.deletedAfter ? null : made.doc.nodeAt(at.pos);
    if (now?.type !== block.type || deletion.isInSet(now.marks) || insertion.isInSet(now.marks)) return;
    made.addNodeMark(at.pos, deletion.create(given));
  });
}

/** Whether its steps, taken back one by one, lead to where it began: not all that the library makes do. */
function canBeUndone({ doc, docs, steps }: Transaction): boolean {
  const back = steps.reduceRight<Node | null>((after, step, index) => {
    const before = docs[index];
    return after && before ? step.invert(before).apply(after).doc : null;
  }, doc);
  return back?.eq(docs[0] ?? doc) ?? false;
}

/** Whether readers get the same as before the edit; and, where nothing else was suggested, the edit by accepting it. */
function isFaithful(before: Node, edited: Node, made: Node): boolean {
  const [was, is, wanted] = blocksThatDiffer(before, made, edited);
  if (!sameContent(settled(was, FOR_READERS), settled(is, FOR_READERS))) return false;
  if (JSON.stringify(was).includes('"authorId"')) return true;
  return sameContent(settled(wanted, ACCEPTED), settled(is, ACCEPTED));
}

/** The blocks of each document where they are not all the same, with those beside them that may become one with them. */
function blocksThatDiffer(...docs: [Node, Node, Node]): [JSONNode[], JSONNode[], JSONNode[]] {
  let { start, tail } = outsideDifference(...docs);
  const [first] = docs;
  while (start > 0 && hasSuggestions(first.child(start - 1))) start--;
  while (tail > 0 && hasSuggestions(first.child(first.childCount - tail))) tail--;
  const window = (doc: Node) =>
    doc.children.slice(Math.max(0, start - 1), doc.childCount - Math.max(0, tail - 1)).map((node) => node.toJSON());
  return docs.map(window) as [JSONNode[], JSONNode[], JSONNode[]];
}

function hasSuggestions(block: Node): boolean {
  const isSuggested = ({ marks }: Node) => marks.some((mark) => "authorId" in mark.attrs);
  let found = isSuggested(block);
  block.descendants((node) => {
    found ||= isSuggested(node);
    return !found;
  });
  return found;
}

/** How many blocks at the beginning and at the end are the same in all. */
function outsideDifference(first: Node, ...others: Node[]): { start: number; tail: number } {
  const most = Math.min(...[first, ...others].map(({ childCount }) => childCount));
  let start = 0;
  while (start < most && others.every((doc) => doc.child(start) === first.child(start))) start++;
  const fromEnd = (doc: Node) => doc.child(doc.childCount - 1 - tail);
  let tail = 0;
  while (tail < most - start && others.every((doc) => fromEnd(doc) === fromEnd(first))) tail++;
  return { start, tail };
}

/**
 * The edit as blocks that are struck, and others put in for them. What was only suggested goes for good.
 * @param outside how many blocks at the beginning and at the end stay as they are.
 */
function byBlocks(
  tr: Transaction,
  state: EditorState,
  { authorId, at }: Suggester,
  { start, tail }: { start: number; tail: number },
): Transaction {
  const { doc, schema } = state;
  const { deletion, insertion } = schema.marks;
  if (!deletion || !insertion) return tr;
  const given = { id: newId(), authorId, at };
  const window = (of: Node) => of.children.slice(start, of.childCount - tail);
  const struck = window(doc).flatMap((block) => {
    if (insertion.isInSet(block.marks)) return [];
    return deletion.isInSet(block.marks) ? [block] : [block.mark(deletion.create(given).addToSet(block.marks))];
  });
  const wanted = settled(
    window(tr.doc).map((block) => block.toJSON()),
    ACCEPTED,
  );
  const put = wanted.map((json) => {
    const block = schema.nodeFromJSON(json);
    return block.mark(insertion.create(given).addToSet(block.marks));
  });
  const from = sizeOf(doc.children.slice(0, start));
  const blocks = [...struck, ...put];
  if (blocks.length + start + tail === 0 && schema.nodes.paragraph) blocks.push(schema.nodes.paragraph.create());
  const made = state.tr.replaceWith(from, from + sizeOf(window(doc)), blocks);
  const caret = Math.min(tr.selection.from + sizeOf(struck), made.doc.content.size);
  return made.setSelection(Selection.near(made.doc.resolve(caret), -1)).scrollIntoView();
}

function sizeOf(blocks: readonly Node[]): number {
  return blocks.reduce((size, { nodeSize }) => size + nodeSize, 0);
}

/** What is selected, for the clipboard: as if all that is suggested in it were accepted. */
function withoutSuggestions(slice: Slice, schema: Schema): Slice {
  const json = (slice.content.toJSON() ?? []) as JSONNode[];
  if (!JSON.stringify(json).includes('"authorId"')) return slice;
  const content = Fragment.fromJSON(schema, settled(json, ACCEPTED));
  const most = Slice.maxOpen(content);
  return new Slice(content, Math.min(slice.openStart, most.openStart), Math.min(slice.openEnd, most.openEnd));
}
