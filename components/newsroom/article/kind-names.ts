import { nameOf } from "@/components/newsroom/editor/language-field";
import type { KindNames } from "@/domain/articles/legible";
import { CREDIT_NAMES, LABEL_NAMES, REVIEW_NAMES } from "./kinds";

/** How the newsroom calls kinds of stories, of work and of what is reviewed, and languages. */
export const KIND_NAMES: KindNames = {
  label: (label) => LABEL_NAMES[label],
  role: (role) => CREDIT_NAMES[role],
  review: (kind) => REVIEW_NAMES[kind],
  language: nameOf,
};
