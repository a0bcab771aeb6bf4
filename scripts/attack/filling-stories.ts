import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { articles, permalinks } from "@/db/schema";
import { ArticleContent, EMPTY_ARTICLE, type SaveResult } from "@/domain/articles/article";
import type { Body, Inline } from "@/domain/articles/body";
import { comment } from "@/domain/articles/commenting";
import { createArticle, saveDraft } from "@/domain/articles/editing";
import { planArticle } from "@/domain/articles/planning";
import { sharePreview } from "@/domain/articles/preview-sharing";
import { amendArticle, publishArticle, unpublishArticle } from "@/domain/articles/publication";
import type { ReviewMark } from "@/domain/articles/review";
import { takeDownArticle } from "@/domain/articles/taking-down";
import type { Actor } from "@/domain/people/staff";
import { newId } from "@/lib/id";
import { routes } from "@/lib/routes";
import { type Around, tried, type Written } from "./filling-around";
import type { Pen } from "./pen";

let set = 0;

/**
 * A story with words in all that it says to readers and to staff, published, corrected, and with a draft ahead of what is
 * published. Of some sets it is unpublished or taken down afterwards, with a note.
 */
export async function writeStory(owner: Actor, pen: Pen, around: Around, written: Written): Promise<void> {
  const { subjectId: id } = await createArticle(owner);
  const content = contentOf(pen, around);
  const first = await saveDraft(owner, { id, version: 1, content });
  const version = versionOf(first);
  await publishArticle(owner, { id, version });
  const thread = newId();
  await comment(owner, {
    ...{ deed: "comment", id: thread, articleId: id, threadId: null, mentions: [] },
    ...{ quote: pen("comment.quote", 2000), text: pen("comment.text", 5000) },
  });
  await comment(owner, {
    ...{ deed: "comment", id: newId(), articleId: id, threadId: thread, mentions: [owner.id] },
    ...{ quote: "", text: pen("comment.reply", 5000) },
  });
  await planArticle(owner, { id, brief: pen("plan.brief", 4000), assigneeId: owner.id });
  await tried(written, () =>
    amendArticle(owner, {
      id,
      change: {
        ...{ kind: "correction", place: set % 2 ? "top" : "end", approvedBy: owner.id, endsRetraction: false },
        text: pen("correction.text", 2000),
      },
    }),
  );
  const later = { ...content, headline: pen("draft.headline", 300), body: withReview(content.body, pen, thread) };
  const saved = await saveDraft(owner, { id, version, content: ArticleContent.parse(later) });
  const shared = {
    id,
    version: versionOf(saved),
    recipient: pen("preview.recipient", 80),
    lasts: "7" as const,
  };
  const preview = await tried(written, () => sharePreview(owner, shared));
  if (preview) written.previews.push(routes.previewLink(preview.secret));

  const path = await pathOf(id);
  if (set % 7 === 5) await unpublishArticle(owner, { id, note: pen("unpublished.note", 500) });
  if (set % 7 === 6) await takeDownArticle(owner, { id, reason: "other", note: pen("takedown.note", 500) });
  set++;
  written.stories.push({ id, path });
}

function versionOf(result: SaveResult): number {
  if ("conflict" in result) throw new Error("Somebody else wrote in a story of this trial");
  return result.saved.version;
}

async function pathOf(id: string): Promise<string> {
  const [row] = await db().select({ path: permalinks.path }).from(permalinks).where(eq(permalinks.articleId, id));
  return row?.path ?? `/${(await db().select().from(articles).where(eq(articles.id, id)))[0]?.id}`;
}

function contentOf(pen: Pen, { sectionId, topicId, bylineId, seriesId, assetId }: Around): ArticleContent {
  const picture = {
    ...{ assetId, crops: null, shape: "whole" as const },
    ...{ alt: pen("picture.alt", 1000), caption: pen("picture.caption", 2000), credit: pen("picture.credit", 300) },
  };
  return ArticleContent.parse({
    ...EMPTY_ARTICLE,
    ...{ headline: pen("story.headline", 300), standfirst: pen("story.standfirst", 1000), slug: `tried-${newId()}` },
    ...{ sectionId, topicIds: topicId ? [topicId] : [], bylineIds: [bylineId], seriesId, lead: picture },
    search: { title: pen("search.title", 200), description: pen("search.description", 500) },
    share: { title: pen("share.title", 200), description: pen("share.description", 500), assetId: null },
    label: "review",
    kicker: pen("story.kicker", 80),
    credits: [{ role: "photographer", bylineId }],
    review: { kind: "book", item: pen("review.item", 200), rating: 4 },
    body: bodyWith(pen, picture),
  } satisfies ArticleContent);
}

/** A body with every kind of block, and words wherever one has any. */
function bodyWith(pen: Pen, picture: Extract<Body["blocks"][number], { type: "picture" }>["attrs"]): Body {
  const text = (field: string, marks?: Extract<Inline, { type: "text" }>["marks"]): Inline => ({
    type: "text",
    text: pen(`body.${field}`, 5000),
    ...(marks && { marks }),
  });
  const paragraph = (field: string) => ({ type: "paragraph" as const, content: [text(field)] });
  const href = `https://elsewhere.example/?${encodeURI(pen("body.href", 500))}`;
  const link = { type: "link" as const, attrs: { href } };
  const item = { type: "listItem" as const, content: [paragraph("item")] };
  const cell = {
    type: "tableCell" as const,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph("cell")],
  };
  return {
    version: 1,
    blocks: [
      { type: "keyPoints", attrs: { points: [pen("body.point", 500)] } },
      {
        type: "paragraph",
        content: [
          ...[text("text"), text("bold", [{ type: "bold" }]), text("link", [link])],
          { type: "footnote", attrs: { text: pen("body.footnote", 2000) } },
        ],
      },
      { type: "heading", attrs: { level: 2 }, content: [text("heading")] },
      { type: "bulletList", content: [item] },
      { type: "quote", attrs: { attribution: pen("quote.attribution", 300) }, content: [paragraph("quote")] },
      { type: "pullQuote", attrs: { text: pen("pull.text", 1000), attribution: pen("pull.attribution", 300) } },
      { type: "picture", attrs: picture },
      { type: "quickLinks", attrs: { subheads: true, links: [{ label: pen("quick.label", 300), href }] } },
      { type: "gallery", attrs: { title: pen("gallery.title", 200), pictures: [picture, picture] } },
      { type: "factBox", attrs: { title: pen("fact.title", 200) }, content: [paragraph("fact")] },
      {
        type: "table",
        attrs: { caption: pen("table.caption", 500) },
        content: [{ type: "tableRow", content: [cell] }],
      },
      {
        type: "embed",
        attrs: {
          url: `https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=${encodeURIComponent(pen("embed.query", 300))}`,
          ...{ title: pen("embed.title", 300), caption: pen("embed.caption", 2000) },
        },
      },
      { type: "embed", attrs: { url: href, title: pen("embed.other", 300), caption: "" } },
    ],
  };
}

/** The body with words that readers must not get: a suggestion to put some in, to take some out, and a comment's anchor. */
function withReview(body: ArticleContent["body"], pen: Pen, thread: string): ArticleContent["body"] {
  const mark = (type: "insertion" | "deletion"): ReviewMark => ({ type, attrs: { id: newId(), authorId: "", at: 1 } });
  const said = (field: string, marks: ReviewMark[]) => ({ type: "text" as const, text: pen(field, 2000), marks });
  return {
    ...body,
    blocks: [
      {
        type: "paragraph",
        content: [
          said("suggestion.in", [mark("insertion")]),
          said("suggestion.out", [mark("deletion")]),
          said("comment.anchored", [{ type: "comment", attrs: { id: thread } }]),
        ],
      },
      ...body.blocks,
    ],
  };
}
