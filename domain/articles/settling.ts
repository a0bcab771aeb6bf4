/**
 * How suggestions are settled, in a document of JSON nodes of whatever schema: the page for readers is made by it, and so
 * is what an editor has left when one accepts or rejects.
 */

export type NodeMark = { type: string; attrs?: Record<string, unknown> };
export type Node = {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Node[];
  marks?: NodeMark[];
  text?: string;
};

export type Verdict = "accept" | "reject" | "keep";

type Settling = {
  /** What becomes of a suggestion. */
  decide: (id: string) => Verdict;
  /** Whether the anchors of comments stay. */
  comments: boolean;
};

/** Without any suggestion and comment, as if nobody had suggested anything. */
export const FOR_READERS: Settling = { decide: () => "reject", comments: false };
/** As if all were accepted. */
export const ACCEPTED: Settling = { decide: () => "accept", comments: true };

/** Stands, invisible, where a suggestion ends or begins a block that has no other text there. */
export const PLACEHOLDER = "\u200B";

const TEXT_BLOCKS: ReadonlySet<string> = new Set(["paragraph", "heading"]);
/** What is never joined with its surroundings. */
const CLOSED: ReadonlySet<string> = new Set(["factBox", "table", "tableRow", "tableCell", "tableHeader"]);
/** What goes when nothing is left in it; other blocks stay, empty. */
const GOES_EMPTY: ReadonlySet<string> = new Set(["bulletList", "orderedList", "listItem", "table", "tableRow"]);

/** The blocks once each suggestion is accepted, rejected or kept as it is decided. What was given is left as it was. */
export function settled(blocks: readonly Node[], settling: Settling): Node[] {
  const root: Open = { node: { type: "doc" }, children: [] };
  fill(root, blocks, settling);
  join(root, settling);
  return root.children.flatMap((child) => close(child, settling));
}

/** A node that is being settled. The pieces of a text block still carry the marks by which its borders are judged. */
type Open = {
  node: Node;
  children: Open[];
  pieces?: Node[];
  /** The suggestions to which its borders belong, where nobody has decided on those. */
  borders?: { start?: NodeMark; end?: NodeMark };
};

function fill(open: Open, content: readonly Node[], settling: Settling): void {
  for (const given of content) {
    const node = settledNode(given, settling);
    if (!node) continue;
    const { content: inside, ...bare } = node;
    const child: Open = { node: bare, children: [] };
    if (TEXT_BLOCKS.has(bare.type)) child.pieces = inside ?? [];
    else if (inside) fill(child, inside, settling);
    if (!child.pieces && inside && child.children.length === 0 && inside.length > 0) {
      if (GOES_EMPTY.has(bare.type)) continue;
      child.children.push({ node: { type: "paragraph" }, children: [], pieces: [] });
    }
    open.children.push(child);
  }
}

/** The node without the marks that are settled; null if it goes. Its content is left to others. */
function settledNode(given: Node, settling: Settling): Node | null {
  let node = given;
  for (const mark of given.marks ?? []) {
    if (mark.type === "comment" && !settling.comments) node = withoutMark(node, mark);
    const verdict = verdictOn(mark, settling);
    if (verdict === "keep") continue;
    if (goes(mark, verdict)) return null;
    if (mark.type === "modification" && verdict === "reject") {
      const { attrs: _, ...rest } = node;
      node = { ...rest, ...(mark.attrs?.before as Node) };
    }
    node = withoutMark(node, mark);
  }
  return node;
}

function withoutMark({ marks = [], ...node }: Node, mark: NodeMark): Node {
  const left = marks.filter((each) => each !== mark);
  return left.length > 0 ? { ...node, marks: left } : node;
}

function verdictOn(mark: NodeMark | undefined, { decide }: Settling): Verdict {
  if (!mark || !["insertion", "deletion", "modification"].includes(mark.type)) return "keep";
  return decide(String(mark.attrs?.id));
}

/** Whether what carries the mark goes: put in and rejected, or taken out and accepted. */
function goes(mark: NodeMark, verdict: Verdict): boolean {
  return (mark.type === "insertion" && verdict === "reject") || (mark.type === "deletion" && verdict === "accept");
}

/**
 * Joins text blocks whose border goes: a suggestion ends the one and begins the other. Empty ones between them go too.
 * The first keeps its kind and takes the other's text; what the other stood in goes if nothing else is in it.
 */
function join(root: Open, settling: Settling): void {
  // What is put in between, and not decided on, keeps nothing apart.
  const runs = new Map<Open | undefined, Placed[]>();
  const collect = (open: Open, within: Open[]) => {
    if (open.pieces || open.children.length === 0) {
      const inserted = [...within, open].find(({ node }) => node.marks?.some(({ type }) => type === "insertion"));
      runs.set(inserted, [...(runs.get(inserted) ?? []), { open, within }]);
    }
    for (const child of open.children) collect(child, [...within, open]);
  };
  collect(root, []);
  for (const run of runs.values()) joinRun(run, settling);
}

type Placed = { open: Open; within: Open[] };

function joinRun(blocks: Placed[], settling: Settling): void {
  let kept = blocks[0];
  let between: Placed[] = [];
  for (const next of blocks.slice(1)) {
    if (!kept) break;
    const joinable = kept.open.pieces && next.open.pieces && closedWithin(kept.within) === closedWithin(next.within);
    if (joinable && next.open.pieces?.length === 0) {
      between.push(next);
      continue;
    }
    const owner = joinable ? borderOf(kept.open.pieces, next.open.pieces) : undefined;
    const verdict = verdictOn(owner, settling);
    if (owner && verdict === "keep") {
      kept.open.borders = { ...kept.open.borders, end: owner };
      next.open.borders = { start: owner };
    }
    if (owner && goes(owner, verdict)) {
      kept.open.pieces = [...(kept.open.pieces ?? []), ...(next.open.pieces ?? [])];
      for (const gone of [...between, next]) remove(gone.open, gone.within);
    } else {
      kept = next;
    }
    between = [];
  }
}

function closedWithin(within: Open[]): Open | undefined {
  return within.findLast(({ node }) => CLOSED.has(node.type));
}

/** The suggestion that put in, or takes out, the border of two text blocks, if one does. */
function borderOf(before: Node[] = [], after: Node[] = []): NodeMark | undefined {
  const last = before.at(-1);
  const first = after[0];
  const end = tracked(last);
  const start = tracked(first);
  if (!last || !first || !end || !start || end.type !== start.type) return undefined;
  // Of two suggestions that meet at a border, it belongs to the one that put its placeholder there.
  const endOwns = last.text?.endsWith(PLACEHOLDER);
  const startOwns = first.text?.startsWith(PLACEHOLDER);
  if (end.attrs?.id !== start.attrs?.id && !endOwns && !startOwns) return undefined;
  return startOwns || !endOwns ? start : end;
}

function tracked(piece: Node | undefined): NodeMark | undefined {
  return piece?.marks?.find(({ type }) => type === "insertion" || type === "deletion");
}

function remove(open: Open, within: Open[]): void {
  const parent = within.at(-1);
  if (!parent) return;
  parent.children = parent.children.filter((child) => child !== open);
  if (parent.children.length === 0) remove(parent, within.slice(0, -1));
}

function close({ node, children, pieces, borders }: Open, settling: Settling): Node[] {
  const content = pieces
    ? bordered(closedPieces(pieces, settling), borders)
    : children.flatMap((child) => close(child, settling));
  return [content.length > 0 ? { ...node, content } : node];
}

/** The text of a block: what goes is gone, placeholders of what is settled too, and neighbours alike are one. */
function closedPieces(pieces: Node[], settling: Settling): Node[] {
  const closed: Node[] = [];
  for (const piece of pieces) {
    let node = settledNode(piece, settling);
    if (!node) continue;
    const mark = tracked(piece);
    if (node.text !== undefined && mark && verdictOn(mark, settling) !== "keep") {
      node = { ...node, text: node.text.replace(/^\u200B+|\u200B+$/g, "") };
    }
    if (node.text === "") continue;
    const last = closed.at(-1);
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last.marks, node.marks)) {
      closed[closed.length - 1] = { ...last, text: last.text + node.text };
    } else {
      closed.push(node);
    }
  }
  return closed;
}

/** The pieces with a placeholder where a border is still suggested and what told of it is settled. */
function bordered(pieces: Node[], { start, end }: NonNullable<Open["borders"]> = {}): Node[] {
  const tells = (piece: Node | undefined, owner: NodeMark) => {
    const mark = tracked(piece);
    return mark?.type === owner.type && mark.attrs?.id === owner.attrs?.id;
  };
  const placeholder = (owner: NodeMark): Node => ({ type: "text", marks: [owner], text: PLACEHOLDER });
  return [
    ...(start && !tells(pieces[0], start) ? [placeholder(start)] : []),
    ...pieces,
    ...(end && !tells(pieces.at(-1), end) ? [placeholder(end)] : []),
  ];
}

function sameMarks(one: NodeMark[] = [], other: NodeMark[] = []): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
