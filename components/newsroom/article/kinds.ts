import type {
  CorrectionKind,
  CorrectionPlace,
  CreditRole,
  Label,
  PublicationKind,
  Review,
} from "@/domain/articles/article";

/** What the newsroom calls them; readers' words for the same stand in lib/words. */
export const LABEL_NAMES: Record<Label, string> = {
  news: "News",
  analysis: "Analysis",
  opinion: "Opinion",
  interview: "Interview",
  review: "Review",
  sponsored: "Sponsored",
};

export const CREDIT_NAMES: Record<CreditRole, string> = {
  editor: "Editing",
  "fact-checker": "Fact-checking",
  researcher: "Research",
  photographer: "Photographs",
  illustrator: "Illustrations",
  producer: "Production",
  translator: "Translation",
};

export const REVIEW_NAMES: Record<Review["kind"], string> = {
  book: "Book",
  film: "Film",
  music: "Music",
  performance: "Performance",
  exhibition: "Exhibition",
  restaurant: "Restaurant",
  product: "Product",
  other: "Something else",
};

export const CORRECTION_NAMES: Record<CorrectionKind, string> = {
  correction: "Correction",
  clarification: "Clarification",
};

export const PLACE_NAMES: Record<CorrectionPlace, string> = {
  top: "Above the text, since it changes how the story is read",
  end: "At the end of the story",
};

export const CHANGE_NAMES: Record<PublicationKind, string> = {
  first: "First published",
  minor: "Minor update",
  update: "Update",
  correction: "Correction",
  clarification: "Clarification",
  retraction: "Retraction",
};
