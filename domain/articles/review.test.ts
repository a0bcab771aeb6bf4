import fc from "fast-check";
import { expect, test } from "vitest";
import { Body, firstUseOf } from "./body";
import { bodyForReaders, DraftBody, openSuggestions } from "./review";
import { type Node, type NodeMark, PLACEHOLDER, settled } from "./settling";

const by = (id: string) => ({ id, authorId: "ines", at: 1 });
const insertion = (id = "s1"): NodeMark => ({ type: "insertion", attrs: by(id) });
const deletion = (id = "s1"): NodeMark => ({ type: "deletion", attrs: by(id) });
const comment = (id = "t1"): NodeMark => ({ type: "comment", attrs: { id } });
const text = (words: string, ...marks: NodeMark[]): Node =>
  marks.length > 0 ? { type: "text", text: words, marks } : { type: "text", text: words };
const paragraph = (...content: Node[]): Node =>
  content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
const draft = (...blocks: Node[]) => DraftBody.parse({ version: 1, blocks });
const readers = (...blocks: Node[]) => Body.parse(bodyForReaders(draft(...blocks))).blocks;
const accepted = (...blocks: Node[]) => settled(blocks, { decide: () => "accept", comments: true });

test("readers get what was there before: no insertion, what is struck, no comment", () => {
  expect(readers(paragraph(text("One "), text("two", insertion()), text("three", deletion(), comment())))).toEqual([
    paragraph(text("One three")),
  ]);
});

test("a paragraph that is only suggested to be split, or two to be joined, are to readers what they were", () => {
  const split = [
    paragraph(text("One "), text(PLACEHOLDER, insertion())),
    paragraph(text(PLACEHOLDER, insertion()), text("two")),
  ];
  expect(readers(...split)).toEqual([paragraph(text("One two"))]);
  expect(accepted(...split)).toEqual([paragraph(text("One ")), paragraph(text("two"))]);
  const joined = [
    paragraph(text("One "), text("x", deletion())),
    paragraph(),
    paragraph(text(PLACEHOLDER, deletion()), text("two")),
  ];
  expect(readers(...joined)).toEqual([paragraph(text("One x")), paragraph(), paragraph(text("two"))]);
  expect(accepted(...joined)).toEqual([paragraph(text("One two"))]);
});

test("a block that was made another is to readers what it was", () => {
  const before = { type: "heading", attrs: { level: 3 } };
  const modification = { type: "modification", attrs: { ...by("s1"), before } };
  expect(readers({ ...paragraph(text("One")), marks: [modification] })).toEqual([
    { ...before, content: [text("One")] },
  ]);
});

test("where all of a table's cell or a quote is struck and accepted, it stays, empty; a list goes", () => {
  const struck = { ...paragraph(text("x")), marks: [deletion()] };
  const quote = { type: "quote", attrs: { attribution: "" }, content: [struck] };
  const list = { type: "bulletList", content: [{ type: "listItem", content: [struck] }] };
  expect(accepted(quote, list)).toEqual([{ ...quote, content: [paragraph()] }]);
});

test("a mark that is not well formed, or stands on what no body may hold, is refused", () => {
  const refused = (...blocks: unknown[]) => DraftBody.safeParse({ version: 1, blocks }).success === false;
  expect(refused(paragraph(text("x", { type: "insertion", attrs: { id: "s1" } })))).toBe(true);
  expect(refused(paragraph(text("x", { type: "comment", attrs: { id: "" } })))).toBe(true);
  expect(refused(paragraph(text("x", { type: "highlight" })))).toBe(true);
  expect(refused({ ...paragraph(), marks: [{ type: "bold" }] })).toBe(true);
  expect(refused({ type: "script", marks: [insertion()] })).toBe(true);
  expect(refused(paragraph(text("x", ...Array.from({ length: 51 }, (_, at) => comment(`t${at}`)))))).toBe(true);
});

test("suggestions are counted by what stands or falls together", () => {
  const blocks = [
    paragraph(text("a", insertion("s1")), text("b", deletion("s1")), text("c", insertion("s2"), comment())),
    { ...paragraph(text("d")), marks: [deletion("s3")] },
  ];
  expect(openSuggestions(draft(...blocks))).toBe(3);
  expect(openSuggestions(draft(paragraph(text("a", comment()))))).toBe(0);
});

/* Random drafts, made from a plain text by suggesting upon it. */

const words = fc.stringMatching(/^[a-z ]{1,12}$/);
const id = fc.constantFrom("s1", "s2", "s3", "s4");
const style = fc.subarray<NodeMark>([{ type: "bold" }, { type: "italic" }]);

/** A piece of a text: what stood there before (null for nothing), and how the draft holds it. */
type Piece = { before: Node | null; now: Node };
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc
    .record({ words, style, anchors: fc.subarray([comment("t1"), comment("t2")]) })
    .map(({ words, style, anchors }) => ({
      before: text(words, ...style),
      now: text(words, ...style, ...anchors),
    })),
  fc.record({ words, style, id }).map(({ words, style, id }) => ({
    before: text(words, ...style),
    now: text(words, ...style, deletion(id)),
  })),
  fc
    .record({ words, style, id })
    .map(({ words, style, id }) => ({ before: null, now: text(words, ...style, insertion(id)) })),
  fc.record({ id }).map(({ id }) => ({ before: null, now: { type: "hardBreak", marks: [insertion(id)] } })),
);

/** A paragraph between two that no suggestion reaches, so that no border of it is one. */
const textBlock = fc.array(piece, { maxLength: 6 }).map((pieces) => {
  const inner = [{ before: text("a"), now: text("a") }, ...pieces, { before: text("z"), now: text("z") }];
  return {
    before: [paragraph(...merged(inner.flatMap(({ before }) => before ?? [])))],
    now: [paragraph(...inner.map(({ now }) => now))],
  };
});
const pair = fc.tuple(textBlock, id).map(([{ before, now }, id]) => {
  const [whole] = now;
  const at = Math.floor((whole?.content?.length ?? 0) / 2);
  const halves = [whole?.content?.slice(0, at) ?? [], whole?.content?.slice(at) ?? []];
  const mark = insertion(id);
  return {
    before,
    now: [
      paragraph(...(halves[0] ?? []), text(PLACEHOLDER, mark)),
      paragraph(text(PLACEHOLDER, mark), ...(halves[1] ?? [])),
    ],
  };
});
const picture: Node = { type: "picture", attrs: firstUseOf({ id: "a1" }) };
const atom = fc.record({ id, kind: fc.constantFrom("in", "out", "stays") }).map(({ id, kind }) => ({
  before: kind === "in" ? [] : [picture],
  now: [kind === "stays" ? picture : { ...picture, marks: [kind === "in" ? insertion(id) : deletion(id)] }],
}));
const leaf = fc.oneof(textBlock, pair, atom);
const within = (type: string, attrs?: object) =>
  fc.array(textBlock, { minLength: 1, maxLength: 3 }).map((blocks) => {
    const wrap = (content: Node[]): Node => ({ type, ...(attrs && { attrs: { ...attrs } }), content });
    return { before: [wrap(blocks.flatMap(({ before }) => before))], now: [wrap(blocks.flatMap(({ now }) => now))] };
  });
const listed = fc.array(textBlock, { minLength: 1, maxLength: 3 }).chain((blocks) =>
  fc.record({ id, inserted: fc.boolean() }).map(({ id, inserted }) => {
    const items = (key: "before" | "now") => blocks.map((block) => ({ type: "listItem", content: block[key] }));
    const extra: Node = { type: "listItem", content: [paragraph(text("more"))], marks: [insertion(id)] };
    return {
      before: [{ type: "bulletList", content: items("before") }],
      now: [{ type: "bulletList", content: inserted ? [...items("now"), extra] : items("now") }],
    };
  }),
);
const story = fc
  .array(fc.oneof(leaf, within("quote", { attribution: "" }), within("factBox", { title: "" }), listed), {
    maxLength: 6,
  })
  .map((parts) => ({ before: parts.flatMap(({ before }) => before), now: parts.flatMap(({ now }) => now) }));

function merged(pieces: Node[]): Node[] {
  const all: Node[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    const alike = last?.text !== undefined && piece.text !== undefined;
    if (alike && JSON.stringify(last.marks) === JSON.stringify(piece.marks)) {
      all[all.length - 1] = { ...last, text: `${last.text}${piece.text}` };
    } else {
      all.push(piece);
    }
  }
  return all;
}

test("of any draft, readers get a Body without suggestion or comment: the text from before anybody suggested", () => {
  fc.assert(
    fc.property(story, ({ before, now }) => {
      const body = bodyForReaders(draft(...now));
      expect(Body.parse(body)).toEqual(body);
      expect(JSON.stringify(body)).not.toMatch(/insertion|deletion|modification|comment|\u200B/);
      expect(body.blocks).toEqual(before);
      expect(bodyForReaders(body)).toEqual(body);
    }),
    { numRuns: 300 },
  );
});

test("whichever suggestions are decided on first, rejecting all leads to the text from before", () => {
  fc.assert(
    fc.property(story, fc.subarray(["s1", "s2", "s3", "s4"]), ({ before, now }, first) => {
      const some = settled(now, { decide: (id) => (first.includes(id) ? "reject" : "keep"), comments: false });
      expect(settled(some, { decide: () => "reject", comments: false })).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test("accepted, nothing is left to decide on", () => {
  fc.assert(
    fc.property(story, ({ now }) => {
      const all = accepted(...now);
      expect(openSuggestions(draft(...all))).toBe(0);
      expect(settled(all, { decide: () => "reject", comments: true })).toEqual(all);
    }),
  );
});
