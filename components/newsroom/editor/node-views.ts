import { type AnyExtension, Node } from "@tiptap/core";
import { type NodeViewProps, ReactNodeViewRenderer } from "@tiptap/react";
import type { FunctionComponent } from "react";
import { inControls } from "./block-frame";
import { EmbedView } from "./embed-view";
import { FactBoxView } from "./fact-box-view";
import { FootnoteView } from "./footnote-view";
import { GalleryView } from "./gallery-view";
import { KeyPointsView } from "./key-points-view";
import { AudioView, DocumentView, VideoView } from "./played-views";
import { RelatedStoriesView } from "./related-stories-view";
import { storyExtensions } from "./schema";
import { TableView } from "./table-view";
import { PictureView, PullQuoteView, QuickLinksView, QuoteView } from "./views";

const VIEWS: Record<string, FunctionComponent<NodeViewProps>> = {
  quote: QuoteView,
  pullQuote: PullQuoteView,
  picture: PictureView,
  quickLinks: QuickLinksView,
  gallery: GalleryView,
  keyPoints: KeyPointsView,
  factBox: FactBoxView,
  table: TableView,
  embed: EmbedView,
  audio: AudioView,
  video: VideoView,
  document: DocumentView,
  relatedStories: RelatedStoriesView,
  footnote: FootnoteView,
};

/** What a story is made of, each block with the fields by which it is filled in. */
export const extensionsWithViews = storyExtensions.map((extension: AnyExtension) => {
  const view = VIEWS[extension.name];
  // The rows of a table stand in its body; React draws the rest.
  const options = { stopEvent: inControls, ...(extension.name === "table" && { contentDOMElementTag: "tbody" }) };
  return view && extension instanceof Node
    ? extension.extend({ addNodeView: () => ReactNodeViewRenderer(view, options) })
    : extension;
});
