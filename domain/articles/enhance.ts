import {
  type ByRights,
  columnFile,
  inRegions,
  type PictureSources,
  type PlayedSource,
  widestJpeg,
} from "@/domain/media/asset";
import { slugOf } from "@/lib/slug";
import type { ReadersContent } from "./article";
import { type Block, type Body, firstUseOf, type PictureUse, plainText, saidOf, textOf } from "./body";
import type { Card } from "./card";
import { led } from "./leading";
import {
  countWords,
  type Download,
  type Figure,
  type Film,
  minutesToRead,
  type Note,
  type Numbered,
  type Recording,
  type Story,
  type StoryBlock,
  type StoryLink,
  type WithheldKind,
} from "./story";

/** A story of this many words and subheads has a table of its contents. */
const LONG = { words: 900, subheads: 3 };

export type Pictures = ReadonlyMap<string, PictureSources>;

/** What blocks refer to besides pictures: what is played, by asset id, and live stories, by article id. */
export type Referred = { played: ReadonlyMap<string, PlayedSource>; cards: ReadonlyMap<string, Card> };

/** What a content refers to, looked up, and where the article stands. */
export type Lookups = Pick<
  Story,
  | "articleId"
  | "path"
  | "section"
  | "topics"
  | "bylines"
  | "credits"
  | "publishedAt"
  | "updatedAt"
  | "seenSince"
  | "retraction"
  | "hasHistory"
  | "corrections"
  | "series"
  | "translations"
> & { pictures: Pictures } & Referred;

/** The page of a story, made from what it says. The reader's page and the newsroom's preview are made by this alone. */
export function tellStory(told: ReadersContent, { pictures, played, cards, ...known }: Lookups): Story {
  const { headline, standfirst, label, body, search, share } = told;
  const lead = told.lead && figureOf(told.lead, pictures);
  const words = countWords(plainText(body));
  const title = search.title.trim() || headline;
  const description = search.description.trim() || standfirst;
  const blocks = enhanceBody(body, pictures, { played, cards }, known);
  const figures = [lead, ...blocks.flatMap(figuresIn)];
  return {
    ...known,
    headline,
    standfirst,
    label,
    kicker: told.kicker.trim(),
    language: told.language,
    review: label === "review" && told.review?.item.trim() ? told.review : null,
    related: cardsIn(told.relatedIds, cards),
    lead,
    isLeadWithheld: Boolean(told.lead && pictures.get(told.lead.assetId)?.isWithheld),
    contents: contentsOf(blocks, words),
    blocks,
    notes: notesOf(blocks),
    words,
    minutes: minutesToRead(words),
    sharePicture: (share.assetId && sharedFigure(share.assetId, figures, pictures)) || lead,
    search: { title, description },
    share: { title: share.title.trim() || title, description: share.description.trim() || description },
  };
}

/**
 * The blocks of a body with anchors, links, pictures and the numbers of its notes. What would show nothing is left out,
 * and so is what was not looked up.
 * @param itself the story that they are of, to which they may lead too
 */
export function enhanceBody(
  body: Body,
  pictures: Pictures,
  { played, cards }: Referred = { played: new Map(), cards: new Map() },
  itself: Pick<Story, "articleId" | "path"> = { articleId: "", path: null },
): StoryBlock[] {
  const pathOf = (id: string) => (id === itself.articleId ? itself.path : (cards.get(id)?.path ?? null));
  const blocks = numbered(led(body.blocks, pathOf));
  const anchors = anchorsOf(blocks);
  const subheads = blocks.flatMap((block): StoryLink[] =>
    block.type === "heading" && anchors.has(block)
      ? [{ label: textOf(block.content).trim(), href: `#${anchors.get(block)}` }]
      : [],
  );
  return blocks.flatMap((block): StoryBlock[] => {
    switch (block.type) {
      case "heading": {
        const anchor = anchors.get(block);
        return anchor ? [{ ...block, anchor }] : [];
      }
      case "picture": {
        const figure = figureOf(block.attrs, pictures);
        if (figure) return [{ type: "picture", figure }];
        return withheld("picture", pictures.get(block.attrs.assetId));
      }
      case "quickLinks": {
        const chosen = block.attrs.links.filter(({ label, href }) => label.trim() && href);
        const links = [...(block.attrs.subheads ? subheads : []), ...chosen];
        return links.length > 0 ? [{ type: "quickLinks", links }] : [];
      }
      case "gallery": {
        const figures = block.attrs.pictures.flatMap((use) => figureOf(use, pictures) ?? []);
        if (figures.length > 0) return [{ type: "gallery", title: block.attrs.title.trim(), figures }];
        return withheld("picture", ...block.attrs.pictures.map(({ assetId }) => pictures.get(assetId)));
      }
      case "keyPoints": {
        const points = block.attrs.points.filter((point) => point.trim());
        return points.length > 0 ? [{ ...block, attrs: { points } }] : [];
      }
      case "embed":
        return /^https?:/i.test(block.attrs.url) ? [block] : [];
      case "audio": {
        const recording = recordingOf(block.attrs, played, "audio");
        return recording ? [{ type: "audio", ...recording }] : withheld("audio", played.get(block.attrs.assetId));
      }
      case "video": {
        const film = filmOf(block.attrs, played, pictures);
        return film ? [{ type: "video", ...film }] : withheld("video", played.get(block.attrs.assetId));
      }
      case "document": {
        const download = downloadOf(block.attrs, played);
        return download ? [{ type: "document", ...download }] : [];
      }
      case "relatedStories": {
        const live = cardsIn(block.attrs.articleIds, cards);
        return live.length > 0 ? [{ type: "relatedStories", cards: live }] : [];
      }
      case "paragraph":
        return block.content?.length ? [block] : [];
      case "pullQuote":
        return block.attrs.text.trim() ? [block] : [];
      default:
        return [block];
    }
  });
}

/** The notes that blocks refer to, in the order of their numbers. */
export function notesOf(blocks: readonly StoryBlock[]): Note[] {
  const notes: Note[] = [];
  eachNote(blocks, (note) => notes.push(note.attrs as Note));
  return notes;
}

/** A copy in which every note has its number. One without a text is left out. */
function numbered(blocks: readonly Block[]): Numbered<Block>[] {
  let number = 0;
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.filter((one) => !isEmptyNote(one)).map(copy);
    if (typeof part !== "object" || part === null) return part;
    if (isNote(part)) return { ...part, attrs: { number: ++number, text: part.attrs.text.trim() } };
    return "content" in part ? { ...part, content: copy(part.content) } : part;
  };
  return copy(blocks) as Numbered<Block>[];
}

type AnyNote = { type: "footnote"; attrs: { text: string } };

function isNote(part: unknown): part is AnyNote {
  return typeof part === "object" && part !== null && "type" in part && part.type === "footnote";
}

function isEmptyNote(part: unknown): boolean {
  return isNote(part) && !part.attrs.text.trim();
}

function eachNote(part: unknown, found: (note: AnyNote) => void): void {
  if (Array.isArray(part)) for (const one of part) eachNote(one, found);
  else if (isNote(part)) found(part);
  else if (typeof part === "object" && part !== null && "content" in part) eachNote(part.content, found);
}

/** An anchor for every heading that says something, each once in the page. */
function anchorsOf(blocks: readonly Numbered<Block>[]): Map<Numbered<Block>, string> {
  const taken = new Set<string>();
  const anchors = new Map<Numbered<Block>, string>();
  for (const block of blocks) {
    if (block.type !== "heading" || !textOf(block.content).trim()) continue;
    const wanted = slugOf(textOf(block.content)) || "part";
    let anchor = wanted;
    for (let n = 2; taken.has(anchor); n++) anchor = `${wanted}-${n}`;
    taken.add(anchor);
    anchors.set(block, anchor);
  }
  return anchors;
}

/** The parts of a story, if it is long and no box of its own lists them. */
function contentsOf(blocks: readonly StoryBlock[], words: number): StoryLink[] {
  const parts = blocks.flatMap((block) =>
    block.type === "heading" && block.attrs.level === 2
      ? [{ label: textOf(block.content).trim(), href: `#${block.anchor}` }]
      : [],
  );
  const listed = blocks.some(
    (block) => block.type === "quickLinks" && block.links.some(({ href }) => href === parts[0]?.href),
  );
  return parts.length >= LONG.subheads && words >= LONG.words && !listed ? parts : [];
}

function figuresIn(block: StoryBlock): Figure[] {
  if (block.type === "picture") return [block.figure];
  return block.type === "gallery" ? block.figures : [];
}

/** What stands in place of these, if one of them is withheld. */
function withheld(kind: WithheldKind, ...referred: (ByRights | undefined)[]): StoryBlock[] {
  return referred.some((one) => one?.isWithheld) ? [{ type: "withheld", kind }] : [];
}

/** A picture that has no file yet, or no longer, is not shown. */
function figureOf(use: PictureUse, pictures: Pictures): Figure | null {
  const picture = pictures.get(use.assetId);
  if (!picture || !widestJpeg(picture)) return null;
  const sources = inRegions(picture, use.crops);
  const { alt, caption, credit } = saidOf(use, picture);
  const shape = widestJpeg(sources, use.shape) ? use.shape : "whole";
  return { sources, shape, alt: alt ?? "", caption: caption.trim(), credit: credit.trim() };
}

type Played = Referred["played"];

function recordingOf(
  { assetId, title, caption, credit }: { assetId: string; title: string; caption: string; credit: string },
  played: Played,
  kind: "audio" | "video",
): Recording | null {
  const source = played.get(assetId);
  if (source?.kind !== kind || source.isWithheld) return null;
  const { src, type, duration } = source;
  return { title: title.trim(), caption: caption.trim(), credit: credit.trim(), src, mime: type, duration };
}

function downloadOf(
  { assetId, title, caption, credit }: { assetId: string; title: string; caption: string; credit: string },
  played: Played,
): Download | null {
  const source = played.get(assetId);
  if (source?.kind !== "document") return null;
  const { src, type, bytes } = source;
  return { title: title.trim(), caption: caption.trim(), credit: credit.trim(), src, mime: type, bytes };
}

function filmOf(attrs: Extract<Block, { type: "video" }>["attrs"], played: Played, pictures: Pictures): Film | null {
  const recording = recordingOf(attrs, played, "video");
  if (!recording) return null;
  const poster = attrs.posterAssetId && pictures.get(attrs.posterAssetId);
  const captions = attrs.captionsAssetId && played.get(attrs.captionsAssetId);
  const { width = 0, height = 0 } = played.get(attrs.assetId) ?? {};
  return {
    ...recording,
    width,
    height,
    poster: (poster && columnFile(poster)?.src) || null,
    captions:
      captions && captions.kind === "captions" && !captions.isWithheld
        ? { src: captions.src, language: attrs.captionsLanguage.trim() }
        : null,
  };
}

function cardsIn(articleIds: readonly string[], cards: Referred["cards"]): Card[] {
  return [...new Set(articleIds)].flatMap((id) => cards.get(id) ?? []).filter((card) => !card.isRetracted);
}

/** The picture chosen for sharing, as the story itself shows it or, where it does not, as the library tells of it. */
function sharedFigure(assetId: string, figures: readonly (Figure | null)[], pictures: Pictures): Figure | null {
  const shown = figures.find((figure) => figure?.sources.assetId === assetId);
  return shown ?? figureOf(firstUseOf({ id: assetId }), pictures);
}
