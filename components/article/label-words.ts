import type { Label } from "@/domain/articles/article";

/** What readers are told of every kind of journalism but news. */
export const LABEL_WORDS = {
  analysis: "labelAnalysis",
  opinion: "labelOpinion",
  interview: "labelInterview",
  review: "labelReview",
  sponsored: "labelSponsored",
} as const satisfies Record<Exclude<Label, "news">, string>;
