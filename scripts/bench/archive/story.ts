import { type ArticleContent, EMPTY_ARTICLE, type Label } from "@/domain/articles/article";
import type { Block, PictureUse } from "@/domain/articles/body";
import { DAY, HOUR, MINUTE } from "@/lib/clock";
import type { Base } from "./base";
import { headline, paragraph, type Said } from "./prose";
import { idBy, oneOf, type Random, randomOf, zipf } from "./random";

/** How many stories come out on a day: an archive grows by its years, and each of its days looks like every other. */
const A_DAY = 150;

/** What became of a story besides coming out. */
export type Fate = "stands" | "updated" | "corrected" | "retracted" | "unpublished" | "in-work";

/** All that an archive says of one story: the generator writes it as rows, the test by the newsroom's verbs. */
export type ToldStory = {
  fate: Fate;
  content: ArticleContent;
  /** The body's words as search has them, and those of the rest. */
  terms: { headline: string; names: string; standfirst: string; body: string };
  writer: string;
  /** When it was begun, saved, put before readers, and when its fate came. */
  begun: Date;
  saved: Date;
  published: Date;
  fated: Date;
  /** The text after an update. */
  later: { content: ArticleContent; terms: ToldStory["terms"] } | null;
  /** What is said of the change. */
  note: string;
  ids: { article: string; revisions: [string, string]; publications: [string, string]; correction: string };
};

export type Archive = { base: Base; seed: number; stories: number; end: Date };

const FATES: [Fate, number][] = [
  ["updated", 0.06],
  ["corrected", 0.015],
  ["unpublished", 0.004],
  ["retracted", 0.001],
];
/** How many are being written: a newsroom writes as many whatever its archive holds. */
const IN_WORK = 40;
const LABELS: [Label, number][] = [
  ["opinion", 0.08],
  ["analysis", 0.06],
  ["interview", 0.03],
];

/** A telling of the stories of an archive, by their number: the oldest is 0. */
export function storiesOf({ base, seed, stories, end }: Archive): (number: number) => ToldStory {
  const aSection = zipf(base.sections.length);
  const aTopic = zipf(base.topics.length);
  const aByline = zipf(base.bylines.length);
  return (number) => {
    const random = randomOf(seed, number);
    const published = new Date(end.getTime() - (stories - number) * (DAY / A_DAY) + Math.floor(random() * 100_000));
    const fate = number >= stories - Math.min(IN_WORK, stories / 20) ? "in-work" : chosen(random, FATES, "stands");
    const section = base.sections[aSection(random)] as Base["sections"][number];
    const topics = distinct(random, aTopic, Math.floor(random() * 4)).flatMap((at) => base.topics[at] ?? []);
    const bylines = distinct(random, aByline, random() < 0.15 ? 2 : 1).flatMap((at) => base.bylines[at] ?? []);
    const credited =
      random() < 0.25 ? [{ role: "photographer" as const, bylineId: oneOf(random, base.bylines).id }] : [];
    const [head, stand] = [headline(random), paragraph(random, 1)];
    const body = bodyOf(random, base);
    const names = [...topics, ...bylines].map(({ terms }) => terms).join(" ");
    const content: ArticleContent = {
      ...EMPTY_ARTICLE,
      headline: head.text,
      standfirst: stand.text,
      body: { version: 1, blocks: body.blocks },
      sectionId: section.id,
      topicIds: topics.map(({ id }) => id),
      bylineIds: bylines.map(({ id }) => id),
      lead: random() < 0.7 ? use(oneOf(random, base.pictures)) : null,
      slug: `${head.text.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${number.toString(36)}`,
      label: chosen(random, LABELS, "news"),
      credits: credited,
    };
    const terms = { headline: head.terms, names, standfirst: stand.terms, body: body.terms };
    const update = fate === "updated" ? paragraph(random, 2) : null;
    return {
      fate,
      content,
      terms,
      writer: oneOf(random, base.writers),
      begun: new Date(published.getTime() - 8 * MINUTE),
      saved: new Date(published.getTime() - 3 * MINUTE),
      published,
      fated: new Date(published.getTime() + HOUR),
      later: update && {
        content: { ...content, body: { version: 1, blocks: [paragraphOf(update), ...body.blocks] } },
        terms: { ...terms, body: `${update.terms} ${body.terms}` },
      },
      note: fate === "stands" || fate === "in-work" ? "" : paragraph(random, 1).text,
      ids: {
        article: idBy(random),
        revisions: [idBy(random), idBy(random)],
        publications: [idBy(random), idBy(random)],
        correction: idBy(random),
      },
    };
  };
}

function chosen<T>(random: Random, parts: readonly [T, number][], otherwise: T): T {
  let drawn = random();
  for (const [one, part] of parts) {
    if (drawn < part) return one;
    drawn -= part;
  }
  return otherwise;
}

function distinct(random: Random, draw: (random: Random) => number, count: number): number[] {
  const drawn = new Set<number>();
  for (let tried = 0; drawn.size < count && tried < 4 * count; tried++) drawn.add(draw(random));
  return [...drawn];
}

/** Most stories are short, some are long: from two paragraphs to thirty, with subheads, quotations, lists and pictures. */
function bodyOf(random: Random, base: Base): { blocks: Block[]; terms: string } {
  const length = 2 + Math.floor(random() ** 4 * 28);
  const blocks: Block[] = [];
  const said: string[] = [];
  const captions: string[] = [];
  const add = (block: Block, { terms }: Said) => {
    blocks.push(block);
    said.push(terms);
  };
  for (let at = 0; at < length; at++) {
    const kind = at === 0 ? 1 : random();
    const text = paragraph(random, 1 + Math.floor(random() * 3));
    if (at % 6 === 5) {
      const subhead = headline(random);
      add({ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: subhead.text }] }, subhead);
    }
    if (kind < 0.04) add({ type: "quote", attrs: { attribution: "" }, content: [paragraphOf(text)] }, text);
    else if (kind < 0.06) {
      const items = [text, paragraph(random, 1), paragraph(random, 1)];
      const content = items.map((item) => ({ type: "listItem" as const, content: [paragraphOf(item)] }));
      add({ type: "bulletList", content }, { text: "", terms: items.map(({ terms }) => terms).join(" ") });
    } else add(paragraphOf(text), text);
    if (kind < 0.08 && kind >= 0.06) {
      const picture = oneOf(random, base.pictures);
      blocks.push({ type: "picture", attrs: use(picture) });
      captions.push(picture.captionTerms);
    }
  }
  return { blocks, terms: [...said, ...captions].join(" ") };
}

function paragraphOf({ text }: Said): Extract<Block, { type: "paragraph" }> {
  return { type: "paragraph", content: [{ type: "text", text }] };
}

function use({ id }: { id: string }): PictureUse {
  return { assetId: id, alt: null, caption: null, credit: null, crops: null, shape: "whole" };
}
