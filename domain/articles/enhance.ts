import { type PictureSources, widestJpeg } from "@/domain/media/asset";
import { slugOf } from "@/lib/slug";
import type { ArticleContent } from "./article";
import { type Block, type Body, type PictureUse, plainText, textOf } from "./body";
import type { Figure, Story, StoryBlock, StoryLink } from "./story";

const WORDS_A_MINUTE = 230;

export type Pictures = ReadonlyMap<string, PictureSources>;

/** What a content refers to, looked up, and where the article stands. */
export type Lookups = Pick<
  Story,
  "articleId" | "path" | "section" | "topics" | "bylines" | "publishedAt" | "updatedAt"
> & { pictures: Pictures };

/** The part of a content that a page is made from: a draft's and a revision's alike. */
export type Told = Pick<ArticleContent, "headline" | "standfirst" | "body" | "lead" | "search" | "share">;

/** The page of a story, made from what it says. The reader's page and the newsroom's preview are made by this alone. */
export function tellStory(told: Told, { pictures, ...known }: Lookups): Story {
  const { headline, standfirst, body, search, share } = told;
  const lead = told.lead && figureOf(told.lead, pictures);
  const words = countWords(plainText(body));
  const title = search.title.trim() || headline;
  const description = search.description.trim() || standfirst;
  const blocks = enhanceBody(body, pictures);
  const figures = [lead, ...blocks.map((block) => (block.type === "picture" ? block.figure : null))];
  return {
    ...known,
    headline,
    standfirst,
    lead,
    blocks,
    words,
    minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
    sharePicture: (share.assetId && sharedFigure(share.assetId, figures, pictures)) || lead,
    search: { title, description },
    share: { title: share.title.trim() || title, description: share.description.trim() || description },
  };
}

/** The blocks of a body with anchors, links and pictures. What would show nothing is left out. */
export function enhanceBody(body: Body, pictures: Pictures): StoryBlock[] {
  const anchors = anchorsOf(body);
  const subheads = body.blocks.flatMap((block): StoryLink[] =>
    block.type === "heading" && anchors.has(block)
      ? [{ label: textOf(block.content).trim(), href: `#${anchors.get(block)}` }]
      : [],
  );
  return body.blocks.flatMap((block): StoryBlock[] => {
    switch (block.type) {
      case "heading": {
        const anchor = anchors.get(block);
        return anchor ? [{ ...block, anchor }] : [];
      }
      case "picture": {
        const figure = figureOf(block.attrs, pictures);
        return figure ? [{ type: "picture", figure }] : [];
      }
      case "quickLinks": {
        const chosen = block.attrs.links.filter(({ label, href }) => label.trim() && href);
        const links = [...(block.attrs.subheads ? subheads : []), ...chosen];
        return links.length > 0 ? [{ type: "quickLinks", links }] : [];
      }
      case "gallery": {
        const figures = block.attrs.pictures.flatMap((use) => figureOf(use, pictures) ?? []);
        return figures.length > 0 ? [{ type: "gallery", title: block.attrs.title, figures }] : [];
      }
      case "keyPoints":
        return block.attrs.points.some((point) => point.trim()) ? [block] : [];
      case "embed":
        return block.attrs.url ? [block] : [];
      case "audio":
      case "video":
      case "relatedStories":
        return [];
      case "paragraph":
        return block.content?.length ? [block] : [];
      case "pullQuote":
        return block.attrs.text.trim() ? [block] : [];
      default:
        return [block];
    }
  });
}

/** An anchor for every heading that says something, each once in the page. */
function anchorsOf(body: Body): Map<Block, string> {
  const taken = new Set<string>();
  const anchors = new Map<Block, string>();
  for (const block of body.blocks) {
    if (block.type !== "heading" || !textOf(block.content).trim()) continue;
    const wanted = slugOf(textOf(block.content)) || "part";
    let anchor = wanted;
    for (let n = 2; taken.has(anchor); n++) anchor = `${wanted}-${n}`;
    taken.add(anchor);
    anchors.set(block, anchor);
  }
  return anchors;
}

/** A picture that has no file yet, or no longer, is not shown. */
function figureOf({ assetId, alt, caption, credit }: PictureUse, pictures: Pictures): Figure | null {
  const sources = pictures.get(assetId);
  if (!sources || !widestJpeg(sources)) return null;
  return { sources, alt: alt ?? "", caption: caption.trim(), credit: credit.trim() };
}

/** The picture chosen for sharing, as the story itself shows it or, where it does not, as the library tells of it. */
function sharedFigure(assetId: string, figures: readonly (Figure | null)[], pictures: Pictures): Figure | null {
  const shown = figures.find((figure) => figure?.sources.assetId === assetId);
  return shown ?? figureOf({ assetId, alt: pictures.get(assetId)?.alt ?? null, caption: "", credit: "" }, pictures);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
